//! `/masuk/kunci-sandi`: signing in with a passkey, without address or password. The device needs a script; without one the button is
//! not shown. The challenge comes from `/masuk/kunci-sandi/tantangan` and returns in a cookie of this browser.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse as _},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use store::{
    faktor::{
        Periksa,
        kunci_sandi::{self, Guna, Pernyataan, Pihak, TANTANGAN_DETIK},
    },
    sesi,
};

use super::{BATAS, gagal, lanjut, tertahan::Tertahan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    kuki,
    middleware::sesi as lapis_sesi,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.post("/masuk/kunci-sandi/tantangan", Akses::Publik, tantangan);
    d.post_besar("/masuk/kunci-sandi", Akses::Publik, BATAS, masuk);
}

pub(crate) fn nama_kuki(https: bool) -> &'static str {
    if https { "__Host-tantangan" } else { "tantangan" }
}

/// This installation for browsers; an error page where its address has no passkeys.
pub(crate) fn pihak(app: &AppState) -> Result<&Pihak, Error> {
    app.pihak.as_ref().ok_or(Error::TidakAda)
}

/// A challenge with what else the script passes to the browser; the ticket goes into a cookie.
pub(crate) fn jawab_tantangan(app: &AppState, tantangan: &[u8], tiket: &str, isi: serde_json::Value) -> Hasil {
    let p = pihak(app)?;
    let mut semua = json!({
        "challenge": URL_SAFE_NO_PAD.encode(tantangan), "rpId": p.rp, "timeout": TANTANGAN_DETIK * 1000, "userVerification": "required",
    });
    if let (Some(semua), serde_json::Value::Object(isi)) = (semua.as_object_mut(), isi) {
        semua.extend(isi);
    }
    let kuki = kuki::tulis(nama_kuki(app.https()), tiket, u64::try_from(TANTANGAN_DETIK).ok(), app.https());
    let kuki = kuki.ok_or_else(|| Error::Dalam("challenge cookie".into()))?;
    Ok((AppendHeaders([(header::SET_COOKIE, kuki)]), Json(json!({ "publicKey": semua }))).into_response())
}

/// The ticket that this browser brings back; empty without one.
pub(crate) fn tiket(app: &AppState, headers: &HeaderMap) -> String {
    kuki::baca(headers, nama_kuki(app.https())).unwrap_or_default()
}

pub(crate) fn bita(f: &Formulir, medan: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(f.nilai(medan)).unwrap_or_default()
}

/// What the device said, out of the fields that the script filled in; `None` where it filled in none.
pub(crate) fn pernyataan(f: &Formulir) -> Option<Pernyataan> {
    let kredensial = bita(f, "ks-kredensial");
    (!kredensial.is_empty()).then(|| Pernyataan {
        kredensial,
        data_klien: bita(f, "ks-klien"),
        data_alat: bita(f, "ks-alat"),
        tanda: bita(f, "ks-tanda"),
        pengguna: Some(bita(f, "ks-pengguna")).filter(|p| !p.is_empty()),
    })
}

async fn tantangan(State(app): State<AppState>) -> Hasil {
    pihak(&app)?;
    let (acak, tiket) = kunci_sandi::tantang(&app.store, Guna::Masuk, None)?;
    jawab_tantangan(&app, &acak, &tiket, json!({ "allowCredentials": [] }))
}

async fn masuk(State(app): State<AppState>, k: Konteks, headers: HeaderMap, f: Formulir) -> Hasil {
    let pihak = pihak(&app)?;
    let tertahan = Tertahan::dari_formulir(&f);
    let tolak =
        |f: &Formulir, tertahan, status, pesan| gagal(&k, Formulir::isi([("kembali", f.nilai("kembali"))]), tertahan, status, Some(pesan));
    let Some(d) = pernyataan(&f) else {
        return tolak(&f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, k.s("masuk-ks-gagal"));
    };
    let alamat = k.permintaan.alamat().to_string();
    match kunci_sandi::masuk(&app.store, pihak, &tiket(&app, &headers), &d, &alamat).await? {
        Periksa::Benar(kunci) => match sesi::buka_kunci(&app.store, &kunci, &alamat, lapis_sesi::agen(&headers)).await? {
            Some(token) => lanjut(&app, &k, &headers, &token, (&f, tertahan), None).await,
            None => tolak(&f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, k.s("masuk-ks-gagal")),
        },
        Periksa::Salah => tolak(&f, tertahan, StatusCode::UNPROCESSABLE_ENTITY, k.s("masuk-ks-gagal")),
        Periksa::Tahan(detik) => {
            let pesan = k.n("masuk-tahan", "menit", (detik + 59) / 60);
            let mut response = tolak(&f, tertahan, StatusCode::TOO_MANY_REQUESTS, pesan)?;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
            Ok(response)
        }
    }
}
