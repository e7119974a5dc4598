//! Every document: valid PDF/A-2a and PDF/UA-1, same bytes twice, and robust against what people type.

#![cfg(test)]

mod contoh;

use std::{sync::Mutex, thread};

use dokumen::masukan::Dokumen;
use dokumen::{Error, pdf};

fn memuat(pdf: &[u8], cari: &str) -> bool {
    pdf.windows(cari.len()).any(|jendela| jendela == cari.as_bytes())
}

/// Each of the documents, on as many threads as there are cores: laying out is what takes the time here.
fn setiap(uji: impl Fn(&str, Dokumen) + Sync) {
    let antre = Mutex::new(contoh::semua().into_iter());
    let ambil = || antre.lock().unwrap().next();
    thread::scope(|s| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            s.spawn(|| {
                while let Some((nama, dokumen)) = ambil() {
                    uji(nama, dokumen);
                }
            });
        }
    });
}

#[test]
fn every_document_is_archival_accessible_and_deterministic() {
    setiap(|nama, dokumen| {
        let pertama = pdf::render(&dokumen).unwrap_or_else(|galat| panic!("{nama}: {galat}"));
        let kedua = pdf::render(&dokumen).unwrap();
        assert!(pertama == kedua, "{nama} differs from run to run");
        for cari in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "id-ID", "2023-07-31T02:15:07"] {
            assert!(memuat(&pertama, cari), "{nama} lacks {cari}");
        }
    });
}

#[test]
fn another_number_gives_another_file() {
    let mut lain = contoh::berita_acara_pelaksanaan();
    let pertama = pdf::render(&lain.clone().into()).unwrap();
    lain.kepala.nomor = Some("lain".into());
    assert_ne!(pertama, pdf::render(&lain.into()).unwrap());
}

/// The extra indicator belongs to no aspect; it must not vanish from a table that is grouped by aspect.
#[test]
fn an_indicator_outside_the_aspects_is_printed() {
    let dengan = contoh::lhe();
    let mut tanpa = dengan.clone();
    tanpa.indikator.retain(|satu| satu.kode != "31");
    assert_eq!(tanpa.indikator.len() + 1, dengan.indikator.len());
    assert_ne!(pdf::render(&dengan.into()).unwrap(), pdf::render(&tanpa.into()).unwrap());
}

/// Replaces every text of a document by `teks`, keeping what must stay parseable.
fn isi_semua(dokumen: &Dokumen, teks: &str) -> Dokumen {
    fn jelajah(kunci: &str, nilai: &mut serde_json::Value, teks: &str) {
        match nilai {
            serde_json::Value::String(isi) => {
                let tetap = ["jenis", "dibuat", "ukuran", "eksak", "peran", "kepastian", "agregasi", "aspek", "url"].contains(&kunci)
                    || kunci.starts_with("hash")
                    || kunci == "tanda";
                if !tetap {
                    teks.clone_into(isi);
                }
            }
            serde_json::Value::Array(isi) => isi.iter_mut().for_each(|satu| jelajah(kunci, satu, teks)),
            serde_json::Value::Object(isi) => isi.iter_mut().for_each(|(kunci, satu)| jelajah(kunci, satu, teks)),
            _ => {}
        }
    }
    let mut nilai = serde_json::to_value(dokumen).unwrap();
    jelajah("", &mut nilai, teks);
    serde_json::from_value(nilai).unwrap()
}

#[test]
fn hostile_text_is_printed_and_never_run() {
    // One layout for all of them.
    let jahat = [
        "#panic(\"x\") $x$ *a* _b_ `c` @d <e> // f /* g \\ #let",
        "emoji \u{1f469}\u{200d}\u{1f467}\u{fe0f} \u{4e2d}\u{6587} \u{e000} \u{0} \u{7} \u{202e}balik e\u{301} \u{feff} \u{fffe} \u{10ffff}",
        "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{5e9}\u{5dc} \u{e2a}\u{e27}\u{e31} \u{a9b2}\u{a9bc}",
    ]
    .join("\n");
    let teks = [jahat.as_str(), "", "   \n\n\t "];
    setiap(|nama, dokumen| {
        for satu in teks {
            pdf::render(&isi_semua(&dokumen, satu)).unwrap_or_else(|galat| panic!("{nama} with {satu:?}: {galat}"));
        }
    });
}

#[test]
fn long_words_and_long_texts_are_laid_out() {
    let teks = format!("{} {}", "a".repeat(160), "Kalimat panjang yang diulang berkali-kali. ".repeat(9));
    setiap(|nama, dokumen| {
        pdf::render(&isi_semua(&dokumen, &teks)).unwrap_or_else(|galat| panic!("{nama}: {galat}"));
    });
}

#[test]
fn empty_lists_are_said_in_words() {
    let mut lhe = contoh::lhe();
    lhe.aspek.clear();
    lhe.pembanding.clear();
    lhe.indikator.clear();
    lhe.kekuatan.clear();
    lhe.kelemahan.clear();
    lhe.rekomendasi.clear();
    lhe.f03.pernyataan.clear();
    lhe.riwayat.clear();
    lhe.tim.clear();
    lhe.metode.clear();
    lhe.sumber.clear();
    lhe.penanda_tangan.clear();
    lhe.nilai.ipp = None;
    lhe.nilai.kategori = None;
    lhe.nilai.kategori_nama = None;
    lhe.nilai.f03 = None;
    lhe.kepala.verifikasi = None;
    lhe.kepala.nomor = None;
    pdf::render(&lhe.into()).unwrap();

    let mut ba = contoh::berita_acara_hasil();
    ba.pelaksanaan.hadir.clear();
    ba.pelaksanaan.bukti.clear();
    ba.pelaksanaan.catatan.clear();
    ba.pelaksanaan.penanda_tangan.clear();
    ba.indikator.clear();
    ba.aspek.clear();
    pdf::render(&ba.into()).unwrap();

    let mut lembar = contoh::lembar_tanda_tangan();
    lembar.tanda_tangan.clear();
    lembar.segel = None;
    pdf::render(&lembar.into()).unwrap();
}

/// Typst 0.15 panics on two second-level table headers in a row, so an aspect without indicators gets none.
#[test]
fn aspects_without_indicators_are_laid_out() {
    let mut ba = contoh::berita_acara_hasil();
    ba.indikator.retain(|satu| ["II", "VI"].contains(&satu.aspek.as_str()));
    pdf::render(&ba.into()).unwrap();
}

#[test]
fn a_figure_that_is_none_is_refused_before_layout() {
    let mut lhe = contoh::lhe();
    lhe.aspek[0].nilai.eksak = "4,5".into();
    assert!(matches!(pdf::render(&lhe.into()), Err(Error::BukanAngka(isi)) if isi == "4,5"));
}
