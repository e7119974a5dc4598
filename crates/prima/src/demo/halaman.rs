//! Minutes and reports of the example, made as people make them: forms sent to the pages, inside the process, no network.

use std::net::SocketAddr;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use dokumen::{Pencetak, Setelan};
use store::{
    Hasil, Store, StoreError, akun,
    id::{BeritaAcaraId, LheId, LokusId, RondeId},
    sesi,
};
use tower::ServiceExt as _;
use web::{AppState, Konfig, lembar::persen};

use super::orang::SANDI;

/// The pages over the store that is being filled.
pub struct Halaman<'a> {
    store: &'a Store,
    router: Router,
}

impl<'a> Halaman<'a> {
    /// `alamat`: what the QR codes of the documents lead to.
    pub async fn buka(store: &'a Store, alamat: &str) -> Hasil<Self> {
        let konfig = Konfig { alamat: alamat.to_owned(), laju: false, ilustrasi: true, ..Konfig::default() };
        let state = AppState::baru(store.clone(), konfig, Pencetak::new(Setelan::default())).await;
        let state = state.map_err(|e| StoreError::Rusak(e.to_string()))?;
        Ok(Self { store, router: web::aplikasi(state) })
    }

    /// Makes the minutes of one kind; returns where they are shown.
    pub async fn berita_acara(&self, lokus: LokusId, jenis: &str, nomor: &str, kepala: &str) -> Hasil<String> {
        let (unit, pj) = (self.akun(kepala).await?, self.akun("sekda@contoh.id").await?);
        let tanggal = self.store.sekarang().hari("WITA").to_string();
        let op = BeritaAcaraId::baru().to_string();
        let isian = [
            ("op", op.as_str()),
            ("nomor", nomor),
            ("tanggal", &tanggal),
            ("tempat", "Ruang rapat Bagian Organisasi, Sangatta"),
            ("unit", &unit),
            ("penanggungjawab", &pj),
            ("nama0", "Teguh Prasetyo"),
            ("jabatan0", "Analis Kebijakan (contoh)"),
            ("mewakili0", "Evaluator"),
            ("catatan", "Pembahasan berjalan dengan baik; data ini contoh."),
        ];
        self.kirim("evaluator1@contoh.id", &format!("/lokus/{lokus}/berita-acara/baru/{jenis}"), &isian).await?;
        Ok(format!("/berita-acara/{op}"))
    }

    /// Signs the minutes as these people, each with the password again.
    pub async fn tanda_tangan(&self, jalur: &str, surel: &[&str]) -> Hasil<()> {
        for s in surel {
            self.store.jam().maju(900);
            let isi = self.lihat(s, jalur).await?;
            let pdf = isi.split("name=\"pdf\" value=\"").nth(1).and_then(|sisa| sisa.split('"').next());
            let pdf = pdf.ok_or_else(|| StoreError::Rusak(format!("{jalur}: nothing to sign for {s}")))?;
            self.kirim(s, &format!("{jalur}/tanda-tangan"), &[("sandi", SANDI), ("pdf", pdf)]).await?;
        }
        Ok(())
    }

    /// Makes the report (PDF and workbook).
    pub async fn lhe(&self, lokus: LokusId) -> Hasil<()> {
        let op = LheId::baru().to_string();
        let isian = [("op", op.as_str()), ("tempat", "Sangatta")];
        self.kirim("organisasi@contoh.id", &format!("/lokus/{lokus}/lhe"), &isian).await
    }

    /// Makes the report of a survey round (PDF and workbook).
    pub async fn laporan_skm(&self, surel: &str, ronde: RondeId, saran: &str) -> Hasil<()> {
        let isian = [("tempat", "Sangatta"), ("pelaksana", "Tim SKM Dinas Sosial (contoh)"), ("saran", saran)];
        self.kirim(surel, &format!("/survei/{ronde}/laporan"), &isian).await
    }

    async fn akun(&self, surel: &str) -> Hasil<String> {
        Ok(akun::dari_surel(self.store, surel).await?.ok_or(StoreError::TidakDitemukan)?.id.to_string())
    }

    async fn lihat(&self, surel: &str, jalur: &str) -> Hasil<String> {
        let (status, isi) = self.minta(surel, Request::get(jalur).body(Body::empty())).await?;
        if status == StatusCode::OK { Ok(isi) } else { Err(StoreError::Rusak(format!("GET {jalur}: {status}"))) }
    }

    async fn kirim(&self, surel: &str, jalur: &str, isian: &[(&str, &str)]) -> Hasil<()> {
        let isi: Vec<String> = isian.iter().map(|(k, v)| format!("{k}={}", persen(v))).collect();
        let req = Request::post(jalur).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(isi.join("&")));
        let (status, isi) = self.minta(surel, req).await?;
        if status == StatusCode::SEE_OTHER {
            return Ok(());
        }
        let salah: Vec<&str> = isi.split("<li><a href=\"#").skip(1).filter_map(|s| s.split('<').next()).collect();
        Err(StoreError::Rusak(format!("POST {jalur}: {status} {salah:?}")))
    }

    async fn minta(&self, surel: &str, req: Result<Request<Body>, axum::http::Error>) -> Hasil<(StatusCode, String)> {
        let rusak = |e: String| StoreError::Rusak(e);
        let akun = akun::dari_surel(self.store, surel).await?.ok_or(StoreError::TidakDitemukan)?;
        let token = sesi::buka(self.store, akun.id, "127.0.0.1", "prima demo").await?;
        let mut req = req.map_err(|e| rusak(e.to_string()))?;
        let kepala = req.headers_mut();
        for (nama, nilai) in [(header::HOST, "127.0.0.1"), (header::ACCEPT, "text/html"), (header::COOKIE, &format!("sesi={token}"))] {
            kepala.insert(nama, nilai.parse().map_err(|_| rusak(nilai.to_owned()))?);
        }
        kepala.insert("sec-fetch-site", header::HeaderValue::from_static("same-origin"));
        // An address for documentation (RFC 5737): nobody's.
        req.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 10], 443))));
        let jawaban = self.router.clone().oneshot(req).await.unwrap_or_else(|e| match e {});
        let status = jawaban.status();
        let isi = to_bytes(jawaban.into_body(), 8 << 20).await.map_err(|e| rusak(e.to_string()))?;
        sesi::tutup(self.store, &token).await?;
        Ok((status, String::from_utf8_lossy(&isi).into_owned()))
    }
}
