//! An amount in whole rupiah.

use super::salah::SalahQris;

/// The field has 13 digits.
pub const RUPIAH_MAKS: u64 = 9_999_999_999_999;

/// Whole rupiah, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nominal(u64);

impl Nominal {
    /// # Errors
    /// [`SalahQris::Nominal`] for 0 and above [`RUPIAH_MAKS`]: a free service has no bill.
    pub fn baru(rupiah: u64) -> Result<Self, SalahQris> {
        if (1..=RUPIAH_MAKS).contains(&rupiah) { Ok(Self(rupiah)) } else { Err(SalahQris::Nominal(rupiah.to_string())) }
    }

    #[must_use]
    pub fn rupiah(self) -> u64 {
        self.0
    }

    /// As others write it too: `25000`, `25000.`, `25000.00`. Cents other than 0 are refused, never rounded.
    pub(super) fn baca(isi: &str) -> Result<Self, SalahQris> {
        let salah = || SalahQris::Nominal(isi.chars().take(40).collect());
        let (bulat, sen) = isi.split_once('.').unwrap_or((isi, ""));
        let angka = isi.len() <= 13 && !bulat.is_empty() && bulat.bytes().all(|b| b.is_ascii_digit());
        if !angka || sen.len() > 2 || sen.bytes().any(|b| b != b'0') {
            return Err(salah());
        }
        bulat.parse().ok().and_then(|n| Self::baru(n).ok()).ok_or_else(salah)
    }
}
