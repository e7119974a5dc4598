//! The library of recommendations: for each indicator one sentence per level, saying what to do to reach it.
//!
//! Lives here: reading the file (`instruments/rekomendasi`) and finding the sentences that fit an edition. Must not live
//! here: the sentences themselves, which are data, and what an evaluator made of them (store).

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::{
    edisi::{Edisi, bawaan},
    nilai::Nilai,
    pecahan::Pecahan,
};

const TEKS: &str = include_str!("../../../instruments/rekomendasi/pekppp-2022.toml");

/// A library as its file says it; our own wording, never the regulation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pustaka {
    pub nama: String,
    /// What is said about the wording wherever a sentence is offered.
    pub kepastian: String,
    /// Id of the edition whose rubric the sentences answer.
    pub dasar: String,
    /// Indicator code -> what to do to reach level 1, 2, 3, 4, 5.
    menuju: BTreeMap<String, [String; 5]>,
}

/// One sentence: do this to reach `menuju`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saran<'a> {
    pub menuju: Nilai,
    pub teks: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Berkas {
    format: u32,
    nama: String,
    dasar: String,
    kepastian: String,
    indikator: Vec<Butir>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Butir {
    kode: String,
    menuju: [String; 5],
}

static BAWAAN: LazyLock<Option<Pustaka>> = LazyLock::new(|| Pustaka::baca(TEKS).ok());

/// The library that ships with the program.
#[must_use]
pub fn pustaka() -> Option<&'static Pustaka> {
    BAWAAN.as_ref()
}

impl Pustaka {
    /// Reads a library file.
    ///
    /// # Errors
    /// A sentence for the one who writes the file: what does not read, an empty sentence, a code twice or unknown in `dasar`.
    pub fn baca(teks: &str) -> Result<Self, String> {
        let b: Berkas = toml::from_str(teks).map_err(|e| e.to_string())?;
        if b.format != 1 {
            return Err(format!("format {} tidak dikenal; diharapkan 1", b.format));
        }
        let (dasar, _) = bawaan(&b.dasar).ok_or_else(|| format!("edisi dasar {} tidak dikenal", b.dasar))?;
        let mut menuju = BTreeMap::new();
        for i in b.indikator {
            if dasar.cari_indikator(&i.kode).is_none() {
                return Err(format!("{}: tidak ada di edisi {}", i.kode, b.dasar));
            }
            if i.menuju.iter().any(|t| t.trim().is_empty()) {
                return Err(format!("{}: ada kalimat kosong", i.kode));
            }
            if menuju.insert(i.kode.clone(), i.menuju).is_some() {
                return Err(format!("{}: tertulis dua kali", i.kode));
            }
        }
        Ok(Self { nama: b.nama, kepastian: b.kepastian, dasar: b.dasar, menuju })
    }

    /// All five sentences of an indicator; empty where the edition's rubric differs from the one they were written for.
    #[must_use]
    pub fn semua(&self, edisi: &Edisi, kode: &str) -> Vec<Saran<'_>> {
        let sama = || {
            let (dasar, _) = bawaan(&self.dasar)?;
            let (di_dasar, di_sini) = (dasar.cari_indikator(kode)?, edisi.cari_indikator(kode)?);
            (di_sini.rubrik.is_some() && di_dasar.rubrik == di_sini.rubrik).then_some(())
        };
        let Some(teks) = self.menuju.get(kode).filter(|_| sama().is_some()) else { return Vec::new() };
        Nilai::semua().skip(1).zip(teks).map(|(menuju, teks)| Saran { menuju, teks }).collect()
    }

    /// The level that a recommendation leads to, where it says so in the words of this library or of the rubric, after a lead-in
    /// that ends with a colon or without one. `None` for words of somebody's own: those are never judged.
    #[must_use]
    pub fn dituju(&self, edisi: &Edisi, kode: &str, teks: &str) -> Option<Nilai> {
        let isi = rapi(teks);
        let sama = |kalimat: &str| {
            let k = rapi(kalimat);
            !k.is_empty() && (isi == k || isi.strip_suffix(&k).is_some_and(|depan| depan.ends_with(": ")))
        };
        let rubrik = edisi.cari_indikator(kode).and_then(|i| i.rubrik.as_ref());
        let rubrik = rubrik.into_iter().flat_map(|r| Nilai::semua().zip(r)).filter(|(_, r)| sama(r)).map(|(n, _)| n);
        rubrik.chain(self.semua(edisi, kode).into_iter().filter(|s| sama(s.teks)).map(|s| s.menuju)).max()
    }

    /// Whether a recommendation still asks for something at this score: not when it leads to a level that the score has reached.
    #[must_use]
    pub fn berlaku(&self, edisi: &Edisi, kode: &str, teks: &str, nilai: &Pecahan) -> bool {
        self.dituju(edisi, kode, teks).is_none_or(|n| n.pecahan() > *nilai)
    }

    /// The sentence for the level above a settled score (a mean of 3.5 leads to 4); `None` at the top.
    #[must_use]
    pub fn berikut(&self, edisi: &Edisi, kode: &str, nilai: &Pecahan) -> Option<Saran<'_>> {
        let lantai = nilai.lantai()?;
        self.semua(edisi, kode).into_iter().find(|s| i64::from(s.menuju.angka()) == lantai + 1)
    }
}

