use super::*;

#[test]
fn a_list_of_words_and_one_of_digests_give_the_same_answer() {
    let folder = tempfile::tempdir().unwrap();
    let jalan = folder.path().join(NAMA);
    assert!(!cari(&jalan, "apa saja").unwrap(), "no list");
    let semua: Vec<String> = (0..500).map(|n| format!("sandi nomor {n}")).collect();
    std::fs::write(&jalan, semua.join("\r\n")).unwrap();
    assert!(cari(&jalan, "Sandi nomor 0").unwrap() && cari(&jalan, "sandi nomor 499").unwrap());
    assert!(!cari(&jalan, "sandi nomor 500").unwrap());
    let mut sidik: Vec<String> = semua
        .iter()
        .enumerate()
        .map(|(n, s)| format!("{}:{n}\r\n", hex::encode_upper(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, s.as_bytes()))))
        .collect();
    sidik.sort();
    std::fs::write(&jalan, sidik.concat()).unwrap();
    for s in &semua {
        assert!(cari(&jalan, s).unwrap(), "{s}");
    }
    assert!((500..600).all(|n| !cari(&jalan, &format!("sandi nomor {n}")).unwrap()));
}
