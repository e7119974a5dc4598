//! `POST /api/v1/mpp/{kode}/tenan/{tenan}/fitur`: the program of a tenant with a system of its own reports its services and its
//! queue, with a token of that tenant. Each part that comes is checked by the rules and proves its feature for a while.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use layanan::mpp::Tingkat;
use serde_json::json;
use store::{
    id::TenanId,
    tenan::{self, HakTenan, LaporanIsi},
};

use super::galat;
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

/// Bytes of a report: a thousand services with their links.
const BATAS: usize = 1024 * 1024;

pub(super) fn rute(d: &mut Daftar) {
    d.post_besar("/api/v1/mpp/{kode}/tenan/{tenan}/fitur", Akses::Publik, BATAS, lapor);
}

fn tanpa_hak() -> Response {
    let mut r = galat(StatusCode::UNAUTHORIZED, "token-salah", &Bahasa::default().s("token-salah"));
    r.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
    r
}

/// The right behind the token, if it is one of this tenant in this mall.
async fn hak(app: &AppState, headers: &HeaderMap, kode: &str, tenan: TenanId) -> Result<Option<HakTenan>, Error> {
    let rahasia = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer "));
    let Some(rahasia) = rahasia else { return Ok(None) };
    let hak = tenan::token(&app.store, rahasia.trim()).await?;
    Ok(hak.filter(|h| h.tenan.id == tenan && h.mpp.kode == kode))
}

async fn lapor(State(app): State<AppState>, Jalur((kode, id)): Jalur<(String, TenanId)>, headers: HeaderMap, badan: Bytes) -> Hasil {
    let Some(hak) = hak(&app, &headers, &kode, id).await? else { return Ok(tanpa_hak()) };
    let isi: LaporanIsi = match serde_json::from_slice(&badan) {
        Ok(isi) => isi,
        Err(e) => return Ok(galat(StatusCode::UNPROCESSABLE_ENTITY, "laporan-bentuk", &e.to_string())),
    };
    if let Err(e) = tenan::lapor(&app.store, &hak, isi).await? {
        return Ok(galat(StatusCode::UNPROCESSABLE_ENTITY, "laporan-isi", &e.to_string()));
    }
    let kini = app.store.sekarang().hari(&hak.mpp.zona);
    let s = tenan::fitur(app.store.baca(), &hak.tenan, &hak.mpp.zona, kini).await?;
    let (tingkat, kurang) = match s.tingkat_terbukti() {
        Tingkat::Penuh => ("penuh", Vec::new()),
        Tingkat::Minimal => ("minimal", Vec::new()),
        Tingkat::Kurang(apa) => ("kurang", apa.into_iter().map(tenan::Fitur::kunci).collect()),
    };
    let terbukti: Vec<&str> = s.terbukti.iter().map(|f| f.kunci()).collect();
    Ok(Json(json!({ "tingkat": tingkat, "terbukti": terbukti, "kurang": kurang })).into_response())
}
