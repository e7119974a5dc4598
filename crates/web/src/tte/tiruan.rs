//! A stand-in for BSrE's client service: same paths, same JSON, same ways to fail, for tests and for trying out on the loopback. Its
//! signatures are worth nothing: the mark it appends to a PDF says TIRUAN. What it does depends on who signs ([`ORANG`]).

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse as _, Response},
    routing::post,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// Account that the stand-in takes, and the passphrase of everybody it knows.
pub const PENGGUNA: &str = "prima";
pub const SANDI: &str = "tiruan-prima";
pub const FRASA: &str = "frasa contoh";

/// What the stand-in does with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perilaku {
    Tanda,
    /// Signs after a second and a half.
    Lambat,
    /// Signs and never answers.
    Diam,
    /// Signs and breaks the line in the middle of the answer.
    Putus,
    /// Signs and answers 500.
    Galat,
    /// Answers 200 with something else.
    Aneh,
    TanpaSertifikat,
}

/// Invented people: NIK, what happens.
pub const ORANG: [(&str, Perilaku); 7] = [
    ("6408010101900001", Perilaku::Tanda),
    ("6408010101900002", Perilaku::Lambat),
    ("6408010101900003", Perilaku::Diam),
    ("6408010101900004", Perilaku::Putus),
    ("6408010101900005", Perilaku::Galat),
    ("6408010101900006", Perilaku::Aneh),
    ("6408010101900007", Perilaku::TanpaSertifikat),
];

/// What the stand-in did, as its own dashboard would show it.
#[derive(Clone, Default)]
pub struct Tiruan(Arc<Mutex<Vec<Bertanda>>>);

/// NIK and signed file.
type Bertanda = (String, Vec<u8>);

impl Tiruan {
    /// NIK and signed file of every signature it made, oldest first.
    #[must_use]
    pub fn bertanda(&self) -> Vec<(String, Vec<u8>)> {
        self.0.lock().map(|v| v.clone()).unwrap_or_default()
    }

    /// Its routes.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/api/v2/sign/pdf", post(tanda))
            .route("/api/v2/verify/pdf", post(periksa))
            .route("/api/v2/user/check/status", post(status))
            .layer(axum::extract::DefaultBodyLimit::max(40 * 1024 * 1024))
            .layer(from_fn(masuk))
            .with_state(self.clone())
    }

    fn tandatangani(&self, nik: &str, pdf: &[u8]) -> Response {
        let jadi = tempel(pdf);
        if let Ok(mut v) = self.0.lock() {
            v.push((nik.to_owned(), jadi.clone()));
        }
        Json(json!({ "time": 900, "file": [STANDARD.encode(jadi)] })).into_response()
    }
}

async fn masuk(req: axum::extract::Request, next: Next) -> Response {
    let harap = format!("Basic {}", STANDARD.encode(format!("{PENGGUNA}:{SANDI}")));
    let kepala: &HeaderMap = req.headers();
    if kepala.get(header::AUTHORIZATION).is_none_or(|v| v.as_bytes() != harap.as_bytes()) {
        return galat(StatusCode::UNAUTHORIZED, 401, "Unauthorized");
    }
    next.run(req).await
}

fn galat(status: StatusCode, kode: u16, pesan: &str) -> Response {
    (status, Json(json!({ "status_code": kode, "error": pesan }))).into_response()
}

fn perilaku(nik: &str) -> Option<Perilaku> {
    ORANG.iter().find(|(n, _)| *n == nik).map(|(_, p)| *p)
}

