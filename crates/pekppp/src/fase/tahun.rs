//! The days of a phase against the year of its period: the same phase a year later, and whether it lies outside its year.
//!
//! Both only propose or warn: the regulation gives no dates (`PermenPANRB` 29/2022 names the phases), the organiser decides.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::Fase;

/// A phase moved a year on. A first day on a weekend becomes the Monday after it, a last day the Friday before; the last
/// day of a month stays the last one. Phases that followed one another still do.
#[must_use]
pub fn setahun_kemudian(mulai: Date, selesai: Date) -> (Date, Date) {
    let awal = maju(mulai);
    let awal = match awal.weekday() {
        Weekday::Saturday => awal.saturating_add(2.days()),
        Weekday::Sunday => awal.saturating_add(1.day()),
        _ => awal,
    };
    let akhir = if selesai == selesai.last_of_month() { maju(selesai).last_of_month() } else { maju(selesai) };
    let akhir = match akhir.weekday() {
        Weekday::Saturday => akhir.saturating_sub(1.day()),
        Weekday::Sunday => akhir.saturating_sub(2.days()),
        _ => akhir,
    };
    (awal, akhir.max(awal))
}

/// The 29th of February becomes the 28th; only at the far end of the calendar a day stays.
fn maju(hari: Date) -> Date {
    hari.checked_add(1.year()).unwrap_or(hari)
}

/// Whether a phase lies outside the year of its period so that it is more likely mistyped than meant. Preparation may begin in the
/// year before, and delivery and ranking may end in the year after, as they did for 2024 and 2025 (decrees of 31 December 2024 and
/// 9 January 2026, awards in May 2025).
#[must_use]
pub fn di_luar_tahun(tahun: i64, fase: Fase, mulai: Date, selesai: Date) -> bool {
    let (dari, sampai) = match fase {
        Fase::Persiapan => (tahun - 1, tahun),
        Fase::Pelaksanaan => (tahun, tahun),
        Fase::Penyampaian | Fase::Pemeringkatan => (tahun, tahun + 1),
    };
    i64::from(mulai.year()) < dari || i64::from(selesai.year()) > sampai
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_on_the_phases_begin_and_end_on_working_days_in_the_same_order() {
        // 1 March 2025 and 1 June 2025 are weekend days; 31 May 2025 and 31 August 2025 too.
        let lama = [(3, 1, 3, 31), (4, 1, 5, 31), (6, 1, 6, 1), (7, 1, 8, 31)];
        let baru: Vec<(Date, Date)> = lama.iter().map(|(a, b, c, d)| setahun_kemudian(date(2024, *a, *b), date(2024, *c, *d))).collect();
        assert_eq!(baru[0], (date(2025, 3, 3), date(2025, 3, 31)));
        assert_eq!(baru[1], (date(2025, 4, 1), date(2025, 5, 30)));
        assert_eq!(baru[2], (date(2025, 6, 2), date(2025, 6, 2)), "one day stays one day");
        assert_eq!(baru[3], (date(2025, 7, 1), date(2025, 8, 29)));
        assert!(baru.windows(2).all(|w| w[0].0 <= w[1].0 && w[0].1 <= w[1].1));
    }

    #[test]
    fn february_keeps_its_last_day() {
        assert_eq!(setahun_kemudian(date(2023, 2, 1), date(2023, 2, 28)).1, date(2024, 2, 29));
        assert_eq!(setahun_kemudian(date(2024, 2, 29), date(2024, 2, 29)), (date(2025, 2, 28), date(2025, 2, 28)));
    }

    #[test]
    fn only_what_is_likely_mistyped_lies_outside_the_year() {
        let luar = |fase, a, b| di_luar_tahun(2030, fase, date(a, 3, 1), date(b, 3, 31));
        for fase in Fase::SEMUA {
            assert!(!luar(fase, 2030, 2030), "{fase:?}");
            assert!(luar(fase, 2020, 2020), "{fase:?}");
            assert!(luar(fase, 2032, 2032), "{fase:?}");
        }
        assert!(!luar(Fase::Persiapan, 2029, 2030), "prepared in the year before");
        assert!(luar(Fase::Pelaksanaan, 2029, 2030));
        assert!(!luar(Fase::Pemeringkatan, 2031, 2031), "decided in the year after");
    }
}
