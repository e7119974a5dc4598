//! `/verifikasi/{kode}` for a national report: which version it is, whether it stands, and its hashes.

use askama::Template;
use axum::response::Response;
use store::{
    nasional::laporan::{self, Laporan},
    verifikasi,
};

use crate::{AppState, error::Hasil, kata::kunci_skema, komponen::Nada, konteks::Konteks, nasional::keadaan, tampil::tampil};

#[derive(Template)]
#[template(path = "verifikasi/nasional.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Laporan,
    periksa: (Nada, &'static str, &'static str),
    banding: Option<(Nada, &'static str, &'static str)>,
}

impl Halaman<'_> {
    fn judul(&self) -> String {
        let skema = self.k.s(kunci_skema(&self.l.skema));
        self.k.a(
            "lapnas-nama",
            [("tahun", self.l.tahun.to_string().into()), ("skema", skema.into()), ("versi", self.l.urut.to_string().into())],
        )
    }
}

/// The page of a report; `sidik`: hash of a PDF or workbook to compare with it, empty where none was chosen.
pub(super) async fn halaman(app: &AppState, k: Konteks, l: &Laporan, sidik: Option<&str>) -> Hasil<Response> {
    let papan = store::nasional::papan(&app.store, l.tahun, &l.skema).await?;
    let k = k.ilustrasi(papan.ilustrasi()).bantuan("verifikasi");
    let periksa = match (laporan::isi(&app.store, l).await?.1, l.diganti) {
        (false, _) => (Nada::Bahaya, "verifikasi-rusak", "verifikasi-rusak-isi"),
        (true, Some(_)) => (Nada::Perhatian, "lapnas-verifikasi-diganti", "lapnas-verifikasi-diganti-isi"),
        (true, None) => (Nada::Baik, "verifikasi-utuh", "lapnas-verifikasi-utuh-isi"),
    };
    let banding = sidik.map(|sidik| match () {
        () if sidik.is_empty() => (Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi"),
        () if [&*l.pdf, &*l.xlsx].contains(&sidik) => (Nada::Baik, "verifikasi-sama", "verifikasi-sama-isi"),
        () => (Nada::Bahaya, "verifikasi-beda", "verifikasi-beda-isi"),
    });
    tampil(&Halaman { k: &k, l, periksa, banding })
}
