//! Satisfaction surveys in the report of a mall: the mall's own rounds, and published results of the units that serve in it, that took
//! answers in the days of the report. A round is told whole, with its own days: answers of a few days alone would be too few to hide
//! anybody among. Groups with fewer than [`LANTAI`] answers have no figure, and no group gives another away
//! ([`Agregat::untuk_umum`]). Figures come from `skm::hitung` only.

mod baca;

use crate::{
    Hasil, StoreError,
    skm::agregat::{Agregat, Cacah, LANTAI},
};
use ::skm::{Bobot, HasilSkm, Susunan};

pub(super) use baca::{sendiri, terbitan};

/// Answers with what they say; `None` where they are fewer than [`LANTAI`], or would give such a group away.
#[derive(Debug, Clone)]
pub struct Nilai {
    pub n: u64,
    pub hasil: Option<HasilSkm>,
}

/// How far a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeadaanSurvei {
    Terbit,
    /// Over, and not published.
    Selesai,
    /// Still takes answers: each one would show in the figures of whoever looks before and after it.
    Berjalan,
}

/// One round in a report.
#[derive(Debug, Clone)]
pub struct Survei {
    /// Public code.
    pub kode: String,
    pub nama: String,
    pub unit: String,
    /// Of the mall itself, not of a unit that serves in it.
    pub milik_mal: bool,
    /// First and last local day on which answers were taken, as ISO text.
    pub mulai: String,
    pub sampai: String,
    pub keadaan: KeadaanSurvei,
    pub semua: Nilai,
    /// By service of the round, in its order; only those with answers.
    pub layanan: Vec<(String, Nilai)>,
    /// Key and name of each unsur in use, in the order of the regulation.
    pub unsur: Vec<(String, String)>,
}

impl Survei {
    /// Without figures while it takes answers: for readers who see citizens come and go.
    pub(super) fn tertutup(mut self) -> Self {
        if self.keadaan == KeadaanSurvei::Berjalan {
            self.semua.hasil = None;
            self.layanan.clear();
        }
        self
    }
}

fn nilai_semua(s: &Susunan<'_>, a: &Agregat, layanan: &[(i64, String)]) -> Hasil<(Nilai, Vec<(String, Nilai)>)> {
    let mut per = Vec::new();
    for (nomor, nama) in layanan {
        let sel = u8::try_from(*nomor).ok().and_then(|n| a.profil[0].get(&n)).filter(|c| c.n > 0);
        if let Some(c) = sel {
            per.push((nama.clone(), nilai(s, c)?));
        }
    }
    Ok((nilai(s, &a.pakai)?, per))
}

fn nilai(s: &Susunan<'_>, c: &Cacah) -> Hasil<Nilai> {
    let cukup = i64::try_from(c.n).unwrap_or(i64::MAX) >= LANTAI && !c.hitung.is_empty();
    let hasil = if cukup {
        let hitung = ::skm::hitung(s, &c.hitungan(s)?.hitungan, Bobot::Persis);
        Some(hitung.map_err(|e| StoreError::Rusak(format!("counters of a survey: {e}")))?)
    } else {
        None
    };
    Ok(Nilai { n: c.n, hasil })
}
