//! Accounts: the list, a new one, and the page of each with its roles, its state and one-time links.

mod baru;
mod daftar;
pub(super) mod lingkup;
pub(super) mod masa;
mod satu;

use store::peran::{JenisLingkup, Peran};

use crate::{
    AppState, asal,
    komponen::{Opsi, Pemberitahuan},
    konteks::Konteks,
    rute::{Akses, Daftar},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    satu::rute(d);
}

pub(crate) fn kunci_peran(p: &str) -> &'static str {
    match p {
        "admin" => "pengguna-peran-admin",
        "nasional" => "pengguna-peran-nasional",
        "penyelenggara" => "pengguna-peran-penyelenggara",
        "penanggungjawab" => "pengguna-peran-penanggungjawab",
        "pembina" => "pengguna-peran-pembina",
        "evaluator" => "pengguna-peran-evaluator",
        "unit-operator" => "pengguna-peran-operator",
        "unit-kepala" => "pengguna-peran-kepala",
        "pihak-lain" => "pengguna-peran-pihak-lain",
        "mpp-kepala" => "pengguna-peran-mpp-kepala",
        "mpp-depan" => "pengguna-peran-mpp-depan",
        "pelaksana" => "pengguna-peran-pelaksana",
        "kasir" => "pengguna-peran-kasir",
        "penghubung" => "pengguna-peran-penghubung",
        _ => "pengguna-peran-auditor",
    }
}

/// The roles that are given here; an outside party gets its role with an assignment in a period.
pub(super) fn opsi_peran(k: &Konteks) -> Vec<Opsi> {
    Peran::SEMUA
        .into_iter()
        .filter(|p| p.jenis_lingkup() != JenisLingkup::Periode)
        .map(|p| {
            let bantu = match p.jenis_lingkup() {
                JenisLingkup::Unit => "pengguna-lingkup-unit",
                JenisLingkup::Instansi => "pengguna-lingkup-instansi",
                JenisLingkup::Instalasi | JenisLingkup::Periode => "pengguna-lingkup-semua",
            };
            Opsi::baru(p.kunci(), k.s(kunci_peran(p.kunci()))).bantu(k.s(bantu))
        })
        .collect()
}

/// The page that shows a one-time link, once.
#[derive(askama::Template)]
#[template(path = "admin/pengguna/tautan.html")]
struct Tautan<'a> {
    k: &'a Konteks,
    nama: String,
    akun: store::id::AkunId,
    tautan: String,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
}

impl<'a> Tautan<'a> {
    fn baru(app: &AppState, k: &'a Konteks, nama: String, akun: store::id::AkunId, rahasia: &str) -> Self {
        let tautan = format!("{}/sandi/setel/{rahasia}", app.konfig.alamat);
        Self { k, nama, akun, tautan, peringatan: asal::peringatan(app, k) }
    }
}

/// A role as its holder reads it: its name with where it holds, and until when, in whose place and by which decision.
pub(crate) fn sebutan(k: &Konteks, p: &store::akun::kelola::PeranTampil) -> (String, Option<String>) {
    let nama = p.peran.parse().map_or_else(|_| p.peran.clone(), |peran| k.peran(peran));
    let di = nama_lingkup(k, p);
    (if di.is_empty() { nama } else { format!("{nama} – {di}") }, masa::keterangan(k, p))
}

/// Where a role holds, in words.
fn nama_lingkup(k: &Konteks, p: &store::akun::kelola::PeranTampil) -> String {
    if p.wilayah.is_empty() { p.lingkup.clone() } else { k.n("pengguna-lingkup-kode-wilayah", "kode", &p.wilayah) }
}
