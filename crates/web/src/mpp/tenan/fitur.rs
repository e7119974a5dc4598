//! `POST /mpp/{mpp}/tenan/{tenan}/fitur`: records that a feature of the tenant's own system is connected, or (`_aksi=putus`) no
//! longer is.

use axum::extract::State;
use layanan::mpp::Fitur;
use store::{
    id::{TenanId, UnitId},
    tenan,
};

use super::rinci::{halaman, untuk_kepala};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::umum::{KEPALA, di_medan},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/tenan/{tenan}/fitur", KEPALA, ubah);
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, TenanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, id).await?;
    if let Some(fitur) = Fitur::dari_kunci(f.nilai("fitur")) {
        let medan = format!("tautan-{fitur}");
        let tautan = f.nilai(&medan).to_owned();
        let hasil = match f.aksi() {
            "putus" => tenan::putuskan(&app.store, &hak, t.id, fitur).await,
            _ => tenan::hubungkan(&app.store, &hak, t.id, fitur, &tautan).await,
        };
        match hasil {
            Ok(()) => return Alih::ke(format!("/mpp/{}/tenan/{}#fitur", id.0, t.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, &medan)?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}
