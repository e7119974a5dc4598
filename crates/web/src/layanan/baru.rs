//! `/layanan/baru`: a new service as a draft.

use axum::extract::{Query, State};
use store::{
    hak,
    hak::Pelaku,
    id::{LayananId, UnitId},
    layanan::{self, Isi},
};

use super::isian::{self, Halaman};
use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/baru", super::PENGELOLA, lihat);
    d.post("/layanan/baru", super::PENGELOLA, buat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    unit: Option<UnitId>,
}

async fn unit(app: &AppState, p: &Pelaku) -> Hasil<Vec<Opsi>> {
    let milik = layanan::unit_saya(&app.store, p).await?;
    Ok(milik.into_iter().map(|u| Opsi::baru(u.id.to_string(), u.nama).bantu(u.instansi)).collect())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let k = k.bantuan("layanan");
    let unit = unit(&app, &pelaku).await?;
    let dipilih = q.unit.map(|u| u.to_string()).or_else(|| unit.first().filter(|_| unit.len() == 1).map(|o| o.nilai.clone()));
    let mut f = isian::tersimpan(&Isi::default(), 0);
    f.taruh("op", LayananId::baru().to_string());
    f.taruh("unit", dipilih.unwrap_or_default());
    tampil(&Halaman::baru(&k, f, None, unit))
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let k = k.bantuan("layanan");
    let id = f.nilai("op").parse().unwrap_or_else(|_| LayananId::baru());
    let dipilih = f.urai::<UnitId>("unit", "layanan-unit-salah");
    if let (Some(isi), Some(unit)) = (isian::urai(&mut f), dipilih) {
        let hak = hak::unit(&app.store, &pelaku, unit).await?.pengelola_layanan()?;
        match layanan::buat(&app.store, &hak, id, &isi, app.ilustrasi).await {
            Ok(id) => return Alih::ke(format!("/layanan/{id}")).pesan("layanan-dibuat").into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("nama"))?,
        }
    }
    let unit = unit(&app, &pelaku).await?;
    tampil_salah(&Halaman::baru(&k, f, None, unit))
}
