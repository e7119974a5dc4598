//! The job that sends one message, and the administrator's trial.

use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_json::Value;
use store::{
    gerbang::{
        Saluran,
        kirim::{self, Nasib},
    },
    pekerjaan::Pekerjaan,
};

use super::{
    Bukti, Gerbang, garis,
    garis::Putus,
    isi::{self, Pesan},
};
use crate::AppState;

/// Sends one message and records how it ended.
///
/// # Errors
/// Of the database only, as a sentence for the log; a try that failed is none.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    satu(app, p).await.map_err(|e| e.to_string())
}

async fn satu(app: &AppState, p: &Pekerjaan) -> store::Hasil<()> {
    let Some(t) = kirim::tugas(&app.store, p, app.gerbang.tenang).await? else { return Ok(()) };
    let (Some(g), Some(pesan)) = (app.gerbang.lewat(t.saluran), isi::susun(app, &t).await?) else {
        return kirim::buang(&app.store, p, t.id).await;
    };
    if !kirim::mulai(&app.store, p, &t, g.konfig.batas_harian).await? {
        return Ok(());
    }
    let awal = Instant::now();
    let templat = g.konfig.templat.get(t.perkara.kunci()).map_or("", String::as_str);
    let surat = Surat { id: &t.id.to_string(), nomor: &t.nomor, bahasa: &t.bahasa, templat, pesan: &pesan };
    let (nasib, status) = lepas(app, g, t.saluran, &surat).await;
    let ms = i64::try_from(awal.elapsed().as_millis()).unwrap_or(i64::MAX);
    let status = status.map(|s| s.as_u16());
    tracing::info!(message = %t.id, gateway = t.saluran.kunci(), attempt = p.coba, status, outcome = kata(&nasib), ms, "short message tried");
    kirim::catat(&app.store, p, &t, &nasib, status, ms).await
}

fn kata(n: &Nasib) -> &'static str {
    match n {
        Nasib::Diterima { .. } => "taken",
        Nasib::Ditolak(k) | Nasib::TakPasti(k) | Nasib::Lagi(k) => k,
    }
}

/// One message as the gateway gets it.
struct Surat<'a> {
    id: &'a str,
    nomor: &'a str,
    bahasa: &'a str,
    templat: &'a str,
    pesan: &'a Pesan,
}

async fn lepas(app: &AppState, g: &Gerbang, s: Saluran, surat: &Surat<'_>) -> (Nasib, Option<StatusCode>) {
    let Ok(alamat) = app.gerbang.tujuan.periksa(&g.konfig.alamat) else { return (Nasib::Ditolak("alamat"), None) };
    let badan = tuang(&g.isi, surat).to_string();
    let waktu = (app.store.sekarang().0 / 1_000_000).to_string();
    let kepala = kepala(g, surat.id, &waktu, &badan);
    let lama = Duration::from_secs(g.konfig.batas_jawab);
    match garis::kirim(&app.gerbang.tujuan, &alamat, (kepala, badan), lama).await {
        Err(Putus::Sebelum(kata)) => (Nasib::Lagi(kata), None),
        Err(Putus::Sesudah(kata)) => (Nasib::TakPasti(kata), None),
        Ok((status, isi)) => (putuskan(g, s, status, &isi, &surat.pesan.teks), Some(status)),
    }
}

/// What an answer means.
fn putuskan(g: &Gerbang, s: Saluran, status: StatusCode, isi: &[u8], teks: &str) -> Nasib {
    let biaya = i64::from(g.konfig.biaya) * if s == Saluran::Sms { bagian(teks) } else { 1 };
    match status.as_u16() {
        200..=299 if g.konfig.jawaban_id.is_empty() => Nasib::Diterima { nomor: String::new(), biaya },
        200..=299 => {
            let json: Value = serde_json::from_slice(isi).unwrap_or_default();
            match json.pointer(&g.konfig.jawaban_id) {
                Some(Value::String(nomor)) if !nomor.is_empty() => Nasib::Diterima { nomor: nomor.clone(), biaya },
                Some(Value::Number(nomor)) => Nasib::Diterima { nomor: nomor.to_string(), biaya },
                _ => Nasib::TakPasti("jawaban-rusak"),
            }
        }
        // A proxy gave up waiting for the gateway, which may have taken it.
        504 => Nasib::TakPasti("http"),
        408 | 425 | 429 | 500..=599 => Nasib::Lagi("http"),
        _ => Nasib::Ditolak("http"),
    }
}

/// Parts that a text takes as SMS: 160 and 153 letters in the basic alphabet, 70 and 67 otherwise.
fn bagian(teks: &str) -> i64 {
    let (banyak, satu, sambung) = if teks.is_ascii() { (teks.len(), 160, 153) } else { (teks.encode_utf16().count(), 70, 67) };
    if banyak <= satu { 1 } else { i64::try_from(banyak.div_ceil(sambung)).unwrap_or(i64::MAX) }
}