/// Letters and order decide, not spaces, capitals or the full stop.
fn rapi(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recommendation_ends_where_its_level_is_reached() {
        let (e, _) = bawaan("pekppp-2022-a").unwrap();
        let (p, kode) = (pustaka().unwrap(), "3.a.T");
        let rubrik = e.cari_indikator(kode).unwrap().rubrik.as_ref().unwrap();
        let empat = format!("Penuhi tingkat berikutnya:  {}.", rubrik[4]);
        assert_eq!(p.dituju(e, kode, &empat).map(Nilai::angka), Some(4));
        let pustaka = p.semua(e, kode)[3].teks.to_uppercase();
        assert_eq!(p.dituju(e, kode, &pustaka).map(Nilai::angka), Some(4));
        let berlaku = |teks: &str, nilai: &str| p.berlaku(e, kode, teks, &nilai.parse().unwrap());
        assert_eq!([berlaku(&empat, "3"), berlaku(&empat, "3.5"), berlaku(&empat, "4"), berlaku(&empat, "5")], [true, true, false, false]);
        assert!(berlaku(p.semua(e, kode)[4].teks, "4"), "the next level is still ahead");
        let sendiri = format!("Sesudah {}, pasang juga di situs unit.", rubrik[4]);
        assert!(berlaku(&sendiri, "5") && berlaku("Pertahankan.", "5"), "own words are never judged");
    }

    #[test]
    fn every_indicator_of_the_base_edition_has_five_sentences() {
        let p = Pustaka::baca(TEKS).unwrap();
        let (dasar, _) = bawaan(&p.dasar).unwrap();
        for i in dasar.semua_indikator() {
            let semua = p.semua(dasar, &i.kode);
            assert_eq!(semua.len(), 5, "{}", i.kode);
            for s in &semua {
                assert!(s.teks.len() > 30 && s.teks.ends_with('.'), "{} {}", i.kode, s.teks);
            }
            let mut beda: Vec<&str> = semua.iter().map(|s| s.teks).collect();
            beda.sort_unstable();
            beda.dedup();
            assert_eq!(beda.len(), 5, "{} repeats itself", i.kode);
        }
    }

    #[test]
    fn the_next_level_is_offered_and_nothing_above_the_top() {
        let (e, _) = bawaan("pekppp-2022-a").unwrap();
        let p = pustaka().unwrap();
        let menuju = |teks: &str| p.berikut(e, "3.a.T", &teks.parse().unwrap()).map(|s| s.menuju.angka());
        assert_eq!([menuju("0"), menuju("2"), menuju("3.5"), menuju("4"), menuju("5")], [Some(1), Some(3), Some(4), Some(5), None]);
        assert!(p.berikut(e, "3.a.T", &Pecahan::bulat(2)).unwrap().teks.contains("SIPPN"));
    }

    #[test]
    fn another_rubric_gets_no_sentence() {
        let p = pustaka().unwrap();
        let (kecil, _) = bawaan("pekppp-reduced-24").unwrap();
        assert!(kecil.indikator().all(|i| p.semua(kecil, &i.kode).len() == 5), "the reduced edition has the same rubrics");
        let (lama, _) = bawaan("pekppp-2017").unwrap();
        assert!(lama.indikator().all(|i| p.semua(lama, &i.kode).is_empty()), "the edition of 2017 has no collected rubric");
        let (daring, _) = bawaan("pekppp-2022-b").unwrap();
        assert!(p.semua(daring, "B-III-1").is_empty());
    }

    #[test]
    fn a_faulty_library_is_refused() {
        let teks = |isi: &str| format!("format = 1\nnama = \"x\"\ndasar = \"pekppp-2022-a\"\nkepastian = \"x\"\n{isi}");
        let butir = |kode: &str| format!("[[indikator]]\nkode = \"{kode}\"\nmenuju = [\"a\",\"b\",\"c\",\"d\",\"e\"]\n");
        assert!(Pustaka::baca(&teks(&butir("3.a.T"))).is_ok());
        assert!(Pustaka::baca(&teks(&butir("99.z"))).unwrap_err().contains("99.z"));
        assert!(Pustaka::baca(&teks(&(butir("3.a.T") + &butir("3.a.T")))).unwrap_err().contains("dua kali"));
        assert!(Pustaka::baca(&teks("[[indikator]]\nkode = \"3.a.T\"\nmenuju = [\"a\"]\n")).is_err());
        assert!(Pustaka::baca(&teks("[[indikator]]\nkode = \"3.a.T\"\nmenuju = [\"a\",\" \",\"c\",\"d\",\"e\"]\n")).is_err());
    }
}
