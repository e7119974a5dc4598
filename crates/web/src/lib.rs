//! Pages, uploads, live updates: one folder per area, one file per action. `README.md` of this crate says how to add a
//! page. Handlers are thin: the rules live in `pekppp`, the data and the rights in `store`, files in `dokumen`.

pub mod admin;
pub mod aduan;
pub mod akun;
pub mod aliran;
mod antre;
pub mod antrean;
pub mod api;
pub mod app;
pub mod asal;
pub mod aset;
pub mod bahasa;
pub mod bantuan;
mod bentrok;
pub mod beranda;
pub mod berkas;
mod data;
pub mod diterima;
pub mod edisi;
pub mod error;
pub mod format;
pub mod formulir;
#[cfg(debug_assertions)]
pub mod gaya;
mod gerai;
pub mod gerbang;
pub mod hadir;
pub mod hari_kerja;
pub mod jalur;
pub mod jejak;
pub mod kait;
pub mod kalender;
mod kasir;
mod kata;
mod kepala;
pub mod kertas;
mod kios;
mod kiriman;
pub mod komponen;
pub mod konteks;
pub mod kuki;
pub mod langsung;
mod lapangan;
pub mod layanan;
mod layani;
pub mod lembar;
pub mod lokus;
pub mod masuk;
pub mod metrik;
pub mod middleware;
pub mod mpp;
pub mod muatan;
pub mod mulai;
pub mod nasional;
mod papan;
pub mod pelaku;
pub mod pemberitahuan;
pub mod penghargaan;
pub mod pental;
pub mod penyerahan;
pub mod periode;
mod permohonan;
mod peta;
pub mod pindai;
pub mod publik;
pub mod rujukan;
pub mod rute;
mod sambungan;
pub mod sandi;
pub mod sehat;
pub(crate) mod singgah;
pub mod skm;
pub mod sso;
pub mod surat;
pub mod survei;
pub mod tabel;
pub mod tampil;
mod tiket;
pub mod tte;
pub mod tujuan;
mod unduhan;
pub mod verifikasi;

pub use app::{AppState, Konfig};
pub use error::{Error, Hasil};
pub use layani::layani;
pub use metrik::layani as layani_metrik;

use axum::Router;
use rute::Daftar;

/// All routes of all areas.
#[must_use]
pub fn daftar() -> Daftar {
    let mut d = Daftar::default();
    aset::rute(&mut d);
    sehat::rute(&mut d);
    metrik::rute(&mut d);
    beranda::rute(&mut d);
    masuk::rute(&mut d);
    mulai::rute(&mut d);
    sandi::rute(&mut d);
    akun::rute(&mut d);
    pemberitahuan::rute(&mut d);
    admin::rute(&mut d);
    hari_kerja::rute(&mut d);
    api::rute(&mut d);
    data::rute(&mut d);
    diterima::rute(&mut d);
    periode::rute(&mut d);
    penghargaan::rute(&mut d);
    penyerahan::rute(&mut d);
    edisi::rute(&mut d);
    lokus::rute(&mut d);
    kalender::rute(&mut d);
    hadir::rute(&mut d);
    lapangan::rute(&mut d);
    survei::cepat::rute(&mut d);
    skm::rute(&mut d);
    layanan::rute(&mut d);
    antre::rute(&mut d);
    tiket::rute(&mut d);
    papan::rute(&mut d);
    kios::rute(&mut d);
    gerai::rute(&mut d);
    gerbang::rute(&mut d);
    permohonan::rute(&mut d);
    kasir::rute(&mut d);
    aduan::rute(&mut d);
    mpp::rute(&mut d);
    survei::pekerja::rute(&mut d);
    nasional::rute(&mut d);
    publik::rute(&mut d);
    verifikasi::rute(&mut d);
    bantuan::rute(&mut d);
    #[cfg(debug_assertions)]
    gaya::rute(&mut d);
    d
}

/// The whole application: all routes inside all layers.
pub fn aplikasi(app: AppState) -> Router {
    let (router, cepat) = daftar().selesai();
    middleware::pasang(router, app.clone()).merge(middleware::pasang_cepat(cepat, app))
}
