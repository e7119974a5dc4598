//! F01: raw values to answers and back, completeness, hints.

#![cfg(test)]

mod dukungan;

use std::collections::BTreeMap;

use dukungan::{edisi, f01};
use pekppp::{
    F01, Jawaban, JawabanIndikator,
    f01::{SalahIsian, baca_isian, kelengkapan, kelengkapan_indikator, periksa_kewajaran, terlihat, tulis_isian},
};

fn baca(kode: &str, isi: &[(&str, &[&str])]) -> (JawabanIndikator, Vec<SalahIsian>) {
    let mentah: BTreeMap<String, Vec<String>> =
        isi.iter().map(|(k, v)| ((*k).to_owned(), v.iter().map(|s| (*s).to_owned()).collect())).collect();
    baca_isian(edisi("pekppp-2022-a").cari_indikator(kode).unwrap(), &mentah)
}

fn kunci_salah(kode: &str, bidang: &str, nilai: &[&str]) -> &'static str {
    let (jawaban, salah) = baca(kode, &[(bidang, nilai)]);
    assert!(jawaban.is_empty(), "{jawaban:?}");
    assert_eq!((salah.len(), salah[0].bidang.as_str()), (1, bidang));
    salah[0].kunci
}

#[test]
fn good_fields_are_kept_beside_faulty_ones() {
    let (jawaban, salah) = baca("1.a.Ak", &[("sp_dibuat", &["ya"]), ("jumlah_sp", &["banyak"]), ("sp_monev", &[""])]);
    assert_eq!(jawaban, BTreeMap::from([("sp_dibuat".to_owned(), Jawaban::YaTidak(true))]));
    assert_eq!(salah.len(), 1);
}

#[test]
fn numbers_as_they_are_written_here() {
    let baik = |kode, bidang, teks| baca(kode, &[(bidang, &[teks])]).0[bidang].angka().unwrap().desimal();
    assert_eq!(baik("1.a.Ak", "jumlah_sp", " 1.250 "), "1250");
    assert_eq!(baik("1.a.Ak", "jumlah_sp", "31"), "31");
    assert_eq!(baik("6.a.B", "nilai_ikm", "91,77"), "91.77");
    assert_eq!(baik("6.a.B", "nilai_ikm", "91.77"), "91.77");
    assert_eq!(baik("8.a.Ak", "persen_realisasi", "66,7 %"), "66.7");
}

#[test]
fn faults_are_catalogue_keys() {
    for (kode, bidang, nilai, kunci) in [
        ("1.a.Ak", "sp_dibuat", vec!["mungkin"], "f01-salah-ya-tidak"),
        ("1.a.Ak", "sp_dibuat", vec!["ya", "tidak"], "f01-salah-lebih-dari-satu"),
        ("1.a.Ak", "jumlah_sp", vec!["1.25"], "f01-salah-bukan-bilangan-bulat"),
        ("1.a.Ak", "jumlah_sp", vec!["3,5"], "f01-salah-bukan-bilangan-bulat"),
        ("1.a.Ak", "jumlah_sp", vec!["99999999999999999999"], "f01-salah-bukan-bilangan-bulat"),
        ("1.a.Ak", "jumlah_sp", vec!["-1"], "f01-salah-di-luar-rentang"),
        ("8.a.Ak", "persen_realisasi", vec!["100,01"], "f01-salah-di-luar-rentang"),
        ("6.a.B", "nilai_ikm", vec!["91,77 Seme"], "f01-salah-bukan-angka"),
        ("6.a.B", "nilai_ikm", vec!["1/2"], "f01-salah-bukan-angka"),
        ("29.f.B", "mulai", vec!["31/05/2024"], "f01-salah-bukan-tanggal"),
        ("29.f.B", "mulai", vec!["2023-02-29"], "f01-salah-bukan-tanggal"),
        ("4.a.K", "frekuensi_dan_cakupan", vec!["kadang"], "f01-salah-opsi-tak-dikenal"),
        ("7.a.T", "media_publikasi_skm", vec!["cetak", "tidak_ada"], "f01-salah-tidak-ada-bersama-lain"),
        ("7.a.T", "radio", vec!["ya"], "f01-salah-bidang-tak-dikenal"),
    ] {
        assert_eq!(kunci_salah(kode, bidang, &nilai), kunci, "{kode} {bidang} {nilai:?}");
    }
    let panjang = "x".repeat(201);
    assert_eq!(kunci_salah("29.f.B", "judul", &[&panjang]), "f01-salah-terlalu-panjang");
    let (_, salah) = baca("8.a.Ak", &[("persen_realisasi", &["101"])]);
    assert_eq!(salah[0].param, BTreeMap::from([("min", "0".to_owned()), ("maks", "100".to_owned())]));
}

