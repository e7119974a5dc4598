//! Signing in and out. Failed attempts are counted by account and by address in the store; what was wrong is not told. An account with
//! a second step is asked for it next (`kode`); acts of weight ask again (`ulang`).
//! A form that was sent after the session had ended is carried along and shown for confirmation afterwards (`tertahan`).

pub mod keluar;
mod kode;
pub mod kunci_sandi;
mod lain;
mod medan;
pub mod perbuatan;
pub mod sso;
pub mod tertahan;
pub mod ulang;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse as _, Response},
};
use serde::Deserialize;
use store::{
    akun::{Masuk, SandiBenar},
    faktor::FaktorBenar,
    sesi::{self, Buka, PENUH_DETIK},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::{self, Formulir},
    komponen::Nada,
    konteks::Konteks,
    kuki,
    middleware::{permintaan::Permintaan, sesi as lapis_sesi},
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};
use lain::{Guna, Lain};
use tertahan::Tertahan;

/// A held form travels inside the login form, escaped once more.
const BATAS: usize = 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.get("/masuk", Akses::Publik, lihat);
    d.post_besar("/masuk", Akses::Publik, BATAS, masuk);
    keluar::rute(d);
    kode::rute(d);
    kunci_sandi::rute(d);
    sso::rute(d);
    ulang::rute(d);
}

#[derive(Template)]
#[template(path = "masuk/masuk.html")]
pub(crate) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    kembali: String,
    tertahan: Option<Tertahan>,
    /// Catalogue key of a message above the form.
    pesan: Option<String>,
}

impl<'a> Halaman<'a> {
    pub(crate) fn baru(k: &'a Konteks, f: Formulir, tertahan: Option<Tertahan>) -> Self {
        let kembali = kuki::jalur_sendiri(f.nilai("kembali")).unwrap_or("/").to_owned();
        Self { k, f, kembali, tertahan, pesan: None }
    }

    fn lain(&self) -> Lain<'_> {
        Lain::baru(self.k, Guna::Masuk, (&self.kembali, &self.tertahan), (true, true))
    }
}

#[derive(Deserialize)]
struct Kueri {
    #[serde(default)]
    kembali: String,
}

async fn lihat(k: Konteks, Query(kueri): Query<Kueri>) -> Hasil {
    let ke = kuki::jalur_sendiri(&kueri.kembali).unwrap_or("/");
    if k.pelaku.is_some() {
        return Alih::ke(ke).into();
    }
    tampil(&Halaman::baru(&k, Formulir::isi([("kembali", ke)]), None))
}

async fn masuk(State(app): State<AppState>, k: Konteks, headers: HeaderMap, mut f: Formulir) -> Hasil {
    let tertahan = Tertahan::dari_formulir(&f);
    if f.aksi() == "sudah" {
        return sudah(&app, &k, f, tertahan).await;
    }
    let surel = f.wajib("surel", "masuk-surel-wajib");
    if f.nilai("sandi").is_empty() {
        f.salahkan("sandi", "masuk-sandi-wajib");
    }
    let Some(surel) = surel.filter(|_| f.sah()) else {
        return gagal(&k, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, None);
    };
    let alamat = k.permintaan.alamat().to_string();
    match store::akun::masuk(&app.store, &surel, f.nilai("sandi").to_owned(), &alamat).await? {
        Masuk::Berhasil(sandi) => selesai(&app, &k, &headers, (&sandi, None), (&f, tertahan), None).await,
        Masuk::Salah => gagal(&k, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, Some(k.s("masuk-salah"))),
        Masuk::Tahan(detik) => {
            let pesan = k.n("masuk-tahan", "menit", (detik + 59) / 60);
            let mut response = gagal(&k, f, tertahan, StatusCode::TOO_MANY_REQUESTS, Some(pesan))?;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
            Ok(response)
        }
    }
}

/// Who signed in in another window, through the agency's provider, and comes back to the form that waits here.
async fn sudah(app: &AppState, k: &Konteks, f: Formulir, tertahan: Option<Tertahan>) -> Hasil {
    match (k.pelaku.is_some(), tertahan) {
        (true, Some(t)) => t.tampil(app, k).await,
        (true, None) => Alih::ke(kuki::jalur_sendiri(f.nilai("kembali")).unwrap_or("/")).into(),
        (false, t) => gagal(k, f, t, StatusCode::UNPROCESSABLE_ENTITY, Some(k.s("masuk-sso-belum"))),
    }
}

fn gagal(k: &Konteks, f: Formulir, tertahan: Option<Tertahan>, status: StatusCode, pesan: Option<String>) -> Hasil<Response> {
    let halaman = Halaman { pesan, ..Halaman::baru(k, f, tertahan) };
    Ok((status, tampil(&halaman)?).into_response())
}

