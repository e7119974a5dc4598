//! `/periode/{periode}/kesepakatan`: how far evaluators agree, who scores high or low, and how far F01, F02 and F03 are
//! apart; in plain words, for the organiser. Describes only: nothing here changes a score.

mod susun;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use store::{hak, id::PeriodeId, kesepakatan, periode::Periode};

pub(crate) use self::susun::Sajian;
use self::susun::susun;
use super::tab::Tab;
use crate::{AppState, Error, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/kesepakatan", super::PENYELENGGARA, lihat);
}

#[derive(Template)]
#[template(path = "periode/kesepakatan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    s: Arc<Sajian>,
}

impl Halaman<'_> {
    fn dasar(&self) -> String {
        self.k.a("kesepakatan-dasar", [("lokus", self.s.lokus.into()), ("berdua", self.s.berdua.into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = super::konteks(&app, k, &hak.periode, "tindak-lanjut").await?;
    let hitung = async || -> Result<Sajian, Error> { Ok(susun(&k, &kesepakatan::bahan(&app.store, &hak).await?)) };
    // Reading all sheets takes longer than a page may.
    let s = if super::besar(&app, id).await? {
        app.kesepakatan.dapat(app.store.sekarang(), format!("{} {id}", k.bahasa.kode()), hitung).await?
    } else {
        Arc::new(hitung().await?)
    };
    tampil(&Halaman { s, p: &hak.periode, k: &k })
}
