//! `/hasil/{periode}/penghargaan`: the announced awards of a published period, and what was decided as public besides.

use askama::Template;
use axum::extract::State;
use store::{
    pembinaan::{self, Pembinaan},
    penerbitan::Terbitan,
    penghargaan::{
        kini::{self, Berubah},
        putusan::Putusan,
        umum::{self, Diumumkan},
    },
    peringkat,
};

use super::{Terbuka, buka};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    penghargaan::kata as bina,
    periode::penghargaan::kata,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/penghargaan", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/hasil/penghargaan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbitan,
    umum: Option<Diumumkan>,
    /// Awards whose figures are not those that are public now.
    berubah: Berubah,
    pembinaan: Vec<Pembinaan>,
    /// The ministry validated every published result of the period: means of an instansi rest on all of its units.
    divalidasi: bool,
}

impl Halaman<'_> {
    /// By recipient, then by award.
    fn kelompok(&self) -> Vec<(&'static str, Vec<&Putusan>)> {
        let diberi = || self.umum.iter().flat_map(|u| &u.diberi);
        let satu = |s: &'static str| (kata::kunci_sasaran(s), diberi().filter(|d| d.sasaran == s).collect::<Vec<_>>());
        ["pembina", "penyelenggara", "unit"].into_iter().map(satu).filter(|(_, isi)| !isi.is_empty()).collect()
    }

    fn ditarik(&self) -> &[Putusan] {
        self.umum.as_ref().map_or(&[], |u| &u.ditarik)
    }

    fn dasar(&self, d: &Putusan) -> String {
        kata::dasar(self.k, d)
    }

    fn gugur(&self, d: &Putusan) -> Option<(&'static str, String)> {
        kata::gugur(self.k, d, &self.berubah)
    }

    fn kembali(&self) -> String {
        format!("/hasil/{}", self.t.periode.kode)
    }

    fn sementara(&self) -> Option<String> {
        let semua = self.umum.as_ref().is_some_and(|u| u.diberi.iter().all(|d| d.divalidasi == 1));
        self.k.sementara(&self.t.periode.skema, self.divalidasi || semua)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let umum = umum::publik(&app.store, &t).await?;
    let diberi: Vec<&Putusan> = umum.iter().flat_map(|u| &u.diberi).collect();
    let berubah = kini::berubah(&app.store, &t, &diberi).await?;
    let pembinaan = pembinaan::publik(&app.store, &t).await?;
    let divalidasi = peringkat::publik(&app.store, &t).await?.divalidasi();
    segar(&k, &Halaman { k: &k, t: &t, umum, berubah, pembinaan, divalidasi })
}
