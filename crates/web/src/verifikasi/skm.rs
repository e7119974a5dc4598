//! `/verifikasi/{kode}` for documents of survey rounds: a report, or a publication.

use askama::Template;
use axum::response::Response;
use store::{
    skm::{RondeSkm, laporan::LaporanSkm, terbit::DariSidik},
    verifikasi::{self, DokumenSkm},
};

use crate::{
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    skm::{konteks, kurun},
    tampil::tampil,
};

#[derive(Template)]
#[template(path = "verifikasi/skm.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    kode: String,
    jenis: &'static str,
    keadaan: (Nada, &'static str),
    periksa: (Nada, &'static str, &'static str),
    /// Report only.
    laporan: Option<&'a LaporanSkm>,
    terbit: Option<&'a DariSidik>,
    /// Value and class: of a publication that stands.
    nilai: Option<(String, String)>,
    banding: Option<(Nada, &'static str, &'static str)>,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }
}

/// The figure that a frozen text states.
#[derive(serde::Deserialize)]
struct Isi {
    hasil: ::skm::HasilSkm,
}

/// The page of a document; `sidik`: hash of a file to compare with a report, empty where none was chosen.
pub(super) fn halaman(k: Konteks, kode: &str, (r, d): (RondeSkm, DokumenSkm), sidik: Option<&str>) -> Hasil<Response> {
    let k = konteks(k, &r).bantuan("verifikasi");
    let mut h = Halaman {
        k: &k,
        ronde: &r,
        kode: verifikasi::rapikan(kode),
        jenis: "verifikasi-skm-laporan",
        keadaan: (Nada::Baik, "verifikasi-keadaan-berlaku"),
        periksa: (Nada::Baik, "verifikasi-tercatat", "verifikasi-tercatat-isi"),
        laporan: None,
        terbit: None,
        nilai: None,
        banding: None,
    };
    match &d {
        DokumenSkm::Laporan(l) => {
            h.laporan = Some(l);
            h.banding = sidik.map(|sidik| match () {
                () if sidik.is_empty() => (Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi"),
                () if sidik == l.pdf => (Nada::Baik, "verifikasi-sama", "verifikasi-sama-isi"),
                () => (Nada::Bahaya, "verifikasi-beda", "verifikasi-beda-isi"),
            });
        }
        DokumenSkm::Penerbitan(t) => {
            h.jenis = "verifikasi-skm-terbit";
            h.terbit = Some(t);
            let sah = t.sah;
            (h.keadaan, h.periksa) = match (sah, t.ditarik) {
                (false, _) => ((Nada::Bahaya, "verifikasi-keadaan-batal"), (Nada::Bahaya, "verifikasi-rusak", "verifikasi-rusak-isi")),
                (true, Some(_)) => {
                    ((Nada::Bahaya, "laporanskm-keadaan-ditarik"), (Nada::Bahaya, "verifikasi-skm-ditarik", "verifikasi-skm-ditarik-isi"))
                }
                (true, None) => ((Nada::Baik, "skm-terbit"), (Nada::Baik, "verifikasi-utuh", "verifikasi-utuh-hasil")),
            };
            if sah && t.ditarik.is_none() {
                let isi: Option<Isi> = serde_json::from_str(&t.isi).ok();
                h.nilai = isi.map(|i| (i.hasil.ikm.tampil(2), i.hasil.mutu));
            }
        }
    }
    tampil(&h)
}
