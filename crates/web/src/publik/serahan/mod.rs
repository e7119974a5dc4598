//! `/serahan/{terima}`: a publication that a region handed in and the ministry validated. Its figures stand in the national ranking, so
//! anyone may have the file (`/berkas`) and each result in it (`hasil`): the signed file, the derivation, the check in the own browser.

mod hasil;
mod satu;
pub(crate) mod unit;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use store::{
    diterima::{self, Diterima},
    id::TerimaId,
};

use super::terbitan::kirim_zip;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    satu::rute(d);
    d.get("/serahan/{terima}/berkas", Akses::Publik, unduh);
    hasil::rute(d);
}

#[derive(Template)]
#[template(path = "publik/serahan/ditarik.html")]
struct Ditarik<'a> {
    k: &'a Konteks,
    d: &'a Diterima,
}

fn nama(d: &Diterima) -> String {
    format!("terbitan-{}-versi-{}.zip", d.periode_kode, d.nomor)
}

/// The publication with the words of its pages; `Err`: the page that says that its validation was taken back.
async fn buka(app: &AppState, k: Konteks, id: TerimaId) -> Result<Result<(Diterima, Konteks), Response>, Error> {
    let d = diterima::umum(&app.store, id).await?;
    let k = k.ilustrasi(d.ilustrasi == 1).bantuan("serahan");
    if d.valid() {
        return Ok(Ok((d, k)));
    }
    // Kept nowhere: it may be validated again as another version.
    Ok(Err((StatusCode::GONE, tampil(&Ditarik { k: &k, d: &d })?).into_response()))
}

/// The file, byte for byte as it was received.
async fn unduh(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<TerimaId>) -> Hasil {
    match buka(&app, k, id).await? {
        Ok((d, _)) => kirim_zip(&app, &diterima::berkas_umum(&app.store, &d).await?, &nama(&d)).await,
        Err(ditarik) => Ok(ditarik),
    }
}
