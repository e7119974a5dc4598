//! `/layanan/{layanan}/tinjauan`: the standard in force was looked at and stays.

use askama::Template;
use axum::extract::State;
use jiff::{ToSpan, civil::Date};
use store::{
    StoreError,
    id::LayananId,
    layanan::{self, Layanan},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/{layanan}/tinjauan", super::KEPALA, lihat);
    d.post("/layanan/{layanan}/tinjauan", super::KEPALA, catat);
}

#[derive(Template)]
#[template(path = "layanan/tinjauan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Layanan,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kepala_layanan()?;
    let kini = app.store.sekarang().hari(&l.zona);
    layanan::berlaku(app.store.baca(), id, kini).await?.ok_or(StoreError::Keadaan("standar-belum-berlaku"))?;
    let f = Formulir::isi([("berikut", kini.saturating_add(1.year()).to_string())]);
    tampil(&Halaman { k: &k, f, l: &l })
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, mut f: Formulir) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala_layanan()?;
    let catatan = f.wajib("catatan", "layanan-catatan-wajib");
    f.batasi("catatan", 1_000);
    let berikut = f.urai::<Date>("berikut", "layanan-tanggal-salah");
    if let (Some(catatan), Some(berikut), true) = (catatan, berikut, f.sah()) {
        match layanan::tinjau(&app.store, &hak, id, &catatan, berikut).await {
            Ok(()) => return Alih::ke(format!("/layanan/{id}")).pesan("layanan-ditinjau").into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("berikut"))?,
        }
    }
    tampil_salah(&Halaman { k: &k, f, l: &l })
}
