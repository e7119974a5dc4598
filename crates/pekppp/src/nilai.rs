//! The small numbers of the regulation as types: `Nilai` (a score), `Bobot` (a weight), `Ipp` (the index).
//!
//! Lives here: their bounds and their written forms. Must not live here: how an index is computed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::pecahan::Pecahan;

/// A score of F02 or an answer of F03: a whole number from 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
pub struct Nilai(u8);

/// The number is outside 0..=5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nilai {0} di luar 0 sampai 5")]
pub struct NilaiDiLuarBatas(pub i64);

impl Nilai {
    pub const MIN: Nilai = Nilai(0);
    pub const MAKS: Nilai = Nilai(5);

    /// # Errors
    /// When `n` is not 0, 1, 2, 3, 4 or 5.
    pub fn baru(n: i64) -> Result<Self, NilaiDiLuarBatas> {
        u8::try_from(n).ok().filter(|n| *n <= Self::MAKS.0).map(Self).ok_or(NilaiDiLuarBatas(n))
    }

    #[must_use]
    pub fn angka(self) -> u8 {
        self.0
    }

    /// All six scores, 0 first.
    pub fn semua() -> impl DoubleEndedIterator<Item = Nilai> {
        (0..=Self::MAKS.0).map(Nilai)
    }

    #[must_use]
    pub fn pecahan(self) -> Pecahan {
        Pecahan::bulat(self.0.into())
    }
}

impl TryFrom<i64> for Nilai {
    type Error = NilaiDiLuarBatas;
    fn try_from(n: i64) -> Result<Self, NilaiDiLuarBatas> {
        Self::baru(n)
    }
}

impl From<Nilai> for u8 {
    fn from(n: Nilai) -> u8 {
        n.0
    }
}

impl fmt::Display for Nilai {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A weight in percent, 0..=100, exact (`17`, `8.9`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bobot(Pecahan);

impl Bobot {
    /// `None` when outside 0..=100.
    #[must_use]
    pub fn baru(persen: Pecahan) -> Option<Self> {
        (!persen.adalah_negatif() && persen <= Pecahan::bulat(100)).then_some(Self(persen))
    }

    pub(crate) fn nol() -> Self {
        Self(Pecahan::nol())
    }

    #[must_use]
    pub fn persen(&self) -> &Pecahan {
        &self.0
    }

    /// The weight as a share of 1 (`17` percent gives `0.17`).
    #[must_use]
    pub fn bagian(&self) -> Pecahan {
        &self.0 / &Pecahan::bulat(100)
    }
}

impl fmt::Display for Bobot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Indeks Pelayanan Publik: exact, 0..=5, never rounded inside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Pecahan", into = "Pecahan")]
pub struct Ipp(Pecahan);

/// The index is outside 0..=5.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("IPP {0} di luar 0 sampai 5")]
pub struct IppDiLuarBatas(pub String);

impl Ipp {
    /// # Errors
    /// When the value is outside 0..=5.
    pub fn baru(nilai: Pecahan) -> Result<Self, IppDiLuarBatas> {
        if nilai.adalah_negatif() || nilai > Pecahan::bulat(5) {
            return Err(IppDiLuarBatas(nilai.desimal()));
        }
        Ok(Self(nilai))
    }

    #[must_use]
    pub fn pecahan(&self) -> &Pecahan {
        &self.0
    }

    /// Two decimals, half-up: what people are shown, and what the category is found from.
    #[must_use]
    pub fn tampil(&self) -> String {
        self.0.tampil(2)
    }

    /// The exact decimal, or 10 places half-up when it never ends.
    #[must_use]
    pub fn desimal(&self) -> String {
        self.0.desimal()
    }

    /// The three columns a store keeps; see [`NilaiTersimpan`].
    #[must_use]
    pub fn simpan(&self) -> NilaiTersimpan {
        NilaiTersimpan::dari(&self.0)
    }
}

impl TryFrom<Pecahan> for Ipp {
    type Error = IppDiLuarBatas;
    fn try_from(p: Pecahan) -> Result<Self, IppDiLuarBatas> {
        Self::baru(p)
    }
}

impl From<Ipp> for Pecahan {
    fn from(i: Ipp) -> Pecahan {
        i.0
    }
}

/// How an exact value is stored.
///
/// `pecahan` is the value itself and reads back exactly. `skala` sorts in a database: two values
/// that differ by 1e-10 or more sort right, closer ones may tie and need `pecahan` to be told apart.
/// `desimal` is for people and exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NilaiTersimpan {
    /// Exact decimal, or 10 places half-up: `"4.2896"`.
    pub desimal: String,
    /// Value times 1e10, rounded half-up: `42896000000`.
    pub skala: i64,
    /// `"numerator/denominator"`, exact: `"2681/625"`.
    pub pecahan: String,
}

impl NilaiTersimpan {
    /// For values in 0..=100 (scores, indices, percentages); anything larger saturates `skala`.
    #[must_use]
    pub fn dari(nilai: &Pecahan) -> Self {
        Self { desimal: nilai.desimal(), skala: nilai.skala(10).unwrap_or(i64::MAX), pecahan: nilai.atas_bawah() }
    }
}
