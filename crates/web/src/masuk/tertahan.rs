//! A form that arrived after the session had ended. Nothing is kept on the server: the typed values travel through the
//! login form (which only our own pages may send) and come back on a page that shows them and asks to send them.
//! Passwords and files are left out; a file has to be chosen again.

use std::borrow::Cow;

use askama::Template;
use axum::{
    body::to_bytes,
    extract::Request,
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use super::Halaman;
use crate::{
    AppState,
    error::Hasil,
    formulir::{self, Formulir},
    konteks::Konteks,
    kuki,
    middleware::permintaan::Permintaan,
    tampil::tampil,
};

pub(crate) struct Tertahan {
    /// Where the form was going: a path of our own.
    pub ke: String,
    /// The body as it was sent, without passwords.
    pub isi: String,
    pub pasangan: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "masuk/tertahan.html")]
struct HalamanTertahan<'a> {
    k: &'a Konteks,
    tertahan: &'a Tertahan,
}

impl HalamanTertahan<'_> {
    /// What the person typed, without the fields that the page itself put in.
    fn terlihat(&self) -> impl Iterator<Item = &(String, String)> {
        self.tertahan.pasangan.iter().filter(|(nama, nilai)| !nama.starts_with('_') && !nilai.is_empty())
    }
}

impl Tertahan {
    fn baru(ke: &str, isi: &str) -> Option<Self> {
        let ke = kuki::jalur_sendiri(ke)?.to_owned();
        let rahasia = |nama: &str| nama.contains("sandi") || nama.contains("password") || nama == "ulangi";
        let pasangan: Vec<(String, String)> = formulir::urai(isi).filter(|(nama, _)| !rahasia(nama)).collect();
        if pasangan.is_empty() {
            return None;
        }
        let isi = formulir::rangkai(&pasangan);
        Some(Self { ke, isi, pasangan })
    }

    pub fn dari_formulir(f: &Formulir) -> Option<Self> {
        Self::baru(f.nilai("_tertahan-ke"), f.nilai("_tertahan-isi"))
    }

    /// The page after login.
    pub fn tampil(&self, k: &Konteks) -> Hasil<Response> {
        tampil(&HalamanTertahan { k, tertahan: self })
    }
}

/// Called by the guard when a visitor sends a form that needs an account: the login page with the form inside, 401.
/// `None` when there is nothing to hold (no form, a script, too large).
pub(crate) async fn tahan(req: Request) -> Option<Response> {
    let app = req.extensions().get::<AppState>()?.clone();
    if !dapat_ditahan(&req) {
        return None;
    }
    let permintaan = Permintaan::dari(req.extensions());
    let bytes = to_bytes(req.into_body(), app.konfig.batas_isi).await.ok()?;
    let isi: Cow<'_, str> = String::from_utf8_lossy(&bytes);
    let tertahan = Tertahan::baru(&permintaan.jalur_lengkap(), &isi)?;
    let k = Konteks::baru(&app, &permintaan);
    let halaman = Halaman::baru(&k, Formulir::kosong(), Some(tertahan));
    Some((StatusCode::UNAUTHORIZED, tampil(&halaman).ok()?).into_response())
}

/// A form sent by a browser's page, not by a script and not with files.
fn dapat_ditahan(req: &Request) -> bool {
    let kepala = |nama| req.headers().get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    req.method() == Method::POST
        && kepala(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded")
        && kepala(header::ACCEPT).contains("text/html")
}
