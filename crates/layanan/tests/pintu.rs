//! The door of a hall: hours, holidays, decisions for one day.
#![cfg(test)]

use jiff::civil::{DateTime, Weekday, date, time};
use layanan::{
    Kalender,
    antrean::{HariKhusus, Pintu, pintu},
    slot::JamBuka,
};

fn jam() -> Vec<JamBuka> {
    let j = |hari, mulai, selesai| JamBuka { hari, mulai: time(mulai, 0, 0, 0), selesai: time(selesai, 0, 0, 0) };
    vec![j(Weekday::Monday, 8, 12), j(Weekday::Monday, 13, 15), j(Weekday::Saturday, 8, 11)]
}

fn pada(lokal: DateTime, khusus: Option<HariKhusus>) -> Pintu {
    let mut k = Kalender::bawaan();
    k.hari_sendiri(date(2026, 11, 30), false, "Listrik padam");
    pintu(&jam(), &k, khusus, lokal)
}

#[test]
fn numbers_from_an_hour_before_until_the_end_and_through_the_break() {
    let senin = date(2026, 11, 23);
    assert_eq!(pada(senin.at(6, 59, 0, 0), None), Pintu::Nanti { nomor: time(7, 0, 0, 0), buka: time(8, 0, 0, 0) });
    for (j, m) in [(7, 0), (12, 30), (14, 59)] {
        assert_eq!(pada(senin.at(j, m, 0, 0), None), Pintu::Terbuka { sampai: time(15, 0, 0, 0) });
    }
    assert_eq!(pada(senin.at(15, 0, 0, 0), None), Pintu::Usai { sampai: time(15, 0, 0, 0) });
    assert_eq!(pada(date(2026, 11, 24).at(9, 0, 0, 0), None), Pintu::TidakBuka);
    let sisa = |j, m| pada(senin.at(j, m, 0, 0), None).sisa_menit(time(j, m, 0, 0));
    assert_eq!([sisa(6, 59), sisa(7, 0), sisa(14, 59), sisa(15, 0)], [None, Some(480), Some(1), Some(0)]);
}

#[test]
fn hours_on_a_saturday_win_over_the_weekend_but_not_over_a_holiday() {
    assert!(pada(date(2026, 11, 28).at(9, 0, 0, 0), None).terbuka());
    assert!(matches!(pada(date(2026, 11, 30).at(9, 0, 0, 0), None), Pintu::Libur(_)));
}

#[test]
fn a_decision_for_the_day_wins_over_everything() {
    let buka = Some(HariKhusus::Buka { mulai: time(0, 30, 0, 0), selesai: time(10, 0, 0, 0) });
    assert!(pada(date(2026, 11, 30).at(9, 0, 0, 0), buka).terbuka());
    assert!(pada(date(2026, 11, 30).at(0, 0, 0, 0), buka).terbuka(), "an hour before does not wrap to the day before");
    assert_eq!(pada(date(2026, 11, 23).at(9, 0, 0, 0), Some(HariKhusus::Tutup)), Pintu::DitutupKhusus);
}
