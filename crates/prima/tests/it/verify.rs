//! `prima verify`: exit codes and what is found, on a bundle frozen in a store of its own.

use std::{fs, path::Path};

use serde_json::Value;

use super::{
    dukungan,
    program::{Run, jalan, perintah, prima},
};

fn verify(dir: &Path, bundle: &str, keys: Option<&str>) -> Run {
    let file = dir.join("bundel.json");
    fs::write(&file, bundle).unwrap();
    let mut p = perintah(&["verify"]);
    p.arg(file).arg("--json");
    if let Some(k) = keys {
        fs::write(dir.join("kunci"), k).unwrap();
        p.arg("--keys").arg(dir.join("kunci"));
    }
    jalan(&mut p, "")
}

fn codes(r: &Run) -> Vec<String> {
    let mut c: Vec<String> = r.laporan()["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect();
    c.dedup();
    c
}

#[test]
fn a_bundle_is_proved_and_every_change_of_it_found() {
    let dir = tempfile::tempdir().unwrap();
    let d = dir.path();
    let (bundle, id, public) = dukungan::bundle();

    let r = verify(d, &bundle, None);
    assert_eq!((r.code, r.laporan()["valid"].clone(), r.laporan()["trusted"].clone()), (0, true.into(), Value::Null), "{}", r.err);
    assert_eq!(r.laporan()["stated"], r.laporan()["recomputed"]);
    assert_eq!(r.laporan()["recomputed"]["ipp"]["value"], "4.25");
    assert!(r.laporan()["warnings"][0].as_str().unwrap().contains("--keys"));

    let listed = format!("# penyelenggara\n{id} {public} Kabupaten Uji # catatan\n");
    let r = verify(d, &bundle, Some(&listed));
    assert_eq!((r.code, r.laporan()["trusted"].clone(), r.laporan()["key"]["owner"].clone()), (0, true.into(), "Kabupaten Uji".into()));
    let r = verify(d, &bundle, Some("# kosong\n"));
    assert_eq!((r.code, codes(&r)), (3, vec!["kunci-tidak-dikenal".into()]));

    // The list that an installation publishes also names what was revoked, and when.
    let entry = serde_json::json!({ "id": id, "publik": public, "nama": "Kabupaten Uji", "dicabut": { "pada": "2026-11-22", "alasan": "kunci hilang" } });
    let r = verify(d, &bundle, Some(&serde_json::json!({ "format": "prima/kunci/1", "kunci": [entry] }).to_string()));
    assert_eq!((r.code, codes(&r)), (3, vec!["kunci-dicabut".into()]));
    assert!(r.laporan()["findings"][0]["message"].as_str().unwrap().contains("2026-11-22"));

    let score = bundle.replacen("\"1.a.Ak\":4", "\"1.a.Ak\":5", 1);
    let r = verify(d, &score, None);
    assert_eq!((r.code, codes(&r)), (3, ["sidik", "tanda", "angka"].map(String::from).to_vec()));
    let ipp = bundle.replacen("\"tampil\":\"4.25\"", "\"tampil\":\"4.95\"", 1);
    assert!(ipp != bundle && codes(&verify(d, &ipp, None)).contains(&"angka".into()));
    let edition = bundle.replacen("porsi_f02 = \\\"0.75\\\"", "porsi_f02 = \\\"0.70\\\"", 1);
    let r = verify(d, &edition, None);
    assert!(edition != bundle && r.code == 3 && codes(&r).contains(&"edisi".into()), "{:?}", codes(&r));

    let missing = bundle.replacen("\"1.a.Ak\":4,", "", 1);
    let r = verify(d, &missing, None);
    assert!(missing != bundle && r.code == 3 && codes(&r).contains(&"angka".into()), "a missing score: {:?}", codes(&r));
    let at = bundle.find("\"tanda\":\"").unwrap() + 9;
    let digit = if bundle.as_bytes()[at] == b'0' { "1" } else { "0" };
    let signature = format!("{}{digit}{}", &bundle[..at], &bundle[at + 1..]);
    let r = verify(d, &signature, None);
    assert_eq!((r.code, codes(&r)), (3, vec!["tanda".into()]), "a wrong signature");
    let unknown = bundle.replacen("pekppp-2022-a", "pekppp-2099-z", 1);
    let r = verify(d, &unknown, None);
    assert!(unknown != bundle && r.code == 3 && codes(&r).contains(&"edisi".into()), "an unknown edition: {:?}", codes(&r));

    // A key counts for what it signed while it was in use (frozen on 2 March 2026), whoever replaced it later.
    let used = |from: &str, until: &str| {
        let entry = serde_json::json!({ "id": id, "publik": public, "nama": "Kabupaten Uji", "dari": from, "sampai": until });
        let r = verify(d, &bundle, Some(&serde_json::json!({ "format": "prima/kunci/1", "kunci": [entry] }).to_string()));
        (r.code, codes(&r))
    };
    assert_eq!(used("2026-03-01", "2026-03-02"), (0, vec![]));
    assert_eq!(used("2026-03-03", "2026-12-31"), (3, vec!["kunci-di-luar-masa".into()]));
    assert_eq!(used("2025-01-01", "2026-03-01"), (3, vec!["kunci-di-luar-masa".into()]));

    let without = bundle.replacen("\"nomor\":", "\"nomer\":", 1);
    for (wrong, told) in [
        (&bundle[..bundle.len() / 2], "terpotong: isinya berakhir di tengah (baris 1"),
        ("", "berkasnya kosong; diharapkan bundel hasil Prima"),
        ("{}", "format: tidak ada; diharapkan teks"),
        ("[]", "format: tidak ada; diharapkan teks"),
        ("bukan json", "bukan JSON yang benar (baris 1 kolom 1); diharapkan bundel hasil Prima"),
        (without.as_str(), "isi: kunci \"nomer\" tidak dikenal"),
        ("PK\x03\x04 terpotong", "bukan arsip ZIP yang utuh: terpotong atau rusak"),
    ] {
        let r = verify(d, wrong, None);
        assert_eq!((r.code, r.out.as_str(), r.err.lines().count()), (2, "", 1), "{}", r.err);
        assert!(r.err.contains(told), "{told}: {}", r.err);
    }
    let r = verify(d, &bundle, Some("{\"format\": \"prima/kunci/1\", \"kunci\": ["));
    assert!(r.code == 2 && r.err.contains("baris 1: terpotong: isinya berakhir di tengah; diharapkan id kunci"), "{}", r.err);
    prima(&["verify", d.join("tidak-ada.json").to_str().unwrap()]).fault("tidak ada berkas seperti itu; diharapkan bundel hasil Prima");
    for wrong in ["x", "id zz nama", &format!("0000000000000000 {public} nama"), &format!("{id} {public}")] {
        let r = verify(d, &bundle, Some(wrong));
        assert_eq!((r.code, r.out.as_str()), (2, ""), "{}", r.err);
        assert!(r.err.contains("baris 1"), "{}", r.err);
    }
}

/// Whoever holds the key can change the weights, compute and sign again; the text of a known edition is known, though.
#[test]
fn the_text_of_an_edition_is_the_one_that_was_issued() {
    let dir = tempfile::tempdir().unwrap();
    let r = verify(dir.path(), &dukungan::bundle_of_another_text("pekppp-2022-a"), None);
    assert_eq!((r.code, codes(&r), r.laporan()["valid"].clone()), (3, vec!["edisi-lain".into()], false.into()), "{}", r.err);
    let said = r.laporan()["findings"][0]["message"].as_str().unwrap().to_owned();
    assert!(said.contains("naskah edisi \"pekppp-2022-a\" bukan yang ditetapkan dengan id itu"), "{said}");

    let r = verify(dir.path(), &dukungan::bundle_of_another_text("daerah-2026"), None);
    assert_eq!((r.code, codes(&r)), (0, vec![]), "{}", r.err);
    let warnings = r.laporan()["warnings"].to_string();
    assert!(warnings.contains("tidak dikenal di sini") && warnings.contains("menurut naskah di dalam berkas"), "{warnings}");
}
