//! A file made for whoever asks, to keep: its type and headers. The layer `middleware::keamanan` adds that no cache keeps it. What was
//! uploaded goes out by [`crate::berkas`], which streams it and asks the scanner; a PDF to look at by [`crate::tampil::pdf`].

use std::{convert::Infallible, fs::File, io, path::PathBuf};

use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse as _, Response},
};
use store::StoreError;
use tokio::sync::{Semaphore, mpsc};
use tokio_stream::{StreamExt as _, wrappers::ReceiverStream};
use tokio_util::io::ReaderStream;

use crate::{Error, publik::cetak::Giliran};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
pub const JSON: &str = "application/json";
/// Workbooks being made at once; each takes a whole core.
pub static BUKU: Semaphore = Semaphore::const_new(2);

/// `nama` is plain ASCII without quotes: made of codes, never what somebody typed.
pub fn kirim(tipe: &'static str, nama: &str, isi: impl Into<Body>) -> Response {
    let kepala = [(header::CONTENT_TYPE, tipe.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{nama}\""))];
    (kepala, isi.into()).into_response()
}

/// A file that was made before, by whoever may have it. Without one, or once it is gone, there is nothing here.
///
/// # Errors
/// `TidakAda`; what else the system says of the file is a fault, and is said.
pub async fn buka(jalur: Option<PathBuf>) -> Result<tokio::fs::File, Error> {
    tokio::fs::File::open(jalur.ok_or(Error::TidakAda)?).await.map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => Error::TidakAda,
        _ => StoreError::Berkas(e).into(),
    })
}

/// Written while it is sent: the next piece is made when the one before has left, so memory holds a piece and not the whole.
pub fn bertahap(tipe: &'static str, nama: &str, potong: impl Iterator<Item = String> + Send + 'static) -> Response {
    kirim(tipe, nama, Body::from_stream(tokio_stream::iter(potong.map(|p| Ok::<_, Infallible>(Bytes::from(p))))))
}

/// A workbook: `susun` makes it in a temporary file, which is then sent. The answer begins at once, so that a long one meets no time
/// limit; a fault cuts the line, so that no half file looks whole. `giliran`: a visitor's, given back once the workbook is made.
pub fn buku(nama: &str, giliran: Option<Giliran>, susun: impl FnOnce() -> io::Result<File> + Send + 'static) -> Response {
    let (ke, terima) = mpsc::channel::<io::Result<Bytes>>(2);
    tokio::spawn(async move {
        let Ok(izin) = BUKU.acquire().await else { return };
        // Nobody waits any more: then nothing needs to be made.
        if ke.is_closed() {
            return;
        }
        let berkas = match tokio::task::spawn_blocking(susun).await.map_err(io::Error::other).and_then(|h| h) {
            Ok(b) => b,
            Err(e) => {
                tracing::error!(error = %e, "a workbook could not be made");
                let _ = ke.send(Err(e)).await;
                return;
            }
        };
        // It is made: whoever reads it slowly keeps nobody else waiting.
        drop((izin, giliran));
        let mut baca = ReaderStream::with_capacity(tokio::fs::File::from_std(berkas), 64 * 1024);
        while let Some(potong) = baca.next().await {
            if ke.send(potong).await.is_err() {
                return;
            }
        }
    });
    kirim(XLSX, nama, Body::from_stream(ReceiverStream::new(terima)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_that_is_gone_is_not_there_and_any_other_fault_is_said() {
        let tmp = tempfile::tempdir().unwrap();
        let ada = tmp.path().join("a");
        std::fs::write(&ada, "x").unwrap();
        assert!(buka(Some(ada.clone())).await.is_ok());
        assert!(matches!(buka(None).await, Err(Error::TidakAda)));
        assert!(matches!(buka(Some(tmp.path().join("b"))).await, Err(Error::TidakAda)));
        assert!(matches!(buka(Some(ada.join("c"))).await, Err(e) if !matches!(e, Error::TidakAda)));
    }
}
