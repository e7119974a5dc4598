//! Which days an office works: weekend, national holidays, cuti bersama by the office's own rule, and days of its own.
//!
//! A day of the office's own wins over everything else, since the office knows best when it is open.

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::civil::{Date, Weekday};

use crate::libur::{BarisLibur, Kepastian};

/// What kind of day a list names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisHari {
    /// Hari libur nasional by the yearly joint decree (SKB 3 Menteri).
    Nasional,
    /// Cuti bersama of the same decree; whether it is worked is the office's rule, because many service halls stay open.
    CutiBersama,
    /// Closed by the office itself.
    Libur,
    /// Worked although it would be free.
    Kerja,
    /// Closed by the head of a hall for this one day; no list names it.
    Putusan,
}

impl JenisHari {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Nasional => "nasional",
            Self::CutiBersama => "cuti-bersama",
            Self::Libur => "libur",
            Self::Kerja => "kerja",
            Self::Putusan => "putusan",
        }
    }
}

impl FromStr for JenisHari {
    type Err = SalahKalender;
    fn from_str(s: &str) -> Result<Self, SalahKalender> {
        [Self::Nasional, Self::CutiBersama, Self::Libur, Self::Kerja]
            .into_iter()
            .find(|j| j.kunci() == s)
            .ok_or_else(|| SalahKalender::JenisTakDikenal(s.to_owned()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahKalender {
    #[error("jenis hari \"{0}\" tidak dikenal; diharapkan nasional, cuti-bersama, libur, atau kerja")]
    JenisTakDikenal(String),
    #[error("akhir pekan \"{0}\"; diharapkan angka hari 1 (Senin) sampai 7 (Minggu) dengan paling sedikit satu hari kerja tersisa")]
    AkhirPekan(String),
}

/// Days of the week that are not worked; at least one day always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AkhirPekan([bool; 7]);

impl Default for AkhirPekan {
    /// Saturday and Sunday: the five-day week.
    fn default() -> Self {
        Self([false, false, false, false, false, true, true])
    }
}

impl AkhirPekan {
    #[must_use]
    pub fn memuat(self, hari: Weekday) -> bool {
        usize::try_from(hari.to_monday_zero_offset()).ok().and_then(|n| self.0.get(n)).copied().unwrap_or(false)
    }
}

/// Digits of ISO week days: `67` is Saturday and Sunday, `7` a six-day week, empty a week without a free day.
impl FromStr for AkhirPekan {
    type Err = SalahKalender;
    fn from_str(s: &str) -> Result<Self, SalahKalender> {
        let salah = || SalahKalender::AkhirPekan(s.to_owned());
        let mut hari = [false; 7];
        for h in s.chars() {
            let n = h.to_digit(10).and_then(|n| usize::try_from(n).ok()).ok_or_else(salah)?;
            let tempat = n.checked_sub(1).and_then(|n| hari.get_mut(n)).ok_or_else(salah)?;
            if std::mem::replace(tempat, true) {
                return Err(salah());
            }
        }
        if hari.iter().all(|h| *h) { Err(salah()) } else { Ok(Self(hari)) }
    }
}

impl fmt::Display for AkhirPekan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (1..=7).zip(self.0).filter(|(_, libur)| *libur).try_for_each(|(n, _)| write!(f, "{n}"))
    }
}

/// Why a day is not worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alasan {
    AkhirPekan,
    /// Kind and name as the list has it.
    Hari(JenisHari, String),
}

/// The calendar of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kalender {
    akhir_pekan: AkhirPekan,
    cuti_bersama_kerja: bool,
    nasional: BTreeMap<Date, (JenisHari, String)>,
    sendiri: BTreeMap<Date, (JenisHari, String)>,
    tahun: BTreeMap<i16, Kepastian>,
}

impl Kalender {
    /// `cuti_bersama_kerja`: the office is open on cuti bersama.
    #[must_use]
    pub fn baru(akhir_pekan: AkhirPekan, cuti_bersama_kerja: bool) -> Self {
        Self { akhir_pekan, cuti_bersama_kerja, nasional: BTreeMap::new(), sendiri: BTreeMap::new(), tahun: BTreeMap::new() }
    }

    /// The five-day week with the national lists that ship.
    #[must_use]
    pub fn bawaan() -> Self {
        let mut k = Self::baru(AkhirPekan::default(), false);
        k.pakai(crate::libur::nasional());
        k
    }

    /// Takes the days of a list. A year that a list names counts as listed.
    pub fn pakai(&mut self, daftar: impl IntoIterator<Item = BarisLibur>) {
        for b in daftar {
            // A year is only as certain as its least certain day.
            let tahun = self.tahun.entry(b.tanggal.year()).or_insert(b.kepastian);
            *tahun = (*tahun).max(b.kepastian);
            let ke = if matches!(b.jenis, JenisHari::Libur | JenisHari::Kerja) { &mut self.sendiri } else { &mut self.nasional };
            ke.insert(b.tanggal, (b.jenis, b.nama));
        }
    }

    /// Adds one day of the office's own. It says nothing about the other days of its year.
    pub fn hari_sendiri(&mut self, tanggal: Date, kerja: bool, nama: impl Into<String>) {
        let jenis = if kerja { JenisHari::Kerja } else { JenisHari::Libur };
        self.sendiri.insert(tanggal, (jenis, nama.into()));
    }

    /// Adds what the head of a hall decided for one day: it wins over the lists and over the days of the office.
    pub fn hari_putusan(&mut self, tanggal: Date, buka: bool, alasan: impl Into<String>) {
        let jenis = if buka { JenisHari::Kerja } else { JenisHari::Putusan };
        self.sendiri.insert(tanggal, (jenis, alasan.into()));
    }

    /// Whether the list of a year is decreed, an estimate, or not there.
    #[must_use]
    pub fn kepastian(&self, tahun: i16) -> Option<Kepastian> {
        self.tahun.get(&tahun).copied()
    }

    #[must_use]
    pub fn hari_kerja(&self, hari: Date) -> bool {
        self.libur(hari).is_none()
    }

    /// Why this day is free; `None` when it is worked.
    #[must_use]
    pub fn libur(&self, hari: Date) -> Option<Alasan> {
        if let Some((jenis, nama)) = self.sendiri.get(&hari) {
            return (*jenis != JenisHari::Kerja).then(|| Alasan::Hari(*jenis, nama.clone()));
        }
        if let Some((jenis, nama)) = self.nasional.get(&hari)
            && !(*jenis == JenisHari::CutiBersama && self.cuti_bersama_kerja)
        {
            return Some(Alasan::Hari(*jenis, nama.clone()));
        }
        self.akhir_pekan.memuat(hari.weekday()).then_some(Alasan::AkhirPekan)
    }
}
