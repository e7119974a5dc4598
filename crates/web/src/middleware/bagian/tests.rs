#![cfg(test)]

use super::*;

/// Whether a form goes through in packets of `n` bytes, and how much of it is held at most.
fn coba(isi: &[u8], n: usize) -> (bool, usize) {
    let (mut p, mut paling) = (Penjaga::baru("b"), 0);
    let baik = isi.chunks(n).all(|c| {
        let baik = p.lewat(c);
        paling = paling.max(p.sisa.len());
        baik
    });
    (baik, paling)
}

fn bagian(kepala: &str, isi: &str) -> String {
    format!("--b\r\n{kepala}\r\n\r\n{isi}\r\n")
}

#[test]
fn forms_of_browsers_go_through_however_they_are_cut() {
    let nama = "Content-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf";
    let isi = format!(
        "{}{}--b--\r\n",
        bagian(nama, &"%PDF\r\n--a\r\n-\r\n\r\n".repeat(5_000)),
        bagian("Content-Disposition: form-data; name=\"x\"", "")
    );
    for n in [1, 2, 3, 7, 64, 4_096, isi.len()] {
        assert!(coba(isi.as_bytes(), n).0, "{n}");
    }
    assert!(coba(isi.as_bytes(), 16).1 < 1_000, "what parts hold is not held here");
    for isi in ["sebelum\r\n--b\r\nA: 1\r\n\r\nisi\r\n--b--apa saja", "--b  \t\r\nA: 1\r\n\r\n\r\n--b--", ""] {
        assert!((1..9).all(|n| coba(isi.as_bytes(), n).0), "{isi}");
    }
}

#[test]
fn what_the_reader_would_hold_has_an_end() {
    let besar = "x".repeat(200_000);
    let tanpa_kepala = format!("--b\r\n\r\n{besar}");
    let kepala = format!("--b\r\nContent-Disposition: form-data; name=\"{besar}");
    let kedua = format!("{}--b\r\n{besar}", bagian("A: 1", "isi"));
    let kosong = format!("--b{}", " ".repeat(200_000));
    for isi in [&besar, &tanpa_kepala, &kepala, &kedua, &kosong] {
        for n in [1, 1_460, 65_536] {
            let (baik, paling) = coba(isi.as_bytes(), n);
            assert!(!baik && paling < 150_000, "{} in {n}: {paling}", &isi[..20]);
        }
    }
    let banyak = bagian("Content-Disposition: form-data; name=\"x\"", "").repeat(20_000);
    assert!(!coba(banyak.as_bytes(), 65_536).0, "parts without an end");
    assert!(coba(bagian("Content-Disposition: form-data; name=\"x\"", "").repeat(5_000).as_bytes(), 65_536).0, "a long sheet of paper");
    assert!(!coba(b"--b!!", 1).0);
}
