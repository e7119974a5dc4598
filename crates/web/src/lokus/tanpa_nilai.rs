//! `/lokus/{lokus}` in a scheme that does not score: what it leaves out, the earlier evaluations it looks back at, the team.

use askama::Template;
use store::{
    hak::{self, AksesLokus, Pelaku},
    lokus::{self, Lalu, Lokus},
    penugasan::{self, Penugasan},
};

use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, tampil::tampil};

#[derive(Template)]
#[template(path = "lokus/tanpa_nilai.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Lokus,
    lalu: Vec<Lalu>,
    evaluator: Vec<Penugasan>,
    periode: bool,
    /// Organises or appoints: sees who declared a conflict of interest.
    mengurus: bool,
    dasar: (&'static str, &'static str),
}

pub(super) async fn lihat(app: &AppState, k: &Konteks, pelaku: &Pelaku, akses: &AksesLokus) -> Hasil {
    let l = &akses.lokus;
    let skema = pekppp::Skema::dari_kunci(&l.skema).unwrap_or(pekppp::Skema::Pemantauan);
    tampil(&Halaman {
        k,
        l,
        lalu: lokus::lalu(app.store.baca(), l).await?,
        evaluator: penugasan::milik_lokus(&app.store, l.id).await?,
        mengurus: akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok(),
        periode: hak::periode(&app.store, pelaku, l.periode_id).await.is_ok(),
        dasar: crate::periode::skema::kepastian(skema),
    })
}
