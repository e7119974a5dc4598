//! `/lokus/{lokus}/langsung`: a stream (server-sent events) that says which part of a lokus changed, and the quiet line on
//! a page that listens to it. It names parts only; what changed is read by loading the page again.

use askama::{Template, filters::HtmlSafe};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use store::{
    hak::{self, AksesLokus},
    id::LokusId,
};

use crate::{
    AppState,
    aliran::alirkan,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/langsung", Akses::Masuk, ikuti);
}

/// The line on a page. `untuk`: parts that the page shows, for example `"f02 f03"`.
#[derive(Template)]
#[template(path = "lokus/langsung.html")]
pub struct Pita<'a> {
    k: &'a Konteks,
    lokus: &'a LokusId,
    untuk: &'static str,
}

impl HtmlSafe for Pita<'_> {}

impl<'a> Pita<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, lokus: &'a LokusId, untuk: &'static str) -> Self {
        Self { k, lokus, untuk }
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// When the page was made, in microseconds.
    sejak: Option<i64>,
}

/// Parts of the lokus by topic. That F02 moves is told to those only who may see where it stands; an outside party hears of the
/// survey alone.
fn topik(a: &AksesLokus) -> Vec<(String, &'static str)> {
    let id = a.lokus.id;
    if a.hanya_survei() {
        return vec![(store::ronde::topik(id), "f03")];
    }
    let mut semua = vec![
        (store::f01::topik(id), "f01"),
        (store::ronde::topik(id), "f03"),
        (store::hasil::topik(id), "hasil"),
        (store::berita_acara::topik(id), "berita-acara"),
    ];
    if a.ditugaskan().is_ok() || a.penyelenggara().is_ok() || a.penanggungjawab().is_ok() {
        semua.push((store::f02::topik(id), "f02"));
    }
    semua
}

async fn ikuti(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    Query(kueri): Query<Kueri>,
    headers: HeaderMap,
) -> Hasil {
    let akses = hak::lokus_survei(&app.store, &pelaku, id).await?;
    let mut topik = topik(&akses);
    topik.push(crate::pemberitahuan::langsung::topik(pelaku.akun));
    alirkan(&app, &headers, topik, kueri.sejak, format!("/lokus/{id}")).await
}
