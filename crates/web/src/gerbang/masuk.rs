//! `POST /gerbang/{saluran}/kabar`: what a gateway tells us: a message arrived or not, or a person answered with the stop word. Believed
//! only with its secret.

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse as _,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;
use store::gerbang::{Saluran, kabar};

use super::{Bukti, Gerbang};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

/// Seconds that a signed call may be old or early.
const SELISIH: i64 = 300;

pub(super) fn rute(d: &mut Daftar) {
    d.post("/gerbang/{saluran}/kabar", Akses::Publik, terima);
}

async fn terima(State(app): State<AppState>, Jalur(saluran): Jalur<String>, headers: HeaderMap, badan: Bytes) -> Hasil {
    let g = Saluran::dari_kunci(&saluran).and_then(|s| app.gerbang.lewat(s)).ok_or(Error::TidakAda)?;
    if g.kabar_token.is_empty() {
        return Err(Error::TidakAda);
    }
    if !sah(&app, g, &headers, &badan) {
        return Ok(StatusCode::UNAUTHORIZED.into_response());
    }
    let Ok(json) = serde_json::from_slice::<Value>(&badan) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let ambil = |penunjuk: &str| match json.pointer(penunjuk) {
        Some(Value::String(s)) => Some(s.clone()),
        Some(Value::Number(n)) => Some(n.to_string()),
        _ => None,
    };
    if let (Some(dari), Some(teks)) = (ambil(&g.konfig.kabar_dari), ambil(&g.konfig.kabar_teks)) {
        let kata: String = teks.trim().trim_end_matches(['.', '!']).to_uppercase();
        if app.gerbang.kata_henti.contains(&kata) {
            kabar::henti(&app.store, &dari).await?;
        }
    }
    if let (Some(nomor), Some(keadaan)) = (ambil(&g.konfig.kabar_id), ambil(&g.konfig.kabar_keadaan).and_then(|k| arti(&k))) {
        kabar::sampai(&app.store, &nomor, keadaan).await?;
    }
    // What it says of messages that we do not know is no fault of its.
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What the usual words of gateways mean.
fn arti(kata: &str) -> Option<kabar::Sampai> {
    Some(match kata.trim().to_lowercase().as_str() {
        "sent" | "terkirim" | "dispatched" => kabar::Sampai::Terkirim,
        "delivered" | "sampai" | "success" | "delivrd" => kabar::Sampai::Sampai,
        "read" | "dibaca" | "seen" => kabar::Sampai::Dibaca,
        "failed" | "gagal" | "undelivered" | "undeliv" | "rejected" | "rejectd" | "expired" | "error" => kabar::Sampai::Gagal,
        _ => return None,
    })
}

fn sah(app: &AppState, g: &Gerbang, headers: &HeaderMap, badan: &[u8]) -> bool {
    let kepala = |nama: &str| headers.get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    // Compared through a digest under the secret, so that the time it takes says nothing.
    let cap = |isi: &[&[u8]]| {
        let mut m = Hmac::<Sha256>::new_from_slice(g.kabar_token.as_bytes()).ok()?;
        for b in isi {
            m.update(b);
        }
        Some(m)
    };
    match g.konfig.kabar_bukti {
        Bukti::Bearer => {
            let Some(t) = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer ")) else { return false };
            let (Some(a), Some(b)) = (cap(&[t.as_bytes()]), cap(&[g.kabar_token.as_bytes()])) else { return false };
            a.verify(&b.finalize().into_bytes()).is_ok()
        }
        Bukti::Tanda => {
            let (id, waktu) = (kepala("webhook-id"), kepala("webhook-timestamp"));
            let kini = app.store.sekarang().0 / 1_000_000;
            if id.is_empty() || !waktu.parse::<i64>().is_ok_and(|w| (kini - w).abs() <= SELISIH) {
                return false;
            }
            kepala("webhook-signature")
                .split(' ')
                .filter_map(|s| STANDARD.decode(s.strip_prefix("v1,")?).ok())
                .any(|s| cap(&[id.as_bytes(), b".", waktu.as_bytes(), b".", badan]).is_some_and(|m| m.verify_slice(&s).is_ok()))
        }
    }
}
