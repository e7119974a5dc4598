//! Field work of an evaluator: preparing a phone, working on it without a line, and what comes back. Scores travel through the
//! same address as online (`lokus::f02::isian`); what is new here are checklists, photos, voice and position.
//!
//! `/lapangan/kerja` is one page without personal data that a service worker keeps; the data of prepared units lie in the
//! browser's own store and are asked for here, as JSON.

mod bekal;
mod catatan;
mod daftar;
mod kerja;
mod pekerja;
mod periksa;
mod siapa;
mod titipan;

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use store::{
    StoreError,
    id::{AkunId, LokusId},
    persiapan::benturan,
};

use crate::{app::AppState, error::Hasil, rute::Daftar};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    kerja::rute(d);
    pekerja::rute(d);
    siapa::rute(d);
    bekal::rute(d);
    periksa::rute(d);
    catatan::rute(d);
    titipan::rute(d);
}

/// A refusal that sending again would not change, with its reason in words and what is stored now.
fn tolak(status: StatusCode, galat: &str, pesan: String, kini: Option<Value>) -> Response {
    (status, Json(json!({ "galat": galat, "pesan": pesan, "kini": kini }))).into_response()
}

/// Why an evaluator may not score the unit (catalogue key): a conflict of interest is not declared, or there is one. Asked before he goes
/// out, since all that he typed would be refused when he is back.
async fn tertahan(app: &AppState, lokus: LokusId, akun: AkunId) -> Hasil<Option<&'static str>> {
    match benturan::harus_bebas(app.store.baca(), lokus, akun).await {
        Ok(()) => Ok(None),
        Err(StoreError::Keadaan(kunci)) => Ok(Some(kunci)),
        Err(e) => Err(e.into()),
    }
}

/// The device's clock as it was sent: milliseconds since 1970.
fn perangkat(ms: Option<i64>) -> Option<store::Waktu> {
    ms.and_then(|ms| ms.checked_mul(1000)).map(store::Waktu)
}