/// After the last step that could be proved: the page that was wanted, the held form, or the next step.
async fn selesai(
    app: &AppState,
    k: &Konteks,
    headers: &HeaderMap,
    bukti: (&SandiBenar, Option<&FaktorBenar>),
    (f, tertahan): (&Formulir, Option<Tertahan>),
    pesan: Option<&'static str>,
) -> Hasil {
    let (token, cookie) = match sesi_baru(app, &k.permintaan, headers, bukti).await? {
        Sesi::Baru(token, cookie) => (token, cookie),
        Sesi::PerluFaktor => return kode::minta(app, k, bukti.0, f.nilai("kembali"), tertahan).await,
        Sesi::Berubah => {
            let f = Formulir::isi([("kembali", f.nilai("kembali"))]);
            return gagal(k, f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, Some(k.s("masuk-salah")));
        }
    };
    let mut response = sesudah(app, k, headers, &token, (f, tertahan), pesan).await?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// With a session that was just opened: the page that was wanted, or the held form, with the cookie; the session that this browser had ends.
async fn lanjut(
    app: &AppState,
    k: &Konteks,
    headers: &HeaderMap,
    token: &str,
    isian: (&Formulir, Option<Tertahan>),
    pesan: Option<&'static str>,
) -> Hasil {
    let cookie = kuki_sesi(app, headers, token).await?;
    let mut response = sesudah(app, k, headers, token, isian, pesan).await?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

async fn sesudah(
    app: &AppState,
    k: &Konteks,
    headers: &HeaderMap,
    token: &str,
    (f, tertahan): (&Formulir, Option<Tertahan>),
    pesan: Option<&'static str>,
) -> Hasil {
    let alamat = k.permintaan.alamat().to_string();
    Ok(if let Some(tertahan) = tertahan {
        // This page is already the signed-in person's: its header and menu say so.
        if let Some(pelaku) = sesi::pelaku(&app.store, token, &alamat, lapis_sesi::agen(headers)).await? {
            k.permintaan.kenali(Arc::new(pelaku));
        }
        tertahan.tampil(app, &Konteks::baru(app, &k.permintaan)).await?
    } else {
        let alih = Alih::ke(kuki::jalur_sendiri(f.nilai("kembali")).unwrap_or("/"));
        if let Some(pesan) = pesan { alih.pesan(pesan) } else { alih }.into_response()
    })
}

/// What a proof opened.
enum Sesi {
    /// The token, and the cookie that carries it.
    Baru(String, HeaderValue),
    PerluFaktor,
    /// The password was changed in the meantime.
    Berubah,
}

/// A new session under a new token, with its cookie; the one that this browser had ends.
async fn sesi_baru(
    app: &AppState,
    permintaan: &Permintaan,
    headers: &HeaderMap,
    (sandi, faktor): (&SandiBenar, Option<&FaktorBenar>),
) -> Hasil<Sesi> {
    let alamat = permintaan.alamat().to_string();
    let token = match sesi::buka_dengan(&app.store, sandi, faktor, &alamat, lapis_sesi::agen(headers)).await? {
        Buka::Token(token) => token,
        Buka::PerluFaktor => return Ok(Sesi::PerluFaktor),
        Buka::Berubah => return Ok(Sesi::Berubah),
    };
    let cookie = kuki_sesi(app, headers, &token).await?;
    Ok(Sesi::Baru(token, cookie))
}

/// The cookie of a new session; the session that this browser had ends.
async fn kuki_sesi(app: &AppState, headers: &HeaderMap, token: &str) -> Result<HeaderValue, Error> {
    let nama = lapis_sesi::nama_kuki(app.https());
    if let Some(lama) = kuki::baca(headers, nama) {
        sesi::tutup(&app.store, &lama).await?;
    }
    let cookie = kuki::tulis(nama, token, u64::try_from(PENUH_DETIK).ok(), app.https());
    cookie.ok_or_else(|| Error::Dalam("session cookie".into()))
}

/// Signs in who just set this password, and leads on; to the second step where there is one, and to the login page when somebody set
/// another password in the same moment.
pub(crate) async fn masukkan(app: &AppState, k: &Konteks, headers: &HeaderMap, sandi: &SandiBenar, alih: Alih) -> Hasil {
    match sesi_baru(app, &k.permintaan, headers, (sandi, None)).await? {
        Sesi::Baru(_, cookie) => Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), alih).into_response()),
        Sesi::PerluFaktor => kode::minta(app, k, sandi, alih.jalur(), None).await,
        Sesi::Berubah => Alih::ke("/masuk").into(),
    }
}

/// Bytes of an address that the login page comes back to, percent-encoded as it is sent; proxies refuse an answer with a long head.
const KEMBALI_MAKS: usize = 2000;

/// The login page that comes back to `jalur` afterwards; to a longer one without its query.
#[must_use]
pub fn alamat_masuk(jalur: &str) -> String {
    let halaman = jalur.split('?').next().unwrap_or_default();
    let kembali = [jalur, halaman].into_iter().map(formulir::tutup).find(|j| j.len() <= KEMBALI_MAKS);
    format!("/masuk?kembali={}", kembali.as_deref().unwrap_or("/"))
}
