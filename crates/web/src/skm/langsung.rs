//! `/survei/{ronde}/langsung`: a stream that says that a round changed. A page marks with `data-segar` (and an id) what is
//! to be fetched anew then.

use askama::{Template, filters::HtmlSafe};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use store::{hak, id::RondeId, skm};

use crate::{AppState, aliran::alirkan, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/langsung", super::PEMBACA, ikuti);
}

/// The quiet part of a page that listens.
#[derive(Template)]
#[template(path = "skm/langsung.html")]
pub struct Segar<'a> {
    k: &'a Konteks,
    ronde: &'a RondeId,
}

impl HtmlSafe for Segar<'_> {}

impl<'a> Segar<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, ronde: &'a RondeId) -> Self {
        Self { k, ronde }
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// When the page was made, in microseconds.
    sejak: Option<i64>,
}

async fn ikuti(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<RondeId>,
    Query(kueri): Query<Kueri>,
    headers: HeaderMap,
) -> Hasil {
    hak::ronde_skm(&app.store, &pelaku, id).await?;
    alirkan(
        &app,
        &headers,
        vec![(skm::topik(id), "ronde"), crate::pemberitahuan::langsung::topik(pelaku.akun)],
        kueri.sejak,
        format!("/survei/{id}"),
    )
    .await
}
