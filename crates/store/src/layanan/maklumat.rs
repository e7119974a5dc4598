//! Maklumat pelayanan: the public promise of a unit, signed by its head. A new one takes the place of the old one.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::KepalaLayanan,
    id::{MaklumatId, UnitId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Characters of the text.
pub const TEKS_MAKS: usize = 4_000;

/// As it was signed. Days are local ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Maklumat {
    pub id: MaklumatId,
    pub unit_id: UnitId,
    pub isi: String,
    pub penanda_tangan: String,
    pub jabatan: String,
    pub tanggal: String,
    pub sampai: Option<String>,
    pub pada: Waktu,
}

/// What a form says.
#[derive(Debug, Clone, Copy)]
pub struct MaklumatIsi<'a> {
    pub isi: &'a str,
    pub penanda_tangan: &'a str,
    pub jabatan: &'a str,
    pub tanggal: Date,
    pub sampai: Option<Date>,
}

const PILIH: &str = "SELECT id, unit_id, isi, penanda_tangan, jabatan, tanggal, sampai, pada FROM maklumat";

/// All of a unit, the latest first, at most 100.
pub async fn semua<C: ConnectionTrait>(c: &C, unit: UnitId) -> Hasil<Vec<Maklumat>> {
    c.semua(&format!("{PILIH} WHERE unit_id = $1 ORDER BY tanggal DESC, id DESC LIMIT 100"), nilai![unit]).await
}

/// The one that holds on a local day.
pub async fn berlaku<C: ConnectionTrait>(c: &C, unit: UnitId, hari: Date) -> Hasil<Option<Maklumat>> {
    let hari = hari.to_string();
    let sql = format!("{PILIH} WHERE unit_id = $1 AND tanggal <= $2 ORDER BY tanggal DESC, id DESC LIMIT 1");
    let m: Option<Maklumat> = c.mungkin(&sql, nilai![unit, hari.as_str()]).await?;
    Ok(m.filter(|m| m.sampai.as_ref().is_none_or(|s| *s >= hari)))
}

/// Records the signed text. The same `id` again is the same one.
///
/// # Errors
/// `Keadaan` when something is missing or the days do not fit.
pub async fn tetapkan(store: &Store, hak: &KepalaLayanan, id: MaklumatId, m: &MaklumatIsi<'_>) -> Hasil<()> {
    let kosong = |t: &str| t.trim().is_empty();
    if kosong(m.isi) || kosong(m.penanda_tangan) || m.isi.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("maklumat-isi"));
    }
    if m.sampai.is_some_and(|s| s < m.tanggal) {
        return Err(StoreError::Keadaan("maklumat-sampai"));
    }
    let tx = store.mulai().await?;
    if tx.angka("SELECT COUNT(*) AS n FROM maklumat WHERE id = $1", nilai![id]).await? > 0 {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO maklumat (id, unit_id, isi, penanda_tangan, jabatan, tanggal, sampai, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![
            id,
            hak.unit.id,
            m.isi.trim(),
            m.penanda_tangan.trim(),
            m.jabatan.trim(),
            m.tanggal.to_string(),
            m.sampai.map(|s| s.to_string()),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let k = Kejadian::baru("maklumat.tetapkan", "unit", hak.unit.id).instansi(hak.instansi.id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "tanggal": m.tanggal.to_string() }))).await?;
    tx.commit().await
}
