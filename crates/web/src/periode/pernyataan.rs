//! `/periode/{periode}/pernyataan`: what the evaluators declared about conflicts of interest, and who has not.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::PeriodeId,
    periode::Periode,
    persiapan::benturan::{self, Baris},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/pernyataan", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "periode/pernyataan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    baris: Vec<Baris>,
    ada: bool,
    /// Reasons may be personal: for those who appoint and organise only.
    mengurus: bool,
    lembar: Lembar,
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
}

impl Halaman<'_> {
    fn keadaan(&self, b: &Baris) -> (&'static str, Nada) {
        match b.jawaban.as_deref() {
            Some("ada") => ("benturan-ya", Nada::Bahaya),
            Some(_) => ("benturan-tidak", Nada::Baik),
            None => ("benturan-belum-nyata", Nada::Perhatian),
        }
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let baca = akses.pembaca();
    let baris = benturan::milik_periode(&app.store, &baca, lewati(q.h), BATAS).await?;
    let (semua, ada) = benturan::banyak(&app.store, &baca).await?;
    tampil(&Halaman {
        lembar: k.lembar(q.h, baris.len(), semua, ""),
        ada: ada > 0,
        mengurus: akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok(),
        p: &akses.periode,
        tab: "persiapan",
        k: &k,
        baris,
    })
}
