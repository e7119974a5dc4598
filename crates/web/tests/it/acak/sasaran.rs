//! What reads bytes of strangers, one function each: it may refuse, but must not panic, hang or contradict itself. Driven by `acak` (stable,
//! in CI with a small count) and by the targets of `fuzz/` (cargo-fuzz). Only public functions; nothing is prepared here.

use std::io::Cursor;

use axum::{
    body::Body,
    extract::{FromRequest as _, Multipart},
    http::{Request, header},
};
use layanan::qris;
use store::{
    berkas::{self, Tipe},
    hasil, kode,
    penerbitan::bundel as terbitan,
    skm::terbit::bundel as survei,
};
use web::{
    survei::urai::{Tulisan, urai},
    tabel::{self, Batas},
};

/// Reads what somebody sent; panics when that breaks a promise.
pub type Sasaran = fn(&[u8]);

/// Name and function of every target.
pub const SEMUA: [(&str, Sasaran); 9] = [
    ("edisi", edisi),
    ("tabel", tabel),
    ("berkas", berkas),
    ("jawaban", jawaban),
    ("bundel", bundel),
    ("terbitan", terbitan),
    ("multipart", multipart),
    ("qris", qris),
    ("kode", kode),
];

/// Instruments of both kinds (TOML).
pub fn edisi(isi: &[u8]) {
    let teks = String::from_utf8_lossy(isi);
    if let Ok(e) = pekppp::Edisi::baca(&teks) {
        let _ = e.dapat_dipakai();
        assert!(e.indikator().all(|i| e.aspek_indikator(&i.kode).is_some()), "an indicator without an aspect");
    }
    if let Ok(e) = skm::Edisi::baca(&teks) {
        assert!(e.lengkap().k() > 0, "a survey without an element");
    }
}

/// Imports from CSV and XLSX.
pub fn tabel(isi: &[u8]) {
    let batas = Batas { baris: 200, kolom: 30 };
    if let Ok(t) = tabel::baca(isi, batas) {
        assert!(t.baris.len() <= batas.baris && t.baris.iter().all(|b| b.len() <= batas.kolom), "more than was asked for");
    }
}

/// The content check of uploads. What was cleaned once is clean.
pub fn berkas(isi: &[u8]) {
    let _ = berkas::periksa_suara(isi.to_vec());
    if let Ok(b) = berkas::periksa_kiriman(isi.to_vec()).or_else(|_| berkas::periksa(isi.to_vec())) {
        let lagi = berkas::periksa(b.isi().to_vec()).expect("what was taken is taken again");
        assert_eq!(lagi.tipe(), b.tipe());
        assert!(!matches!(b.tipe(), Tipe::Jpeg | Tipe::Png | Tipe::Webp) || lagi.isi() == b.isi(), "cleaned twice is cleaned once");
    }
}

/// Bodies of survey answers: a form, and the JSON of the page's script.
pub fn jawaban(isi: &[u8]) {
    for tulisan in [Tulisan::Formulir, Tulisan::Json] {
        if let Some(p) = urai(tulisan, isi) {
            assert!(p.len() <= isi.len() + 16, "more fields than bytes");
        }
    }
}

/// Signed results of a unit and of a survey.
pub fn bundel(isi: &[u8]) {
    let _ = hasil::periksa_bundel(isi, None);
    let _ = survei::periksa(isi, None);
}

/// The signed file of a publication (ZIP).
pub fn terbitan(isi: &[u8]) {
    let _ = terbitan::periksa(Cursor::new(isi), None);
}

/// Forms with files.
pub fn multipart(isi: &[u8]) {
    let req = Request::post("/").header(header::CONTENT_TYPE, "multipart/form-data; boundary=b").body(Body::from(isi.to_vec()));
    let baca = async {
        let Ok(mut m) = Multipart::from_request(req.expect("a request"), &()).await else { return };
        let mut sisa = isi.len();
        while let Ok(Some(mut bagian)) = m.next_field().await {
            let _ = (bagian.name().map(str::len), bagian.file_name().map(str::len));
            while let Ok(Some(c)) = bagian.chunk().await {
                sisa = sisa.checked_sub(c.len()).expect("more came out than went in");
            }
        }
    };
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(baca);
}

/// Payment codes: what is read is written the same. Also with the right checksum, so that what lies behind it is reached.
pub fn qris(isi: &[u8]) {
    let teks = String::from_utf8_lossy(isi);
    let _ = qris::baca_butir(&teks);
    let dasar = format!("{}6304", teks.rsplit_once("6304").map_or(teks.as_ref(), |(a, _)| a));
    let sah = format!("{dasar}{:04X}", qris::crc16(dasar.as_bytes()));
    for teks in [teks.as_ref(), &sah] {
        if let Ok(m) = qris::Muatan::baca(teks) {
            let tulis = m.tulis();
            assert_eq!(qris::Muatan::baca(&tulis).as_ref(), Ok(&m), "{tulis}");
            let _ = (m.nominal(), m.tip(), m.nmid(), m.tagihan(), m.rujukan(), m.terminal(), m.nama(), m.kota());
            if let Ok(n) = qris::Nominal::baru(25_000) {
                let _ = m.untuk_tagihan(n, "T-1").map(|m| m.tulis());
            }
        }
    }
}

/// Codes that citizens type.
pub fn kode(isi: &[u8]) {
    let teks = String::from_utf8_lossy(isi);
    if let Some((_, k)) = kode::rapikan(&teks) {
        assert_eq!(kode::rapikan(&kode::tampil(&k)).map(|(_, k)| k), Some(k), "printed and typed again");
    }
    let _ = kode::tanpa_kode(&teks);
}
