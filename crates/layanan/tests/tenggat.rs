//! Deadlines: the vectors of the domain page, the office's own rules, and properties.

use jiff::civil::{Date, date};
use layanan::{
    AkhirPekan, Alasan, JenisHari, Kalender, Kepastian, SalahTenggat, baca_daftar, hari_kerja_antara, nasional, tahun_bawaan, tambah_hari,
    tambah_hari_kerja,
};
use proptest::prelude::*;

#[expect(clippy::unwrap_used, reason = "a fault of the test's own numbers")]
fn jatuh(mulai: Date, n: u32) -> Date {
    tambah_hari_kerja(mulai, n, &Kalender::bawaan()).unwrap().jatuh
}

/// domain/skm-mpp.md 3.5, computed there with another program.
#[test]
fn vectors_of_the_domain_page() {
    let vektor = [
        (date(2026, 1, 2), [date(2026, 1, 7), date(2026, 1, 9), date(2026, 1, 23), date(2026, 4, 9)]),
        (date(2026, 3, 13), [date(2026, 3, 25), date(2026, 3, 27), date(2026, 4, 10), date(2026, 6, 24)]),
        (date(2026, 5, 8), [date(2026, 5, 13), date(2026, 5, 19), date(2026, 6, 4), date(2026, 8, 10)]),
        (date(2026, 12, 21), [date(2026, 12, 28), date(2026, 12, 30), date(2027, 1, 14), date(2027, 4, 1)]),
    ];
    for (mulai, harap) in vektor {
        assert_eq!([3, 5, 14, 60].map(|n| jatuh(mulai, n)), harap, "from {mulai}");
    }
}

#[test]
fn the_lists_that_ship() {
    let hari = nasional();
    let banyak = |tahun: i16, jenis| hari.iter().filter(|b| b.tanggal.year() == tahun && b.jenis == jenis).count();
    assert_eq!((banyak(2025, JenisHari::Nasional), banyak(2025, JenisHari::CutiBersama)), (17, 11));
    assert_eq!((banyak(2026, JenisHari::Nasional), banyak(2026, JenisHari::CutiBersama)), (17, 8));
    assert_eq!(tahun_bawaan(), [(2025, Kepastian::Tetap), (2026, Kepastian::Tetap), (2027, Kepastian::Perkiraan)]);
    assert!(hari.windows(2).all(|w| w[0].tanggal < w[1].tanggal), "in order, no day twice");
}

#[test]
fn a_year_without_a_list_is_named() {
    let t = tambah_hari_kerja(date(2027, 12, 20), 20, &Kalender::bawaan()).unwrap();
    assert_eq!((t.tanpa_daftar, t.perkiraan), (vec![2028], vec![2027]));
    let t = tambah_hari_kerja(date(2026, 1, 2), 5, &Kalender::bawaan()).unwrap();
    assert!(t.tanpa_daftar.is_empty() && t.perkiraan.is_empty());
}

#[test]
fn the_office_has_the_last_word() {
    let jumat = date(2026, 3, 13);
    let mut buka = Kalender::baru(AkhirPekan::default(), true);
    buka.pakai(nasional());
    assert_eq!(tambah_hari_kerja(jumat, 5, &buka).unwrap().jatuh, date(2026, 3, 23), "cuti bersama is worked");
    let mut enam = Kalender::baru("7".parse().unwrap(), false);
    enam.pakai(nasional());
    assert_eq!(tambah_hari_kerja(jumat, 1, &enam).unwrap().jatuh, date(2026, 3, 14), "a six-day week");
    let mut sendiri = Kalender::bawaan();
    sendiri.hari_sendiri(date(2026, 3, 16), false, "HUT daerah");
    sendiri.hari_sendiri(date(2026, 3, 19), true, "loket Nyepi");
    assert_eq!(sendiri.libur(date(2026, 3, 16)), Some(Alasan::Hari(JenisHari::Libur, "HUT daerah".into())));
    assert!(sendiri.hari_kerja(date(2026, 3, 19)));
    assert_eq!(tambah_hari_kerja(jumat, 2, &sendiri).unwrap().jatuh, date(2026, 3, 19));
}

#[test]
fn bad_input_is_told() {
    for salah in ["8", "0", "66", "1234567", "x"] {
        assert!(salah.parse::<AkhirPekan>().is_err(), "{salah}");
    }
    for teks in ["67", "7", "", "57"] {
        assert_eq!(teks.parse::<AkhirPekan>().unwrap().to_string(), teks);
    }
    let salah = baca_daftar("tanggal,jenis,nama\n2026-13-01\n2026-01-01,pesta\n2026-01-02,libur,x,mungkin\n2026-01-03\n").unwrap_err();
    assert_eq!(salah.iter().map(|s| s.baris).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(tambah_hari(date(2026, 1, 30), 3).unwrap(), date(2026, 2, 2));
    assert!(matches!(tambah_hari_kerja(date(2026, 1, 1), 5000, &Kalender::bawaan()), Err(SalahTenggat::TerlaluBanyak(5000))));
    assert!(matches!(tambah_hari_kerja(Date::MAX, 1, &Kalender::bawaan()), Err(SalahTenggat::DiLuarKalender)));
}

proptest! {
    /// The last day is worked, exactly `n` worked days lie on the way, and one day more is later.
    #[test]
    fn counts_exactly(hari in 0_i64..1000, n in 1_u32..120) {
        let k = Kalender::bawaan();
        let mulai = date(2025, 1, 1).checked_add(jiff::Span::new().days(hari)).unwrap();
        let t = tambah_hari_kerja(mulai, n, &k).unwrap().jatuh;
        prop_assert!(k.hari_kerja(t));
        prop_assert_eq!(hari_kerja_antara(mulai, t, &k), n);
        prop_assert!(tambah_hari_kerja(mulai, n + 1, &k).unwrap().jatuh > t);
    }
}