async fn tanda(State(t): State<Tiruan>, Json(v): Json<Value>) -> Response {
    let nik = v["nik"].as_str().unwrap_or_default();
    let pdf = v["file"][0].as_str().and_then(|f| STANDARD.decode(f).ok()).filter(|p| p.starts_with(b"%PDF-"));
    let Some(pdf) = pdf else { return galat(StatusCode::INTERNAL_SERVER_ERROR, 500, "Internal Server Error") };
    let Some(p) = perilaku(nik) else { return galat(StatusCode::BAD_REQUEST, 2011, "User belum terdaftar") };
    if p == Perilaku::TanpaSertifikat {
        return galat(StatusCode::BAD_REQUEST, 2021, "User belum memiliki sertifikat");
    }
    if v["passphrase"].as_str() != Some(FRASA) {
        return galat(StatusCode::BAD_REQUEST, 2031, "Passphrase anda salah");
    }
    match p {
        Perilaku::Aneh => return "OK".into_response(),
        Perilaku::Lambat => tokio::time::sleep(Duration::from_millis(1500)).await,
        _ => {}
    }
    let jawab = t.tandatangani(nik, &pdf);
    match p {
        Perilaku::Diam => std::future::pending().await,
        Perilaku::Galat => galat(StatusCode::INTERNAL_SERVER_ERROR, 500, "Internal Server Error"),
        Perilaku::Putus => putus(jawab).await,
        _ => jawab,
    }
}

/// The first half of an answer, and then a broken line.
async fn putus(jawab: Response) -> Response {
    let (kepala, body) = jawab.into_parts();
    let isi = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let separuh: Bytes = isi.slice(..isi.len() / 2);
    let arus = futures_util::stream::iter([Ok(separuh), Err(std::io::Error::other("cut"))]);
    Response::from_parts(kepala, Body::from_stream(arus))
}

async fn periksa(Json(v): Json<Value>) -> Response {
    let pdf = v["file"].as_str().and_then(|f| STANDARD.decode(f).ok()).unwrap_or_default();
    let jumlah = pdf.windows(TANDA.len()).filter(|w| *w == TANDA.as_bytes()).count();
    let kesimpulan = if jumlah == 0 { "NO_SIGNATURE" } else { "WARNING" };
    let info: Vec<Value> = (0..jumlah).map(|n| json!({ "id": n, "signerName": "TIRUAN", "timestampInfomation": null })).collect();
    Json(json!({
        "signatureCount": jumlah, "conclusion": kesimpulan, "description": "Layanan tiruan: tidak ada tanda tangan yang sah",
        "signatureInformations": info,
    }))
    .into_response()
}

async fn status(Json(v): Json<Value>) -> Response {
    match v["nik"].as_str().and_then(perilaku) {
        None => galat(StatusCode::BAD_REQUEST, 2011, "NOT_REGISTERED"),
        Some(Perilaku::TanpaSertifikat) => galat(StatusCode::BAD_REQUEST, 2021, "NO_CERTIFICATE"),
        Some(_) => Json(json!({ "status": "ISSUE" })).into_response(),
    }
}

const TANDA: &str = "/Reason (TIRUAN, bukan tanda tangan sah)";

/// Appends what a signature looks like from outside (an incremental update with a byte range), all earlier bytes kept.
fn tempel(pdf: &[u8]) -> Vec<u8> {
    let mut jadi = pdf.to_vec();
    let teks = String::from_utf8_lossy(pdf);
    let cari = |awal: &str, akhir: char| {
        let dari = teks.rfind(awal)? + awal.len();
        teks[dari..].trim_start().split(akhir).next().map(|s| s.trim().to_owned())
    };
    let akar = cari("/Root", 'R').unwrap_or_else(|| "1 0".into());
    let lama: usize = cari("startxref", '%').and_then(|s| s.lines().next()?.trim().parse().ok()).unwrap_or(0);
    let nomor: usize = cari("/Size", '/').and_then(|s| s.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).unwrap_or(1);
    let letak = jadi.len() + 1;
    let n = jadi.len();
    jadi.extend_from_slice(
        format!("\n{nomor} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite {TANDA} /ByteRange [0 {n} {n} 0] /Contents <00> >>\nendobj\n")
            .as_bytes(),
    );
    let xref = jadi.len();
    let ukuran = nomor + 1;
    jadi.extend_from_slice(
        format!(
            "xref\n{nomor} 1\n{letak:010} 00000 n \ntrailer\n<< /Size {ukuran} /Root {akar} R /Prev {lama} >>\nstartxref\n{xref}\n%%EOF\n"
        )
        .as_bytes(),
    );
    jadi
}
