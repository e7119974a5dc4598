//! A period: opening, phase dates, unit lokus, evaluators and their decree, closing and reopening a phase.

mod anggaran;
mod berita_acara;
mod daftar;
mod evaluator;
mod fase;
pub(crate) mod hak_jawab;
pub(crate) mod isian;
pub(crate) mod jadwal;
mod kategori;
pub(crate) mod kegiatan;
pub(crate) mod kesepakatan;
mod lhe;
mod lokus;
mod massal;
pub(crate) mod metode;
mod pembinaan;
mod penerbitan;
pub(crate) mod penghargaan;
pub(crate) mod penyerahan;
mod peringkat;
mod pernyataan;
mod perpanjangan;
mod persiapan;
mod ringkasan;
mod salin;
mod sisa;
pub(crate) mod sk;
pub(crate) mod skema;
mod tab;
mod tanggal;
pub(crate) mod tindak_lanjut;
mod ubah;

pub use massal::kerjakan as massal;
pub use penghargaan::piagam::kerjakan as piagam;

use store::{
    hak::Pelaku,
    id::PeriodeId,
    instansi,
    peran::{Lingkup, Peran},
    periode::Periode,
};

use crate::{
    AppState, Error,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

pub(crate) const PENYELENGGARA: Akses = Akses::Peran(&[Peran::Penyelenggara, Peran::Nasional]);

/// A period with more lokus than these is a large one: there is no list of all to choose from, and what has to read all of them may be a
/// minute old.
const BESAR: i64 = 500;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    ubah::rute(d);
    ringkasan::rute(d);
    fase::rute(d);
    perpanjangan::rute(d);
    lokus::rute(d);
    kategori::rute(d);
    evaluator::rute(d);
    sk::rute(d);
    berita_acara::rute(d);
    lhe::rute(d);
    peringkat::rute(d);
    hak_jawab::rute(d);
    penerbitan::rute(d);
    penghargaan::rute(d);
    pembinaan::rute(d);
    tindak_lanjut::rute(d);
    kesepakatan::rute(d);
    persiapan::rute(d);
    metode::rute(d);
    jadwal::rute(d);
    anggaran::rute(d);
    pernyataan::rute(d);
    kegiatan::rute(d);
    penyerahan::rute(d);
    salin::rute(d);
}

/// The context of a page of a period: its mark as an example, the organiser's time zone, its place in the guide.
pub(crate) async fn konteks(app: &AppState, k: Konteks, p: &Periode, bantuan: &str) -> Result<Konteks, Error> {
    let penyelenggara = instansi::dari_id(&app.store, p.instansi_id).await?;
    Ok(k.ilustrasi(p.ilustrasi == 1).milik(&penyelenggara).bantuan(bantuan))
}

/// Whether a period is a large one ([`BESAR`]).
async fn besar(app: &AppState, id: PeriodeId) -> Result<bool, Error> {
    Ok(store::lokus::banyak(app.store.baca(), id).await? > BESAR)
}

/// Whether the person is led to opening a period: the organiser of an instansi (not of a region), and who acts for the ministry.
pub(crate) fn dapat_membuka(p: &Pelaku) -> bool {
    let instansi = |r: &store::peran::PeranLingkup| r.peran == Peran::Penyelenggara && matches!(r.lingkup, Lingkup::Instansi(_));
    p.punya(Peran::Nasional) || p.peran.iter().any(instansi)
}

/// Catalogue key of a phase.
pub(crate) fn kunci_fase(f: pekppp::Fase) -> &'static str {
    match f {
        pekppp::Fase::Persiapan => "periode-fase-persiapan",
        pekppp::Fase::Pelaksanaan => "periode-fase-pelaksanaan",
        pekppp::Fase::Penyampaian => "periode-fase-penyampaian",
        pekppp::Fase::Pemeringkatan => "periode-fase-pemeringkatan",
    }
}

pub(crate) fn kunci_cakupan(s: &str) -> &'static str {
    match s {
        "barang" => "periode-cakupan-barang",
        "jasa" => "periode-cakupan-jasa",
        _ => "periode-cakupan-administratif",
    }
}
