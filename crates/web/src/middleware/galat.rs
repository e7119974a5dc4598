//! Turns every answer of 400 and above that is not a page yet into one: the page of that error, or JSON for a script.
//! Errors of handlers, of the framework and of the layers inside all pass here, and are logged here, once.

use askama::Template;
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse as _, Redirect, Response},
};

use super::{permintaan::Permintaan, ulang::Terkirim};
use crate::{
    api::masalah::{bernomor, dari_galat},
    app::AppState,
    error::Galat,
    konteks::Konteks,
    masuk::tertahan::Tertahan,
    rute::Dijaga,
};

#[derive(Template)]
#[template(path = "galat/galat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    galat: &'a Galat,
    judul: String,
    isi: String,
    /// A form that was not saved, to send once more.
    tertahan: Option<Tertahan>,
    /// A page that a visitor did not find: he is offered the box for a code and the services.
    tamu: bool,
}

pub async fn hias(State(app): State<AppState>, req: Request, next: Next) -> Response {
    let permintaan = Permintaan::dari(req.extensions());
    let json = ingin_json(req.headers()) || req.uri().path().starts_with("/api/");
    let method = req.method().clone();
    let mut response = next.run(req).await;
    hanya_membaca(&method, &mut response);
    let status = response.status();
    if status.as_u16() < 400 || sudah_jadi(&response) {
        return bernomor(&permintaan, response);
    }
    let galat = dari(&response);
    catat_penolakan(&app, &permintaan, &galat, response.extensions().get::<Dijaga>().is_some()).await;
    if !json && status == StatusCode::UNAUTHORIZED && matches!(method, Method::GET | Method::HEAD) {
        catat(&galat);
        return Redirect::to(&crate::masuk::alamat_masuk(&permintaan.jalur_lengkap())).into_response();
    }
    let nanti = response.headers().get(header::RETRY_AFTER).cloned();
    let mut response = lukis(&app, &permintaan, response, json);
    if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
        response.headers_mut().entry(header::RETRY_AFTER).or_insert(nanti.unwrap_or(HeaderValue::from_static("10")));
    }
    response
}

/// Who only looked at a page has nothing that could have been saved.
fn hanya_membaca(method: &Method, response: &mut Response) {
    if matches!(*method, Method::GET | Method::HEAD)
        && let Some(g) = response.extensions_mut().get_mut::<Galat>()
        && g.tidak_tersimpan()
    {
        // An object store that is away has a name of its own.
        (g.judul, g.isi) =
            if g.judul == "umum-gudang-judul" { ("umum-gudang-judul", "umum-gudang-baca") } else { ("umum-503-judul", "umum-503-isi") };
    }
}

/// The page of an answer of 400 and above, or JSON for a script; logs it.
fn lukis(app: &AppState, permintaan: &Permintaan, response: Response, json: bool) -> Response {
    let status = response.status();
    let galat = dari(&response);
    catat(&galat);
    if permintaan.jalur().starts_with("/api/") {
        return dari_galat(permintaan, status, galat.judul, galat.isi);
    }
    if json {
        let body = serde_json::json!({ "galat": galat.judul, "isi": galat.isi, "id": permintaan.id() });
        return (status, Json(body)).into_response();
    }
    let k = Konteks::baru(app, permintaan);
    let tertahan = response.extensions().get::<Terkirim>();
    let tertahan = tertahan.and_then(|t| Tertahan::ulang(&permintaan.jalur_lengkap(), t));
    // A button without a field has nothing to give back.
    let tertahan = tertahan.filter(|t| status != StatusCode::CONFLICT || t.terlihat().next().is_some());
    // Who is not signed in has no scope: what a citizen has is a code.
    let tamu = status == StatusCode::NOT_FOUND && galat.isi == "umum-404-isi" && permintaan.pelaku().is_none();
    let isi = k.s(if tamu { "umum-404-isi-tamu" } else { galat.isi });
    let halaman = Halaman { k: &k, galat: &galat, judul: k.s(galat.judul), isi, tertahan, tamu };
    match halaman.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(e) => {
            tracing::error!(error = %e, "the error page itself failed");
            status.into_response()
        }
    }
}

pub(crate) fn dari(response: &Response) -> Galat {
    response.extensions().get::<Galat>().cloned().unwrap_or_else(|| asing(response.status()))
}

fn ingin_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// A handler that answered with its own page (a form with faults) or its own JSON is left alone.
pub(crate) fn sudah_jadi(response: &Response) -> bool {
    let jenis = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    response.extensions().get::<Galat>().is_none()
        && ["text/html", "application/json", "application/problem+json"].iter().any(|j| jenis.starts_with(j))
}

/// An error of the framework (a body that could not be read, a path that did not parse).
fn asing(status: StatusCode) -> Galat {
    let (judul, isi) = match status {
        StatusCode::NOT_FOUND => ("umum-404-judul", "umum-404-isi"),
        StatusCode::METHOD_NOT_ALLOWED => ("umum-405-judul", "umum-405-isi"),
        StatusCode::PAYLOAD_TOO_LARGE => ("umum-413-judul", "umum-413-isi"),
        s if s.is_client_error() => ("umum-400-judul", "umum-400-isi"),
        _ => ("umum-500-judul", "umum-500-isi"),
    };
    Galat { status, judul, isi, rincian: status.to_string(), hak: None }
}

/// A missing right, or a signed-in person who asked for something that is not there or not in his scope, is audited.
async fn catat_penolakan(app: &AppState, permintaan: &Permintaan, galat: &Galat, dijaga: bool) {
    let Some(pelaku) = permintaan.pelaku() else { return };
    let di_luar_lingkup = (dijaga && galat.status == StatusCode::NOT_FOUND).then_some("lingkup");
    let Some(hak) = galat.hak.or(di_luar_lingkup) else { return };
    // Some addresses of officers hold the code of a citizen.
    let jalur: String = store::kode::tanpa_kode(permintaan.jalur()).chars().take(200).collect();
    // The person waits for this answer: a locked database must not hold it up for long.
    let catat = store::audit::catat_penolakan(&app.store, Some(pelaku.akun), hak, &jalur);
    match tokio::time::timeout(std::time::Duration::from_secs(2), catat).await {
        Ok(Ok(())) => {}
        Ok(Err(e)) => tracing::error!(error = %e, jalur, hak, "a denial could not be audited"),
        Err(_) => tracing::error!(jalur, hak, "a denial could not be audited in time"),
    }
}

pub(crate) fn catat(galat: &Galat) {
    let status = galat.status.as_u16();
    if galat.status.is_server_error() {
        tracing::error!(status, error = galat.rincian, "request failed");
    } else {
        tracing::debug!(status, error = galat.rincian, "request refused");
    }
}
