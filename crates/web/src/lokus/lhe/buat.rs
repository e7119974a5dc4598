//! Makes one report and stores it: for the page of a unit, and for the job that makes those of a period.

use dokumen::xlsx;
use store::{
    berita_acara,
    hak::PenyelenggaraLokus,
    id::LheId,
    lhe::{self, LheBaru},
    objek,
};

use super::isi::{Kop, susun};
use crate::{AppState, Error, error::Hasil, lokus::hasil::muat::Muatan};

/// What the organiser says about it; the day is today.
pub struct Isian {
    pub op: LheId,
    pub nomor: Option<String>,
    pub tempat: String,
}

/// # Errors
/// `Bentrok("lhe-belum-beku")` for scores that are not frozen, what the store refuses, and a busy printer.
pub async fn satu(app: &AppState, hak: &PenyelenggaraLokus, m: &Muatan, i: Isian) -> Hasil<()> {
    let hasil = m.beku.as_ref().map(|(b, _)| b.id).ok_or(Error::Bentrok("lhe-belum-beku"))?;
    let kode = berita_acara::kode_baru();
    let kop = Kop { kode: &kode, nomor: i.nomor.clone(), tempat: &i.tempat, pada: app.store.sekarang() };
    let isi = susun(app, &hak.lokus, m, kop).await?;
    let buku = objek::simpan(&app.store, &xlsx::lhe(&isi)?)?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(isi).await?)?;
    let baru = LheBaru { id: i.op, hasil, kode: &kode, nomor: i.nomor.as_deref(), pdf: &pdf, xlsx: &buku };
    lhe::tambah(&app.store, hak, baru).await?;
    Ok(())
}
