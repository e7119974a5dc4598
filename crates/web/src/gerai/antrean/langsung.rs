//! `/gerai/{gerai}/antrean/langsung`: says that the line changed; the screen is then fetched anew. It carries the bell as well.

use axum::{extract::State, http::HeaderMap, response::sse::Event};
use futures_util::stream;
use store::{antrean, id::GeraiId};
use tokio::sync::broadcast::error::RecvError;

use crate::{
    AppState,
    antrean::aliran::{Siapa, alirkan},
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/gerai/{gerai}/antrean/langsung", super::BACA, ikuti);
}

async fn ikuti(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, headers: HeaderMap) -> Hasil {
    let (akses, _) = super::buka(&app, k, &pelaku, id).await?;
    if akses.pelaksana().is_err() {
        akses.depan()?;
    }
    let ikut = app.langsung.ikut_balai(&app.store);
    let lonceng = crate::pemberitahuan::langsung::topik(pelaku.akun);
    let balai = (antrean::topik_balai(akses.mpp.mpp.unit_id), "antrean");
    let topik = vec![(antrean::topik(id), "antrean"), balai, lonceng];
    let isi = stream::unfold((ikut, topik), |(mut ikut, topik)| async move {
        loop {
            let bagian = match ikut.kabar.recv().await {
                Ok(k) => topik.iter().find(|(t, _)| *t == k.topik).map(|(_, b)| *b),
                // What was missed is read with the page.
                Err(RecvError::Lagged(_)) => Some("antrean"),
                Err(RecvError::Closed) => return None,
            };
            if let Some(b) = bagian {
                return Some((Event::default().event("perubahan").data(b), (ikut, topik)));
            }
        }
    });
    alirkan(&app, &headers, super::alamat(id), Siapa::Petugas, isi)
}
