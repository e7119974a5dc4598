//! The one error type of the pages, and its one translation to a status. Handlers return it with `?`; the error layer
//! (`middleware::galat`) logs it once and shows the page. Faults in a form are no error: see `formulir`.

use std::io::ErrorKind;

use axum::{
    extract::multipart::{MultipartError, MultipartRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use store::StoreError;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Unknown, or outside the scope of the person: the same page, so that nobody learns that it exists.
    #[error("not found")]
    TidakAda,
    #[error("method not allowed")]
    CaraSalah,
    #[error("not signed in")]
    BelumMasuk,
    /// Signed in and allowed to see, but not to do this.
    #[error("forbidden: needs {0}")]
    TidakBerhak(&'static str),
    #[error("cross-site request refused")]
    LintasSitus,
    /// The state changed meanwhile (phase closed, someone else was first); the key says what.
    #[error("conflict: {0}")]
    Bentrok(&'static str),
    #[error("body too large")]
    TerlaluBesar,
    /// A body of a kind that this address does not take.
    #[error("content type not taken")]
    JenisLain,
    /// Not even parsable as a form; a browser never sends it.
    #[error("bad request: {0}")]
    Rusak(String),
    #[error("too many requests")]
    TerlaluSering,
    /// So many of one kind from one source; again after so many seconds.
    #[error("too many requests, again in {0} s")]
    Nanti(u64),
    #[error("time limit")]
    Lama,
    #[error("panic")]
    Panik,
    #[error("template: {0}")]
    Templat(#[from] askama::Error),
    #[error("{0}")]
    Dalam(String),
    #[error("nothing was saved: {0}")]
    TidakTersimpan(String),
    /// The object store is away: a file can be neither kept nor fetched.
    #[error("the object store does not answer")]
    GudangJauh,
    /// The connection to the database broke during the commit.
    #[error("unknown whether it was saved")]
    TakPasti,
    /// What is stored cannot be read any more: a damaged database, a file that is gone or was changed.
    #[error("stored data is damaged: {0}")]
    DataRusak(String),
    /// Maintenance mode: pages are read, nothing is written.
    #[error("maintenance")]
    Pemeliharaan,
}

/// What the error layer needs to show and log an error; travels in the response's extensions.
#[derive(Clone, Debug)]
pub struct Galat {
    pub status: StatusCode,
    /// Catalogue keys of the heading and of what to do.
    pub judul: &'static str,
    pub isi: &'static str,
    /// For the log only.
    pub rincian: String,
    /// The right that was missing, for the audit log.
    pub hak: Option<&'static str>,
}

impl Galat {
    /// Nothing of the request was stored, and sending it again later is right.
    #[must_use]
    pub fn tidak_tersimpan(&self) -> bool {
        matches!(self.judul, "umum-tidak-tersimpan-judul" | "umum-pemeliharaan-judul" | "umum-gudang-judul")
    }
}

impl Error {
    fn galat(&self) -> Galat {
        use StatusCode as S;
        let (status, judul, isi) = match self {
            Self::TidakAda => (S::NOT_FOUND, "umum-404-judul", "umum-404-isi"),
            Self::CaraSalah => (S::METHOD_NOT_ALLOWED, "umum-405-judul", "umum-405-isi"),
            Self::BelumMasuk => (S::UNAUTHORIZED, "umum-401-judul", "umum-401-isi"),
            Self::TidakBerhak(_) => (S::FORBIDDEN, "umum-403-judul", "umum-403-isi"),
            Self::LintasSitus => (S::FORBIDDEN, "umum-lintas-judul", "umum-lintas-isi"),
            Self::Bentrok(isi @ ("berkas-menunggu" | "berkas-terinfeksi")) => (S::CONFLICT, "berkas-ditahan-judul", *isi),
            Self::Bentrok(isi) => (S::CONFLICT, "umum-409-judul", *isi),
            Self::TerlaluBesar => (S::PAYLOAD_TOO_LARGE, "umum-413-judul", "umum-413-isi"),
            Self::JenisLain => (S::UNSUPPORTED_MEDIA_TYPE, "umum-400-judul", "umum-400-isi"),
            Self::Rusak(_) => (S::BAD_REQUEST, "umum-400-judul", "umum-400-isi"),
            Self::TerlaluSering => (S::TOO_MANY_REQUESTS, "umum-429-judul", "umum-429-isi"),
            Self::Nanti(_) => (S::TOO_MANY_REQUESTS, "umum-429-judul", "umum-429-nanti"),
            Self::Lama => (S::SERVICE_UNAVAILABLE, "umum-503-judul", "umum-503-isi"),
            Self::TidakTersimpan(_) => (S::SERVICE_UNAVAILABLE, "umum-tidak-tersimpan-judul", "umum-tidak-tersimpan-isi"),
            Self::GudangJauh => (S::SERVICE_UNAVAILABLE, "umum-gudang-judul", "umum-gudang-isi"),
            Self::TakPasti => (S::SERVICE_UNAVAILABLE, "umum-tak-pasti-judul", "umum-tak-pasti-isi"),
            Self::Pemeliharaan => (S::SERVICE_UNAVAILABLE, "umum-pemeliharaan-judul", "umum-pemeliharaan-isi"),
            Self::DataRusak(_) => (S::INTERNAL_SERVER_ERROR, "umum-data-rusak-judul", "umum-data-rusak-isi"),
            Self::Panik | Self::Templat(_) | Self::Dalam(_) => (S::INTERNAL_SERVER_ERROR, "umum-500-judul", "umum-500-isi"),
        };
        let hak = if let Self::TidakBerhak(hak) = self { Some(*hak) } else { None };
        Galat { status, judul, isi, rincian: self.to_string(), hak }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let galat = self.galat();
        let mut response = galat.status.into_response();
        if let Self::Nanti(detik) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
        }
        response.extensions_mut().insert(galat);
        response
    }
}

impl From<StoreError> for Error {
    fn from(e: StoreError) -> Self {
        match e {
            StoreError::TidakDitemukan => Self::TidakAda,
            StoreError::Ditolak(hak) => Self::TidakBerhak(hak),
            StoreError::SudahAda(_) => Self::Bentrok("umum-409-sudah-ada"),
            StoreError::Keadaan(kunci) => Self::Bentrok(kunci),
            StoreError::Bentrok { .. } => Self::Bentrok("umum-409-versi"),
            StoreError::OperasiLain => Self::Bentrok("umum-409-operasi"),
            StoreError::Sibuk | StoreError::DiskPenuh => Self::TidakTersimpan(e.to_string()),
            StoreError::Berkas(e) if matches!(e.kind(), ErrorKind::StorageFull | ErrorKind::ReadOnlyFilesystem) => {
                Self::TidakTersimpan(e.to_string())
            }
            StoreError::GudangJauh => Self::GudangJauh,
            StoreError::TakPasti => Self::TakPasti,
            StoreError::Rusak(apa) => Self::DataRusak(apa),
            StoreError::Tertahan(_) => Self::DataRusak(e.to_string()),
            StoreError::Berkas(_) | StoreError::Basis(_) => Self::Dalam(e.to_string()),
        }
    }
}

impl From<dokumen::Error> for Error {
    fn from(e: dokumen::Error) -> Self {
        match e {
            dokumen::Error::Sibuk(_) | dokumen::Error::BatasWaktu(_) => Self::Lama,
            lain => Self::Dalam(lain.to_string()),
        }
    }
}

impl From<MultipartError> for Error {
    fn from(e: MultipartError) -> Self {
        if e.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TerlaluBesar } else { Self::Rusak(e.body_text()) }
    }
}

impl From<MultipartRejection> for Error {
    fn from(e: MultipartRejection) -> Self {
        Self::Rusak(e.body_text())
    }
}

/// What a handler returns.
pub type Hasil<T = Response> = Result<T, Error>;

#[cfg(test)]
mod tests {
    use super::*;

    /// One cause, one name: with the object store away nobody is told that the database is busy.
    #[test]
    fn an_object_store_that_is_away_has_a_page_of_its_own() {
        let r = Error::from(StoreError::GudangJauh).into_response();
        let g = r.extensions().get::<Galat>().unwrap();
        assert_eq!((r.status(), g.judul), (StatusCode::SERVICE_UNAVAILABLE, "umum-gudang-judul"));
        assert!(g.tidak_tersimpan(), "the form comes back");
    }
}
