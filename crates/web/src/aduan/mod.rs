//! Reports of citizens for officers (`/aduan`): the queue, one report with all that may be done, texts for answers, measures, and
//! consultations. What citizens see is `crate::publik::{pengaduan, konsultasi}`.

mod baru;
mod batas;
mod berkas;
pub mod bukti;
mod daftar;
pub mod eskalasi;
pub mod kata;
pub mod kiriman;
pub mod konsultasi;
mod langkah;
mod pindah;
mod rinci;
pub mod riwayat;
pub mod surat;
mod tab;
mod templat;
pub mod ukuran;

use store::peran::Peran;

use crate::konteks::Konteks;
use crate::rute::{Akses, Daftar};

/// Who reads reports: some are named for a single one, so the store decides.
const PEMBACA: Akses = Akses::Masuk;
/// Who types reports and keeps texts.
const PENGHUBUNG: Akses = Akses::Peran(&[Peran::Penghubung]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    baru::rute(d);
    templat::rute(d);
    ukuran::rute(d);
    konsultasi::rute(d);
    batas::rute(d);
    eskalasi::rute(d);
    rinci::rute(d);
    langkah::rute(d);
    berkas::rute(d);
}

impl Konteks {
    /// Whether reports are part of the reader's work, so that the way to measures and consultations is shown; who is named for one
    /// report of wrongdoing reads that one only.
    pub(crate) fn mengurus_aduan(&self) -> bool {
        let peran = [Peran::Penghubung, Peran::UnitOperator, Peran::UnitKepala];
        self.pelaku.as_ref().is_some_and(|p| peran.iter().any(|r| p.punya(*r)))
    }

    /// Whether the person sees reports that were raised.
    pub(crate) fn melihat_eskalasi(&self) -> bool {
        self.pelaku.as_ref().is_some_and(|p| eskalasi::PEMBACA.iter().any(|r| p.punya(*r)))
    }

    /// Whether the person sets limits of an instansi.
    pub(crate) fn mengatur_batas(&self) -> bool {
        self.pelaku.as_ref().is_some_and(|p| !store::hak::instansi_batas(p).is_empty())
    }
}
