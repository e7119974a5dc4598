//! `GET /lokus/{lokus}/bukti/{bukti}`: the file, for everyone who may see the lokus. Reached by its reference, never by its
//! hash; office files are only downloaded, pictures and PDF may be shown, in a sandbox.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Redirect, Response},
};
use store::{
    berkas::Tipe,
    bukti, hak,
    id::{BuktiId, LokusId},
    objek,
};
use tokio_util::io::ReaderStream;

use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

/// A shown file may not run, load or send anything. PDF viewers of browsers need no more than this.
const CSP: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'";

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/{bukti}", Akses::Masuk, unduh);
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    hak::lokus(&app.store, &pelaku, id).await?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    if let Some(tautan) = &b.tautan {
        return Ok(Redirect::to(tautan).into_response());
    }
    let (sidik, tipe) = b.objek.as_deref().zip(b.tipe()).ok_or(Error::TidakAda)?;
    kirim(&app, sidik, tipe, &b.nama, b.ukuran).await
}

/// A checked file as it was uploaded. The caller has made sure that the person may see what refers to it.
///
/// # Errors
/// When the file is not on disk.
pub async fn kirim(app: &AppState, sidik: &str, tipe: Tipe, nama: &str, ukuran: Option<i64>) -> Hasil {
    let berkas = tokio::fs::File::open(objek::jalur(&app.store, sidik)).await.map_err(|e| Error::Dalam(format!("object {sidik}: {e}")))?;
    let cara = if tipe.dapat_dilihat() { "inline" } else { "attachment" };
    let mut response = Response::new(Body::from_stream(ReaderStream::new(berkas)));
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static(tipe.mime()));
    h.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    h.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    h.insert(header::CONTENT_DISPOSITION, disposisi(cara, nama)?);
    if let Some(n) = ukuran {
        h.insert(header::CONTENT_LENGTH, HeaderValue::from(n));
    }
    Ok(response)
}

/// The name twice: in ASCII for old programs, and as it is (RFC 6266).
fn disposisi(cara: &str, nama: &str) -> Result<HeaderValue, Error> {
    let ascii: String = nama.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%".contains(c) || c == ' ' { c } else { '_' }).collect();
    let persen: String = nama
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-._".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    HeaderValue::from_str(&format!("{cara}; filename=\"{ascii}\"; filename*=UTF-8''{persen}")).map_err(|e| Error::Dalam(e.to_string()))
}
