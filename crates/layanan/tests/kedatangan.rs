//! Those who booked and often do not come: the share that is reckoned with, and what it may change of an estimate.
#![cfg(test)]

use std::collections::BTreeMap;

use layanan::antrean::{
    Ditunggu, Garis, Kedatangan, LayananId, LoketBuka, Menunggu, Penyela, Perkiraan, Prioritas, WaktuLayanan, datang_persen, perkirakan,
};
use proptest::prelude::*;

const L: LayananId = LayananId(1);

fn kira(antrean: usize, loket: &[Option<u32>], contoh: &[u32], pesanan: &[u32], datang_persen: u32) -> Vec<Perkiraan> {
    let waktu = BTreeMap::from([(L, WaktuLayanan { contoh: contoh.to_vec(), baku: Some(600) })]);
    let loket: Vec<_> = loket.iter().map(|s| LoketBuka { layanan: vec![L], sedang: s.map(|detik| (L, detik)) }).collect();
    let pesanan: Vec<_> = pesanan.iter().map(|detik| Ditunggu { layanan: L, detik: *detik, datang_persen }).collect();
    perkirakan(&Garis {
        antrean: &vec![Menunggu { layanan: L, prioritas: Prioritas::Biasa, dipesan: false }; antrean],
        loket: &loket,
        penyela: Penyela::default(),
        pesanan: &pesanan,
        waktu: &waktu,
    })
}

fn rentang(p: Perkiraan) -> (u32, u32) {
    if let Perkiraan::Rentang { dari_menit, sampai_menit, .. } = p { (dari_menit, sampai_menit) } else { panic!("{p:?}") }
}

/// Five minutes each, six ahead, three who booked and whose time has begun.
#[test]
fn who_may_not_come_makes_the_earliest_time_earlier() {
    let akhir = |pesanan: &[u32], persen| rentang(kira(7, &[None], &[300; 40], pesanan, persen)[6]);
    let (tanpa, semua) = (akhir(&[], 100), akhir(&[0; 3], 100));
    assert_eq!((tanpa.0, semua.0), (30, 45));
    assert_eq!(akhir(&[0; 3], 0), (tanpa.0, semua.1), "nobody comes, or all do");
    assert_eq!(akhir(&[0; 3], 50).1, semua.1);
    assert!(akhir(&[0; 3], 50).0 < semua.0);
}

#[test]
fn the_share_leans_on_the_hall_while_the_gerai_has_seen_few() {
    let k = |janji, datang| Kedatangan { janji, datang };
    let kosong = Kedatangan::default();
    assert_eq!(datang_persen(kosong, kosong), 100);
    // 60 of 90 beside ten of ten, and that for ten beside two of which none came.
    assert_eq!(datang_persen(kosong, k(90, 60)), 70);
    assert_eq!(datang_persen(k(2, 0), k(90, 60)), 59);
    assert_eq!(datang_persen(k(990, 0), k(990, 0)), 1, "own figures win in the end");
}

proptest! {
    /// Whatever the share, an estimate keeps its later end and what it rests on; only the earlier one may move, towards now.
    #[test]
    fn a_share_widens_the_lower_end_only(
        antrean in 1_usize..12,
        loket in prop::collection::vec(prop::option::of(0_u32..900), 0..4),
        contoh in prop::collection::vec(30_u32..1200, 0..40),
        pesanan in prop::collection::vec(0_u32..5400, 0..7),
        persen in 0_u32..=100,
    ) {
        let mut pesanan = pesanan;
        pesanan.sort_unstable();
        let semua = kira(antrean, &loket, &contoh, &pesanan, 100);
        let sebagian = kira(antrean, &loket, &contoh, &pesanan, persen);
        prop_assert_eq!(semua.len(), sebagian.len());
        for (a, b) in semua.into_iter().zip(sebagian) {
            if let (Perkiraan::Rentang { dari_menit, sampai_menit, dasar }, Perkiraan::Rentang { dari_menit: awal, sampai_menit: akhir, dasar: d }) = (a, b) {
                prop_assert_eq!((sampai_menit, dasar), (akhir, d));
                prop_assert!(awal <= dari_menit, "{awal} after {dari_menit}");
            } else {
                prop_assert_eq!(a, b);
            }
        }
    }

    /// A share of a hundred, and never less because one more came.
    #[test]
    fn the_share_is_one(janji in 0_u32..500, datang in 0_u32..600, mpp in (0_u32..5000, 0_u32..5000)) {
        let mpp = Kedatangan { janji: mpp.0, datang: mpp.1 };
        let satu = |datang| datang_persen(Kedatangan { janji, datang }, mpp);
        prop_assert!(satu(datang) <= 100);
        prop_assert!(satu(datang) <= satu(datang + 1));
    }
}
