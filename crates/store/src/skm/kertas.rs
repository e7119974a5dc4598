//! Paper answers of an SKM round, typed in from a scan. No time limit but publication: paper is typed after the last day
//! too, and then carries a flag.

use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    edisi,
    hak::PengelolaRondeSkm,
    id::BundelId,
    objek::Tersimpan,
    peristiwa,
    ronde::{
        Bentuk, KOSONG, Kelompok, Masukan, Profil,
        kertas::{Bungkus, pasang},
    },
    skm::{self, RondeSkm, TANDA_LUAR_HARI, TANDA_LURUS},
};
use jiff::civil::Date;
use uuid::Uuid;

pub use crate::ronde::kertas::{Bundel, milik_ronde as daftar};

/// One sheet. `nilai`: a byte a question in the order of the form, [`KOSONG`] for a gap on the paper.
#[derive(Debug, Clone)]
pub struct Lembar {
    /// Random, made by the client.
    pub id: Uuid,
    pub nilai: Vec<u8>,
    pub profil: Profil,
    pub saran: Option<String>,
}

/// A scan that is safely on disk, and the answers typed from it.
pub struct BundelBaru<'a> {
    /// Made by the client: the same bundle twice is stored once.
    pub id: BundelId,
    pub pindaian: &'a Tersimpan,
    pub tipe: &'a str,
    pub nama_berkas: &'a str,
    pub keterangan: &'a str,
    pub lembar: &'a [Lembar],
}

/// Stores a bundle whole or not at all.
///
/// # Errors
/// `Keadaan` for an empty bundle, a round that has not begun, or a published result; `OperasiLain` when the id of the
/// bundle or of a sheet is taken by another content.
pub async fn tambah(store: &Store, hak: &PengelolaRondeSkm, b: BundelBaru<'_>) -> Hasil<()> {
    if b.lembar.is_empty() {
        return Err(StoreError::Keadaan("skm-bundel-kosong"));
    }
    let edisi = edisi::skm(store, &hak.ronde.edisi).await?;
    let bentuk = skm::bentuk(&hak.ronde.susunan(&edisi)?)?;
    let tx = store.mulai().await?;
    let r = skm::isi::kunci(&tx, hak.ronde.id).await?;
    let hari = tx.pada.hari(&r.zona);
    sudah_mulai(&r, hari)?;
    let lembar: Vec<Masukan> = b.lembar.iter().map(|l| masukan(&r, bentuk, Kelompok::Bundel(b.id), hari, l)).collect();
    let bungkus = Bungkus { id: b.id, pindaian: b.pindaian, tipe: b.tipe, nama_berkas: b.nama_berkas, keterangan: b.keterangan };
    if !pasang(&tx, r.id, &bungkus, hak.pelaku().akun, &lembar).await? {
        return Ok(());
    }
    let rincian = serde_json::json!({ "bundel": b.id, "lembar": b.lembar.len(), "pindaian": b.pindaian.sidik });
    selesai(tx, hak, "skm.kertas", rincian).await
}

/// Writes the event of answers that were added, tells open pages, and commits.
pub(super) async fn selesai(tx: Tx, hak: &PengelolaRondeSkm, aksi: &str, rincian: serde_json::Value) -> Hasil<()> {
    let r = &hak.ronde;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "ronde", r.id).instansi(r.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &skm::topik(r.id), &serde_json::json!({})).await?;
    tx.commit().await
}

/// # Errors
/// `Keadaan("skm-belum-mulai")` before the first day.
pub(super) fn sudah_mulai(r: &RondeSkm, hari: Date) -> Hasil<()> {
    if hari.to_string() < r.mulai { Err(StoreError::Keadaan("skm-belum-mulai")) } else { Ok(()) }
}

/// An answer that officers bring. Its flags are those that can be seen on it: equal everywhere, outside the days.
pub(super) fn masukan(r: &RondeSkm, bentuk: Bentuk, kelompok: Kelompok, hari: Date, l: &Lembar) -> Masukan {
    let mut tanda = 0;
    // Below four questions equal answers say nothing.
    if l.nilai.len() >= 4 && l.nilai.first().is_some_and(|a| *a != KOSONG && l.nilai.iter().all(|n| n == a)) {
        tanda |= TANDA_LURUS;
    }
    let iso = hari.to_string();
    if iso > r.sampai || iso < r.mulai {
        tanda |= TANDA_LUAR_HARI;
    }
    Masukan {
        ronde: r.id,
        bentuk,
        id: l.id,
        kelompok,
        hari,
        nilai: l.nilai.clone().into(),
        profil: l.profil,
        tanda,
        saran: l.saran.clone(),
        tautan: None,
    }
}
