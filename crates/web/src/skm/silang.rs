//! `/survei/{ronde}/silang?a=…&b=…`: the figure by one field of the profile (with every unsur) or by two. Groups below the
//! floor show neither figure nor number, and so do those that would give them away by difference.

mod tabel;

use askama::Template;
use axum::extract::{Query, State};
use store::{hak, id::RondeId, skm::RondeSkm};
use tabel::Tabel;

use super::{
    hasil::muat,
    konteks, kurun,
    sajian::{label_bidang, susunan},
    tab::Tab,
};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};
use store::skm::agregat::DIMENSI;

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/silang", super::PEMBACA, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    a: Option<String>,
    b: Option<String>,
}

/// A field in the choice, by key.
struct Pilihan {
    kunci: &'static str,
    label: String,
    a: bool,
    b: bool,
}

#[derive(Template)]
#[template(path = "skm/silang.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    pilihan: Vec<Pilihan>,
    dua: bool,
    tabel: Option<Tabel>,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let k = konteks(k, m.ronde());
    let cari = |kunci: Option<&str>| kunci.and_then(|x| DIMENSI.iter().position(|d| *d == x));
    let a = cari(q.a.as_deref()).unwrap_or(0);
    let b = cari(q.b.as_deref()).filter(|b| *b != a);
    let s = susunan(&m.edisi, &m.ronde().unsur)?;
    let tabel = match b {
        _ if m.agregat.pakai.n == 0 => None,
        Some(b) => Some(Tabel::silang(&k, &app.store, &s, &m, (a, b)).await?),
        None => Some(Tabel::unsur(&k, &s, &m, a)?),
    };
    let satu = |(i, kunci): (usize, &&'static str)| Pilihan { kunci, label: label_bidang(&k, i), a: i == a, b: Some(i) == b };
    let pilihan = DIMENSI.iter().enumerate().map(satu).collect();
    tampil(&Halaman { k: &k, ronde: m.ronde(), pilihan, dua: b.is_some(), tabel })
}
