//! The application under test: its own database, stopped clock, and browsers with a cookie jar of their own.

use std::{cell::RefCell, collections::BTreeMap};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, Response, StatusCode, header},
};
use store::{
    Jam, Store, Sumber, akun,
    id::AkunId,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::{BasisUji, Jenis};
use tower::ServiceExt as _;
use web::{AppState, Konfig};

/// 2026-03-02 08:00 WITA.
pub const KINI: i64 = 1_772_409_600_000_000;

pub struct TestApp {
    pub state: AppState,
    pub router: Router,
    _folder: tempfile::TempDir,
    _basis: Option<BasisUji>,
}

/// No limits of time and rate, which a loaded machine would meet.
fn konfig() -> Konfig {
    Konfig { laju: false, batas_waktu: 300, ..Konfig::default() }
}

impl TestApp {
    pub async fn baru() -> Self {
        Box::pin(Self::dengan(konfig())).await
    }

    pub async fn dengan(konfig: Konfig) -> Self {
        Box::pin(Self::buka(&Sumber::Sqlite, konfig)).await
    }

    pub async fn buka(sumber: &Sumber, konfig: Konfig) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::buka_dengan(folder.path(), sumber, Jam::tetap(KINI), &konfig.luar()).await.unwrap();
        let state = AppState::baru(store, konfig, dokumen::Pencetak::dalam_proses()).await.unwrap();
        Self { router: web::aplikasi(state.clone()), state, _folder: folder, _basis: None }
    }

    pub fn store(&self) -> &Store {
        &self.state.store
    }

    /// On the database that `testkit::dua_basis!` gives.
    pub async fn pada(basis: BasisUji) -> Self {
        let sumber = match basis.jenis {
            Jenis::Sqlite => Sumber::Sqlite,
            Jenis::Postgres => Sumber::Postgres(basis.url.clone()),
        };
        Self { _basis: Some(basis), ..Box::pin(Self::buka(&sumber, konfig())).await }
    }

    /// A browser of someone who has not signed in.
    pub fn tamu(&self) -> Peramban<'_> {
        Peramban { app: self, kuki: RefCell::default() }
    }

    /// An account with these roles.
    pub async fn akun(&self, surel: &str, peran_lingkup: &[(Peran, Lingkup)]) -> AkunId {
        let tx = self.store().mulai().await.unwrap();
        let baru = akun::AkunBaru { nama: "Ibu Uji", surel, jabatan: "Penguji", sandi: None };
        let id = akun::tambah(&tx, None, baru).await.unwrap();
        for (p, lingkup) in peran_lingkup {
            peran::beri(&tx, None, id, *p, lingkup).await.unwrap();
        }
        tx.commit().await.unwrap();
        id
    }

    /// A browser in which this account is signed in.
    pub async fn masuk(&self, akun: AkunId) -> Peramban<'_> {
        let token = sesi::buka(self.store(), akun, "127.0.0.1", "uji").await.unwrap();
        let peramban = self.tamu();
        peramban.kuki.borrow_mut().insert("sesi".into(), token);
        peramban
    }

    /// A signed-in browser with one role for the whole installation.
    pub async fn sebagai(&self, peran: Peran, lingkup: Lingkup) -> Peramban<'_> {
        let id = self.akun(&format!("{peran}@uji.example"), &[(peran, lingkup)]).await;
        self.masuk(id).await
    }
}

/// What came back.
#[derive(Debug)]
pub struct Jawaban {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub isi: String,
}

impl Jawaban {
    /// Where it leads, empty for nowhere; a test that fails for that shows what came instead.
    pub fn ke(&self) -> &str {
        let ke = self.headers.get(header::LOCATION).map_or("", |v| v.to_str().unwrap());
        if ke.is_empty() {
            eprintln!("leads nowhere ({}):\n{}", self.status, self.isi);
        }
        ke
    }

    #[track_caller]
    pub fn memuat(&self, teks: &str) -> &Self {
        assert!(self.isi.contains(teks), "{teks:?} is not on the page ({}):\n{}", self.status, self.isi);
        self
    }
}

pub struct Peramban<'a> {
    app: &'a TestApp,
    pub kuki: RefCell<BTreeMap<String, String>>,
}

impl Peramban<'_> {
    /// Every page that a test opens has each id once: labels, skip links and lists of faults lead by them.
    pub async fn get(&self, jalur: &str) -> Jawaban {
        let j = self.kirim(self.permintaan(Method::GET, jalur).body(Body::empty()).unwrap()).await;
        if j.isi.starts_with("<!doctype html>") {
            let mut ada = std::collections::BTreeSet::new();
            let semua = j.isi.split(" id=\"").skip(1).filter_map(|s| s.split('"').next());
            for id in semua {
                assert!(ada.insert(id), "id {id:?} stands twice on {jalur}");
            }
        }
        j
    }

    /// Sends a form as a browser does from our own page.
    pub async fn post(&self, jalur: &str, isian: &[(&str, &str)]) -> Jawaban {
        let body = isian.iter().map(|(k, v)| format!("{}={}", persen(k), persen(v))).collect::<Vec<_>>().join("&");
        let req = self.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let req = req.header(header::CONTENT_LENGTH, body.len());
        self.kirim(req.body(Body::from(body)).unwrap()).await
    }

    /// A form with files, without any file chosen.
    pub async fn post_multipart(&self, jalur: &str, isian: &[(&str, &str)]) -> Jawaban {
        let bagian = isian
            .iter()
            .map(|(n, v)| format!("--batas\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n"))
            .collect::<Vec<_>>()
            .concat();
        let req = self.permintaan(Method::POST, jalur).header("content-type", "multipart/form-data; boundary=batas");
        self.kirim(req.body(Body::from(format!("{bagian}--batas--\r\n"))).unwrap()).await
    }

    /// A request builder with the headers that a browser sends.
    pub fn permintaan(&self, metode: Method, jalur: &str) -> axum::http::request::Builder {
        let kuki = self.kuki.borrow().iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
        Request::builder()
            .method(metode)
            .uri(jalur)
            .header(header::HOST, "127.0.0.1")
            .header(header::ACCEPT, "text/html")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, kuki)
    }

    /// For answers that are not text.
    pub async fn kirim_mentah(&self, req: Request<Body>) -> (axum::http::HeaderMap, Vec<u8>) {
        let (parts, body) = self.app.router.clone().oneshot(req).await.unwrap().into_parts();
        (parts.headers, to_bytes(body, 64 << 20).await.unwrap().to_vec())
    }

    pub async fn kirim(&self, req: Request<Body>) -> Jawaban {
        let response: Response<Body> = self.app.router.clone().oneshot(req).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, atribut) = set.to_str().unwrap().split_once(';').unwrap();
            let (nama, nilai) = pair.split_once('=').unwrap();
            if atribut.contains("Max-Age=0") {
                self.kuki.borrow_mut().remove(nama);
            } else {
                self.kuki.borrow_mut().insert(nama.into(), nilai.into());
            }
        }
        let isi = to_bytes(body, 64 << 20).await.unwrap();
        Jawaban { status: parts.status, headers: parts.headers, isi: String::from_utf8_lossy(&isi).into_owned() }
    }
}

fn persen(s: &str) -> String {
    s.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
