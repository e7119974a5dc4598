//! What was spent of a budget line: one row a payment, taken back by another row with a reason.

use super::{RUPIAH_MAKS, catat, kunci};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{AnggaranId, RealisasiId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Realisasi {
    pub id: RealisasiId,
    pub tanggal: String,
    pub jumlah: i64,
    pub keterangan: String,
    pub pada: Waktu,
    pub nama: String,
    pub batal: Option<Waktu>,
    pub alasan: Option<String>,
}

/// Payments of a line by day, those taken back too, at most 1,000.
pub async fn milik(store: &Store, hak: &PembacaPeriode, id: AnggaranId) -> Hasil<Vec<Realisasi>> {
    store
        .baca()
        .semua(
            "SELECT r.id, r.tanggal, r.jumlah, r.keterangan, r.pada, a.nama, b.pada AS batal, b.alasan FROM anggaran_realisasi r
             JOIN anggaran g ON g.id = r.anggaran_id JOIN akun a ON a.id = r.oleh LEFT JOIN anggaran_realisasi_batal b ON b.realisasi_id = r.id
             WHERE r.anggaran_id = $1 AND g.periode_id = $2 ORDER BY r.tanggal, r.id LIMIT 1000",
            nilai![id, hak.periode.id],
        )
        .await
}

/// Records a payment. `id` is made when the form is shown. More than planned is recorded all the same, and shown as such.
///
/// # Errors
/// `Keadaan("anggaran-jumlah")` for an amount outside 1 to [`RUPIAH_MAKS`].
pub async fn bayar(
    store: &Store,
    hak: &PenyelenggaraPeriode,
    (anggaran, id): (AnggaranId, RealisasiId),
    tanggal: Date,
    jumlah: i64,
    keterangan: &str,
) -> Hasil<()> {
    if !(1..=RUPIAH_MAKS).contains(&jumlah) {
        return Err(StoreError::Keadaan("anggaran-jumlah"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak, anggaran).await?;
    let n = tx
        .jalankan(
            "INSERT INTO anggaran_realisasi (id, anggaran_id, tanggal, jumlah, keterangan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, anggaran, tanggal.to_string(), jumlah, keterangan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "anggaran.bayar", anggaran, serde_json::json!({ "realisasi": id, "jumlah": jumlah })).await?;
    }
    tx.commit().await
}

/// Takes a payment back, with a reason. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan` for a payment of another line.
pub async fn batalkan(store: &Store, hak: &PenyelenggaraPeriode, (anggaran, id): (AnggaranId, RealisasiId), alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak, anggaran).await?;
    let ada = tx.angka("SELECT COUNT(*) AS n FROM anggaran_realisasi WHERE id = $1 AND anggaran_id = $2", nilai![id, anggaran]).await?;
    if ada == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO anggaran_realisasi_batal (realisasi_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (realisasi_id) DO NOTHING",
            nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "realisasi": id, "alasan": tx.kunci.ringkas(alasan.trim()) });
        catat(&tx, hak, "anggaran.bayar-batal", anggaran, rincian).await?;
    }
    tx.commit().await
}
