//! `/survei/{ronde}/ubah`: what may still change. Once answers are stored, their meaning may not.

use axum::{extract::State, response::Response};
use store::{
    StoreError, edisi, hak,
    hak::PengelolaRondeSkm,
    id::RondeId,
    skm::{self, layanan},
};

use super::isian::{self, Halaman};
use crate::{
    AppState, Error,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/ubah", super::PENGELOLA, lihat);
    d.post("/survei/{ronde}/ubah", super::PENGELOLA, simpan);
}

/// What is fixed: whether there are answers, and the services that they name.
struct Tetap {
    terisi: bool,
    terjawab: Vec<i64>,
}

async fn tetap(app: &AppState, hak: &PengelolaRondeSkm) -> Hasil<Tetap> {
    let c = app.store.baca();
    if skm::terbit(c, hak.ronde.id).await? {
        return Err(StoreError::Keadaan("skm-sudah-terbit").into());
    }
    let terisi = skm::terisi(c, hak.ronde.id).await?;
    Ok(Tetap { terisi, terjawab: layanan::terjawab(c, hak.ronde.id).await?.into_iter().collect() })
}

fn halaman<'a>(k: &'a Konteks, f: Formulir, hak: &'a PengelolaRondeSkm, t: &Tetap) -> Hasil<Halaman<'a>> {
    let mut h = Halaman::baru(k, f, Some(&hak.ronde), Vec::new(), &t.terjawab)?;
    h.terisi = t.terisi;
    Ok(h)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    let t = tetap(&app, &hak).await?;
    let edisi = edisi::skm(&app.store, &hak.ronde.edisi).await?;
    let f = isian::tersimpan(&hak.ronde, &edisi, &skm::layanan(app.store.baca(), id).await?);
    tampil(&halaman(&k, f, &hak, &t)?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    let t = tetap(&app, &hak).await?;
    if let Some(f) = isian::tindakan(&k, &f, super::hari_ini(&app, &hak.ronde)) {
        return tampil(&halaman(&k, f, &hak, &t)?);
    }
    let versi = f.nilai("versi").parse().unwrap_or(0);
    if let Some(isi) = isian::urai(&mut f) {
        let ditiadakan = isi.ditiadakan();
        match skm::ubah(&app.store, &hak, versi, &isi.isi(&ditiadakan)).await {
            Ok(()) => {
                app.survei.lupakan(id);
                return Alih::ke(format!("/survei/{id}")).pesan("skm-tersimpan").into();
            }
            Err(StoreError::Bentrok { versi, oleh, pada }) => return bentrok(&app, &k, &hak, f, (versi, oleh, pada), &t).await,
            Err(e) => di_medan_menurut(&mut f, e, isian::medan)?,
        }
    }
    tampil_salah(&halaman(&k, f, &hak, &t)?)
}

/// Somebody saved first: what he saved is shown beside what was typed, and saving again replaces it.
async fn bentrok(
    app: &AppState,
    k: &Konteks,
    hak: &PengelolaRondeSkm,
    mut f: Formulir,
    siapa: (i64, uuid::Uuid, store::Waktu),
    t: &Tetap,
) -> Result<Response, Error> {
    let kini = skm::dari_id(app.store.baca(), hak.ronde.id).await?;
    let kurun = super::kurun(k, &kini);
    let kini = vec![(k.s("skm-nama"), kini.nama), (k.s("skm-kurun-judul"), kurun), (k.s("skm-target"), kini.target.to_string())];
    let b = Bentrok::baru(app, k, &mut f, siapa, kini).await;
    let mut h = halaman(k, f, hak, t)?;
    h.bentrok = Some(b);
    tampil_salah(&h)
}
