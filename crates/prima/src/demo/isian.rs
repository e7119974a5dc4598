//! The invented answers of `isian.toml` as typed F01 answers. Only reading and parsing here.

use std::collections::BTreeMap;

use pekppp::{Edisi, Indikator, JawabanIndikator, f01};

const TEKS: &str = include_str!("isian.toml");

/// Which of the three example units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contoh {
    Rsud = 0,
    Dinsos = 1,
    Kecamatan = 2,
}

type Tabel = BTreeMap<String, BTreeMap<String, String>>;

/// Answers of one example unit for every indicator of the edition that the table knows.
///
/// # Errors
/// A sentence that names the field, when the table does not fit the edition.
pub fn jawaban(edisi: &Edisi, contoh: Contoh) -> Result<Vec<(String, JawabanIndikator)>, String> {
    let tabel: Tabel = toml::from_str(TEKS).map_err(|e| e.to_string())?;
    let mut hasil = Vec::new();
    for indikator in edisi.indikator() {
        if let Some(bidang) = tabel.get(&indikator.kode) {
            hasil.push((indikator.kode.clone(), satu(indikator, bidang, contoh)?));
        }
    }
    Ok(hasil)
}

fn satu(indikator: &Indikator, bidang: &BTreeMap<String, String>, contoh: Contoh) -> Result<JawabanIndikator, String> {
    let mut mentah: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (kunci, kolom) in bidang {
        let bagian: Vec<&str> = kolom.split('|').map(str::trim).collect();
        let nilai = bagian.get(contoh as usize).or(bagian.first()).copied().unwrap_or("-");
        if nilai == "-" {
            continue;
        }
        let ganda = indikator.isian.iter().any(|b| b.kunci == *kunci && matches!(b.jenis, pekppp::JenisBidang::Ganda { .. }));
        let nilai = if ganda { nilai.split_whitespace().map(str::to_owned).collect() } else { vec![nilai.to_owned()] };
        mentah.insert(kunci.clone(), nilai);
    }
    let (jawaban, salah) = f01::baca_isian(indikator, &mentah);
    match salah.first() {
        None => Ok(jawaban),
        Some(s) => Err(format!("{}: {}: {}", indikator.kode, s.bidang, s.kunci)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_fits_the_edition_and_is_complete() {
        let (edisi, _) = pekppp::bawaan("pekppp-2022-a").unwrap();
        for contoh in [Contoh::Rsud, Contoh::Dinsos, Contoh::Kecamatan] {
            let semua = jawaban(edisi, contoh).unwrap();
            assert_eq!(semua.len(), 30);
            for (kode, isi) in semua {
                let k = f01::kelengkapan_indikator(edisi.cari_indikator(&kode).unwrap(), &isi);
                assert!(k.lengkap(), "{contoh:?} {kode}: {:?}", k.kurang);
            }
        }
    }
}
