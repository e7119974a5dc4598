//! What is said when a request to a public survey fails before there is a form to give back: the body cannot be read, is too
//! large or of another kind, or the server cannot answer. In the language of the survey, with what to do; to a script JSON.

use askama::Template;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use super::{
    bahasa::BahasaSurvei,
    cepat::tembolok::mungkin,
    kepala::{Jenis, Kepala},
};
use crate::middleware::galat;

/// What went wrong, as far as a citizen needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Masalah {
    Besar,
    Rusak,
    Jenis,
    Sering,
    Situs,
    TidakAda,
    Sibuk,
    Dalam,
}

impl Masalah {
    fn dari(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::Besar,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::Jenis,
            StatusCode::TOO_MANY_REQUESTS => Self::Sering,
            StatusCode::FORBIDDEN => Self::Situs,
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Self::TidakAda,
            StatusCode::SERVICE_UNAVAILABLE => Self::Sibuk,
            s if s.is_client_error() => Self::Rusak,
            _ => Self::Dalam,
        }
    }

    /// For the script of the page, which decides by it and by the status whether to try again.
    fn kata(self) -> &'static str {
        match self {
            Self::Besar => "terlalu-besar",
            Self::Rusak => "tidak-terbaca",
            Self::Jenis => "jenis-lain",
            Self::Sering => "terlalu-sering",
            Self::Situs => "situs-lain",
            Self::TidakAda => "tidak-ada",
            Self::Sibuk => "sibuk",
            Self::Dalam => "gangguan",
        }
    }

    /// Heading, what happened, what to do.
    fn kunci(self) -> [&'static str; 3] {
        match self {
            Self::Besar => ["survei-galat-besar", "survei-galat-besar-isi", "survei-galat-besar-lakukan"],
            Self::Rusak | Self::Jenis => ["survei-galat-rusak", "survei-galat-rusak-isi", "survei-galat-rusak-lakukan"],
            Self::Sering => ["survei-galat-sering", "survei-galat-sering-isi", "survei-galat-sering-lakukan"],
            Self::Situs => ["survei-galat-situs", "survei-galat-situs-isi", "survei-galat-situs-lakukan"],
            Self::TidakAda => ["survei-tidak-ada", "survei-tidak-ada-isi", "survei-tidak-ada-pindai"],
            Self::Sibuk => ["survei-galat-sibuk", "survei-galat-sibuk-isi", "survei-galat-sibuk-lakukan"],
            Self::Dalam => ["survei-galat-dalam", "survei-galat-dalam-isi", "survei-galat-dalam-lakukan"],
        }
    }

    /// Seconds after which another try makes sense.
    fn nanti(self) -> Option<u32> {
        match self {
            Self::Sering => Some(30),
            Self::Sibuk => Some(5),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "survei/galat.html")]
struct Halaman<'a> {
    h: &'a Kepala,
    judul: String,
    isi: String,
    lakukan: String,
    /// The survey has an address to go back to.
    ada: bool,
}

impl Halaman<'_> {
    fn sini(&self) -> String {
        if self.ada { self.h.dasar() } else { String::new() }
    }
}

/// A failed answer as a page of the survey, or as JSON; logs it as the ordinary error layer does.
pub(super) fn lukis(jalur: &str, bahasa: BahasaSurvei, json: bool, response: &Response) -> Response {
    galat::catat(&galat::dari(response));
    let status = response.status();
    let masalah = Masalah::dari(status);
    let [judul, isi, lakukan] = masalah.kunci().map(|k| bahasa.s(k));
    let mut jadi = if json {
        (status, Json(json!({ "galat": masalah.kata(), "judul": judul, "isi": isi, "lakukan": lakukan }))).into_response()
    } else {
        let (jenis, token) = alamat(jalur);
        let ada = !token.is_empty();
        let h = Kepala { jenis, token, unit: String::new(), instansi: String::new(), bahasa, ilustrasi: false };
        match (Halaman { h: &h, judul, isi, lakukan, ada }).render() {
            Ok(html) => super::cepat::html(status, html.into()),
            Err(e) => {
                tracing::error!(error = %e, "the error page of a survey itself failed");
                status.into_response()
            }
        }
    };
    if let Some(detik) = masalah.nanti() {
        jadi.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
    }
    jadi
}

/// Which survey an address belongs to; no token where it holds none that could be ours.
fn alamat(jalur: &str) -> (Jenis, String) {
    let mut bagian = jalur.trim_start_matches('/').split('/');
    let jenis = if bagian.next() == Some("f03") { Jenis::F03 } else { Jenis::Skm };
    (jenis, bagian.next().filter(|t| mungkin(t)).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUS: [u16; 10] = [400, 403, 404, 405, 413, 415, 422, 429, 500, 503];

    #[test]
    fn every_failure_says_what_to_do_in_every_language() {
        for bahasa in BahasaSurvei::SEMUA {
            for kode in STATUS {
                let masalah = Masalah::dari(StatusCode::from_u16(kode).unwrap());
                let teks = masalah.kunci().map(|k| bahasa.s(k));
                assert!(teks.iter().zip(masalah.kunci()).all(|(t, k)| t != k && t.len() > 8), "{kode} {bahasa:?}");
                if bahasa != BahasaSurvei::Id {
                    assert!(teks.iter().zip(masalah.kunci()).all(|(t, k)| *t != BahasaSurvei::Id.s(k)), "{kode} {bahasa:?}");
                }
            }
        }
    }

    #[test]
    fn only_an_address_of_ours_is_linked() {
        assert_eq!(alamat("/f03/abc123/jawaban"), (Jenis::F03, "abc123".into()));
        assert_eq!(alamat("/skm/%3Cscript%3E"), (Jenis::Skm, String::new()));
        assert_eq!(alamat("/"), (Jenis::Skm, String::new()));
    }
}
