//! A faulty edition is refused with every fault: line, key, what is wrong, what is expected.

#![cfg(test)]

mod dukungan;

use pekppp::{Edisi, Halangan, Kesalahan, bawaan};

fn teks_a() -> &'static str {
    bawaan("pekppp-2022-a").unwrap().1
}

fn salah(teks: &str) -> Vec<Kesalahan> {
    Edisi::baca(teks).expect_err("faulty edition was accepted")
}

/// Replaces the first occurrence, which must exist, and returns the faults.
fn ganti(dari: &str, ke: &str) -> Vec<Kesalahan> {
    assert!(teks_a().contains(dari), "{dari}");
    salah(&teks_a().replacen(dari, ke, 1))
}

fn satu(dari: &str, ke: &str) -> Kesalahan {
    let mut semua = ganti(dari, ke);
    assert_eq!(semua.len(), 1, "{semua:#?}");
    semua.remove(0)
}

fn baris(teks: &str, cari: &str) -> usize {
    teks.lines().position(|l| l == cari).unwrap() + 1
}

#[test]
fn weights_that_do_not_sum_name_the_sum() {
    let k = satu("bobot = 17", "bobot = 16.5");
    assert_eq!((k.salah.as_str(), k.kunci.as_str()), ("jumlah bobot indikator 99.5", "aspek[1].indikator"));
    assert_eq!(k.baris, baris(teks_a(), "[[aspek]]"));
    let k = satu("bobot = 24", "bobot = 25");
    assert_eq!((k.salah.as_str(), k.harap.as_str()), ("jumlah bobot aspek 101", "100"));
}

#[test]
fn printed_weights_need_the_declared_sum() {
    let lama = bawaan("pekppp-2017").unwrap().1;
    let tanpa = lama.replacen("jumlah_bobot_tercetak = 99.5", "", 1);
    assert!(salah(&tanpa)[0].salah.contains("99.5"));
    let lain = salah(&lama.replacen("jumlah_bobot_tercetak = 99.5", "jumlah_bobot_tercetak = 99.6", 1));
    assert!(lain[0].harap.contains("99.6"), "{lain:?}");
}

#[test]
fn all_faults_are_told_at_once() {
    let teks = teks_a()
        .replacen("bobot = 17", "bobot = 16", 1)
        .replacen("kode = \"2.a.P\"", "kode = \"1.a.Ak\"", 1)
        .replacen("  \"SP tidak ada\", # 0\n", "", 1)
        .replacen("sampai = 4.50", "sampai = 4.49", 1)
        .replacen("porsi_f02 = \"0.75\"", "porsi_f02 = \"0.8\"", 1)
        .replacen("huruf = \"b\"", "", 1)
        .replacen("aspek = \"V\"", "aspek = \"VII\"", 1);
    let semua: Vec<String> = salah(&teks).iter().map(ToString::to_string).collect();
    for bagian in [
        "jumlah bobot indikator 99",
        "\"1.a.Ak\" dipakai lebih dari sekali",
        "5 tingkat; diharapkan 6 tingkat",
        "ada celah: mulai 4.51; diharapkan 4.50",
        "porsi_f02 0.8 dan porsi_f03 0.25",
        "aspek[2].huruf: tidak ada",
        "aspek \"VII\" tidak ada",
    ] {
        assert!(semua.iter().any(|s| s.contains(bagian)), "{bagian}\n{}", semua.join("\n"));
    }
    assert!(salah(&teks).is_sorted(), "ordered by line");
}

#[test]
fn unknown_and_misspelt_keys() {
    let k = satu("catatan = ", "catatn = ");
    assert_eq!(k.salah, "kunci tidak dikenal");
    assert!(k.harap.contains("catatan"));
    assert!(teks_a().lines().nth(k.baris - 1).unwrap().starts_with("catatan"));
}

