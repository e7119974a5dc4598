//! The public pages of surveys on a way of their own: no session, no rendering for each request, no heavy layers. What a
//! request meets instead is in `bungkus`; pages are kept ready in `tembolok`; answers go through `super::terima`.

mod balas;
pub mod bungkus;
pub mod gzip;
mod kirim;
mod lihat;
pub mod minta;
pub mod muat;
pub mod tembolok;

pub(super) use lihat::html;

use std::sync::atomic::{AtomicU64, Ordering};

use store::{Kunci, id::RondeId};

use self::tembolok::Tembolok;
use super::{kepala::Jenis, laju::Laju, stempel::Stempel};
use crate::{app::Konfig, rute::Daftar};

/// Largest body of an answer, in bytes: 14 answers and a suggestion of 1,000 characters take about 5,000.
pub const BATAS_ISI: usize = 16 * 1024;

/// What the public surveys of this process keep in memory. All of it is bounded; none of it is needed after a restart.
pub struct Layanan {
    pub stempel: Stempel,
    pub laju: Laju,
    pub tembolok: Tembolok,
    /// Answers taken and answers refused since the start.
    pub diterima: AtomicU64,
    pub ditolak: AtomicU64,
}

impl Layanan {
    /// # Errors
    /// Never in practice; see [`Stempel::baru`].
    pub fn baru(konfig: &Konfig, kunci: &Kunci) -> Result<Self, hmac::digest::InvalidLength> {
        Ok(Self {
            stempel: Stempel::baru(kunci)?,
            laju: Laju::baru(konfig),
            tembolok: Tembolok::default(),
            diterima: AtomicU64::new(0),
            ditolak: AtomicU64::new(0),
        })
    }

    /// To be called after a round was changed, closed or opened: its pages are made anew at the next request.
    pub fn lupakan(&self, ronde: RondeId) {
        self.tembolok.lupakan(ronde);
    }

    /// The same for every F03 of this node: after a phase was closed or opened.
    pub fn lupakan_f03(&self) {
        self.tembolok.lupakan_jenis(Jenis::F03);
    }

    pub(super) fn hitung(&self, diterima: bool) {
        let mana = if diterima { &self.diterima } else { &self.ditolak };
        mana.fetch_add(1, Ordering::Relaxed);
    }
}

pub fn rute(d: &mut Daftar) {
    d.cepat_get("/f03/{token}", lihat::f03);
    d.cepat_post("/f03/{token}", kirim::f03);
    // The page's own form goes here: a browser forgets a page that was posted to, and going back would then make a new one.
    d.cepat_get("/f03/{token}/jawaban", lihat::ke_isian_f03);
    d.cepat_post("/f03/{token}/jawaban", kirim::f03);
    d.cepat_get("/f03/{token}/kios", lihat::kios_f03);
    d.cepat_get("/f03/{token}/terima-kasih", lihat::terima_kasih_f03);
    d.cepat_get("/skm/{token}", lihat::skm);
    d.cepat_post("/skm/{token}", kirim::skm);
    d.cepat_get("/skm/{token}/jawaban", lihat::ke_isian_skm);
    d.cepat_post("/skm/{token}/jawaban", kirim::skm);
    d.cepat_get("/skm/{token}/kios", lihat::kios_skm);
    d.cepat_get("/skm/{token}/s/{rahasia}", lihat::sekali);
    d.cepat_get("/skm/{token}/terima-kasih", lihat::terima_kasih_skm);
}
