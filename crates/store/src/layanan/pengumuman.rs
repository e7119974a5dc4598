//! Announcements of a unit: posted for some days, withdrawn with a reason. What is shown on a day follows from the rows.

use super::hari_ini;
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::PengelolaLayanan,
    id::{PengumumanId, UnitId},
    kueri::Kueri,
    nilai,
};
use jiff::{ToSpan, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Characters of the heading and of the text.
pub const JUDUL_MAKS: usize = 150;
pub const ISI_MAKS: usize = 4_000;

/// One announcement with the names shown beside it. Days are local ISO texts.
/// Characters of why one is taken back.
const ALASAN_MAKS: usize = 500;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Pengumuman {
    pub id: PengumumanId,
    pub unit_id: UnitId,
    pub unit: String,
    pub unit_kode: String,
    pub judul: String,
    pub isi: String,
    pub mulai: String,
    pub sampai: String,
    pub penting: i64,
    pub ilustrasi: i64,
    pub pada: Waktu,
    pub ditarik: Option<Waktu>,
    pub alasan: Option<String>,
}

/// What a form says.
#[derive(Debug, Clone, Copy)]
pub struct PengumumanIsi<'a> {
    pub judul: &'a str,
    pub isi: &'a str,
    pub mulai: Date,
    pub sampai: Date,
    /// Shown before the others.
    pub penting: bool,
    pub ilustrasi: bool,
}

const PILIH: &str =
    "SELECT p.id, p.unit_id, u.nama AS unit, u.kode AS unit_kode, p.judul, p.isi, p.mulai, p.sampai, p.penting, p.ilustrasi, p.pada,
    t.pada AS ditarik, t.alasan FROM pengumuman p JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = u.instansi_id
    LEFT JOIN pengumuman_tarik t ON t.pengumuman_id = p.id";

/// Shown today in the zone of its instansi; `$1` to `$3` are the days of [`hari_ini`].
fn tampil() -> String {
    format!("t.pada IS NULL AND p.mulai <= {hari} AND p.sampai >= {hari}", hari = super::HARI)
}

/// What is shown now, of all units or of one; important ones first, then the newest.
pub async fn kini(store: &Store, unit: Option<UnitId>, batas: i64) -> Hasil<Vec<Pengumuman>> {
    let mut v = hari_ini(store.sekarang());
    v.push(batas.into());
    let di = unit.map_or("", |u| {
        v.push(u.into());
        " AND p.unit_id = $5"
    });
    let sql = format!("{PILIH} WHERE {}{di} ORDER BY p.penting DESC, p.mulai DESC, p.id DESC LIMIT $4", tampil());
    store.baca().semua(&sql, v).await
}

/// All of a unit, withdrawn and past ones too, the newest first, at most 200.
pub async fn semua<C: ConnectionTrait>(c: &C, unit: UnitId) -> Hasil<Vec<Pengumuman>> {
    c.semua(&format!("{PILIH} WHERE p.unit_id = $1 ORDER BY p.mulai DESC, p.id DESC LIMIT 200"), nilai![unit]).await
}

/// Posts one. The same `id` again is the same one.
///
/// # Errors
/// `Keadaan` when something is missing or too long, or the days are the wrong way round or more than a year.
pub async fn pasang(store: &Store, hak: &PengelolaLayanan, id: PengumumanId, p: &PengumumanIsi<'_>) -> Hasil<()> {
    let (judul, isi) = (p.judul.trim(), p.isi.trim());
    if judul.is_empty() || isi.is_empty() || judul.chars().count() > JUDUL_MAKS || isi.chars().count() > ISI_MAKS {
        return Err(StoreError::Keadaan("pengumuman-isi"));
    }
    if p.sampai < p.mulai || p.sampai > p.mulai.saturating_add(1.year()) {
        return Err(StoreError::Keadaan("pengumuman-hari"));
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO pengumuman (id, unit_id, judul, isi, mulai, sampai, penting, ilustrasi, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                hak.unit.id,
                judul,
                isi,
                p.mulai.to_string(),
                p.sampai.to_string(),
                i64::from(p.penting),
                i64::from(p.ilustrasi),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("pengumuman.pasang", "pengumuman", id).instansi(hak.instansi.id);
        audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "unit": hak.unit.id }))).await?;
    }
    tx.commit().await
}

/// Takes one back at once; a second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` in another unit, `Keadaan` without a reason, or with one that is too long.
pub async fn tarik(store: &Store, hak: &PengelolaLayanan, id: PengumumanId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if alasan.chars().count() > ALASAN_MAKS {
        return Err(StoreError::Keadaan("pengumuman-alasan-panjang"));
    }
    let tx = store.mulai().await?;
    if tx.angka("SELECT COUNT(*) AS n FROM pengumuman WHERE id = $1 AND unit_id = $2", nilai![id, hak.unit.id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO pengumuman_tarik (pengumuman_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)
             ON CONFLICT (pengumuman_id) DO NOTHING",
            nilai![id, alasan, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = Kejadian::baru("pengumuman.tarik", "pengumuman", id).instansi(hak.instansi.id);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
