//! Whether the hall gives numbers at a local moment: by its hours, the calendar, and what its head decided for the day.
//! No regulation says when a queue opens; the hour before is the hall's own habit, because people come early.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use crate::{Alasan, Kalender, slot::JamBuka};

/// Numbers are given so many minutes before the hall opens.
pub const AWAL_MENIT: i64 = 60;

/// What the head decided for one day; it wins over hours and calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HariKhusus {
    /// Open from to.
    Buka {
        mulai: Time,
        selesai: Time,
    },
    Tutup,
}

/// The door at a moment. Times are local.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pintu {
    /// Numbers are given, until this time.
    Terbuka {
        sampai: Time,
    },
    /// Later today: numbers are given from the first time, the hall opens at the second.
    Nanti {
        nomor: Time,
        buka: Time,
    },
    /// Was open today, until this time.
    Usai {
        sampai: Time,
    },
    Libur(Alasan),
    /// The head closed this day.
    DitutupKhusus,
    /// Not a day of its hours.
    TidakBuka,
}

impl Pintu {
    #[must_use]
    pub fn terbuka(&self) -> bool {
        matches!(self, Self::Terbuka { .. })
    }

    /// Minutes until it closes, at a local time of its day; 0 once it did. `None` on a day or at a time when it is not open yet.
    #[must_use]
    pub fn sisa_menit(&self, lokal: Time) -> Option<u32> {
        match self {
            Self::Terbuka { sampai } => u32::try_from(sampai.duration_since(lokal).as_secs().max(0) / 60).ok(),
            Self::Usai { .. } => Some(0),
            _ => None,
        }
    }
}

/// The door at a local moment. `khusus`: the decision for that day, where there is one. A break between two windows does
/// not close it: people wait in the hall.
#[must_use]
pub fn pintu(jam: &[JamBuka], kalender: &Kalender, khusus: Option<HariKhusus>, lokal: DateTime) -> Pintu {
    let (mulai, selesai) = match khusus {
        Some(HariKhusus::Tutup) => return Pintu::DitutupKhusus,
        Some(HariKhusus::Buka { mulai, selesai }) => (mulai, selesai),
        None => {
            if let Some(libur @ Alasan::Hari(..)) = kalender.libur(lokal.date()) {
                return Pintu::Libur(libur);
            }
            match rentang(jam, lokal.date()) {
                Some(r) => r,
                None => return Pintu::TidakBuka,
            }
        }
    };
    let nomor = mulai.checked_sub(AWAL_MENIT.minutes()).unwrap_or(Time::MIN);
    if lokal.time() < nomor {
        Pintu::Nanti { nomor, buka: mulai }
    } else if lokal.time() < selesai {
        Pintu::Terbuka { sampai: selesai }
    } else {
        Pintu::Usai { sampai: selesai }
    }
}

/// From the first window of the day to the end of the last.
fn rentang(jam: &[JamBuka], hari: Date) -> Option<(Time, Time)> {
    let hari = || jam.iter().filter(|j| j.hari == hari.weekday() && j.mulai < j.selesai);
    Some((hari().map(|j| j.mulai).min()?, hari().map(|j| j.selesai).max()?))
}
