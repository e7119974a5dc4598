//! Golden values of the collected instrument data: NRR, sums and conversions with the IKM they must give.

#![cfg(test)]

use skm::{
    Bobot, Edisi, Hitungan, Jawaban, bawaan, hitung,
    periksa::{JenisNilai, Terbitan, periksa},
    sampel, semua_bawaan,
};

fn edisi() -> &'static Edisi {
    bawaan("skm-2017").unwrap().0
}

/// Id, kind of values, n, values, expected IKM and class.
type Emas = (&'static str, JenisNilai, i64, [&'static str; 9], &'static str, &'static str);

const EMAS: [Emas; 9] = {
    use JenisNilai::{Jumlah, Konversi, Nrr};
    [
        ("V02", Nrr, 0, ["3.868", "3.67", "3.758", "3.879", "3.879", "3.868", "3.835", "3.549", "3.725"], "94.53", "A"),
        ("V03", Nrr, 0, ["3.835", "3.725", "3.769", "3.868", "3.879", "3.868", "3.857", "3.615", "3.791"], "95.02", "A"),
        // Exactly 95.325: half-up, in exact arithmetic.
        ("V04", Nrr, 0, ["3.846", "3.769", "3.659", "3.956", "3.89", "3.846", "3.725", "3.769", "3.857"], "95.33", "A"),
        ("V05", Nrr, 0, ["3.91", "3.92", "3.92", "3.93", "3.91", "3.94", "3.96", "3.93", "3.86"], "98.00", "A"),
        ("V09", Jumlah, 1, ["4", "4", "4", "4", "4", "4", "4", "4", "4"], "100.00", "A"),
        ("V01", Jumlah, 29, ["105", "101", "100", "116", "102", "105", "106", "105", "115"], "91.48", "A"),
        ("V14", Jumlah, 28, ["107", "97", "95", "98", "99", "94", "100", "102", "99"], "88.39", "A"),
        ("V08", Konversi, 0, ["93.75", "76.0", "76.25", "96.0", "93.75", "94.0", "88.0", "94.0", "93.25"], "89.44", "A"),
        ("V06", Konversi, 0, ["85.94", "85.16", "82.81", "93.75", "85.94", "84.38", "86.72", "85.16", "96.88"], "87.42", "B"),
    ]
};

#[test]
fn golden_totals() {
    for (id, jenis, n, nilai, ikm, mutu) in EMAS {
        let unsur = nilai.iter().map(|v| v.parse().unwrap()).collect();
        let p = periksa(edisi(), &[], &Terbitan { unsur, jenis, n: Some(n), ..Terbitan::default() });
        let u = p.hitung_ulang.unwrap();
        assert_eq!((u.ikm.tampil(2).as_str(), u.mutu.as_str()), (ikm, mutu), "{id}");
    }
}

/// Answers that sum to the given totals, as even as they go.
fn jawaban(jumlah: [i64; 9], n: i64) -> Hitungan {
    let susunan = edisi().lengkap();
    let mut h = Hitungan::kosong(&susunan);
    for orang in 0..n {
        let satu = |u: &str| {
            let di = susunan.unsur().iter().position(|x| x.kunci == u).unwrap();
            Some(jumlah[di] / n + i64::from(orang < jumlah[di] % n))
        };
        h.tambah(&susunan, &Jawaban::dari_kunci(&susunan, satu).unwrap());
    }
    h
}

#[test]
fn the_weight_decides_the_class_of_v14() {
    let susunan = edisi().lengkap();
    let h = jawaban([107, 97, 95, 98, 99, 94, 100, 102, 99], 28);
    let dengan = |kunci: &str| {
        let hasil = hitung(&susunan, &h, Bobot::dari_kunci(edisi(), kunci).unwrap()).unwrap();
        format!("{} {} {}", hasil.ikm.tampil(2), hasil.mutu, hasil.bobot.kunci(edisi()))
    };
    assert_eq!([dengan("exact"), dengan("0.111"), dengan("0.11")], ["88.39 A exact", "88.30 B 0.111", "87.51 B 0.11"]);
    assert_eq!(Bobot::dari_kunci(edisi(), "0.1111"), None);
}

#[test]
fn v14_by_unsur() {
    let susunan = edisi().lengkap();
    let h = jawaban([107, 97, 95, 98, 99, 94, 100, 102, 99], 28);
    let hasil = hitung(&susunan, &h, Bobot::Persis).unwrap();
    let baris: Vec<String> = hasil.unsur.iter().map(|u| format!("{} {} {} {}", u.kunci, u.jumlah, u.nrr.tampil(3), u.mutu)).collect();
    assert_eq!(baris[0], "persyaratan 107 3.821 A");
    assert_eq!(baris[5], "kompetensi 94 3.357 B");
    assert_eq!(baris[8], "sarana 99 3.536 A");
    let terendah = |n| hasil.terendah(n).iter().map(|u| u.kunci.clone()).collect::<Vec<_>>();
    assert_eq!(terendah(3), ["kompetensi", "waktu", "prosedur"]);
    // Produk and sarana are equal and come together.
    assert_eq!(terendah(5).len(), 6);
    assert_eq!((terendah(0).len(), terendah(20).len()), (0, 9));
}

