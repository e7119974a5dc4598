//! Standards: 14 components, versions by date, reviews, freshness.
#![cfg(test)]

use jiff::{
    Span,
    civil::{Date, date},
};
use layanan::{
    Batas, Kalender, KepastianSumber,
    standar::{Bagian, Irama, Isi, Komponen, Maklumat, Riwayat, SalahRiwayat, Versi, irama, umur_hari},
};
use proptest::prelude::*;

fn versi(sk: &str, sejak: Date) -> Versi {
    Versi::baru(sk, sejak, sejak, Isi::default())
}

#[test]
fn fourteen_components() {
    let banyak = |b| Komponen::SEMUA.iter().filter(|k| k.bagian() == b).count();
    assert_eq!((banyak(Bagian::Penyampaian), banyak(Bagian::Pengelolaan)), (6, 8));
    let unsur: Vec<_> = Komponen::SEMUA.iter().filter_map(|k| k.unsur_skm()).collect();
    assert_eq!(unsur, ["persyaratan", "prosedur", "waktu", "biaya", "produk", "pengaduan"]);
    let ingatan: Vec<_> = Komponen::SEMUA.iter().filter(|k| k.sumber().kepastian == KepastianSumber::Ingatan).map(|k| k.kunci()).collect();
    assert_eq!(ingatan, ["jaminan-pelayanan", "jaminan-keamanan", "evaluasi-kinerja"], "the last three were not read");
}

#[test]
fn completeness() {
    let isi = Isi::dari([(Komponen::Persyaratan, "KTP"), (Komponen::Biaya, "  "), (Komponen::DasarHukum, "UU 25/2009")]);
    assert_eq!((isi.terisi(Bagian::Penyampaian), isi.terisi(Bagian::Pengelolaan)), ((1, 6), (1, 8)));
    assert_eq!((isi.kurang().len(), isi.teks(Komponen::Biaya)), (12, None), "blank is missing");
    let penuh = Isi::dari(Komponen::SEMUA.iter().map(|k| (*k, k.nama())));
    assert!(penuh.lengkap() && penuh.siap_terbit() && !isi.siap_terbit());
    assert_eq!(penuh.beda(&Isi::dari(Komponen::SEMUA.iter().map(|k| (*k, k.nama().replace("Produk", "Hasil"))))), [Komponen::Produk]);
}

#[test]
fn the_version_in_force() {
    let mut kedua = versi("B", date(2025, 6, 1));
    kedua.sampai = Some(date(2025, 12, 31));
    let r = Riwayat::baru(vec![versi("C", date(2027, 1, 1)), kedua, versi("A", date(2024, 1, 1))]).unwrap();
    let sk = |hari| r.berlaku(hari).map(|v| v.sk.as_str());
    assert_eq!([sk(date(2023, 12, 31)), sk(date(2024, 1, 1)), sk(date(2025, 5, 31))], [None, Some("A"), Some("A")]);
    assert_eq!([sk(date(2025, 6, 1)), sk(date(2025, 12, 31)), sk(date(2026, 1, 1))], [Some("B"), Some("B"), None], "A does not come back");
    assert_eq!(r.akan_berlaku(date(2026, 1, 1)).len(), 1);
}

#[test]
fn faults_of_a_history_are_told() {
    let mut surut = versi("A", date(2025, 1, 1));
    surut.ditetapkan = date(2025, 2, 1);
    let salah = Riwayat::baru(vec![surut]).unwrap_err();
    assert_eq!(salah.to_string(), "\"A\": ditetapkan 2025-02-01, sesudah mulai berlaku 2025-01-01");
    let mut balik = versi("A", date(2025, 1, 1));
    balik.sampai = Some(date(2024, 1, 1));
    assert!(matches!(Riwayat::baru(vec![balik]), Err(SalahRiwayat::Terbalik { .. })));
    assert!(matches!(Riwayat::baru(vec![versi("A", date(2025, 1, 1)), versi("B", date(2025, 1, 1))]), Err(SalahRiwayat::MulaiSama { .. })));
    assert_eq!(Riwayat::baru(vec![versi(" ", date(2025, 1, 1))]), Err(SalahRiwayat::TanpaSk));
}

#[test]
fn reviews_and_maklumat() {
    let tinjau = |v: &Versi, bulan| v.tinjauan_jatuh(Batas::bulan(bulan), &Kalender::bawaan()).unwrap().jatuh;
    let mut v = versi("A", date(2024, 8, 31));
    assert_eq!(tinjau(&v, 6), date(2025, 2, 28), "the last day of a short month");
    v.ditinjau = vec![date(2025, 3, 1), date(2024, 9, 1)];
    assert_eq!(tinjau(&v, 12), date(2026, 3, 1));
    let r = Riwayat::baru(vec![v]).unwrap();
    assert_eq!(umur_hari(&r.perubahan(date(2025, 3, 11)), date(2025, 3, 11)), Some(10));
    assert_eq!(umur_hari(&r.perubahan(date(2024, 1, 1)), date(2024, 1, 1)), None);
    let m = Maklumat { ditandatangani: date(2025, 1, 1), penanda_tangan: "Kepala".into(), sampai: Some(date(2025, 12, 31)) };
    assert_eq!(
        [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)].map(|h| m.berlaku(h)),
        [false, true, true, false]
    );
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

proptest! {
    /// At most one version holds on a day, and it is one that began and has not ended.
    #[test]
    fn one_in_force(mulai in prop::collection::btree_set(0_i64..400, 0..8), panjang in prop::collection::vec(prop::option::of(0_i64..200), 8), hari in 0_i64..600) {
        let h = |n| date(2024, 1, 1).checked_add(Span::new().days(n)).unwrap();
        let semua: Vec<_> = mulai.iter().zip(&panjang).map(|(m, p)| {
            let mut v = versi(&format!("SK {m}"), h(*m));
            v.sampai = p.map(|p| h(m + p));
            v
        }).collect();
        let r = Riwayat::baru(semua).unwrap();
        let terakhir = mulai.iter().rev().find(|m| **m <= hari);
        match (r.berlaku(h(hari)), terakhir) {
            (Some(v), Some(m)) => prop_assert!(v.sejak == h(*m) && v.sampai.is_none_or(|s| h(hari) <= s)),
            (None, Some(m)) => prop_assert!(r.semua().iter().any(|v| v.sejak == h(*m) && v.sampai.is_some_and(|s| s < h(hari)))),
            (v, None) => prop_assert!(v.is_none()),
        }
    }
}
