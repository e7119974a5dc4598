//! `POST /periode/{periode}/kategori`: one spelling for each ranking category of a period, and the note that asks for it. New ones are
//! kept alike as they are typed; a period from before that may hold several.

use axum::extract::State;
use store::{hak, id::PeriodeId, lokus};

use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::Alih};

pub fn rute(d: &mut Daftar) {
    d.post("/periode/{periode}/kategori", super::PENYELENGGARA, samakan);
}

/// Categories that are spelled in more than one way, a sentence each.
pub(super) fn beda(k: &Konteks, kategori: &[String]) -> Vec<String> {
    let satu = |e: Vec<String>| e.iter().map(|x| format!("\u{201c}{x}\u{201d}")).collect::<Vec<_>>().join(", ");
    lokus::beda_ejaan(kategori).into_iter().map(|e| k.n("periode-kategori-beda", "ejaan", satu(e))).collect()
}

async fn samakan(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    lokus::samakan(&app.store, &hak).await?;
    Alih::ke(format!("/periode/{id}")).pesan("periode-kategori-disamakan").into()
}