#[test]
fn classes_at_their_bounds() {
    let kelas = |ikm: &str| edisi().kategori(&ikm.parse().unwrap()).map(|k| k.mutu.as_str());
    for (ikm, mutu) in
        [("88.31", "A"), ("88.305", "A"), ("88.304", "B"), ("76.605", "B"), ("76.604", "C"), ("65", "C"), ("64.995", "C"), ("64.99", "D")]
    {
        assert_eq!(kelas(ikm), Some(mutu), "{ikm}");
    }
    assert_eq!((kelas("25"), kelas("24.99")), (Some("D"), None));
    assert_eq!(kelas("57.50"), Some("D"), "an unsur of 2.30, whatever T04 calls it");
    let lama = bawaan("skm-2004").unwrap().0;
    assert_eq!(lama.kategori(&"74.926".parse().unwrap()).unwrap().mutu, "B");
}

#[test]
fn sample_sizes() {
    let s = &edisi().sampel;
    assert_eq!(s.tabel.len(), 90);
    let beda: Vec<i64> = s.tabel.iter().filter(|(n, baris)| sampel::rumus(s, *n) != Some(*baris)).map(|(n, _)| *n).collect();
    // The formula gives 383 there, the printed table 384.
    assert_eq!(beda, [100_000]);
    let ukuran = |n| sampel::ukuran(s, n);
    assert_eq!([ukuran(1000), ukuran(100_000), ukuran(99_999), ukuran(1), ukuran(0)], [Some(278), Some(384), Some(383), Some(1), None]);
    assert_eq!(ukuran(i64::MAX), Some(384));
    let k = sampel::kemajuan(s, 1000, 277).unwrap();
    assert_eq!((k.target, k.persen, k.kurang, k.cukup), (278, 99, 1, false));
    assert!(sampel::kemajuan(s, 10, 11).unwrap().populasi_diragukan);
}

#[test]
fn a_perfect_score_is_100_in_every_edition() {
    for e in semua_bawaan() {
        let susunan = e.lengkap();
        for (nilai, harap) in [(e.skala.maks, "100.00".to_owned()), (e.skala.min, e.kategori.last().unwrap().konversi_dari.tampil(2))] {
            let j = Jawaban::dari_kunci(&susunan, |_| Some(nilai.into())).unwrap();
            let hasil = hitung(&susunan, &Hitungan::dari_jawaban(&susunan, [&j, &j]), Bobot::Persis).unwrap();
            assert_eq!(hasil.ikm.tampil(2), harap, "{}", e.id);
        }
    }
}

#[test]
fn an_unsur_may_be_left_out_where_the_edition_says_so() {
    let tanpa = edisi().susunan(&["biaya"]).unwrap();
    assert_eq!((tanpa.k(), tanpa.pertanyaan().len()), (8, 8));
    let daring = edisi().susunan(&["kompetensi", "perilaku"]).unwrap();
    assert_eq!(daring.k(), 7);
    assert!(edisi().susunan(&["waktu"]).is_err() && edisi().susunan(&["u4"]).is_err());
    let urut: Vec<&str> = edisi().lengkap().pertanyaan().iter().map(|(_, p)| p.kunci.as_str()).collect();
    assert_eq!(urut[7..], ["sarana", "pengaduan"]);
}

#[test]
fn several_questions_are_averaged_inside_their_unsur_first() {
    let e = bawaan("skm-contoh-banyak-pertanyaan").unwrap().0;
    let susunan = e.lengkap();
    assert_eq!((susunan.pertanyaan().len(), susunan.penyebut()), (27, 108));
    // Sarana has four questions and only the first is 1: (1 + 4 + 4 + 4) / 4 = 3.25; the other unsur are 4.
    let j = Jawaban::dari_kunci(&susunan, |k| Some(if k == "sarana_1" { 1 } else { 4 })).unwrap();
    let hasil = hitung(&susunan, &Hitungan::dari_jawaban(&susunan, [&j]), Bobot::Persis).unwrap();
    assert_eq!(hasil.cari("sarana").unwrap().nrr.tampil(3), "3.250");
    // (8 x 4 + 3.25) / 9 x 25, not the mean of 27 answers (97.22).
    assert_eq!(hasil.ikm.tampil(2), "97.92");
    assert_eq!(j.ikm(&susunan).tampil(2), "97.92");
}

#[test]
fn texts_in_other_languages_and_ages() {
    let p = &edisi().cari_unsur("biaya").unwrap().pertanyaan[0];
    assert_eq!(p.dalam("en").1, ["Very expensive", "Rather expensive", "Cheap", "Free of charge"]);
    assert_eq!(p.dalam("su").1[3], "Haratis");
    assert_eq!(p.dalam("ban").1[3], "Gratis");
    let usia = edisi().cari_profil("usia").unwrap();
    let kelompok: Vec<&str> = [0, 19, 20, 59, 60, 130].iter().map(|t| usia.kelompok_usia(*t).unwrap().kunci.as_str()).collect();
    assert_eq!(kelompok, ["di-bawah-20", "di-bawah-20", "20-29", "50-59", "60-ke-atas", "60-ke-atas"]);
}
