//! `/survei/baru`: opens a round. Its buttons that only fill in or preview send the form and get it back.
//! `/survei/sampel`: the sample for a population, for the page while somebody types.

use axum::{
    extract::{Query, State},
    http::header,
    response::IntoResponse as _,
};
use store::{
    StoreError, hak,
    hak::Pelaku,
    id::{RondeId, UnitId},
    skm,
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
    d.get("/survei/baru", super::PENGELOLA, lihat);
    d.post("/survei/baru", super::PENGELOLA, buka);
    d.get("/survei/sampel", super::PENGELOLA, sampel);
}

#[derive(serde::Deserialize)]
struct Kueri {
    unit: Option<UnitId>,
}

async fn unit(app: &AppState, p: &Pelaku) -> Result<Vec<Opsi>, StoreError> {
    Ok(skm::unit_saya(&app.store, p).await?.into_iter().map(|u| Opsi::baru(u.id.to_string(), u.nama).bantu(u.instansi)).collect())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let unit = unit(&app, &pelaku).await?;
    let dipilih = q.unit.map(|u| u.to_string()).or_else(|| unit.first().filter(|_| unit.len() == 1).map(|o| o.nilai.clone()));
    let f = Formulir::isi([
        ("op", RondeId::baru().to_string()),
        ("unit", dipilih.unwrap_or_default()),
        ("edisi", isian::edisi(&Formulir::kosong())?.id.clone()),
        ("nomor0", String::new()),
        ("layanan0", String::new()),
    ]);
    tampil(&Halaman::baru(&k.bantuan("survei"), f, None, unit, &[])?)
}

async fn buka(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let k = k.bantuan("survei");
    let milik = unit(&app, &pelaku).await?;
    if let Some(f) = isian::tindakan(&k, &f, app.store.sekarang().hari(k.zona.nama())) {
        return tampil(&Halaman::baru(&k, f, None, milik, &[])?);
    }
    let id = f.nilai("op").parse().unwrap_or_else(|_| RondeId::baru());
    let dipilih = f.urai::<UnitId>("unit", "skm-salah-unit");
    if let (Some(isi), Some(unit)) = (isian::urai(&mut f), dipilih) {
        let hak = hak::unit(&app.store, &pelaku, unit).await?.pengelola_skm()?;
        let hasil = {
            let ditiadakan = isi.ditiadakan();
            skm::buat(&app.store, &hak, id, &isi.isi(&ditiadakan)).await
        };
        match hasil {
            Ok(id) => return Alih::ke(format!("/survei/{id}")).pesan("skm-dibuka").into(),
            Err(e) => di_medan_menurut(&mut f, e, isian::medan)?,
        }
    }
    tampil_salah(&Halaman::baru(&k, f, None, milik, &[])?)
}

#[derive(serde::Deserialize)]
struct KueriSampel {
    #[serde(default)]
    edisi: String,
    #[serde(default)]
    populasi: String,
}

async fn sampel(k: Konteks, Query(q): Query<KueriSampel>) -> Hasil {
    let f = Formulir::isi([("edisi", q.edisi)]);
    let teks = isian::sampel(&k, isian::edisi(&f)?, q.populasi.trim().parse().ok());
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "private, max-age=60")], teks).into_response())
}
