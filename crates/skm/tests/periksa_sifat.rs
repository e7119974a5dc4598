//! Properties of the report checker: an error put into a right report is found by its name, and nothing makes it panic.

#![cfg(test)]

use proptest::prelude::*;
use skm::{
    Edisi, Pecahan, bawaan,
    periksa::{JenisNilai, Kekeliruan, Periksa, Putusan, Terbitan, periksa},
    semua_bawaan,
};

fn edisi() -> &'static Edisi {
    bawaan("skm-2017").unwrap().0
}

fn kekeliruan(t: &Terbitan) -> Vec<Kekeliruan> {
    let semua: Vec<&Edisi> = semua_bawaan().collect();
    match periksa(edisi(), &semua, t).putusan {
        Putusan::Salah { kekeliruan } => kekeliruan,
        lain => panic!("{lain:?}"),
    }
}

/// Nine NRR in thousandths as a report with a total of `ikm`, two decimals.
fn laporan(nrr: &[i64], ikm: &Pecahan) -> Terbitan {
    let unsur = nrr.iter().map(|n| Pecahan::baru(*n, 1000).unwrap().tampil(3).parse().unwrap()).collect();
    Terbitan { unsur, ikm: Some(ikm.tampil(2).parse().unwrap()), ..Terbitan::default() }
}

fn konversi(nrr: &[i64]) -> Vec<Pecahan> {
    nrr.iter().map(|n| Pecahan::baru(n * 25, 1000).unwrap()).collect()
}

proptest! {
    #[test]
    fn a_divisor_of_ten_is_named(nrr in prop::collection::vec(2800..=4000_i64, 9)) {
        let jumlah: Pecahan = konversi(&nrr).into_iter().sum();
        let t = laporan(&nrr, &(&jumlah / &Pecahan::bulat(10)));
        let ada = |k: &Kekeliruan| matches!(k, Kekeliruan::PembagiSalah { dipakai: 10, seharusnya: 9 });
        prop_assert!(kekeliruan(&t).iter().any(ada));
    }

    #[test]
    fn a_copied_unsur_is_named(nrr in prop::collection::vec(2000..=4000_i64, 9), di in 0..9_usize) {
        let semua = konversi(&nrr);
        let rata = Pecahan::rata_rata(&semua).unwrap();
        // Nearer than the weights of old reports reach, a copy cannot be told from a total.
        prop_assume!((&semua[di] - &rata).mutlak() > Pecahan::bulat(2));
        let t = laporan(&nrr, &semua[di]);
        let sama = |urutan: usize| semua[urutan - 1].tampil(2) == semua[di].tampil(2);
        let ada = |k: &Kekeliruan| matches!(k, Kekeliruan::MenyalinUnsur { urutan, .. } if sama(*urutan));
        prop_assert!(kekeliruan(&t).iter().any(ada));
    }

    #[test]
    fn a_class_of_the_old_bounds_is_named(ratusan in 2500..=10_000_i64) {
        let ikm = Pecahan::baru(ratusan, 100).unwrap();
        let kelas = |id: &str| bawaan(id).unwrap().0.kategori(&ikm).unwrap().mutu.clone();
        prop_assume!(kelas("skm-2014") != kelas("skm-2017"));
        let t = Terbitan { ikm: Some(ikm.tampil(2).parse().unwrap()), mutu: Some(kelas("skm-2014")), ..Terbitan::default() };
        let semua = kekeliruan(&t);
        prop_assert!(matches!(&semua[..], [Kekeliruan::MutuAmbangLama { .. }]), "{semua:?}");
    }

    #[test]
    fn nothing_published_makes_it_panic(
        unsur in prop::collection::vec("-?[0-9]{1,6}([.,][0-9]{1,8})?", 0..20),
        n in prop::option::of(-3..200_i64),
        indeks in prop::option::of("[0-9]{1,4}([.,][0-9]{1,6})?"),
        ikm in prop::option::of("[0-9]{1,4}([.,][0-9]{1,6})?"),
        mutu in prop::option::of("[A-Ea-e]?( ?\\(?[A-Za-z ]{0,12}\\)?)?"),
        jenis in 0..3_usize,
        di in 0..6_usize,
    ) {
        let angka = |t: &String| t.parse().unwrap();
        let t = Terbitan {
            unsur: unsur.iter().map(angka).collect(),
            jenis: [JenisNilai::Nrr, JenisNilai::Jumlah, JenisNilai::Konversi][jenis],
            n,
            indeks: indeks.as_ref().map(angka),
            ikm: ikm.as_ref().map(angka),
            mutu,
            bobot: None,
        };
        let semua: Vec<&Edisi> = semua_bawaan().collect();
        let p = periksa(semua[di], &semua, &t);
        // What is kept of a verdict reads back to the same.
        let teks = serde_json::to_string(&p).unwrap();
        prop_assert_eq!(serde_json::from_str::<Periksa>(&teks).unwrap(), p);
    }
}

#[test]
fn divisors_up_to_twenty_are_tried() {
    let nrr: Vec<i64> = (31..40).map(|n| n * 100).collect();
    let jumlah: Pecahan = konversi(&nrr).into_iter().sum();
    for (bagi, harap) in [(19, Some(19)), (20, Some(20)), (21, None)] {
        let semua = kekeliruan(&laporan(&nrr, &(&jumlah / &Pecahan::bulat(bagi))));
        let dipakai = semua.iter().find_map(|k| match k {
            Kekeliruan::PembagiSalah { dipakai, .. } => Some(*dipakai),
            _ => None,
        });
        assert_eq!(dipakai, harap, "{semua:?}");
    }
}

#[test]
fn a_total_outside_its_unsur_is_told_from_one_at_their_edge() {
    let nrr: Vec<i64> = (31..40).map(|n| n * 100).collect();
    // 3.1 to 3.9 are 77.5 to 97.5; three printed decimals of an NRR leave 0.0125, three of the total 0.0005.
    let luar = |ikm: &str| {
        let t = Terbitan { ikm: Some(ikm.parse().unwrap()), ..laporan(&nrr, &Pecahan::nol()) };
        kekeliruan(&t).iter().any(|k| matches!(k, Kekeliruan::DiLuarUnsur { .. }))
    };
    assert_eq!(["77.486", "77.487", "97.513", "97.514"].map(luar), [true, false, false, true]);
}
