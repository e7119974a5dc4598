//! Schemes as configurations of one process: what a scheme does and leaves out is one row of a table here.
//!
//! Lives here: [`Skema`] and its switches ([`Aturan`]), each with its source and certainty. Must not live here: words for
//! people (catalogues), who has which role (store). Code asks a switch; it does not compare schemes.

use serde::{Deserialize, Serialize};

/// Scheme of a period. National and local values of the same unit are different figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Skema {
    Nasional,
    Mandiri,
    Pemantauan,
    Khusus,
}

/// Who opens and runs a period of the scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pengatur {
    /// The ministry (role `nasional`), for units anywhere.
    Nasional,
    /// The organiser of an instansi for its own units and those of its region.
    Instansi,
    /// Either of them.
    Keduanya,
}

/// Whose figure an IPP of the scheme is. The two kinds are never ranked, averaged or drawn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Angka {
    Nasional,
    Lokal,
    /// The scheme gives no IPP.
    TidakAda,
}

impl Angka {
    /// Stable key for exports.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Nasional => "nasional",
            Self::Lokal => "lokal",
            Self::TidakAda => "tidak-ada",
        }
    }
}

/// The switches of one scheme.
#[expect(clippy::struct_excessive_bools, reason = "a row of independent switches is the point of the table")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aturan {
    pub pengatur: Pengatur,
    /// Results are provisional until the ministry (role `nasional`) validates what was handed in.
    pub divalidasi_nasional: bool,
    /// F01, F02 and F03 are filled and give an IPP; otherwise only the follow-up of earlier recommendations is checked.
    pub dinilai: bool,
    /// Only units that an earlier period evaluated can be chosen.
    pub unit_terdahulu: bool,
    pub angka: Angka,
    /// Editions derived by a region may be used.
    pub edisi_turunan: bool,
    /// Documents that the row rests on.
    pub sumber: &'static str,
    /// `tinggi`, `sedang` or `rendah`, as in the edition files, with what is not known.
    pub kepastian: &'static str,
}

const NASIONAL: Aturan = Aturan {
    pengatur: Pengatur::Nasional,
    divalidasi_nasional: false,
    dinilai: true,
    unit_terdahulu: false,
    angka: Angka::Nasional,
    edisi_turunan: false,
    sumber: "PermenPANRB 29/2022; pelaksanaan 2022, 2024 dan 2025",
    kepastian: "tinggi",
};

const MANDIRI: Aturan = Aturan {
    pengatur: Pengatur::Instansi,
    divalidasi_nasional: true,
    dinilai: true,
    unit_terdahulu: false,
    angka: Angka::Lokal,
    edisi_turunan: true,
    sumber: "PermenPANRB 29/2022 Pasal 11; Kutai Timur, Jakarta Pusat, dan Sulawesi Barat 2023",
    kepastian: "sedang: laporan kepada Penanggungjawab dan Menteri disebut dalam peraturan; cara validasi oleh kementerian hanya dari \
                satu artikel daerah, bentuk penyerahannya tidak ditemukan",
};

const PEMANTAUAN: Aturan = Aturan {
    pengatur: Pengatur::Keduanya,
    divalidasi_nasional: false,
    dinilai: false,
    unit_terdahulu: true,
    angka: Angka::TidakAda,
    edisi_turunan: true,
    sumber: "Kutai Timur 2023: unit tahun 2022 dipantau tindak lanjut rekomendasinya",
    kepastian: "sedang: satu sumber untuk tahun 2023; tahun 2025 hanya memakai nasional dan mandiri",
};

const KHUSUS: Aturan = Aturan {
    pengatur: Pengatur::Nasional,
    divalidasi_nasional: false,
    dinilai: true,
    unit_terdahulu: false,
    angka: Angka::Nasional,
    edisi_turunan: false,
    sumber: "Kutai Timur 2023: Papua, Nusa Tenggara Timur, dan BUMN logistik dinilai langsung oleh kementerian",
    kepastian: "sedang: satu sumber untuk tahun 2023",
};

impl Skema {
    pub const SEMUA: [Skema; 4] = [Self::Nasional, Self::Mandiri, Self::Pemantauan, Self::Khusus];

    /// Stable key for databases and catalogues.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Nasional => "nasional",
            Self::Mandiri => "mandiri",
            Self::Pemantauan => "pemantauan",
            Self::Khusus => "khusus",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|s| s.kunci() == kunci)
    }

    /// What the scheme does.
    #[must_use]
    pub fn aturan(self) -> &'static Aturan {
        match self {
            Self::Nasional => &NASIONAL,
            Self::Mandiri => &MANDIRI,
            Self::Pemantauan => &PEMANTAUAN,
            Self::Khusus => &KHUSUS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back() {
        for skema in Skema::SEMUA {
            assert_eq!(Skema::dari_kunci(skema.kunci()), Some(skema));
            assert!(!skema.aturan().sumber.is_empty() && !skema.aturan().kepastian.is_empty());
        }
    }

    #[test]
    fn switches_fit_together() {
        for skema in Skema::SEMUA {
            let a = skema.aturan();
            assert_eq!(a.dinilai, a.angka != Angka::TidakAda, "{skema:?}: a figure exactly when something is scored");
            assert!(!a.divalidasi_nasional || a.angka == Angka::Lokal, "{skema:?}: the ministry does not validate its own figures");
            assert_eq!(a.edisi_turunan, a.pengatur != Pengatur::Nasional, "{skema:?}: the ministry uses its own editions");
        }
    }
}
