//! `/periode/{periode}/kesepakatan`: how far evaluators agree, who scores high or low, and how far F01, F02 and F03 are
//! apart; in plain words, for the organiser. Describes only: nothing here changes a score.

mod susun;

use askama::Template;
use axum::extract::State;
use store::{hak, id::PeriodeId, kesepakatan, periode::Periode};

use self::susun::{Sajian, susun};
use super::tab::Tab;
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/kesepakatan", super::PENYELENGGARA, lihat);
}

#[derive(Template)]
#[template(path = "periode/kesepakatan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    s: Sajian,
}

impl Halaman<'_> {
    fn dasar(&self) -> String {
        self.k.a("kesepakatan-dasar", [("lokus", self.s.lokus.into()), ("berdua", self.s.berdua.into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = super::konteks(&app, k, &hak.periode, "tindak-lanjut").await?;
    let bahan = kesepakatan::bahan(&app.store, &hak).await?;
    tampil(&Halaman { s: susun(&k, &bahan), p: &hak.periode, k: &k })
}
