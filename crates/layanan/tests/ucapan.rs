//! Calls as they are spoken.
#![cfg(test)]

use std::collections::BTreeSet;

use layanan::antrean::{ANGKA_MAKS, Awalan, Klip, NOMOR_MAKS, panggilan, panggilan_gerai};

fn ucap(urut: u32, loket: u32) -> String {
    panggilan(Awalan::baru("A").unwrap(), urut, loket).unwrap().join(" ")
}

#[test]
fn numbers_are_spoken_as_people_say_them() {
    assert_eq!(ucap(23, 4), "nomor antrean A dua puluh tiga silakan ke loket empat");
    let harap = [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (215, "dua ratus lima belas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (9011, "sembilan ribu sebelas"),
    ];
    for (n, kata) in harap {
        assert_eq!(ucap(1, n).rsplit_once("loket ").unwrap().1, kata);
    }
    assert_eq!(panggilan(Awalan::baru("KX").unwrap(), 1, 1).unwrap()[1..3], ["K", "X"]);
    assert_eq!(panggilan(Awalan::baru("A").unwrap(), ANGKA_MAKS + 1, 1), None);
    assert_eq!(ANGKA_MAKS, 9999, "there is no word for ten thousand");
}

#[test]
fn in_a_hall_of_several_gerai_both_are_named() {
    let ucap = |loket| panggilan_gerai(Awalan::baru("B").unwrap(), 7, 12, loket).unwrap().join(" ");
    assert_eq!(ucap(Some(2)), "nomor antrean B tujuh silakan ke gerai dua belas loket dua");
    assert_eq!(ucap(None), "nomor antrean B tujuh silakan ke gerai dua belas");
}

/// Every number that a ticket can have is spoken, differently from all others, and with recorded clips only.
#[test]
fn every_number_has_its_own_words() {
    let semua: BTreeSet<Vec<String>> = (0..=NOMOR_MAKS).map(|n| panggilan(Awalan::baru("A").unwrap(), n, 1).unwrap()).collect();
    assert_eq!(semua.len(), 10_000);
    assert!(semua.iter().flatten().all(|k| k == "A" || Klip::dari_kunci(k).is_some()));
}
