//! A form with files whose page is not left until it is accepted (`tetap-berkas.js`): files that were fine stay chosen in the browser, so
//! that nothing of a refused form has to be kept here.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{formulir::Formulir, tampil::Alih};

/// Whether the page that sent this keeps the files that were chosen in it.
pub(crate) fn tetap(f: &Formulir) -> bool {
    f.nilai("_tetap") == "ya"
}

/// The way on once the form was accepted. A script would follow a redirect unseen, and with it use up the message that waits for the
/// next page; it is told the address instead.
pub(crate) fn lanjut(f: &Formulir, alih: Alih) -> Response {
    let mut jawaban = alih.into_response();
    if tetap(f)
        && let Some(ke) = jawaban.headers_mut().remove(header::LOCATION)
    {
        jawaban.headers_mut().insert("x-lanjut", ke);
        *jawaban.status_mut() = StatusCode::OK;
    }
    jawaban
}
