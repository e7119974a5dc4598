//! Sends what other programs are told (webhooks): signed as Standard Webhooks says, over a line to an address that was checked
//! (`crate::tujuan`). What is told and when it is tried again is `store::kait`'s; the pages are `crate::admin::kait`.

mod garis;

use std::time::Instant;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use store::{
    StoreError,
    kait::kirim::{self, Coba, Tugas},
    pekerjaan::{self, Pekerjaan},
};

use crate::{AppState, tujuan::SalahAlamat};

/// Sends one message and records how the try ended.
///
/// # Errors
/// Of the database only, as a sentence for the log; a try that failed is none.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    let Some(t) = kirim::tugas(&app.store, p).await.map_err(|e| e.to_string())? else { return Ok(()) };
    let mulai = Instant::now();
    let hasil = coba(app, &t).await;
    let ms = i64::try_from(mulai.elapsed().as_millis()).unwrap_or(i64::MAX);
    let (status, galat) = match hasil {
        Ok(s) if s.is_success() => (Some(s.as_u16()), String::new()),
        Ok(s) => (Some(s.as_u16()), format!("http-{}", s.as_u16())),
        Err(galat) => (None, galat.to_owned()),
    };
    tracing::info!(webhook = %t.kait, message = %t.id, event = t.peristiwa, attempt = p.coba, status, error = galat, ms, "webhook tried");
    let coba = Coba { id: store::id::baru(), status, galat, ms };
    match pekerjaan::sampai_tercatat(|| kirim::catat(&app.store, p, &t, &coba)).await {
        // Recorded by a commit whose answer was lost.
        Err(StoreError::SudahAda(_)) => Ok(()),
        hasil => hasil.map(drop).map_err(|e| e.to_string()),
    }
}

/// The status of the answer, or a word for why there is none.
async fn coba(app: &AppState, t: &Tugas) -> Result<axum::http::StatusCode, &'static str> {
    let tujuan = app.tujuan_kait.periksa(&t.alamat).map_err(SalahAlamat::kata)?;
    let waktu = (app.store.sekarang().0 / 1_000_000).to_string();
    let id = t.id.to_string();
    let tanda = tanda(&t.kunci, &id, &waktu, t.isi.as_bytes());
    garis::kirim(&app.tujuan_kait, &tujuan, garis::Pesan { id: &id, waktu: &waktu, tanda: &tanda, isi: &t.isi }).await
}

/// The signature of a message: `v1,` and base64 of HMAC-SHA256 over id, time and body with points between.
#[must_use]
pub fn tanda(kunci: &[u8], id: &str, waktu: &str, isi: &[u8]) -> String {
    let Ok(mut m) = Hmac::<Sha256>::new_from_slice(kunci) else { return String::new() };
    for bagian in [id.as_bytes(), b".", waktu.as_bytes(), b".", isi] {
        m.update(bagian);
    }
    format!("v1,{}", STANDARD.encode(m.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed apart with OpenSSL's HMAC over the same text.
    #[test]
    fn the_signature_is_that_of_standard_webhooks() {
        let kunci = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let t = tanda(&kunci, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", br#"{"test": 2432232314}"#);
        assert_eq!(t, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
