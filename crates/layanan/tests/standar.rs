//! Standards: 14 components, and how often news of a service appears.
#![cfg(test)]

use jiff::{Span, civil::date};
use layanan::{
    KepastianSumber,
    standar::{Bagian, Irama, Komponen, irama},
};

#[test]
fn fourteen_components() {
    let banyak = |b| Komponen::SEMUA.iter().filter(|k| k.bagian() == b).count();
    assert_eq!((banyak(Bagian::Penyampaian), banyak(Bagian::Pengelolaan)), (6, 8));
    let ingatan: Vec<_> = Komponen::SEMUA.iter().filter(|k| k.sumber().kepastian == KepastianSumber::Ingatan).map(|k| k.kunci()).collect();
    assert_eq!(ingatan, ["jaminan-pelayanan", "jaminan-keamanan", "evaluasi-kinerja"], "the last three were not read");
}

#[test]
fn the_rhythm_of_five_in_a_row() {
    let tiap =
        |hari: i64, banyak: i64| (0..banyak).map(|n| date(2026, 1, 1).checked_add(Span::new().days(n * hari)).unwrap()).collect::<Vec<_>>();
    let irama_tiap = |hari, banyak| {
        let t = tiap(hari, banyak);
        irama(&t, *t.last().unwrap())
    };
    assert_eq!(
        [1, 7, 8, 31, 180, 365, 400].map(|n| irama_tiap(n, 5)),
        [
            Some(Irama::Harian),
            Some(Irama::Mingguan),
            Some(Irama::Bulanan),
            Some(Irama::Bulanan),
            Some(Irama::Semesteran),
            Some(Irama::Tahunan),
            None,
        ]
    );
    assert_eq!(irama_tiap(1, 4), None, "four are too few");
    assert_eq!(irama(&tiap(1, 5), date(2026, 3, 1)), Some(Irama::Semesteran), "silence until today counts");
}
