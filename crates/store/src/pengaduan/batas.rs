//! Limits to answer that an instansi sets for itself: shorter than the regulation's, for reports received from a day to come on.
//! Rows are never changed, so a report keeps the limit of the day on which it was received.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::PengaturBatasAduan,
    id::InstansiId,
    kueri::Kueri,
    nilai,
};
use ::layanan::pengaduan::{Aturan, Kelas, SalahBatas};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Characters of what a limit is based on.
const DASAR_MAKS: usize = 300;

/// A limit as it was set. Days are local ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BatasInstansi {
    pub id: Uuid,
    /// Key of [`Kelas`].
    pub kelas: String,
    pub hari_kerja: i64,
    /// For reports received from this day on.
    pub berlaku: String,
    /// The decision that it is based on.
    pub dasar: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
    /// Taken back before it began.
    pub batal: Option<Waktu>,
}

/// All limits of an instansi, the one that begins last first; also those that were taken back.
///
/// # Errors
/// When the store fails.
pub async fn batas<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Vec<BatasInstansi>> {
    let sql = "SELECT b.id, b.kelas, b.hari_kerja, b.berlaku, b.dasar, b.pada, a.nama AS oleh, x.pada AS batal FROM pengaduan_batas b
        LEFT JOIN akun a ON a.id = b.oleh LEFT JOIN pengaduan_batas_batal x ON x.batas_id = b.id
        WHERE b.instansi_id = $1 ORDER BY b.berlaku DESC, b.id DESC LIMIT 1000";
    c.semua(sql, nilai![instansi]).await
}

/// What held on which day.
#[derive(Debug, Clone)]
pub struct RiwayatBatas(Vec<BatasInstansi>);

impl RiwayatBatas {
    /// The limits for a report received on a local day.
    ///
    /// # Errors
    /// `Rusak` for a row that the rules do not allow.
    pub fn pada(&self, hari: &str) -> Hasil<Aturan> {
        let mut aturan = Aturan::bawaan();
        for k in Kelas::SEMUA {
            let Some(b) = self.berlaku(*k, hari) else { continue };
            let n = u32::try_from(b.hari_kerja).unwrap_or(u32::MAX);
            aturan = aturan.tetapkan(*k, n).map_err(|e| StoreError::Rusak(format!("limit {}: {e}", b.id)))?;
        }
        Ok(aturan)
    }

    /// The row that holds for a class and a local day of receipt; `None`: the regulation's.
    #[must_use]
    pub fn berlaku(&self, kelas: Kelas, hari: &str) -> Option<&BatasInstansi> {
        self.0.iter().find(|b| b.batal.is_none() && b.kelas == kelas.kunci() && b.berlaku.as_str() <= hari)
    }

    #[must_use]
    pub fn semua(&self) -> &[BatasInstansi] {
        &self.0
    }
}

/// # Errors
/// When the store fails.
pub async fn riwayat<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<RiwayatBatas> {
    batas(c, instansi).await.map(RiwayatBatas)
}

/// The limits for reports that an instansi received on a local day.
///
/// # Errors
/// When the store fails.
pub async fn aturan<C: ConnectionTrait>(c: &C, instansi: InstansiId, hari: &str) -> Hasil<Aturan> {
    riwayat(c, instansi).await?.pada(hari)
}

/// Sets a limit from a day to come on; the regulation's own number takes an own one back. The same `id` again does nothing.
///
/// # Errors
/// `Keadaan` for a longer limit than the regulation's, none at all, a day that has begun, and missing or too long words.
pub async fn tetapkan_batas(
    store: &Store,
    hak: &PengaturBatasAduan,
    id: Uuid,
    kelas: Kelas,
    hari_kerja: u32,
    berlaku: Date,
    dasar: &str,
) -> Hasil<()> {
    match Aturan::bawaan().tetapkan(kelas, hari_kerja) {
        Err(SalahBatas::LebihLama { .. }) => return Err(StoreError::Keadaan("aduan-batas-lama")),
        Err(SalahBatas::Nol) => return Err(StoreError::Keadaan("aduan-batas-nol")),
        Ok(_) => {}
    }
    let dasar = dasar.trim();
    if dasar.is_empty() || dasar.chars().count() > DASAR_MAKS {
        return Err(StoreError::Keadaan("aduan-batas-dasar"));
    }
    let tx = store.mulai().await?;
    let besok = tx.pada.hari(&hak.instansi.zona).tomorrow().map_err(|_| StoreError::Keadaan("aduan-tenggat"))?;
    // A report of today was promised the limit of today.
    if berlaku < besok || berlaku.year() > 2100 {
        return Err(StoreError::Keadaan("aduan-batas-mundur"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO pengaduan_batas (id, instansi_id, kelas, hari_kerja, berlaku, dasar, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![
                id,
                hak.instansi.id,
                kelas.kunci(),
                i64::from(hari_kerja),
                berlaku.to_string(),
                dasar,
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n > 0 {
        let rincian =
            serde_json::json!({ "kelas": kelas.kunci(), "hari_kerja": hari_kerja, "berlaku": berlaku.to_string(), "dasar": dasar });
        let k = Kejadian::baru("pengaduan.batas", "instansi", hak.instansi.id).instansi(hak.instansi.id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}

/// Takes a limit back that has not begun; a second time does nothing.
///
/// # Errors
/// `TidakDitemukan` for one of another instansi; `Keadaan` for one that holds already.
pub async fn batalkan_batas(store: &Store, hak: &PengaturBatasAduan, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    let semua = batas(&*tx, hak.instansi.id).await?;
    let b = semua.iter().find(|b| b.id == id).ok_or(StoreError::TidakDitemukan)?;
    if b.berlaku <= tx.pada.hari(&hak.instansi.zona).to_string() {
        return Err(StoreError::Keadaan("aduan-batas-berlaku"));
    }
    let sql = "INSERT INTO pengaduan_batas_batal (batas_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (batas_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "kelas": b.kelas, "berlaku": b.berlaku });
        let k = Kejadian::baru("pengaduan.batas-batal", "instansi", hak.instansi.id).instansi(hak.instansi.id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
