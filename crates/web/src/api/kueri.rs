//! The query of an operation. What cannot be read is named, so that whoever writes a program need not guess which of his parameters it is.

use axum::{
    extract::{FromRequestParts, Query},
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::masalah::dengan;
use crate::{AppState, Error, bahasa::Bahasa};

/// As axum's `Query`, with a problem document that names the parameter (`parameter`).
pub(super) struct Kueri<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<AppState> for Kueri<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Response> {
        Query::from_request_parts(parts, app).await.map(|Query(q)| Self(q)).map_err(|e| {
            let apa = e.body_text();
            nama(&apa).map_or_else(|| Error::Rusak(apa.clone()).into_response(), salah)
        })
    }
}

/// This parameter is none of what it may be.
pub(super) fn salah(nama: &str) -> Response {
    let isi = Bahasa::default().a("api-parameter", [("nama", nama.into())]);
    dengan(StatusCode::BAD_REQUEST, "api-parameter", &isi, json!({ "parameter": nama }))
}

/// The parameter that a refusal speaks of: `…query string: batas: invalid digit…`, `…: duplicate field `batas``.
fn nama(apa: &str) -> Option<&str> {
    let sebab = apa.rsplit_once("query string: ").map_or(apa, |(_, s)| s);
    let polos = |n: &&str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    sebab.split_once(':').map(|(n, _)| n).filter(polos).or_else(|| sebab.split('`').nth(1).filter(polos))
}

#[cfg(test)]
mod tests {
    use super::nama;

    #[test]
    fn a_refusal_names_its_parameter() {
        let awal = "Failed to deserialize query string: ";
        assert_eq!(nama(&format!("{awal}batas: invalid digit found in string")), Some("batas"));
        assert_eq!(nama(&format!("{awal}duplicate field `batas`")), Some("batas"));
        assert_eq!(nama(&format!("{awal}something else")), None);
    }
}
