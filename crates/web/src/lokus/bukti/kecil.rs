//! `GET /lokus/{lokus}/bukti/{bukti}/kecil`: the small picture of a picture, made when it is first looked at and kept. Who may
//! see the evidence may see it. A picture that cannot be made small gets the sign of a file.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use store::{
    berkas::Tipe,
    bukti, hak,
    id::{BuktiId, LokusId},
    objek,
};

use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

/// A sheet with a folded corner.
const TANDA: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#5b6b80" stroke-width="1.5"><path d="M7 3h7l4 4v14H7z"/><path d="M14 3v4h4"/></svg>"##;

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/{bukti}/kecil", Akses::Masuk, kecil);
}

/// Whether a list shows a small picture of it.
#[must_use]
pub fn bergambar(tipe: Option<Tipe>) -> bool {
    matches!(tipe, Some(Tipe::Jpeg | Tipe::Png | Tipe::Webp))
}

async fn kecil(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    hak::lokus(&app.store, &pelaku, id).await?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    let sidik = b.objek.as_deref().filter(|_| bergambar(b.tipe())).ok_or(Error::TidakAda)?;
    store::pindai::boleh(&app.store, sidik).await?;
    let isi = match objek::kecil(&app.store, sidik) {
        Some(isi) => isi,
        None => buat(&app, sidik).await?,
    };
    Ok(kirim(isi))
}

async fn buat(app: &AppState, sidik: &str) -> Hasil<Vec<u8>> {
    let isi = match app.pencetak.kecilkan(objek::lokal(&app.store, sidik)?).await {
        Ok(isi) => isi,
        // Of the picture, not of this moment: an empty file says not to try again.
        Err(dokumen::Error::Gambar(sebab)) => {
            tracing::info!(sidik, sebab, "no small picture of this file");
            Vec::new()
        }
        Err(dokumen::Error::PekerjaBerhenti(sebab)) => {
            tracing::warn!(sidik, sebab, "the worker ended over this picture");
            Vec::new()
        }
        Err(e) => return Err(e.into()),
    };
    if let Err(e) = objek::simpan_kecil(&app.store, sidik, &isi) {
        // It is shown all the same, and made again the next time.
        tracing::warn!(error = %e, "a small picture could not be kept");
    }
    Ok(isi)
}

fn kirim(isi: Vec<u8>) -> Response {
    if isi.is_empty() {
        return ([(header::CONTENT_TYPE, "image/svg+xml; charset=utf-8")], TANDA).into_response();
    }
    ([(header::CONTENT_TYPE, "image/jpeg")], isi).into_response()
}
