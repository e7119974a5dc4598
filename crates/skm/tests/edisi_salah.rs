//! Faults of an edition file: each with its line, key, what is wrong and what is expected.

#![cfg(test)]

use skm::{Edisi, adalah_edisi_skm, bawaan};

fn teks() -> &'static str {
    bawaan("skm-2017").unwrap().1
}

/// The faults after one replacement, which must hit.
fn salah(dari: &str, jadi: &str) -> Vec<String> {
    assert!(teks().contains(dari), "{dari}");
    Edisi::baca(&teks().replacen(dari, jadi, 1)).unwrap_err().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn satu(dari: &str, jadi: &str, bagian: &str) {
    let semua = salah(dari, jadi);
    assert!(semua.len() == 1 && semua[0].contains(bagian), "{semua:#?}");
}

#[test]
fn the_smallest_row_of_a_sample_table() {
    satu("[10, 10]", "[0, 0]", "sampel.tabel");
    assert!(Edisi::baca(&teks().replacen("[10, 10]", "[1, 1]", 1)).is_ok());
}

#[test]
fn one_fault_each() {
    satu("urutan_kuesioner = 9", "urutan_kuesioner = 8", "unsur: urutan_kuesioner berisi [1, 2, 3, 4, 5, 6, 7, 8, 8]");
    satu("faktor = \"25\"", "faktor = \"24\"", "penilaian.faktor: 24; diharapkan 100 / nilai tertinggi = 25");
    satu("bobot = \"1/k\"", "bobot = \"0.11\"", "penilaian.bobot: \"0.11\"; diharapkan salah satu dari 1/k");
    satu("konversi_sampai = \"88.30\"", "konversi_sampai = \"88.31\"", "konversi_sampai: 88.31; diharapkan 88.30");
    satu("jawaban = [\"Buruk\", ", "jawaban = [", "jawaban: 3 teks jawaban; diharapkan 4, satu untuk tiap nilai skala");
    satu("kunci = \"pekerjaan\"", "kunci = \"nik_responden\"", "survei tidak menanyakan siapa orangnya");
    satu("dari = 30", "dari = 31", "kelompok usia berlubang");
    satu("dari = 60", "dari = 61", "kelompok usia berlubang");
    satu("[15, 14]", "[15, 16]", "sampel.tabel");
    satu("nrr_desimal = 3", "nrr_desimal = 9", "penilaian.nrr_desimal: 9");
    satu("kunci = \"waktu\"\nnama = \"Waktu penyelesaian\"", "kunci = \"waktu\"", "unsur[3].nama: tidak ada; diharapkan teks");
}

#[test]
fn a_misspelt_key_is_not_ignored() {
    let semua = salah("arti = \"Jangka", "artinya = \"Jangka");
    assert!(semua[0].contains("unsur[3].arti: tidak ada") && semua[1].contains("unsur[3].artinya: kunci tidak dikenal"), "{semua:#?}");
}

#[test]
fn doubled_keys() {
    let semua = salah("kunci = \"waktu\"\nnama", "kunci = \"biaya\"\nnama");
    assert!(semua.iter().any(|s| s.contains("\"biaya\" dipakai lebih dari sekali")), "{semua:#?}");
}

#[test]
fn all_faults_at_once_with_their_lines() {
    let rusak = teks().replace("min = 1\n", "min = 4\n").replace("unsur_terendah = 3", "unsur_terendah = \"tiga\"");
    let semua = Edisi::baca(&rusak).unwrap_err();
    let kunci: Vec<&str> = semua.iter().map(|s| s.kunci.as_str()).collect();
    assert_eq!(kunci, ["skala.min", "tindak_lanjut.unsur_terendah"]);
    assert_eq!(rusak.lines().nth(semua[1].baris - 1), Some("unsur_terendah = \"tiga\""));
}

#[test]
fn a_survey_says_that_it_is_one() {
    assert!(adalah_edisi_skm(teks()));
    assert!(adalah_edisi_skm(&teks().replace("[skala]", "[skala")));
    assert!(!adalah_edisi_skm("format = 1\nid = \"pekppp-2022-a\"\n# jenis = \"skm\"\n"));
    assert!(Edisi::baca("jenis = \"skm\"").unwrap_err().len() > 5);
}
