//! `/periode/{periode}/penghargaan`: the awards of a period and their announcement (`POST`; `_aksi=tarik` takes it back). Everybody of
//! the period may look; the organiser sets and decides, the penanggungjawab announces.

mod cetak;
mod isian;
pub(crate) mod kata;
mod keputusan;
mod kini;
pub(crate) mod piagam;
mod putusan;
mod rinci;

pub(crate) use cetak::Cetak;

use askama::Template;
use axum::extract::State;
use std::collections::HashSet;
use store::{
    StoreError,
    hak::{self, AksesPeriode},
    id::{PenghargaanId, PeriodeId},
    penghargaan::{
        self, Penghargaan,
        umum::{self, Umum},
    },
    periode::Periode,
};

use super::tab::Tab;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penghargaan", Akses::Peran(&[store::peran::Peran::Penanggungjawab]), umumkan);
    isian::rute(d);
    keputusan::rute(d);
    piagam::rute(d);
    rinci::rute(d);
    putusan::rute(d);
}

#[derive(Template)]
#[template(path = "periode/penghargaan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    daftar: Vec<Penghargaan>,
    /// Those with an announced decision whose figures do not stand.
    gugur: HashSet<PenghargaanId>,
    umum: Option<Umum>,
    /// Given and not announced.
    belum: usize,
    mengatur: bool,
    mengumumkan: bool,
    /// Why nothing can be set or decided now.
    tutup: Option<&'static str>,
}

impl Halaman<'_> {
    fn gugur(&self, g: &Penghargaan) -> bool {
        self.gugur.contains(&g.id)
    }

    fn diberi(&self) -> i64 {
        self.daftar.iter().map(|g| g.diberi).sum()
    }

    fn keadaan(&self) -> (Nada, &'static str) {
        match &self.umum {
            None => (Nada::Netral, "penghargaan-belum-diumumkan"),
            Some(u) if u.diumumkan() => (Nada::Baik, "penghargaan-diumumkan"),
            Some(_) => (Nada::Perhatian, "penghargaan-pengumuman-ditarik"),
        }
    }

    fn oleh(&self, kunci: &str, u: &Umum) -> String {
        self.k.a(kunci, [("waktu", self.k.waktu(&u.pada).into()), ("nama", u.oleh.clone().unwrap_or_default().into())])
    }

    fn diumumkan(&self) -> Option<&Umum> {
        self.umum.as_ref().filter(|u| u.diumumkan())
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    Ok(Halaman {
        k,
        f,
        p: &akses.periode,
        daftar: penghargaan::daftar(&app.store, &baca).await?,
        gugur: kini::gugur(app, &akses.periode.kode).await?,
        umum: umum::keadaan(&app.store, &baca).await?,
        belum: umum::belum_diumumkan(&app.store, &baca).await?,
        mengatur: akses.penyelenggara().is_ok(),
        mengumumkan: akses.penanggungjawab().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.periode.id, pekppp::Fase::Pemeringkatan).await?,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    let k = super::konteks(&app, k, &akses.periode, "penghargaan").await?;
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn umumkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.penanggungjawab()?;
    let k = super::konteks(&app, k, &akses.periode, "penghargaan").await?;
    let tarik = f.aksi() == "tarik";
    f.batasi("alasan", 1000);
    let alasan = if tarik { f.wajib("alasan", "alasan-wajib") } else { None };
    if f.sah() {
        let hasil = match &alasan {
            Some(alasan) => umum::tarik(&app.store, &hak, alasan).await,
            None => umum::umumkan(&app.store, &hak).await,
        };
        let pesan = if tarik { "penghargaan-pesan-ditarik" } else { "penghargaan-pesan-diumumkan" };
        match hasil {
            Ok(()) => return Alih::ke(format!("/periode/{id}/penghargaan")).pesan(pesan).into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if tarik { "alasan" } else { "umumkan" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
