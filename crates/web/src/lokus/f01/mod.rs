//! F01 of one unit lokus: the form generated from the instrument, autosave, hand-over, submission, withdrawal, and the
//! read-only rendering that other areas show beside their own. Evidence files are in `lokus::bukti`.

pub mod aspek;
pub mod cetak;
pub mod isian;
mod kartu;
pub mod luring;
mod medan;
mod muatan;
pub mod pengiriman;
pub mod ringkasan;
pub mod riwayat;
pub mod siap;
mod sippn;
pub mod tampilan;
pub mod usulan;

pub(crate) use aspek::{Halaman as HalamanAspek, kode_aspek};
pub(crate) use kartu::Pengganti;
pub(crate) use muatan::{Muatan, TAMBAHAN};

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse as _},
};
use store::Waktu;

use crate::{bahasa::Bahasa, error::Hasil, konteks::Konteks, rute::Daftar};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    siap::rute(d);
    pengiriman::rute(d);
    cetak::rute(d);
    sippn::rute(d);
    luring::rute(d);
    isian::rute(d);
    riwayat::rute(d);
    usulan::rute(d);
    aspek::rute(d);
}

/// A page with a status that is neither 200 nor 422: a conflict, a file too large.
pub(crate) fn dengan_status(status: StatusCode, halaman: &impl Template) -> Hasil {
    Ok((status, Html(halaman.render()?)).into_response())
}

/// `10.32`, in the zone of the page.
fn jam(k: &Konteks, saat: Waktu) -> String {
    let lokal = saat.timestamp().to_zoned(k.zona.tz());
    match k.bahasa {
        Bahasa::Id => format!("{:02}.{:02}", lokal.hour(), lokal.minute()),
        Bahasa::En => format!("{:02}:{:02}", lokal.hour(), lokal.minute()),
    }
}
