//! How a handler answers: a page, a form with faults, or a way on after a change (with a message on the next page).

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};

use crate::{Error, error::Hasil, konteks::Konteks, kuki};

pub(crate) const KUKI_PESAN: &str = "pesan";

/// A page: 200.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn tampil(halaman: &impl Template) -> Hasil {
    Ok(Html(halaman.render()?).into_response())
}

/// A public page that browsers and proxies may keep for a minute; for who is signed in it is made anew.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub(crate) fn segar(k: &Konteks, halaman: &impl Template) -> Hasil {
    let mut response = Html(halaman.render()?).into_response();
    simpan(k, &mut response);
    Ok(response)
}

/// The language stands in a cookie or in the browser's wish, so both tell copies apart.
fn simpan(k: &Konteks, response: &mut Response) {
    if k.pelaku.is_none() && k.permintaan.pesan().is_none() {
        let kepala = response.headers_mut();
        kepala.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
        kepala.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    }
}

/// The form again with what was typed and its faults, each named by its field: 422. Drawn twice: what the fields are called is known to the
/// list above them only when they have been drawn.
///
/// # Errors
/// When the template fails, which is a fault of the program.
pub fn tampil_salah(halaman: &impl Template) -> Hasil {
    halaman.render()?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(halaman.render()?)).into_response())
}

/// After a change: 303 to a page, with the catalogue key of a message to show there.
pub struct Alih {
    ke: String,
    pesan: Option<&'static str>,
}

impl Alih {
    #[must_use]
    pub fn ke(jalur: impl Into<String>) -> Self {
        Self { ke: jalur.into(), pesan: None }
    }

    /// Where it leads.
    #[must_use]
    pub fn jalur(&self) -> &str {
        &self.ke
    }

    #[must_use]
    pub fn pesan(mut self, kunci: &'static str) -> Self {
        self.pesan = Some(kunci);
        self
    }
}

/// An address as a header takes it: parts of it come decoded out of other addresses, and no sign of them may end the header or the address.
pub(crate) fn alamat(ke: &str) -> String {
    let aman = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b);
    ke.bytes().map(|b| if aman(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

impl IntoResponse for Alih {
    fn into_response(self) -> Response {
        let mut response = Redirect::to(&alamat(&self.ke)).into_response();
        if let Some(cookie) = self.pesan.and_then(|kunci| kuki::tulis(KUKI_PESAN, kunci, Some(60), false)) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

impl From<Alih> for Result<Response, Error> {
    fn from(alih: Alih) -> Self {
        Ok(alih.into_response())
    }
}

/// A PDF to look at or keep, under a file name.
#[must_use]
pub fn pdf(isi: Vec<u8>, nama: &str) -> Response {
    let kepala = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{nama}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (kepala, isi).into_response()
}
