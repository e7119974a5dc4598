use jiff::civil::date;

use super::*;

#[test]
fn deadline_is_three_calendar_months_before() {
    assert_eq!(batas_tindak_lanjut(date(2024, 9, 1)), Some(date(2024, 6, 1)));
    assert_eq!(batas_tindak_lanjut(date(2024, 5, 31)), Some(date(2024, 2, 29)));
    assert_eq!(batas_tindak_lanjut(date(2023, 5, 31)), Some(date(2023, 2, 28)));
    assert_eq!(batas_tindak_lanjut(Date::MIN), None);
}

#[test]
fn the_earliest_registered_period_counts() {
    let b = batas_unit(date(2026, 3, 1), &[date(2028, 3, 1), date(2027, 5, 31), date(2026, 3, 1), date(2025, 1, 1)], None).unwrap();
    assert_eq!((b.batas, b.mulai_berikut, b.dasar), (date(2027, 2, 28), date(2027, 5, 31), DasarBatas::Terdaftar));
}

#[test]
fn without_a_next_period_a_year_is_assumed_and_said() {
    let b = |y, m, d| batas_unit(date(y, m, d), &[], None).unwrap();
    assert_eq!(b(2026, 3, 1), BatasTindakLanjut { batas: date(2026, 12, 1), mulai_berikut: date(2027, 3, 1), dasar: DasarBatas::Anggapan });
    // Month ends: a leap day has no anniversary, and February is shorter than the month three before.
    assert_eq!((b(2024, 2, 29).mulai_berikut, b(2024, 2, 29).batas), (date(2025, 2, 28), date(2024, 11, 28)));
    assert_eq!(b(2026, 5, 31).batas, date(2027, 2, 28));
    assert_eq!(b(2027, 5, 31).batas, date(2028, 2, 29));
    assert_eq!(b(2026, 12, 31).batas, date(2027, 9, 30));
    assert_eq!(batas_unit(Date::MAX, &[], None), None);
}

#[test]
fn keys_read_back_and_phases_follow_each_other() {
    for fase in Fase::SEMUA {
        assert_eq!(Fase::dari_kunci(fase.kunci()), Some(fase));
    }
    assert_eq!(Fase::Persiapan.berikut(), Some(Fase::Pelaksanaan));
    assert_eq!(Fase::Pemeringkatan.berikut(), None);
}

#[test]
fn nobody_is_late_before_the_report_came() {
    let (mulai, sampai) = (date(2026, 1, 1), Some(date(2026, 11, 23)));
    let b = batas_unit(mulai, &[], sampai).unwrap();
    assert_eq!((b.batas, b.mulai_berikut, b.dasar), (date(2027, 10, 1), date(2028, 1, 1), DasarBatas::Lewat));
    // The first that leaves time, registered or not; on the very day there is none left.
    let b = batas_unit(mulai, &[date(2027, 1, 1), date(2027, 6, 1)], sampai).unwrap();
    assert_eq!((b.batas, b.dasar), (date(2027, 3, 1), DasarBatas::Lewat));
    let b = batas_unit(mulai, &[date(2027, 1, 1)], sampai).unwrap();
    assert_eq!((b.mulai_berikut, b.dasar), (date(2028, 1, 1), DasarBatas::Lewat));
    assert_eq!(batas_unit(mulai, &[], Some(date(2026, 10, 1))).unwrap().dasar, DasarBatas::Lewat);
    assert_eq!(batas_unit(mulai, &[], Some(date(2026, 9, 30))).unwrap().dasar, DasarBatas::Anggapan);
}
