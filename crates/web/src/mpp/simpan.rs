//! `/mpp/{mpp}/surel`: for how many days addresses of applicants are kept after the end of a case.

use askama::Template;
use axum::extract::State;
use store::{StoreError, hak::AksesMpp, id::UnitId, mpp::Mpp, permohonan::surel};

use super::rangka::Tab;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const KEPALA: Akses = Akses::Peran(&[store::peran::Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/surel", KEPALA, lihat);
    d.post("/mpp/{mpp}/surel", KEPALA, ubah);
}

#[derive(Template)]
#[template(path = "mpp/simpan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    op: String,
}

fn halaman<'a>(k: &'a Konteks, akses: &'a AksesMpp, f: Formulir) -> Halaman<'a> {
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    Halaman { k, f, m: &akses.mpp, tab: Tab::baru(k, akses, "ringkasan"), op }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kepala()?;
    let hari = surel::lama_simpan(app.store.baca(), id).await?;
    tampil(&halaman(&k, &akses, Formulir::isi([("hari", hari.to_string())])))
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let kepala = akses.kepala()?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if let Some(hari) = f.urai::<i64>("hari", "permohonan-simpan") {
        match surel::atur_simpan(&app.store, &kepala, op, hari).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/surel")).pesan("permohonan-simpan-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("hari", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&k, &akses, f))
}