#[test]
fn rules_must_parse_and_refer_to_what_is_there() {
    for (dari, ke, bagian) in [
        ("\"sp_dibuat = ya\", # 1", "\"sp_dibuat ya\",", "bukan pembanding"),
        ("\"sp_dibuat = ya\", # 1", "\"sp_dibuatt = ya\",", "bidang \"sp_dibuatt\" tidak ada"),
        ("\"sp_dibuat = ya\", # 1", "\"sp_dibuat = mungkin\",", "bukan jawaban dari"),
        ("\"sp_dibuat = ya\", # 1", "\"sp_dibuat > 2\",", "bukan bidang angka"),
        ("\"sp_dibuat = ya\", # 1", "\"sp_dibuat memuat x\",", "bukan pilihan ganda"),
        ("bidang = \"unsur_dilibatkan\"", "bidang = \"jumlah_sp\"", "tidak ada pada 2.a.P"),
        ("batas = [1, 2, 3, 4, 5]", "batas = [1, 2, 3, 4]", "batas"),
        ("batas = [1, 2, 3, 4, 5]", "batas = [5, 4, 3, 2, 1]", "batas"),
        (
            "media_publikasi memuat sippn dan jumlah(media_publikasi tanpa sippn) >= 4",
            "jumlah(media_publikasi tanpa x) >= 4",
            "opsi \"x\" tidak ada",
        ),
        ("nilai = 5, jika", "nilai = 6, jika", "di luar 0 sampai 5"),
        ("[1.a.Ak]sp_libatkan_masyarakat = tidak", "[1.x]sp_libatkan_masyarakat = tidak", "tidak ada pada 1.x"),
        ("jenis = \"tangga\"", "jenis = \"tabel\"", "baris: tidak ada"),
    ] {
        let semua: Vec<String> = ganti(dari, ke).iter().map(ToString::to_string).collect();
        assert!(semua.iter().any(|s| s.contains(bagian)), "{bagian}\n{}", semua.join("\n"));
    }
}

#[test]
fn visibility_may_only_look_back() {
    let k = satu("tampil_jika = \"sp_dibuat = ya\"", "tampil_jika = \"sp_monev = ya\"");
    assert!(k.kunci.contains("tampil_jika") && k.salah.contains("sp_monev"), "{k}");
}

#[test]
fn categories_cover_the_scale_once() {
    for (dari, ke, bagian) in [
        ("sampai = 5.00", "sampai = 4.99", "berakhir pada 4.99"),
        ("dari = 4.01", "dari = 4.00", "tumpang tindih"),
        ("dari = 4.01", "dari = 4.015", "dua desimal"),
        ("dari = 0.00", "dari = 0.01", "ada celah: mulai 0.01"),
    ] {
        let semua: Vec<String> = ganti(dari, ke).iter().map(ToString::to_string).collect();
        assert!(semua.iter().any(|s| s.contains(bagian)), "{bagian}\n{}", semua.join("\n"));
    }
}

#[test]
fn broken_syntax_names_the_line() {
    let semua = salah("format = 1\nid = \"x\nnama = 3 3\n");
    assert!(semua.iter().any(|k| k.baris == 2 && k.kunci == "sintaks" && k.salah.contains("tanda kutip")), "{semua:?}");
    assert!(!salah("").is_empty());
    assert!(!salah("aspek = 3\nkategori = [1, 2]\nrumus = 1").is_empty());
}

#[test]
fn form_b_loads_but_cannot_be_used_yet() {
    let (b, teks) = bawaan("pekppp-2022-b").unwrap();
    assert_eq!(b.indikator().count(), 29);
    let halangan = b.dapat_dipakai().unwrap_err();
    let [Halangan::BobotBelumDiketahui { kode }] = halangan.as_slice() else {
        panic!("{halangan:?}");
    };
    assert_eq!(kode.len(), 29);
    // Once somebody writes weights into the file, and nothing else, it can be used.
    let mut n = 0;
    let jumlah: Vec<usize> = b.aspek.iter().map(|a| a.indikator.len()).collect();
    let awal: Vec<usize> = jumlah
        .iter()
        .scan(0, |s, j| {
            *s += j;
            Some(*s - j)
        })
        .collect();
    let diberi: Vec<String> = teks
        .lines()
        .map(|l| {
            if l != "bobot = \"tidak diketahui\"" {
                return l.to_owned();
            }
            let aspek = awal.iter().rposition(|a| *a <= n).unwrap();
            let pertama = awal[aspek] == n;
            n += 1;
            let bobot = if pertama { 100 - (jumlah[aspek] - 1) } else { 1 };
            format!("bobot = {bobot}")
        })
        .collect();
    assert_eq!(Edisi::baca(&diberi.join("\n")).unwrap().dapat_dipakai(), Ok(()));
}

#[test]
fn the_other_editions() {
    let pakai = |id: &str| bawaan(id).unwrap().0.dapat_dipakai();
    assert_eq!(pakai("pekppp-2022-a"), Ok(()));
    assert_eq!(pakai("pekppp-reduced-24"), Ok(()));
    assert_eq!(pakai("pekppp-2017").unwrap_err().len(), 2);
    let banyak = |id: &str| bawaan(id).unwrap().0.indikator().count();
    assert_eq!((banyak("pekppp-2022-a"), banyak("pekppp-reduced-24"), banyak("pekppp-2017")), (30, 24, 37));
    let a = bawaan("pekppp-2022-a").unwrap().0;
    assert_eq!((a.tambahan.len(), a.f03.pernyataan.len()), (1, 14));
    assert_eq!(bawaan("pekppp-2022-b").unwrap().0.f03.pernyataan.len(), 11);
}