#[test]
fn answers_survive_storage_and_the_form() {
    let edisi = edisi("pekppp-2022-a");
    let semua = f01(
        edisi,
        "29.f.B: ada_inovasi=ya;judul=Antar Obat;mulai=2023-05-31;penghargaan=lokal,nasional | 6.a.B: nilai_ikm=91.77;frekuensi_per_tahun=2 | 8.a.Ak: persen_realisasi=33.3",
    );
    let teks = serde_json::to_string(&semua).unwrap();
    assert!(teks.contains(r#""nilai_ikm":{"jenis":"desimal","isi":"91.77"}"#), "{teks}");
    assert_eq!(serde_json::from_str::<F01>(&teks).unwrap(), semua);
    for (kode, jawaban) in &semua {
        let (lagi, salah) = baca_isian(edisi.cari_indikator(kode).unwrap(), &tulis_isian(jawaban));
        assert_eq!((&lagi, salah.len()), (jawaban, 0));
    }
}

#[test]
fn only_visible_compulsory_fields_are_asked() {
    let indikator = edisi("pekppp-2022-a").cari_indikator("1.a.Ak").unwrap();
    let kosong = kelengkapan_indikator(indikator, &JawabanIndikator::new());
    assert_eq!((kosong.perlu, kosong.persen()), (2, 0));
    let jawaban = baca("1.a.Ak", &[("sp_dibuat", &["tidak"]), ("jumlah_jenis_pelayanan", &["4"])]).0;
    assert_eq!(terlihat(indikator, &jawaban).count(), 2);
    assert!(kelengkapan_indikator(indikator, &jawaban).lengkap());
    let jawaban = baca("1.a.Ak", &[("sp_dibuat", &["ya"]), ("jumlah_jenis_pelayanan", &["4"])]).0;
    let hasil = kelengkapan_indikator(indikator, &jawaban);
    assert_eq!((hasil.terisi, hasil.perlu, hasil.persen()), (2, 7, 28));
    assert_eq!(hasil.kurang[0], "1.a.Ak/jumlah_sp");
    // The only optional field of the form.
    let lain = edisi("pekppp-2022-a").cari_indikator("25.e.P").unwrap();
    let jawaban = baca("25.e.P", &[("fasilitas", &["petugas"])]).0;
    assert!(kelengkapan_indikator(lain, &jawaban).lengkap());
}

#[test]
fn completeness_per_aspect_adds_up() {
    let edisi = edisi("pekppp-2022-a");
    let f01 = f01(edisi, "12.b.Ak: mekanisme=diklat | 31: fasilitas=nomor");
    let (semua, aspek) = kelengkapan(edisi, &f01);
    assert_eq!(semua.terisi, 2);
    assert_eq!(aspek["II"].terisi, 1);
    assert_eq!(aspek.values().map(|k| k.perlu).sum::<usize>() + 1, semua.perlu);
}

fn petunjuk(teks: &str) -> Vec<String> {
    let edisi = edisi("pekppp-2022-a");
    periksa_kewajaran(edisi, &f01(edisi, teks)).into_iter().map(|p| p.kunci).collect()
}

#[test]
fn hints_across_indicators() {
    for (teks, kunci) in [
        ("1.a.Ak: sp_dibuat=ya;jumlah_jenis_pelayanan=13;jumlah_sp=31", "f01-petunjuk-sp-melebihi-layanan"),
        ("28.e.Ak: masuk_total=3;selesai_total=5", "f01-petunjuk-selesai-melebihi-masuk"),
        ("9.a.Ak: ditindaklanjuti=ya | 6.a.B: skm_dilaksanakan=ya;ditindaklanjuti=tidak", "f01-petunjuk-kecepatan-tanpa-tindak-lanjut"),
        ("9.a.Ak: ditindaklanjuti=ya | 8.a.Ak: ada_rencana=tidak", "f01-petunjuk-kecepatan-tanpa-rencana"),
        ("2.a.P: sp_libatkan_masyarakat=tidak | 1.a.Ak: sp_dibuat=ya;sp_libatkan_masyarakat=ya", "f01-petunjuk-pelibatan-berbeda"),
        (
            "21.d.T: ada_sipp=ya;jenis=elektronik;pakai_sippn=ya;jumlah_layanan_di_sippn=9 | 1.a.Ak: jumlah_jenis_pelayanan=4",
            "f01-petunjuk-sippn-melebihi-layanan",
        ),
    ] {
        assert_eq!(petunjuk(teks), [kunci], "{teks}");
    }
    assert_eq!(petunjuk("1.a.Ak: sp_dibuat=ya;jumlah_jenis_pelayanan=13;jumlah_sp=13"), [""; 0]);
}

#[test]
fn a_hint_points_at_its_fields_with_the_numbers() {
    let edisi = edisi("pekppp-2022-a");
    let semua = periksa_kewajaran(edisi, &f01(edisi, "1.a.Ak: sp_dibuat=ya;jumlah_jenis_pelayanan=13;jumlah_sp=31"));
    assert_eq!(semua[0].bidang, ["1.a.Ak/jumlah_sp", "1.a.Ak/jumlah_jenis_pelayanan"]);
    let param: Vec<(&str, &str)> = semua[0].param.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(param, [("jumlah_sp", "31"), ("jumlah_jenis_pelayanan", "13")]);
}
