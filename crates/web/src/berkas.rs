//! Giving out an object that was uploaded: streamed from disk, with headers under which a shown file can do nothing. Who may have
//! it is decided by the caller; nothing here knows a right. What Prima itself printed goes out through `tampil::pdf`.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use store::{Store, berkas::Tipe, objek, pengaduan::Lampiran, permohonan::BerkasMasuk, pindai};
use tokio_util::io::ReaderStream;

use crate::{AppState, Error, error::Hasil};

/// A shown file may not run, load or send anything. PDF viewers of browsers need no more than this.
const CSP: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'";

/// The file under a hash, by the name that people know it by. Office files are only downloaded; pictures and PDF may be shown.
///
/// # Errors
/// When the file cannot be read, is not what was stored, or is held back by the virus scanner.
pub async fn kirim(app: &AppState, sidik: &str, tipe: Tipe, nama: &str) -> Hasil {
    let gagal = |e: std::io::Error| Error::Dalam(format!("object {sidik}: {e}"));
    pindai::boleh(&app.store, sidik).await?;
    // Nobody is given a file that is not the one that was uploaded.
    let (store, sidik_) = (app.store.clone(), sidik.to_owned());
    let ukuran = tokio::task::spawn_blocking(move || objek::utuh(&store, &sidik_)).await.map_err(|e| Error::Dalam(e.to_string()))??;
    let berkas = tokio::fs::File::open(objek::jalur(&app.store, sidik)).await.map_err(gagal)?;
    jawab(Body::from_stream(ReaderStream::new(berkas)), ukuran, tipe, nama)
}

/// The file of a report, which lies sealed: opened whole, so at most as large as an upload.
///
/// # Errors
/// As [`kirim`].
pub async fn kirim_lampiran(app: &AppState, l: Lampiran) -> Hasil {
    let (tipe, nama, objek) = (l.tipe(), l.nama.clone(), l.objek.clone());
    tersegel(app, (tipe, &nama, &objek), move |s| l.isi(s)).await
}

/// The same of a paper of a case.
///
/// # Errors
/// As [`kirim`].
pub async fn kirim_masuk(app: &AppState, b: BerkasMasuk) -> Hasil {
    let (tipe, nama, objek) = (b.tipe(), b.nama.clone(), b.objek.clone());
    tersegel(app, (tipe, &nama, &objek), move |s| b.isi(s)).await
}

async fn tersegel(
    app: &AppState,
    (tipe, nama, sidik): (Option<Tipe>, &str, &str),
    buka: impl FnOnce(&Store) -> store::Hasil<Vec<u8>> + Send + 'static,
) -> Hasil {
    pindai::boleh(&app.store, sidik).await?;
    let (tipe, store) = (tipe.ok_or(Error::TidakAda)?, app.store.clone());
    let isi = tokio::task::spawn_blocking(move || buka(&store)).await.map_err(|e| Error::Dalam(e.to_string()))??;
    let ukuran = u64::try_from(isi.len()).unwrap_or_default();
    jawab(Body::from(isi), ukuran, tipe, nama)
}

fn jawab(isi: Body, ukuran: u64, tipe: Tipe, nama: &str) -> Hasil {
    let cara = if tipe.dapat_dilihat() { "inline" } else { "attachment" };
    let mut response = Response::new(isi);
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static(tipe.mime()));
    h.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    h.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    h.insert(header::CONTENT_DISPOSITION, disposisi(cara, nama)?);
    h.insert(header::CONTENT_LENGTH, HeaderValue::from(ukuran));
    Ok(response)
}

/// The name twice: in ASCII for old programs, and as it is (RFC 6266).
fn disposisi(cara: &str, nama: &str) -> Result<HeaderValue, Error> {
    let ascii: String = nama.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%".contains(c) || c == ' ' { c } else { '_' }).collect();
    let persen = crate::lembar::persen(nama);
    HeaderValue::from_str(&format!("{cara}; filename=\"{ascii}\"; filename*=UTF-8''{persen}")).map_err(|e| Error::Dalam(e.to_string()))
}
