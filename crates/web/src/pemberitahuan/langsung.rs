//! The bell of an open page: a stream that says that a person's notices changed, and the bell alone, to be put in its place.
//! A page that already listens to something is told by its own stream, so a page never holds two.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse as _,
};
use store::{id::AkunId, pemberitahuan};

use crate::{
    AppState,
    aliran::alirkan,
    error::Hasil,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/pemberitahuan/langsung", Akses::Masuk, ikuti);
    d.get("/pemberitahuan/lonceng", Akses::Masuk, lonceng);
}

/// The topic that any stream of this person carries, with the name of the part.
#[must_use]
pub fn topik(akun: AkunId) -> (String, &'static str) {
    (pemberitahuan::topik(akun), "lonceng")
}

#[derive(serde::Deserialize)]
struct Kueri {
    sejak: Option<i64>,
}

async fn ikuti(State(app): State<AppState>, Orang(pelaku): Orang, Query(kueri): Query<Kueri>, headers: HeaderMap) -> Hasil {
    // Bells leave room for the pages on which people work together.
    if !app.langsung.lapang() {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response());
    }
    alirkan(&app, &headers, vec![topik(pelaku.akun)], kueri.sejak, "/pemberitahuan".to_owned()).await
}

#[derive(Template)]
#[template(path = "komponen/lonceng.html")]
struct Lonceng<'a> {
    k: &'a Konteks,
}

async fn lonceng(k: Konteks, _: Orang) -> Hasil {
    tampil(&Lonceng { k: &k })
}
