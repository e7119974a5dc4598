//! `/pemberitahuan/henti/{jenis}/{token}`: the signed link in every mail that stops mails of its kind, without signing in. `GET` asks,
//! `POST` stops: by the button, or by a mail program itself (RFC 8058, whose request has no cookie and a body that is not read).

use askama::Template;
use axum::extract::State;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use store::{
    Kunci,
    id::AkunId,
    pemberitahuan::cara::{self, RINGKASAN},
};
use uuid::Uuid;

use super::teks;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

/// Bytes of the account's id, then of the digest.
const AKUN: usize = 16;
const PANJANG: usize = AKUN + 16;

pub fn rute(d: &mut Daftar) {
    d.get("/pemberitahuan/henti/{jenis}/{token}", Akses::Publik, tanya);
    d.post("/pemberitahuan/henti/{jenis}/{token}", Akses::Publik, hentikan);
}

/// The path of the link. It holds for good: all that it can do is to stop mails.
#[must_use]
pub fn jalur(kunci: &Kunci, akun: AkunId, jenis: &str) -> String {
    let mut isi = akun.0.as_bytes().to_vec();
    isi.extend_from_slice(&tanda(kunci, akun, jenis));
    format!("/pemberitahuan/henti/{jenis}/{}", URL_SAFE_NO_PAD.encode(isi))
}

fn mac(kunci: &Kunci, akun: AkunId, jenis: &str) -> Option<Hmac<Sha256>> {
    // HMAC takes keys of any length: this is always there.
    let mut mac = Hmac::<Sha256>::new_from_slice(&kunci.turunan("henti-surel")).ok()?;
    mac.update(akun.0.as_bytes());
    mac.update(jenis.as_bytes());
    Some(mac)
}

fn tanda(kunci: &Kunci, akun: AkunId, jenis: &str) -> Vec<u8> {
    mac(kunci, akun, jenis).map(|m| m.finalize().into_bytes().iter().take(PANJANG - AKUN).copied().collect()).unwrap_or_default()
}

/// Whose mails a token stops.
fn periksa(kunci: &Kunci, jenis: &str, token: &str) -> Option<AkunId> {
    let isi = URL_SAFE_NO_PAD.decode(token).ok().filter(|i| i.len() == PANJANG)?;
    let (akun, tanda) = isi.split_at_checked(AKUN)?;
    let akun = AkunId(Uuid::from_slice(akun).ok()?);
    mac(kunci, akun, jenis)?.verify_truncated_left(tanda).ok()?;
    Some(akun)
}

#[derive(Template)]
#[template(path = "pemberitahuan/henti.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    nama: String,
    /// What goes on.
    tetap: &'static str,
    sudah: bool,
}

fn tetap(jenis: &str) -> &'static str {
    if jenis == RINGKASAN { "lonceng-henti-tetap-ringkasan" } else { "lonceng-henti-tetap" }
}

fn nama(k: &Konteks, jenis: &str) -> String {
    if jenis == RINGKASAN { k.s("lonceng-ringkasan") } else { teks::nama(k.bahasa, jenis) }
}

async fn tanya(State(app): State<AppState>, k: Konteks, Jalur((jenis, token)): Jalur<(String, String)>) -> Hasil {
    periksa(app.store.kunci(), &jenis, &token).ok_or(Error::TidakAda)?;
    tampil(&Halaman { k: &k, nama: nama(&k, &jenis), tetap: tetap(&jenis), sudah: false })
}

async fn hentikan(State(app): State<AppState>, k: Konteks, Jalur((jenis, token)): Jalur<(String, String)>) -> Hasil {
    let akun = periksa(app.store.kunci(), &jenis, &token).ok_or(Error::TidakAda)?;
    cara::henti(&app.store, akun, &jenis).await?;
    tampil(&Halaman { k: &k, nama: nama(&k, &jenis), tetap: tetap(&jenis), sudah: true })
}
