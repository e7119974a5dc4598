//! What happens around every reading operation: a token, if one is shown, must hold and has a limit of its own; the answer gets
//! an `ETag`, and "not modified" to who has it; any site may read what is public.

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{masalah, token};
use crate::{AppState, Error, error::Hasil, middleware::permintaan::Permintaan};

/// Bytes of an answer that is kept in memory to be hashed; the largest list is far below.
const JAWABAN: usize = 32 * 1024 * 1024;

pub(super) async fn baca(mut req: Request, next: Next) -> Hasil {
    let app = req.extensions().get::<AppState>().cloned().ok_or_else(|| Error::Dalam("no state in the request".into()))?;
    if req.headers().contains_key(header::AUTHORIZATION) {
        match token::periksa(&app, req.headers()).await? {
            Ok(h) if h.baca().is_err() => return Ok(masalah::masalah(StatusCode::FORBIDDEN, "token-lingkup-kurang")),
            Ok(_) => {}
            Err(r) => return Ok(r),
        }
    } else if let Err(detik) = app.laju_api.tamu(Permintaan::dari(req.extensions()).alamat()) {
        return Ok(masalah::terlalu_sering(detik));
    }
    let punya = req.headers().get(header::IF_NONE_MATCH).cloned();
    let kepala_saja = req.method() == Method::HEAD;
    // The mark is made of the answer, so whoever asks for the head alone costs the answer too.
    if kepala_saja {
        *req.method_mut() = Method::GET;
    }
    let r = next.run(req).await;
    let r = if r.status() == StatusCode::OK { tandai(r, punya.as_ref()).await? } else { r };
    Ok(if kepala_saja { tanpa_isi(r) } else { r })
}

/// The same answer without its content, whose length it says.
fn tanpa_isi(r: Response) -> Response {
    let (mut kepala, isi) = r.into_parts();
    if let (true, Some(n)) = (kepala.status == StatusCode::OK, isi.size_hint().exact()) {
        kepala.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(n));
    }
    Response::from_parts(kepala, Body::empty())
}

/// The answer with its mark, or only "not modified".
async fn tandai(r: Response, punya: Option<&HeaderValue>) -> Hasil {
    let (mut kepala, isi) = r.into_parts();
    let isi = to_bytes(isi, JAWABAN).await.map_err(|e| Error::Dalam(format!("answer: {e}")))?;
    let etag = format!("\"{}\"", store::sidik_hex(&isi).get(..32).unwrap_or_default());
    pasang(&mut kepala.headers, &etag)?;
    let cocok =
        |v: &HeaderValue| v.to_str().is_ok_and(|v| v.split(',').any(|t| t.trim() == "*" || t.trim().trim_start_matches("W/") == etag));
    if punya.is_some_and(cocok) {
        kepala.headers.remove(header::CONTENT_TYPE);
        kepala.headers.remove(header::CONTENT_LENGTH);
        return Ok((StatusCode::NOT_MODIFIED, kepala.headers).into_response());
    }
    Ok(Response::from_parts(kepala, Body::from(isi)))
}

fn pasang(h: &mut HeaderMap, etag: &str) -> Hasil<()> {
    h.insert(header::ETAG, HeaderValue::from_str(etag).map_err(|e| Error::Dalam(e.to_string()))?);
    h.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("public, max-age=60"));
    h.insert(header::VARY, HeaderValue::from_static("Authorization"));
    h.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    h.insert(header::HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    Ok(())
}
