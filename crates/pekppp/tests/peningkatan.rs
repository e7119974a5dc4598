//! What-if on small editions against trying everything, and on the edition of the regulation.

#![cfg(test)]

mod dukungan;

use std::collections::BTreeMap;

use dukungan::edisi;
use pekppp::{
    Edisi, F03Ringkas, HasilIpp, LembarF02, Masukan, Nilai, Pecahan, hitung,
    peningkatan::{Peluang, TanpaJalur, coba, jalur_termurah, kategori_berikut, peluang},
};
use proptest::{collection::vec, prelude::*};

fn hasil(e: &Edisi, lembar: &[Vec<u8>], f03: u8) -> HasilIpp {
    let nilai = |n: u8| Nilai::baru(n.into()).unwrap();
    let lembar = lembar.iter().enumerate().map(|(di, skor)| LembarF02 {
        evaluator: format!("E{di}"),
        nilai: e.indikator().map(|i| i.kode.clone()).zip(skor.iter().map(|n| nilai(*n))).collect(),
    });
    let mut ringkas = F03Ringkas::kosong(e);
    for _ in 0..e.f03.responden_min {
        ringkas.tambah(&vec![Some(nilai(f03)); e.f03.pernyataan.len()]);
    }
    hitung(e, &Masukan { cara_penilai: Some(pekppp::CaraPenilai::RataRata), ..Masukan::baru(lembar.collect(), ringkas) }).unwrap()
}

/// The edition of the regulation with only its first `n` indicators, whose weights are set so that they sum to 100.
fn kecil(n: usize, bobot: &[u32]) -> Edisi {
    let mut e = edisi("pekppp-2022-a").clone();
    e.aspek.truncate(1);
    let jumlah: u32 = bobot.iter().take(n).sum();
    let a = &mut e.aspek[0];
    a.bobot = pekppp::Bobot::baru(Pecahan::bulat(100)).unwrap();
    a.indikator.truncate(n);
    for (i, b) in a.indikator.iter_mut().zip(bobot) {
        i.bobot = pekppp::Bobot::baru(Pecahan::baru(i64::from(*b) * 100, jumlah.into()).unwrap());
    }
    e.f03.pernyataan.retain(|p| p.aspek == "I");
    e
}

