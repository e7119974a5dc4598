//! What can happen to a report, and why a step is refused. Dates are local days of the office.

use jiff::civil::Date;

use super::{aturan::Kelas, laporan::Keadaan};
use crate::{SalahTenggat, kunci::berkunci};

/// A unit that answers, by the 128 bits of its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u128);

/// Another report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaporanId(pub u128);

/// Why a report is not taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlasanTolak {
    BukanKewenangan,
    Spam,
    /// Joined to another report, which goes on for both.
    Duplikat {
        induk: LaporanId,
    },
}

berkunci! {
    pub enum OlehEskalasi {
        /// Only when the limit is missed.
        Pelapor = "pelapor",
        Pejabat = "pejabat",
        /// The program, when the limit is missed and nobody did it.
        Waktu = "waktu",
    }
}

/// A step after the report was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    MintaLengkapi,
    Dilengkapi,
    Verifikasi {
        kelas: Kelas,
    },
    Tolak {
        alasan: AlasanTolak,
    },
    /// To the unit that answers; may be handed on again, the clock does not restart.
    Teruskan {
        unit: UnitId,
    },
    Proses,
    Jawab,
    /// The complainant reacts to the answer.
    Tanggapi,
    /// The complainant is satisfied.
    Selesai,
    /// Nobody reacted in time.
    TutupOtomatis,
    /// Not completed in time.
    AnggapDicabut,
    Cabut,
    BukaKembali,
    Eskalasi {
        oleh: OlehEskalasi,
    },
}

berkunci! {
    /// The kind of a step, without its particulars.
    pub enum JenisLangkah {
        MintaLengkapi = "minta-lengkapi",
        Dilengkapi = "dilengkapi",
        Verifikasi = "verifikasi",
        Tolak = "tolak",
        Teruskan = "teruskan",
        Proses = "proses",
        Jawab = "jawab",
        Tanggapi = "tanggapi",
        Selesai = "selesai",
        TutupOtomatis = "tutup-otomatis",
        AnggapDicabut = "anggap-dicabut",
        Cabut = "cabut",
        BukaKembali = "buka-kembali",
        Eskalasi = "eskalasi",
    }
}

impl Langkah {
    #[must_use]
    pub fn jenis(self) -> JenisLangkah {
        use JenisLangkah as J;
        match self {
            Self::MintaLengkapi => J::MintaLengkapi,
            Self::Dilengkapi => J::Dilengkapi,
            Self::Verifikasi { .. } => J::Verifikasi,
            Self::Tolak { .. } => J::Tolak,
            Self::Teruskan { .. } => J::Teruskan,
            Self::Proses => J::Proses,
            Self::Jawab => J::Jawab,
            Self::Tanggapi => J::Tanggapi,
            Self::Selesai => J::Selesai,
            Self::TutupOtomatis => J::TutupOtomatis,
            Self::AnggapDicabut => J::AnggapDicabut,
            Self::Cabut => J::Cabut,
            Self::BukaKembali => J::BukaKembali,
            Self::Eskalasi { .. } => J::Eskalasi,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peristiwa {
    pub tanggal: Date,
    pub langkah: Langkah,
}

/// Why a step is refused; the report stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahLangkah {
    #[error("langkah {langkah} tidak dapat dilakukan pada laporan yang {}", keadaan.kunci())]
    TakBoleh { langkah: JenisLangkah, keadaan: Keadaan },
    #[error("laporan sudah di unit itu")]
    UnitSama,
    #[error("batas baru lewat sesudah {jatuh}")]
    BelumLewat { jatuh: Date },
    #[error("batas sudah lewat pada {jatuh}")]
    SudahLewat { jatuh: Date },
    #[error("tanggal {tanggal} lebih awal dari langkah terakhir ({terakhir})")]
    TanggalMundur { terakhir: Date, tanggal: Date },
    #[error(transparent)]
    Tenggat(#[from] SalahTenggat),
}
