//! States and steps of a case, and who takes a step.

use jiff::civil::Date;

use crate::kunci::berkunci;

berkunci! {
    /// Where a case stands.
    pub enum Keadaan {
        Diterima = "diterima",
        Diperiksa = "diperiksa",
        /// The applicant has to correct something; the office's clock stands still.
        PerluPerbaikan = "perlu-perbaikan",
        Diperbaiki = "diperbaiki",
        Diproses = "diproses",
        Disetujui = "disetujui",
        Ditolak = "ditolak",
        /// The product is ready: to be fetched, or to be downloaded.
        SiapDiambil = "siap-diambil",
        Selesai = "selesai",
        /// By the applicant.
        Dibatalkan = "dibatalkan",
        Diarsipkan = "diarsipkan",
    }
}

impl Keadaan {
    /// The office still owes something.
    #[must_use]
    pub fn berjalan(self) -> bool {
        !matches!(self, Self::Ditolak | Self::SiapDiambil | Self::Selesai | Self::Dibatalkan | Self::Diarsipkan)
    }

    /// Nothing but filing is left.
    #[must_use]
    pub fn berakhir(self) -> bool {
        matches!(self, Self::Ditolak | Self::Selesai | Self::Dibatalkan | Self::Diarsipkan)
    }
}

berkunci! {
    /// One step. Receiving is the beginning of every case and no step.
    pub enum Langkah {
        Periksa = "periksa",
        MintaPerbaikan = "minta-perbaikan",
        Perbaiki = "perbaiki",
        Proses = "proses",
        Setujui = "setujui",
        Tolak = "tolak",
        Siap = "siap",
        /// The product was handed over.
        Serahkan = "serahkan",
        /// To another gerai; the case stands as it stood.
        Alihkan = "alihkan",
        Batalkan = "batalkan",
        Arsipkan = "arsipkan",
    }
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oleh {
    Pemohon,
    Petugas,
}

impl Langkah {
    /// The applicant corrects and cancels; an officer at the counter may write down a correction for him.
    #[must_use]
    pub fn boleh(self, oleh: Oleh) -> bool {
        match oleh {
            Oleh::Pemohon => matches!(self, Self::Perbaiki | Self::Batalkan),
            Oleh::Petugas => self != Self::Batalkan,
        }
    }

    /// The applicant is told why, so a reason must be given.
    #[must_use]
    pub fn beralasan(self) -> bool {
        matches!(self, Self::MintaPerbaikan | Self::Tolak | Self::Alihkan)
    }
}

/// A step on a local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peristiwa {
    pub tanggal: Date,
    pub langkah: Langkah,
}
