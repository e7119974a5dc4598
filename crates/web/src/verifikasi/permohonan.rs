//! `/verifikasi/{kode}` for the letter of a case: does it come from here, does it hold, is this file the same. It shows nothing of the
//! applicant.

use askama::Template;
use axum::response::Response;
use store::permohonan::{Permohonan, dokumen::DokumenLayanan};

use crate::{error::Hasil, komponen::Nada, konteks::Konteks, tampil::tampil};

#[derive(Template)]
#[template(path = "verifikasi/permohonan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    d: &'a DokumenLayanan,
    p: &'a Permohonan,
    berlaku: bool,
    banding: Option<(Nada, &'static str, &'static str)>,
}

/// The page of a letter; `sidik`: hash of a file to compare with it, empty where none was chosen.
pub(super) fn halaman(k: Konteks, (d, p, berlaku): (DokumenLayanan, Permohonan, bool), sidik: Option<&str>) -> Hasil<Response> {
    let k = k.ilustrasi(p.ilustrasi == 1).zona(&p.zona).bantuan("verifikasi");
    let banding = sidik.map(|sidik| match sidik {
        "" => (Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi"),
        s if s == d.cetak => (Nada::Baik, "verifikasi-sama", "verifikasi-surat-sama-isi"),
        _ => (Nada::Bahaya, "verifikasi-beda", "verifikasi-surat-beda-isi"),
    });
    tampil(&Halaman { k: &k, d: &d, p: &p, berlaku, banding })
}
