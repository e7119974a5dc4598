//! The small condition language of edition files: `sp_dibuat = ya dan jumlah(media) >= 2`.
//!
//! Lives here: the syntax tree, its evaluation over F01 answers with three outcomes (yes, no, answer
//! missing). The parser is `syarat::urai`. Must not live here: what follows from a condition.
//!
//! Grammar: `atau` < `dan` < `bukan` < `( … )`; predicates: `BIDANG = KEY`, `BIDANG != KEY`,
//! `BIDANG memuat OPSI`, `ANGKA OP ANGKA` with `OP` one of `= != < <= > >=` and `ANGKA` a number, a
//! numeric field, `jumlah(BIDANG)`, `jumlah(BIDANG tanpa OPSI, OPSI)`, `persen(BIDANG, BIDANG)`;
//! `terisi(BIDANG)`. A field of another indicator is written `[1.a.Ak]jumlah_sp`.

mod nilai;
mod urai;

use std::{cmp::Ordering, collections::BTreeSet};

use crate::pecahan::Pecahan;

pub use nilai::Konteks;
pub(crate) use urai::urai;

/// A field, of the indicator at hand unless `kode` names another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rujukan {
    pub kode: Option<String>,
    pub bidang: String,
}

/// A condition over F01 answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syarat {
    Dan(Vec<Syarat>),
    Atau(Vec<Syarat>),
    Bukan(Box<Syarat>),
    /// A yes/no field is `ya` or `tidak`, or a single choice is the option.
    Adalah(Rujukan, String),
    Memuat(Rujukan, String),
    Banding(Angka, Pembanding, Angka),
    Terisi(Rujukan),
}

/// A number in a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Angka {
    Tetap(Pecahan),
    Bidang(Rujukan),
    /// Number of chosen options, without those named.
    Jumlah {
        bidang: Rujukan,
        tanpa: Vec<String>,
    },
    /// `bagian / seluruh * 100`; no value when `seluruh` is 0.
    Persen {
        bagian: Rujukan,
        seluruh: Rujukan,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pembanding {
    Sama,
    TidakSama,
    Kurang,
    KurangSama,
    Lebih,
    LebihSama,
}

/// Outcome of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kebenaran {
    Ya,
    Tidak,
    /// It depends on answers that are not given yet.
    Belum(BTreeSet<Rujukan>),
}

impl Pembanding {
    #[must_use]
    pub fn cocok(self, urutan: Ordering) -> bool {
        match self {
            Self::Sama => urutan.is_eq(),
            Self::TidakSama => urutan.is_ne(),
            Self::Kurang => urutan.is_lt(),
            Self::KurangSama => urutan.is_le(),
            Self::Lebih => urutan.is_gt(),
            Self::LebihSama => urutan.is_ge(),
        }
    }
}

impl Syarat {
    /// Every field the condition looks at, in order of appearance.
    #[must_use]
    pub fn rujukan(&self) -> Vec<&Rujukan> {
        let mut hasil = Vec::new();
        self.kumpulkan(&mut hasil);
        hasil
    }

    fn kumpulkan<'a>(&'a self, hasil: &mut Vec<&'a Rujukan>) {
        match self {
            Self::Dan(isi) | Self::Atau(isi) => isi.iter().for_each(|s| s.kumpulkan(hasil)),
            Self::Bukan(s) => s.kumpulkan(hasil),
            Self::Adalah(r, _) | Self::Memuat(r, _) | Self::Terisi(r) => hasil.push(r),
            Self::Banding(kiri, _, kanan) => {
                kiri.kumpulkan(hasil);
                kanan.kumpulkan(hasil);
            }
        }
    }

    /// Every option key the condition names, with its field.
    #[must_use]
    pub fn opsi(&self) -> Vec<(&Rujukan, &str)> {
        match self {
            Self::Dan(isi) | Self::Atau(isi) => isi.iter().flat_map(Self::opsi).collect(),
            Self::Bukan(s) => s.opsi(),
            Self::Adalah(r, o) | Self::Memuat(r, o) => vec![(r, o)],
            Self::Banding(kiri, _, kanan) => [kiri, kanan]
                .into_iter()
                .flat_map(|a| match a {
                    Angka::Jumlah { bidang, tanpa } => tanpa.iter().map(|o| (bidang, o.as_str())).collect(),
                    _ => Vec::new(),
                })
                .collect(),
            Self::Terisi(_) => Vec::new(),
        }
    }
}

impl Angka {
    fn kumpulkan<'a>(&'a self, hasil: &mut Vec<&'a Rujukan>) {
        match self {
            Self::Tetap(_) => {}
            Self::Bidang(r) | Self::Jumlah { bidang: r, .. } => hasil.push(r),
            Self::Persen { bagian, seluruh } => hasil.extend([bagian, seluruh]),
        }
    }
}
