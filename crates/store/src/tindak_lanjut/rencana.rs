//! The unit's plan for a recommendation: one row with a version.

use super::baca::satu;
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    f01,
    hak::PelaksanaTindakLanjut,
    id::RekomendasiId,
    kueri::Kueri,
    nilai, peristiwa, rekomendasi,
    tindak_lanjut::{Butir, Status},
    versi::bentrok,
};
use jiff::civil::Date;

/// Characters of one text.
pub const TEKS_MAKS: usize = 1000;

/// What the form says.
#[derive(Debug, Clone)]
pub struct RencanaIsi<'a> {
    pub rencana: &'a str,
    pub target: &'a str,
    pub keluaran: &'a str,
    pub tenggat: Date,
    pub penanggung_jawab: &'a str,
}

/// Writes or changes the plan that was read as `versi` (0: there was none).
///
/// # Errors
/// `Bentrok` when somebody saved first; `Keadaan`: `tl-kosong`, `tl-panjang`, `tl-belum-disampaikan`, `tl-sudah-diterima`.
pub async fn simpan(store: &Store, hak: &PelaksanaTindakLanjut, id: RekomendasiId, versi: i64, isi: &RencanaIsi<'_>) -> Hasil<()> {
    let teks = [isi.rencana, isi.target, isi.keluaran, isi.penanggung_jawab];
    if teks.iter().any(|t| t.trim().is_empty()) {
        return Err(StoreError::Keadaan("tl-kosong"));
    }
    if teks.iter().any(|t| t.chars().count() > TEKS_MAKS) {
        return Err(StoreError::Keadaan("tl-panjang"));
    }
    let (tx, b) = terbuka(store, hak, id).await?;
    let kini = b.rencana.as_ref().map_or(0, |r| r.versi);
    if kini != versi {
        return Err(bentrok(&tx, "tindak_lanjut", &id.to_string(), kini).await?);
    }
    tx.jalankan(
        "INSERT INTO tl_rencana (rekomendasi_id, rencana, target, keluaran, tenggat, penanggung_jawab, versi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (rekomendasi_id) DO UPDATE SET rencana = excluded.rencana, target = excluded.target, keluaran = excluded.keluaran,
         tenggat = excluded.tenggat, penanggung_jawab = excluded.penanggung_jawab, versi = excluded.versi, pada = excluded.pada,
         oleh = excluded.oleh",
        nilai![
            id,
            isi.rencana.trim(),
            isi.target.trim(),
            isi.keluaran.trim(),
            isi.tenggat.to_string(),
            isi.penanggung_jawab.trim(),
            versi + 1,
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let lama = b.rencana.map(|r| r.tenggat);
    let rincian = serde_json::json!({ "versi": versi + 1, "tenggat": isi.tenggat.to_string(), "tenggat_lama": lama });
    selesai(tx, hak, "tl.rencana", id, rincian).await
}

/// A recommendation that the unit may work on, under the lock of its lokus.
pub(super) async fn terbuka(store: &Store, hak: &PelaksanaTindakLanjut, id: RekomendasiId) -> Hasil<(Tx, Butir)> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    let b = satu(&*tx, hak.lokus.id, id).await?;
    if !rekomendasi::tersampaikan(&*tx, hak.lokus.id).await? {
        return Err(StoreError::Keadaan("tl-belum-disampaikan"));
    }
    if b.status() == Status::Diterima {
        return Err(StoreError::Keadaan("tl-sudah-diterima"));
    }
    Ok((tx, b))
}

pub(super) async fn selesai(
    tx: Tx,
    hak: &PelaksanaTindakLanjut,
    aksi: &str,
    id: RekomendasiId,
    mut rincian: serde_json::Value,
) -> Hasil<()> {
    let l = &hak.lokus;
    rincian["lokus"] = serde_json::json!(l.id);
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "tindak_lanjut", id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &super::topik(l.id), &serde_json::json!({ "tindak_lanjut": id })).await?;
    tx.commit().await
}