/// Steps, indicators and IPP of the best way by trying every one; `None` when none reaches the category.
fn semua_cara(e: &Edisi, h: &HasilIpp) -> Option<(usize, usize, Pecahan)> {
    let tujuan = kategori_berikut(e, h)?;
    let p = peluang(e, h);
    let mut terbaik: Option<(usize, usize, Pecahan)> = None;
    let mut naik = vec![0_usize; p.len()];
    loop {
        let tambah: Pecahan = p.iter().zip(&naik).flat_map(|(p, n)| p.langkah.iter().take(*n).cloned()).sum();
        let ipp = pekppp::Ipp::baru(h.ipp.as_ref().unwrap().ipp.pecahan() + &tambah).unwrap();
        if e.kategori(&ipp).unwrap().dari >= tujuan.dari {
            let ini = (naik.iter().sum::<usize>(), naik.iter().filter(|n| **n > 0).count(), ipp.pecahan().clone());
            let lebih = terbaik.as_ref().is_none_or(|t| (ini.0, ini.1) < (t.0, t.1) || ((ini.0, ini.1) == (t.0, t.1) && ini.2 > t.2));
            if lebih {
                terbaik = Some(ini);
            }
        }
        let Some(i) = (0..p.len()).find(|i| naik[*i] < p[*i].langkah.len()) else { return terbaik };
        naik[..i].fill(0);
        naik[i] += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The way found has as few steps, as few indicators and as high an IPP as the best of all ways, for one evaluator
    /// and for the mean of two (broken scores).
    #[test]
    fn no_way_is_cheaper(bobot in vec(1_u32..60, 4), lembar in vec(vec(0_u8..=5, 4), 1..3), f03 in 0_u8..=5) {
        let e = kecil(4, &bobot);
        let h = hasil(&e, &lembar, f03);
        match (jalur_termurah(&e, &h), semua_cara(&e, &h)) {
            (Ok(j), Some((langkah, indikator, ipp))) => {
                prop_assert_eq!((j.langkah, j.naik.len()), (langkah, indikator));
                prop_assert_eq!(j.akhir.ipp.pecahan(), &ipp);
                prop_assert_eq!(&j.akhir.kategori, &e.kategori(&j.akhir.ipp).unwrap().kode);
            }
            (Err(TanpaJalur::Tertinggi), None) => prop_assert!(kategori_berikut(&e, &h).is_none()),
            (Err(TanpaJalur::TertahanF03), None) => prop_assert!(kategori_berikut(&e, &h).is_some()),
            (j, s) => prop_assert!(false, "{j:?} against {s:?}"),
        }
    }

    /// A step's gain is what computing anew gives, exactly.
    #[test]
    fn gains_are_what_computing_anew_gives(skor in vec(0_u8..=5, 30), f03 in 1_u8..=5) {
        let e = edisi("pekppp-2022-a");
        let h = hasil(e, std::slice::from_ref(&skor), f03);
        let kode: Vec<&str> = e.indikator().map(|i| i.kode.as_str()).collect();
        for p in peluang(e, &h) {
            let mut naik = skor.clone();
            let di = kode.iter().position(|k| *k == p.kode).unwrap();
            naik[di] += 1;
            let baru = hasil(e, &[naik.clone()], f03).ipp.unwrap();
            prop_assert_eq!(&(h.ipp.as_ref().unwrap().ipp.pecahan() + &p.berikut()), baru.ipp.pecahan());
            let dicoba = coba(e, &h, &BTreeMap::from([(p.kode.clone(), Nilai::baru(naik[di].into()).unwrap())])).unwrap();
            prop_assert_eq!(dicoba, baru);
        }
    }
}

/// 4.505 is shown as 4.51 and is A: the way may stop there, half a hundredth before the bound, and not below it.
#[test]
fn rounding_half_up_decides_the_last_step() {
    let e = kecil(2, &[1, 1]);
    // F02 4, F03 5: IPP 4.25, a step 0.375: one step gives 4.625.
    let j = jalur_termurah(&e, &hasil(&e, &[vec![4, 4]], 5)).unwrap();
    assert_eq!((j.langkah, j.kategori.as_str(), j.akhir.tampil.as_str()), (1, "A", "4.63"));
    // Weights of 2.04 and 97.96: 4.505 is not reached by 4.25 + 0.0153 + … until the large one rises.
    let tepat = kecil(3, &[34, 33, 33]);
    let h = hasil(&tepat, &[vec![4, 4, 4]], 5);
    let j = jalur_termurah(&tepat, &h).unwrap();
    // 0.255 lifts 4.25 to exactly 4.505.
    assert_eq!((j.langkah, j.naik.as_slice()), (1, [("1.a.Ak".to_owned(), 1)].as_slice()));
    assert_eq!((j.akhir.ipp.desimal().as_str(), j.akhir.tampil.as_str(), j.akhir.kategori.as_str()), ("4.505", "4.51", "A"));
}

#[test]
fn the_largest_gain_comes_first_and_means_end_with_a_short_step() {
    let e = edisi("pekppp-2022-a");
    let h = hasil(e, &[vec![3; 30]], 4);
    let p = peluang(e, &h);
    assert_eq!(p.len(), 30);
    // Service culture: 0.75 x 25 % x 30 %.
    assert_eq!((p[0].kode.as_str(), p[0].berikut().to_string().as_str()), ("14.b.K", "0.05625"));
    assert!(p.windows(2).all(|w| w[0].berikut() >= w[1].berikut()));
    let h = hasil(e, &[vec![4; 30], vec![5; 30]], 4);
    let p = peluang(e, &h);
    assert_eq!((p[0].nilai.to_string().as_str(), p[0].langkah.len(), p[0].berikut().to_string().as_str()), ("4.5", 1, "0.028125"));
}

#[test]
fn each_reason_for_no_way_is_named() {
    let e = edisi("pekppp-2022-a");
    assert_eq!(jalur_termurah(e, &hasil(e, &[vec![5; 30]], 5)), Err(TanpaJalur::Tertinggi));
    assert_eq!(jalur_termurah(e, &hasil(e, &[vec![5; 30]], 2)), Err(TanpaJalur::TertahanF03));
    let mut tanpa = hasil(e, &[vec![3; 30]], 4);
    tanpa.ipp = None;
    assert_eq!(jalur_termurah(e, &tanpa), Err(TanpaJalur::TanpaIpp));
    assert!(coba(e, &tanpa, &BTreeMap::new()).is_none());
}

/// The longest way of all, from nothing, is found at once.
#[test]
fn from_the_bottom_it_is_still_quick() {
    let e = edisi("pekppp-2022-a");
    let h = hasil(e, &[vec![0; 30]], 0);
    let j = jalur_termurah(e, &h).unwrap();
    assert_eq!((j.kategori.as_str(), j.akhir.kategori.as_str()), ("E", "E"));
    // 5 steps of 0.05625, 10 of 0.045, and 8 of 0.0375 for what 1.005 still lacks.
    assert_eq!(j.langkah, 23);
    assert_eq!(j.naik.iter().map(|(_, n)| n).sum::<usize>(), j.langkah);
}

#[test]
fn steps_end_at_the_highest_score() {
    for (nilai, langkah, harap) in [("2", 0, "2"), ("2", 1, "3"), ("4.5", 1, "5"), ("2", 9, "5")] {
        let p = Peluang { kode: "1.a.Ak".into(), nilai: nilai.parse().unwrap(), per_langkah: Pecahan::nol(), langkah: Vec::new() };
        assert_eq!(p.sesudah(langkah).to_string(), harap, "{nilai} + {langkah}");
    }
}
