//! `/lokus/{lokus}/f03/bundel/{bundel}`: one paper bundle: its scan, and its rejection by the evaluator (`POST …/penolakan`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::{BundelId, LokusId},
    lokus::Lokus,
    objek,
    ronde::kertas::{self, Bundel},
};

use crate::{
    AppState, Error, berkas,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f03/bundel/{bundel}/pindaian", Akses::Masuk, pindaian);
    d.get("/lokus/{lokus}/f03/bundel/{bundel}/penolakan", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/f03/bundel/{bundel}/penolakan", Akses::Masuk, tolak);
}

#[derive(Template)]
#[template(path = "lokus/f03/penolakan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    bundel: &'a Bundel,
}

async fn cari(app: &AppState, lokus: LokusId, id: BundelId) -> Result<Bundel, StoreError> {
    let semua = kertas::daftar(app.store.baca(), lokus).await?;
    semua.into_iter().find(|b| b.id == id).ok_or(StoreError::TidakDitemukan)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, bundel)): Jalur<(LokusId, BundelId)>) -> Hasil {
    let akses = store::hak::lokus_survei(&app.store, &pelaku, id).await?;
    let hak = akses.evaluator()?;
    let bundel = cari(&app, id, bundel).await?;
    if bundel.oleh == hak.pelaku().akun {
        return Err(StoreError::Keadaan("f03-bundel-sendiri").into());
    }
    let k = k.ilustrasi(akses.lokus.ilustrasi == 1).zona(&akses.lokus.zona).bantuan("f03");
    tampil(&Halaman { k: &k, f: Formulir::kosong(), lokus: &akses.lokus, bundel: &bundel })
}

async fn tolak(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, bundel)): Jalur<(LokusId, BundelId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = store::hak::lokus_survei(&app.store, &pelaku, id).await?;
    let hak = akses.evaluator()?;
    let Some(alasan) = f.wajib("alasan", "f03-alasan-wajib") else {
        let bundel = cari(&app, id, bundel).await?;
        let k = k.ilustrasi(akses.lokus.ilustrasi == 1).bantuan("f03");
        return tampil_salah(&Halaman { k: &k, f, lokus: &akses.lokus, bundel: &bundel });
    };
    kertas::tolak(&app.store, &hak, bundel, &alasan).await?;
    Alih::ke(format!("/lokus/{id}/f03")).pesan("f03-ditolak-pesan").into()
}

/// The scan, to be looked at beside the answers. Only types that were checked by content are ever stored.
async fn pindaian(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bundel)): Jalur<(LokusId, BundelId)>) -> Hasil {
    store::hak::lokus_survei(&app.store, &pelaku, id).await?;
    let bundel = cari(&app, id, bundel).await?;
    let tipe = objek::tipe(app.store.baca(), &bundel.objek).await?.ok_or(Error::TidakAda)?;
    berkas::kirim(&app, &bundel.objek, tipe, &bundel.nama_berkas).await
}
