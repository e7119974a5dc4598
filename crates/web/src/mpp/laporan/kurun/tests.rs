use super::*;
use jiff::civil::date;

#[test]
fn a_range_that_cannot_be_is_the_month_so_far() {
    let kini = date(2026, 11, 22);
    let q = |a: &str, b: &str| Kurun::dari(&Kueri { dari: a.into(), sampai: b.into() }, kini);
    let bulan = Kurun { dari: date(2026, 11, 1), sampai: kini };
    assert_eq!(q("", ""), bulan);
    assert_eq!(q("2026-11-05", "2026-11-01"), bulan);
    assert_eq!(q("2020-01-01", "2026-01-01"), bulan);
    assert_eq!(q("2026-02-01", "2026-02-28").hari(), 28);
    assert_eq!(q("2024-02-29", "2024-02-29").tahun_lalu().dari, date(2023, 2, 28));
}

#[test]
fn the_last_month_and_year_are_whole() {
    let p = pilihan(date(2026, 1, 15));
    assert_eq!(p[2].1, Kurun { dari: date(2025, 12, 1), sampai: date(2025, 12, 31) });
    assert_eq!(p[4].1, Kurun { dari: date(2025, 1, 1), sampai: date(2025, 12, 31) });
}

#[test]
fn what_cannot_be_a_range_is_said() {
    let q = |a: &str, b: &str| Kurun::salah(&Kueri { dari: a.into(), sampai: b.into() });
    assert_eq!(q("", ""), None, "nothing was asked for");
    assert_eq!(q("2026-02-01", "2026-02-28"), None);
    assert_eq!(q("2026-12-01", "2026-11-01"), Some("kinerja-kurun-terbalik"));
    assert_eq!(q("2000-01-01", "2027-01-01"), Some("kinerja-kurun-panjang"));
    assert_eq!(q("2026-12-01", ""), Some("kinerja-kurun-tanggal"));
}
