//! What can happen to a ticket, and why a step is refused. Events are facts in order; who did it is in the audit log.

use jiff::{Timestamp, civil::Date};

use super::{
    nomor::{GeraiId, LayananId, LoketId},
    tiket::{Keadaan, Prioritas},
};
use crate::kunci::berkunci;

berkunci! {
    /// Who or what ended a ticket that was not served.
    pub enum AlasanBatal {
        /// The citizen left or cancelled.
        Warga = "warga",
        /// An officer withdrew it (taken twice, wrong service).
        Petugas = "petugas",
        /// The hall closed before its turn: the hall's omission, not the citizen's.
        TutupHari = "tutup-hari",
    }
}

/// A step after the ticket was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    /// Call to a counter: from the line, or again somebody skipped or held.
    Panggil {
        loket: LoketId,
    },
    /// The same counter calls once more.
    PanggilUlang {
        loket: LoketId,
    },
    Layani {
        loket: LoketId,
    },
    Selesai {
        loket: LoketId,
    },
    /// Did not answer the call; may still come.
    Lewati {
        loket: LoketId,
    },
    /// Parked, for instance to fetch a copy. `loket` is `None` while it waits in line.
    Tahan {
        loket: Option<LoketId>,
    },
    /// Somebody skipped or held is there again.
    Kembali,
    /// To another gerai or service; the place in line goes with it.
    Alihkan {
        gerai: GeraiId,
        layanan: LayananId,
    },
    /// An officer sees in the line that somebody goes first, or that it was a slip.
    Utamakan {
        ke: Prioritas,
    },
    TidakHadir,
    /// Takes up again what was over, on the same local day.
    BukaLagi,
    Batal {
        alasan: AlasanBatal,
    },
}

berkunci! {
    /// The kind of a step, without its particulars.
    pub enum JenisLangkah {
        Panggil = "panggil",
        PanggilUlang = "panggil-ulang",
        Layani = "layani",
        Selesai = "selesai",
        Lewati = "lewati",
        Tahan = "tahan",
        Kembali = "kembali",
        Alihkan = "alihkan",
        Utamakan = "utamakan",
        TidakHadir = "tidak-hadir",
        BukaLagi = "buka-lagi",
        Batal = "batal",
    }
}

impl Langkah {
    #[must_use]
    pub fn jenis(self) -> JenisLangkah {
        match self {
            Self::Panggil { .. } => JenisLangkah::Panggil,
            Self::PanggilUlang { .. } => JenisLangkah::PanggilUlang,
            Self::Layani { .. } => JenisLangkah::Layani,
            Self::Selesai { .. } => JenisLangkah::Selesai,
            Self::Lewati { .. } => JenisLangkah::Lewati,
            Self::Tahan { .. } => JenisLangkah::Tahan,
            Self::Kembali => JenisLangkah::Kembali,
            Self::Alihkan { .. } => JenisLangkah::Alihkan,
            Self::Utamakan { .. } => JenisLangkah::Utamakan,
            Self::TidakHadir => JenisLangkah::TidakHadir,
            Self::BukaLagi => JenisLangkah::BukaLagi,
            Self::Batal { .. } => JenisLangkah::Batal,
        }
    }

    /// The counter that acts, where a counter does.
    #[must_use]
    pub fn loket(self) -> Option<LoketId> {
        match self {
            Self::Panggil { loket }
            | Self::PanggilUlang { loket }
            | Self::Layani { loket }
            | Self::Selesai { loket }
            | Self::Lewati { loket } => Some(loket),
            Self::Tahan { loket } => loket,
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peristiwa {
    pub saat: Timestamp,
    pub langkah: Langkah,
}

/// Why a step is refused; the ticket stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahLangkah {
    #[error("langkah {langkah} tidak dapat dilakukan pada tiket yang {}", keadaan.kunci())]
    TakBoleh { langkah: JenisLangkah, keadaan: Keadaan },
    /// Two officers called at once; the first one has it.
    #[error("tiket sudah dipanggil loket lain")]
    SudahDipanggil { loket: LoketId },
    #[error("tiket sedang di loket lain")]
    LoketLain { loket: LoketId },
    #[error("tiket sudah berada di gerai dan layanan itu")]
    TujuanSama,
    #[error("tiket tanggal {tiket} tidak dapat dibuka lagi pada {sekarang}; ambil nomor baru")]
    HariLain { tiket: Date, sekarang: Date },
    #[error("waktu {sekarang} lebih awal dari langkah terakhir ({terakhir})")]
    WaktuMundur { terakhir: Timestamp, sekarang: Timestamp },
}
