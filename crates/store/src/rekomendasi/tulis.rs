//! The organiser's changes: until the report is delivered, each in one transaction with its audit event.

use super::baca::{Rekomendasi, dari_id, milik, tersampaikan};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    edisi, f01,
    hak::PenyelenggaraLokus,
    id::RekomendasiId,
    kueri::Kueri,
    lokus, nilai, peristiwa,
    versi::bentrok,
};

/// Characters of one recommendation.
pub const ISI_MAKS: usize = 2000;
/// Recommendations of one lokus.
const BANYAK_MAKS: i64 = 200;

/// Adds the organiser's own. The same id again changes nothing.
///
/// # Errors
/// `Keadaan`: `rekomendasi-kosong`, `rekomendasi-panjang`, `rekomendasi-belum-beku`, `rekomendasi-tersampaikan`,
/// `rekomendasi-banyak`; `TidakDitemukan` for an indicator that the edition lacks.
pub async fn tambah(store: &Store, hak: &PenyelenggaraLokus, id: RekomendasiId, indikator: &str, isi: &str) -> Hasil<()> {
    let isi = periksa(isi)?;
    if edisi::dapat(store, hak.lokus.edisi()?).await?.cari_indikator(indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    let tx = terbuka(store, hak).await?;
    if let Some(lama) = milik(&*tx, id).await? {
        return if lama.lokus_id == hak.lokus.id { Ok(()) } else { Err(StoreError::OperasiLain) };
    }
    if tx.angka("SELECT COUNT(*) AS n FROM rekomendasi WHERE lokus_id = $1", nilai![hak.lokus.id]).await? >= BANYAK_MAKS {
        return Err(StoreError::Keadaan("rekomendasi-banyak"));
    }
    let baris = Baris { id, indikator, asal: "penyelenggara", sumber: "", lanjutan_dari: None, isi };
    sisipkan(&tx, hak, &baris).await?;
    selesai(tx, hak, "rekomendasi.tambah", id, serde_json::json!({ "indikator": indikator })).await
}

/// Changes the text that was read as `versi`.
///
/// # Errors
/// `Bentrok` when somebody saved first; as [`tambah`].
pub async fn ubah(store: &Store, hak: &PenyelenggaraLokus, id: RekomendasiId, versi: i64, isi: &str) -> Hasil<()> {
    let isi = periksa(isi)?;
    let tx = terbuka(store, hak).await?;
    let lama = dari_id(&*tx, hak.lokus.id, id).await?;
    if lama.versi != versi {
        return Err(bentrok(&tx, "rekomendasi", &id.to_string(), lama.versi).await?);
    }
    if lama.isi == isi {
        return Ok(());
    }
    ganti(&tx, hak, &lama, isi, &lama.sumber).await?;
    selesai(tx, hak, "rekomendasi.ubah", id, serde_json::json!({ "indikator": lama.indikator, "versi": versi + 1 })).await
}

/// Takes one out, with the reason.
///
/// # Errors
/// `Keadaan("alasan-wajib")`; as [`tambah`].
pub async fn hapus(store: &Store, hak: &PenyelenggaraLokus, id: RekomendasiId, alasan: &str) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = terbuka(store, hak).await?;
    let lama = dari_id(&*tx, hak.lokus.id, id).await?;
    cabut(&tx, hak, id, alasan).await?;
    let rincian = serde_json::json!({ "indikator": lama.indikator, "alasan": tx.kunci.ringkas(alasan) });
    selesai(tx, hak, "rekomendasi.hapus", id, rincian).await
}

fn periksa(isi: &str) -> Hasil<&str> {
    let isi = isi.trim();
    if isi.is_empty() {
        return Err(StoreError::Keadaan("rekomendasi-kosong"));
    }
    if isi.chars().count() > ISI_MAKS {
        return Err(StoreError::Keadaan("rekomendasi-panjang"));
    }
    Ok(isi)
}

async fn terbuka(store: &Store, hak: &PenyelenggaraLokus) -> Hasil<Tx> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    if !lokus::beku(&*tx, hak.lokus.id).await? {
        return Err(StoreError::Keadaan("rekomendasi-belum-beku"));
    }
    if tersampaikan(&*tx, hak.lokus.id).await? {
        return Err(StoreError::Keadaan("rekomendasi-tersampaikan"));
    }
    Ok(tx)
}

/// A new row.
pub(super) struct Baris<'a> {
    pub id: RekomendasiId,
    pub indikator: &'a str,
    pub asal: &'a str,
    pub sumber: &'a str,
    pub lanjutan_dari: Option<RekomendasiId>,
    pub isi: &'a str,
}

pub(super) async fn sisipkan(tx: &Tx, hak: &PenyelenggaraLokus, b: &Baris<'_>) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO rekomendasi (id, lokus_id, indikator, asal, sumber, lanjutan_dari, isi, versi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
        nilai![b.id, hak.lokus.id, b.indikator, b.asal, b.sumber, b.lanjutan_dari, b.isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat_versi(tx, hak, b.id, 1, b.isi).await
}

pub(super) async fn ganti(tx: &Tx, hak: &PenyelenggaraLokus, lama: &Rekomendasi, isi: &str, sumber: &str) -> Hasil<()> {
    tx.jalankan(
        "UPDATE rekomendasi SET isi = $2, sumber = $3, versi = versi + 1, pada = $4, oleh = $5 WHERE id = $1",
        nilai![lama.id, isi, sumber, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat_versi(tx, hak, lama.id, lama.versi + 1, isi).await
}

pub(super) async fn cabut(tx: &Tx, hak: &PenyelenggaraLokus, id: RekomendasiId, alasan: &str) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO rekomendasi_hapus (rekomendasi_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    Ok(())
}

async fn catat_versi(tx: &Tx, hak: &PenyelenggaraLokus, id: RekomendasiId, versi: i64, isi: &str) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO rekomendasi_ubah (rekomendasi_id, versi, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, versi, isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    Ok(())
}

async fn selesai(tx: Tx, hak: &PenyelenggaraLokus, aksi: &str, id: RekomendasiId, mut rincian: serde_json::Value) -> Hasil<()> {
    let l = &hak.lokus;
    rincian["lokus"] = serde_json::json!(l.id);
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "rekomendasi", id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &crate::tindak_lanjut::topik(l.id), &serde_json::json!({ "rekomendasi": id })).await?;
    tx.commit().await
}
