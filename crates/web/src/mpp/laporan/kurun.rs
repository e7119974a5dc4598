//! Which days a report is of: chosen by the reader, else the month so far; and the days it is compared with.

use jiff::{ToSpan, civil::Date};

use crate::konteks::Konteks;

/// As it stands in an address.
#[derive(serde::Deserialize, Default)]
pub struct Kueri {
    #[serde(default)]
    pub dari: String,
    #[serde(default)]
    pub sampai: String,
}

/// Days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kurun {
    pub dari: Date,
    pub sampai: Date,
}

impl Kurun {
    /// What the reader chose; what cannot be a range gives the month so far.
    #[must_use]
    pub fn dari(q: &Kueri, kini: Date) -> Self {
        match (q.dari.parse::<Date>(), q.sampai.parse::<Date>()) {
            (Ok(dari), Ok(sampai)) if dari <= sampai && (sampai - dari).get_days() <= store::kinerja::HARI_MAKS => Self { dari, sampai },
            _ => Self { dari: kini.first_of_month(), sampai: kini },
        }
    }

    /// Why what was asked for is no range; `None` also where nothing was asked for. The page says it beside the days that it shows.
    #[must_use]
    pub fn salah(q: &Kueri) -> Option<&'static str> {
        if q.dari.is_empty() && q.sampai.is_empty() {
            return None;
        }
        match (q.dari.parse::<Date>(), q.sampai.parse::<Date>()) {
            (Ok(dari), Ok(sampai)) if dari > sampai => Some("kinerja-kurun-terbalik"),
            (Ok(dari), Ok(sampai)) if (sampai - dari).get_days() > store::kinerja::HARI_MAKS => Some("kinerja-kurun-panjang"),
            (Ok(_), Ok(_)) => None,
            _ => Some("kinerja-kurun-tanggal"),
        }
    }

    /// A year before: the same days.
    #[must_use]
    pub fn tahun_lalu(self) -> Self {
        Self { dari: self.dari.saturating_sub(1.year()), sampai: self.sampai.saturating_sub(1.year()) }
    }

    #[must_use]
    pub fn hari(self) -> i32 {
        (self.sampai - self.dari).get_days() + 1
    }

    /// Shown by month instead of by day.
    #[must_use]
    pub fn panjang(self) -> bool {
        self.hari() > 62
    }

    #[must_use]
    pub fn kueri(self) -> String {
        format!("?dari={}&sampai={}", self.dari, self.sampai)
    }

    #[must_use]
    pub fn nama(self, k: &Konteks) -> String {
        if self.dari == self.sampai {
            return k.tanggal(&self.dari);
        }
        format!("{} – {}", k.tanggal(&self.dari), k.tanggal(&self.sampai))
    }
}

/// The ranges that are one press away: catalogue key and days.
#[must_use]
pub fn pilihan(kini: Date) -> [(&'static str, Kurun); 5] {
    let awal_bulan = kini.first_of_month();
    let akhir_lalu = awal_bulan.saturating_sub(1.day());
    let tahun_lalu = kini.first_of_year().saturating_sub(1.day());
    [
        ("kinerja-hari-ini", Kurun { dari: kini, sampai: kini }),
        ("kinerja-bulan-ini", Kurun { dari: awal_bulan, sampai: kini }),
        ("kinerja-bulan-lalu", Kurun { dari: akhir_lalu.first_of_month(), sampai: akhir_lalu }),
        ("kinerja-tahun-ini", Kurun { dari: kini.first_of_year(), sampai: kini }),
        ("kinerja-tahun-lalu", Kurun { dari: tahun_lalu.first_of_year(), sampai: tahun_lalu }),
    ]
}

#[cfg(test)]
mod tests;
