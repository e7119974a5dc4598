//! What is typed wrong, and what cannot be written, is told in one line of Indonesian, with exit code 2 or 1 and nothing on standard output.

use crate::program;

/// Exit code, standard output, standard error.
fn jalankan(argumen: &[&str]) -> (i32, String, String) {
    let h = program::prima(argumen);
    (h.code, h.out, h.err)
}

#[test]
fn what_is_typed_wrong_is_told_in_one_line() {
    let tenggat = ["compute", "deadline", "--from", "2026-03-13", "--days", "5"];
    let dengan = |lagi: &[&'static str]| [&tenggat[..], lagi].concat();
    for (argumen, harap) in [
        (dengan(&["--unit", "minggu"]), "--unit: \"minggu\" tidak dikenal; pilihannya hari, hari-kerja"),
        (dengan(&["--unit"]), "--unit: nilainya belum ditulis; pilihannya hari, hari-kerja"),
        (dengan(&[]), "wajib disebut: --unit"),
        (dengan(&["--unit", "hari", "--unit", "hari"]), "--unit: disebut dua kali"),
        (dengan(&["--unit", "hari", "--jsno"]), "--jsno: tidak dikenal di sini; mungkin maksudnya --json"),
        (dengan(&["--unit", "hari", "lagi"]), "lagi: tidak dikenal di sini"),
        (vec!["compute", "deadlin"], "deadlin: perintah itu tidak ada; mungkin maksudnya deadline"),
        (vec!["verify"], "wajib disebut: <BUNDLE>"),
        (vec!["serve", "--listen", "x"], "--listen: \"x\" bukan alamat dan porta, misalnya 127.0.0.1:8080"),
        (vec!["simulate", "--units", "banyak"], "--units: \"banyak\" bukan bilangan bulat"),
    ] {
        assert_eq!(jalankan(&argumen), (2, String::new(), format!("prima: {harap}. Lihat --help\n")), "{argumen:?}");
    }
    let (kode, keluar, _) = jalankan(&["compute", "deadline", "--help"]);
    assert!(kode == 0 && keluar.contains("hari-kerja"), "help is no fault: {keluar}");
}

#[test]
fn a_backup_that_cannot_be_written_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    assert_eq!(jalankan(&["migrate", "--data", data]).0, 0);
    let ke = folder.path().join("tidak-ada").join("a.prima");
    let ke = ke.to_str().unwrap();
    let (kode, keluar, galat) = jalankan(&["backup", ke, "--data", data]);
    assert_eq!((kode, keluar.as_str()), (2, ""), "{galat}");
    assert_eq!(galat, format!("prima: {ke}: foldernya tidak ada; buat dahulu, atau pilih folder lain\n"));
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let berkas = folder.path().join("berkas");
    std::fs::write(&berkas, "").unwrap();
    let data = berkas.join("data");
    let data = data.to_str().unwrap();
    let (kode, keluar, galat) = jalankan(&["serve", "--listen", "127.0.0.1:0", "--data", data]);
    assert_eq!((kode, keluar.as_str()), (1, ""), "{galat}");
    assert!(galat.contains(&format!("prima: {data}: sebagian jalannya bukan folder")), "{galat}");
}