/// The body with its places filled in. Only strings are touched, so nothing that a value holds can change its shape.
fn tuang(v: &Value, s: &Surat<'_>) -> Value {
    match v {
        Value::String(pola) => Value::String(isikan(pola, s)),
        Value::Array(semua) => semua.iter().map(|v| tuang(v, s)).collect(),
        Value::Object(o) => o.iter().map(|(k, v)| (k.clone(), tuang(v, s))).collect(),
        lain => lain.clone(),
    }
}

fn isikan(pola: &str, s: &Surat<'_>) -> String {
    let (mut hasil, mut sisa) = (String::new(), pola);
    while let Some((depan, lanjut)) = sisa.split_once('{') {
        hasil.push_str(depan);
        let Some((nama, belakang)) = lanjut.split_once('}') else {
            hasil.push('{');
            sisa = lanjut;
            continue;
        };
        match nama {
            "nomor" => hasil.push_str(s.nomor),
            "teks" => hasil.push_str(&s.pesan.teks),
            "ringkas" => hasil.push_str(&s.pesan.ringkas),
            "tautan" => hasil.push_str(&s.pesan.tautan),
            "templat" => hasil.push_str(s.templat),
            "bahasa" => hasil.push_str(s.bahasa),
            "id" => hasil.push_str(s.id),
            lain => hasil.extend(["{", lain, "}"]),
        }
        sisa = belakang;
    }
    hasil.push_str(sisa);
    hasil
}

fn kepala(g: &Gerbang, id: &str, waktu: &str, badan: &str) -> HeaderMap {
    let mut h = HeaderMap::new();
    let mut taruh = |nama: HeaderName, nilai: &str| {
        if let Ok(v) = HeaderValue::from_str(nilai) {
            h.insert(nama, v);
        }
    };
    taruh(HeaderName::from_static("idempotency-key"), id);
    match g.konfig.bukti {
        Bukti::Bearer => taruh(header::AUTHORIZATION, &format!("Bearer {}", g.token)),
        Bukti::Tanda => {
            taruh(HeaderName::from_static("webhook-id"), id);
            taruh(HeaderName::from_static("webhook-timestamp"), waktu);
            taruh(HeaderName::from_static("webhook-signature"), &crate::kait::tanda(g.token.as_bytes(), id, waktu, badan.as_bytes()));
        }
    }
    h
}

/// A message to try a gateway out, sent at once and kept nowhere. Returns the catalogue key of what it came to.
pub(crate) async fn uji(app: &AppState, s: Saluran, nomor: &str, teks: String) -> &'static str {
    let Some(g) = app.gerbang.lewat(s) else { return "gerbang-uji-mati" };
    let pesan = Pesan { ringkas: teks.clone(), tautan: app.konfig.alamat.clone(), teks };
    let surat = Surat { id: &store::id::baru().to_string(), nomor, bahasa: "id", templat: "", pesan: &pesan };
    match lepas(app, g, s, &surat).await.0 {
        Nasib::Diterima { .. } => "gerbang-uji-diterima",
        Nasib::Ditolak(_) => "gerbang-uji-ditolak",
        Nasib::TakPasti(_) => "gerbang-uji-tak-pasti",
        Nasib::Lagi(_) => "gerbang-uji-gagal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_change_the_shape_of_the_body() {
        let pesan = Pesan { ringkas: "R".into(), tautan: "https://x".into(), teks: "\"}, {\"to\": \"{nomor}".into() };
        let s = Surat { id: "1", nomor: "62812", bahasa: "id", templat: "pesan_baru", pesan: &pesan };
        let pola = serde_json::json!({"to": "{nomor}", "a": [{"body": "{teks}"}, 1, true], "t": "{templat}/{bahasa} {lain} {", "n": null});
        let jadi = tuang(&pola, &s);
        assert_eq!(
            jadi,
            serde_json::json!({"to": "62812", "a": [{"body": "\"}, {\"to\": \"{nomor}"}, 1, true], "t": "pesan_baru/id {lain} {", "n": null})
        );
    }

    #[test]
    fn long_texts_are_several_messages() {
        let banyak = |n: usize, h: &str| bagian(&h.repeat(n));
        assert_eq!((banyak(160, "a"), banyak(161, "a"), banyak(306, "a"), banyak(307, "a")), (1, 2, 2, 3));
        assert_eq!((banyak(70, "é"), banyak(71, "é"), banyak(134, "é"), banyak(135, "é")), (1, 2, 2, 3));
    }
}
