//! The verdict on a published result and the errors that are known by name.

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use super::{AngkaTercetak, Cara};
use crate::hasil::Bobot;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periksa {
    /// The edition whose rules were applied.
    pub edisi: String,
    /// Number of unsur values given.
    pub k: Option<usize>,
    /// By the rule, from the printed values; `None` without values.
    pub hitung_ulang: Option<HitungUlang>,
    /// What could be checked at all.
    pub diperiksa: Vec<Klaim>,
    /// The variant that explains the figures (also when something else is wrong).
    pub varian: Option<Cara>,
    pub putusan: Putusan,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitungUlang {
    /// Unrounded.
    pub indeks: Pecahan,
    /// Two decimals.
    pub ikm: Pecahan,
    /// What the rounding of the printed values allows.
    pub bawah: Pecahan,
    pub atas: Pecahan,
    pub mutu: String,
    pub kinerja: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Klaim {
    /// Index and IKM follow from the unsur.
    DariUnsur,
    /// The IKM is the index times the factor.
    Konversi,
    /// The class is that of the number.
    Mutu,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "putusan", rename_all = "kebab-case")]
pub enum Putusan {
    /// Everything that could be checked holds by the rule.
    Cocok,
    /// The figures are those of a known way of old reports.
    CocokDenganVarian {
        cara: Cara,
    },
    /// Holds as far as the rounding of the printed figures lets one see.
    DalamPembulatan,
    Salah {
        kekeliruan: Vec<Kekeliruan>,
    },
    /// Nothing stands beside anything it could be checked against.
    TidakBisaDiperiksa,
}

impl Putusan {
    /// Whether something the report claims does not hold by the rule of the edition. A rounded weight does not; that NRR
    /// were rounded another way is left open, because the regulation does not say how.
    #[must_use]
    pub fn terbantah(&self) -> bool {
        match self {
            Self::Salah { .. } => true,
            Self::CocokDenganVarian { cara } => cara.bobot != Bobot::Persis,
            Self::Cocok | Self::DalamPembulatan | Self::TidakBisaDiperiksa => false,
        }
    }

    /// Catalogue key.
    #[must_use]
    pub fn kunci(&self) -> &'static str {
        match self {
            Self::Cocok => "skm-periksa-cocok",
            Self::CocokDenganVarian { .. } => "skm-periksa-cocok-dengan-varian",
            Self::DalamPembulatan => "skm-periksa-dalam-pembulatan",
            Self::Salah { .. } => "skm-periksa-salah",
            Self::TidakBisaDiperiksa => "skm-periksa-tidak-bisa-diperiksa",
        }
    }
}

/// An error with a name. The most telling comes first in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kunci", rename_all = "kebab-case")]
pub enum Kekeliruan {
    #[error("nilai total {nilai} menyalin unsur ke-{urutan}")]
    MenyalinUnsur { urutan: usize, nilai: AngkaTercetak },
    #[error("dibagi {dipakai}, padahal ada {seharusnya} unsur")]
    PembagiSalah { dipakai: i64, seharusnya: i64 },
    #[error("total {terbit} di luar nilai unsur terendah {min} dan tertinggi {maks}")]
    DiLuarUnsur { terbit: AngkaTercetak, min: Pecahan, maks: Pecahan },
    #[error("indeks {indeks} menjadi {seharusnya}, bukan {terbit}")]
    KonversiTidakCocok { indeks: AngkaTercetak, terbit: AngkaTercetak, seharusnya: Pecahan },
    #[error("{terbit} tampaknya salah ketik dari {seharusnya}")]
    SalahKetik { terbit: AngkaTercetak, seharusnya: String },
    #[error("bobot disebut {disebut}, padahal angkanya memakai {dipakai}")]
    BobotTidakSepertiDisebut { disebut: AngkaTercetak, dipakai: String },
    #[error("mutu {mutu} memakai ambang lama ({edisi}); seharusnya {seharusnya}")]
    MutuAmbangLama { mutu: String, edisi: String, seharusnya: String },
    #[error("mutu {mutu} adalah mutu {dari}, bukan mutu angka di sebelahnya; seharusnya {seharusnya}")]
    MutuDariAngkaLain { mutu: String, dari: Pecahan, seharusnya: String },
    #[error("mutu {mutu} bukan mutu angka di sebelahnya; seharusnya {seharusnya}")]
    MutuTidakSesuai { mutu: String, seharusnya: String },
    #[error("total {terbit} tidak sesuai dengan unsurnya; seharusnya {seharusnya}")]
    TotalTidakSesuai { terbit: AngkaTercetak, seharusnya: Pecahan },
    #[error("indeks {terbit} tidak sesuai dengan unsurnya; seharusnya {seharusnya}")]
    IndeksTidakSesuai { terbit: AngkaTercetak, seharusnya: Pecahan },
    #[error("unsur ke-{urutan} bernilai {nilai}, di luar skala")]
    UnsurLuarSkala { urutan: usize, nilai: AngkaTercetak },
    #[error("nilai {terbit} di luar skala")]
    IkmLuarSkala { terbit: AngkaTercetak },
}

impl Kekeliruan {
    /// Catalogue key.
    #[must_use]
    pub fn kunci(&self) -> &'static str {
        match self {
            Self::MenyalinUnsur { .. } => "skm-periksa-menyalin-unsur",
            Self::PembagiSalah { .. } => "skm-periksa-pembagi-salah",
            Self::DiLuarUnsur { .. } => "skm-periksa-di-luar-unsur",
            Self::KonversiTidakCocok { .. } => "skm-periksa-konversi-tidak-cocok",
            Self::SalahKetik { .. } => "skm-periksa-salah-ketik",
            Self::BobotTidakSepertiDisebut { .. } => "skm-periksa-bobot-tidak-seperti-disebut",
            Self::MutuAmbangLama { .. } => "skm-periksa-mutu-ambang-lama",
            Self::MutuDariAngkaLain { .. } => "skm-periksa-mutu-dari-angka-lain",
            Self::MutuTidakSesuai { .. } => "skm-periksa-mutu-tidak-sesuai",
            Self::TotalTidakSesuai { .. } => "skm-periksa-total-tidak-sesuai",
            Self::IndeksTidakSesuai { .. } => "skm-periksa-indeks-tidak-sesuai",
            Self::UnsurLuarSkala { .. } => "skm-periksa-unsur-luar-skala",
            Self::IkmLuarSkala { .. } => "skm-periksa-ikm-luar-skala",
        }
    }
}
