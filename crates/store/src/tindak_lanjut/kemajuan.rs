//! Reports of the unit on a recommendation: what was done, with a proof; "done" asks for the verification.

use super::rencana::{TEKS_MAKS, selesai, terbuka};
use crate::{
    Hasil, Store, StoreError, Tx,
    berkas::Berkas,
    bukti::rapikan_nama,
    hak::PelaksanaTindakLanjut,
    id::{KemajuanId, RekomendasiId},
    kueri::Kueri,
    lokus::kabar,
    nilai, objek,
    pemberitahuan::Kepada,
};

/// One report as it was sent.
#[derive(Debug)]
pub struct Laporan<'a> {
    /// Made by the client: the same one again changes nothing.
    pub id: KemajuanId,
    pub uraian: &'a str,
    /// Says that the recommendation is done.
    pub selesai: bool,
    pub bukti: Option<(&'a str, &'a Berkas)>,
}

/// Stores a report.
///
/// # Errors
/// `Keadaan`: `tl-uraian-kosong`, `tl-panjang`, `tl-tanpa-rencana` (done without a plan), `tl-bukti-wajib` (done without
/// any proof so far), `tl-belum-disampaikan`, `tl-sudah-diterima`.
pub async fn catat(store: &Store, hak: &PelaksanaTindakLanjut, id: RekomendasiId, l: &Laporan<'_>) -> Hasil<()> {
    let uraian = l.uraian.trim();
    if uraian.is_empty() {
        return Err(StoreError::Keadaan("tl-uraian-kosong"));
    }
    if uraian.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("tl-panjang"));
    }
    let tersimpan = l.bukti.map(|(_, b)| objek::simpan(store, b.isi())).transpose()?;
    let (tx, b) = terbuka(store, hak, id).await?;
    if b.kemajuan.iter().any(|k| k.id == l.id) {
        return Ok(());
    }
    if l.selesai && b.rencana.is_none() {
        return Err(StoreError::Keadaan("tl-tanpa-rencana"));
    }
    if l.selesai && tersimpan.is_none() && b.kemajuan.iter().all(|k| k.nama_berkas.is_none()) {
        return Err(StoreError::Keadaan("tl-bukti-wajib"));
    }
    if let (Some(t), Some((_, berkas))) = (&tersimpan, l.bukti) {
        objek::catat(&tx, t, berkas.tipe().mime()).await?;
    }
    let sidik = tersimpan.map(|t| t.sidik);
    let nama = l.bukti.map(|(nama, b)| rapikan_nama(nama, b.tipe()));
    let jenis = if l.selesai { "selesai" } else { "kemajuan" };
    tx.jalankan(
        "INSERT INTO tl_kemajuan (id, rekomendasi_id, urut, jenis, uraian, objek, nama_berkas, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![l.id, id, b.urut_berikut(), jenis, uraian, sidik.clone(), nama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    if l.selesai {
        kabarkan(&tx, hak, id, l.id).await?;
    }
    selesai(tx, hak, "tl.kemajuan", id, serde_json::json!({ "jenis": jenis, "bukti": sidik })).await
}

async fn kabarkan(tx: &Tx, hak: &PelaksanaTindakLanjut, id: RekomendasiId, laporan: KemajuanId) -> Hasil<()> {
    let (l, kepada) = (&hak.lokus, [Kepada::Evaluator(hak.lokus.id)]);
    let (sub, isi) = (format!("/tindak-lanjut/{id}"), serde_json::json!({ "unit": l.unit }));
    kabar::kirim(tx, l, Some(hak.pelaku()), ("tl-diajukan", &kepada), (&sub, laporan), &isi).await.map(drop)
}
