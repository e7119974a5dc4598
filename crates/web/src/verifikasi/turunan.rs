//! `/verifikasi/{kode}/turunan` and `/bundel`: the derivation and the bundle of a published result, for everybody. Names of
//! evaluators, notes and evidence stay out; before publication these addresses do not exist.

use axum::{extract::State, response::Response};
use store::{
    StoreError,
    hasil::HasilBeku,
    lokus::Lokus,
    verifikasi::{self, Dokumen, Temuan},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lokus::hasil::{
        bundel,
        muat::tanpa_catatan,
        turunan::{Segel, Turunan},
    },
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/verifikasi/{kode}/turunan", Akses::Publik, lihat);
    d.get("/verifikasi/{kode}/bundel", Akses::Publik, unduh);
}

/// Whether the period of a document is published now.
pub(super) async fn terbit(app: &AppState, t: &Temuan) -> Hasil<bool> {
    Ok(store::verifikasi::terbit(&app.store, t.lokus.periode_id).await?)
}

async fn cari(app: &AppState, kode: &str) -> Hasil<(Lokus, HasilBeku)> {
    let t = verifikasi::cari(&app.store, kode).await?;
    let terbit = terbit(app, &t).await?;
    match t.dokumen {
        Dokumen::Hasil(h) if terbit && h.batal.is_none() => Ok((t.lokus, *h)),
        _ => Err(StoreError::TidakDitemukan.into()),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (lokus, beku) = cari(&app, &kode).await?;
    let k = k.ilustrasi(lokus.ilustrasi == 1).zona(&lokus.zona).bantuan("hasil");
    let isi = beku.bundel()?;
    let kembali = format!("/verifikasi/{}", beku.kode());
    let muatan = tanpa_catatan(&app.store, beku, isi).await?;
    let segel = Segel::beku(&muatan);
    tampil(&Turunan { k: &k, lokus: (&lokus).into(), muatan, segel, publik: true, kembali })
}

async fn unduh(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil<Response> {
    let (lokus, beku) = cari(&app, &kode).await?;
    bundel::kirim(&app, &beku, &lokus.kode).await
}
