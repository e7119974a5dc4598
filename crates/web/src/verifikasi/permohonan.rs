//! `/verifikasi/{kode}` for the letter of a case: does it come from here, does it hold, is this file the same. It shows nothing of the
//! applicant.

use askama::Template;
use axum::response::Response;
use store::{
    permohonan::{Permohonan, dokumen::DokumenLayanan},
    sidik_hex,
};

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

/// The page of a letter; `berkas`: a file to compare with it.
pub(super) fn halaman(k: Konteks, (d, p, berlaku): (DokumenLayanan, Permohonan, bool), berkas: Option<&[u8]>) -> Hasil<Response> {
    let k = k.ilustrasi(p.ilustrasi == 1).zona(&p.zona).bantuan("verifikasi");
    let banding = berkas.map(|isi| match isi {
        [] => (Nada::Perhatian, "verifikasi-pilih", "verifikasi-pilih-isi"),
        isi if sidik_hex(isi) == d.objek => (Nada::Baik, "verifikasi-sama", "verifikasi-surat-sama-isi"),
        _ => (Nada::Bahaya, "verifikasi-beda", "verifikasi-surat-beda-isi"),
    });
    tampil(&Halaman { k: &k, d: &d, p: &p, berlaku, banding })
}
