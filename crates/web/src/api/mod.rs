//! `/api/v1`: what is published, for programs, as JSON, and what programs may write. One table ([`operasi()`]) says what there is;
//! the routes, the OpenAPI document, the page `/api` and the client are made from it. Nothing is read here that a public page
//! does not show.

mod bayar;
mod halaman;
mod hasil;
mod impor;
mod instansi;
mod kueri;
mod lapis;
mod layanan;
mod lembar;
pub(crate) mod masalah;
mod mpp;
mod openapi;
pub mod operasi;
mod serah;
mod skm;
mod tenan;
pub mod token;
mod ulang;

pub use openapi::dokumen;

use axum::{Json, response::IntoResponse as _};

use crate::rute::Daftar;
use operasi::{Jenis, Operasi, Skema, ada, pasang};

const DOKUMEN: Skema = Skema {
    nama: "DokumenOpenapi",
    medan: &[
        ada("openapi", Jenis::Teks, "3.1.0"),
        ada("info", Jenis::Bebas, "Tentang antarmuka"),
        ada("servers", Jenis::Larik(&Jenis::Bebas), "Alamat dasar"),
        ada("paths", Jenis::Bebas, "Operasi"),
        ada("components", Jenis::Bebas, "Bentuk jawaban"),
    ],
};

const SENDIRI: Operasi = Operasi::baca("/api/v1/openapi.json", "openapi", ["Dokumen ini", "This document"], &DOKUMEN);

/// Everything there is under `/api/v1`.
pub fn operasi() -> impl Iterator<Item = &'static Operasi> {
    const SEMUA: [&[Operasi]; 9] = [
        &[SENDIRI],
        &hasil::OPERASI,
        &instansi::OPERASI,
        &skm::OPERASI,
        &layanan::OPERASI,
        &mpp::OPERASI,
        &serah::OPERASI,
        &impor::OPERASI,
        &tenan::OPERASI,
    ];
    SEMUA.into_iter().flatten().chain(&bayar::OPERASI)
}

/// The routes of this area; a test holds them against [`operasi()`].
pub fn rute(d: &mut Daftar) {
    pasang(d, &SENDIRI, async || Json(dokumen()).into_response());
    hasil::rute(d);
    instansi::rute(d);
    skm::rute(d);
    layanan::rute(d);
    mpp::rute(d);
    serah::rute(d);
    impor::rute(d);
    tenan::rute(d);
    bayar::rute(d);
    halaman::rute(d);
}
