//! `/layanan/{layanan}/penutupan`: the service is no longer given.

use askama::Template;
use axum::extract::State;
use store::{
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
    d.get("/layanan/{layanan}/penutupan", super::KEPALA, lihat);
    d.post("/layanan/{layanan}/penutupan", super::KEPALA, tutup);
}

#[derive(Template)]
#[template(path = "layanan/penutupan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Layanan,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kepala_layanan()?;
    tampil(&Halaman { k: &k, f: Formulir::kosong(), l: &l })
}

async fn tutup(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LayananId>, mut f: Formulir) -> Hasil {
    let (l, akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala_layanan()?;
    let alasan = f.wajib("alasan", "layanan-alasan-wajib");
    f.batasi("alasan", 1_000);
    if let (Some(alasan), true) = (alasan, f.sah()) {
        match layanan::tutup(&app.store, &hak, id, &alasan).await {
            Ok(()) => return Alih::ke(format!("/layanan/{id}")).pesan("layanan-ditutup").into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("alasan"))?,
        }
    }
    tampil_salah(&Halaman { k: &k, f, l: &l })
}
