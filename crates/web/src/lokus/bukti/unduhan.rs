//! `GET /lokus/{lokus}/bukti/{bukti}`: the file, for everyone who may see the lokus. Reached by its reference, never by its
//! hash; office files are only downloaded, pictures and PDF may be shown, in a sandbox.

use axum::{
    extract::State,
    response::{IntoResponse as _, Redirect},
};
use store::{
    bukti, hak,
    id::{BuktiId, LokusId},
};

use crate::{
    AppState, Error, berkas,
    error::Hasil,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/{bukti}", Akses::Masuk, unduh);
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    hak::lokus(&app.store, &pelaku, id).await?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    if let Some(tautan) = &b.tautan {
        return Ok(Redirect::to(&crate::tampil::alamat(tautan)).into_response());
    }
    let (sidik, tipe) = b.objek.as_deref().zip(b.tipe()).ok_or(Error::TidakAda)?;
    berkas::kirim(&app, sidik, tipe, &b.nama).await
}
