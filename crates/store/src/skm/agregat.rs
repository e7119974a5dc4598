//! Everything that pages, files, the report and a publication say about a round, read from the cube and nothing else.
//!
//! Here: the counters of a round as one value, and the step from them to the counters of crate `skm`. A publication freezes
//! an [`Agregat`] after [`Agregat::untuk_umum`]. No figure is computed here.

mod baca;
mod sebaran;

pub use sebaran::{lengkapi, lengkapi_halaman};

pub use baca::{baca, impor};
pub(super) use baca::{ditolak, isi};

use crate::{Hasil, StoreError};
use ::skm::{Hitungan, HitunganUnsur, Susunan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The profile of an answer, byte by byte, as keys of the edition's fields.
pub const DIMENSI: [&str; 5] = ["layanan", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"];
/// In a profile: the respondent did not say.
pub const TAK_DISEBUT: u8 = crate::ronde::masukan::KOSONG;
/// Cells with fewer respondents show no figure (SURVEI: privacy floor).
pub const LANTAI: i64 = 10;

/// Counters of some answers. `hitung`: how often each question got each value, by question of the form, then value from the
/// lowest. `jumlah`, `kuadrat`: sum and sum of squares of the respondents' plain totals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cacah {
    pub n: u64,
    pub jumlah: u64,
    pub kuadrat: u64,
    /// Empty: the cell is hidden, only `n` may be shown.
    pub hitung: Vec<u32>,
    /// Of an edition with several questions for one unsur: the counters of the respondents' sums within each unsur, which the
    /// cube does not hold ([`lengkapi`]). Used only while it counts as many respondents as the cube.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sebaran: Option<Box<Hitungan>>,
}

/// All counters of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agregat {
    /// Complete answers that count.
    pub pakai: Cacah,
    /// Complete answers that an analyst left out with a reason.
    pub kecuali: Cacah,
    /// Incomplete answers: in no figure.
    pub kurang: u64,
    /// In the order of [`DIMENSI`]: option of the edition (or number of the service) to counters.
    pub profil: [BTreeMap<u8, Cacah>; 5],
    /// How the answers came: `daring`, `kios`, `tautan`, `kertas`, `impor`.
    pub saluran: BTreeMap<String, u64>,
    /// Quality flag (bit) to the number of counted answers that carry it.
    pub tanda: BTreeMap<u8, u64>,
}

/// Counters as crate `skm` takes them, and which statistics they allow.
#[derive(Debug, Clone)]
pub struct HitunganRonde {
    pub hitungan: Hitungan,
    /// The spread of the respondents' totals is known: interval and trend of the IKM are exact.
    pub ragam: bool,
    /// The spread within each unsur is known. Where an unsur has several questions, only with [`Cacah::sebaran`].
    pub ragam_unsur: bool,
}

impl Cacah {
    /// Adds other counters of the same form.
    ///
    /// # Errors
    /// `Rusak` if they differ in shape.
    pub fn gabung(&mut self, lain: &Self) -> Hasil<()> {
        if self.hitung.is_empty() {
            self.hitung = vec![0; lain.hitung.len()];
        }
        if !lain.hitung.is_empty() && self.hitung.len() != lain.hitung.len() {
            return Err(StoreError::Rusak("survey counters of one round differ in shape".into()));
        }
        self.sebaran = None;
        self.n += lain.n;
        self.jumlah += lain.jumlah;
        self.kuadrat += lain.kuadrat;
        for (a, b) in self.hitung.iter_mut().zip(&lain.hitung) {
            *a += b;
        }
        Ok(())
    }

    /// How often each value was given to question `no` of the form, lowest value first.
    #[must_use]
    pub fn pertanyaan(&self, s: &Susunan, no: usize) -> &[u32] {
        let lebar = lebar(s);
        self.hitung.get(no * lebar..(no + 1) * lebar).unwrap_or_default()
    }

    /// # Errors
    /// `Rusak` if the counters do not have the shape of the round.
    pub fn hitungan(&self, s: &Susunan) -> Hasil<HitunganRonde> {
        let mut hitungan = Hitungan::kosong(s);
        let (mut ragam, mut ragam_unsur) = (true, true);
        if self.n == 0 {
            return Ok(HitunganRonde { hitungan, ragam, ragam_unsur });
        }
        if self.hitung.len() != s.pertanyaan().len() * lebar(s) {
            return Err(StoreError::Rusak("survey counters do not fit the questions of the round".into()));
        }
        hitungan.n = bulat(self.n)?;
        for (i, (u, h)) in s.unsur().iter().zip(&mut hitungan.unsur).enumerate() {
            let milik: Vec<usize> = (0..s.pertanyaan().len()).filter(|no| s.pertanyaan()[*no].0 == i).collect();
            if let [satu] = milik[..] {
                h.cacah = self.pertanyaan(s, satu).iter().map(|n| i64::from(*n)).collect();
            } else {
                ragam_unsur = false;
                let jumlah: i64 = milik.iter().map(|no| jumlah(s, self.pertanyaan(s, *no))).sum();
                ratakan(s, u.banyak(), hitungan.n, jumlah, h)?;
            }
            ragam &= s.kali(u) == 1;
        }
        if let Some(sebaran) = self.sebaran.as_ref().filter(|h| h.n == hitungan.n && !ragam_unsur) {
            return sama(s, &hitungan, sebaran);
        }
        hitungan.jumlah = s.unsur().iter().map(|u| hitungan.jumlah_unsur(s, u) * s.kali(u)).sum();
        // Where unsur weigh unlike in the total, plain totals say nothing of its spread: the least that is possible stands in.
        hitungan.kuadrat = if ragam { bulat(self.kuadrat)? } else { kuadrat_terkecil(hitungan.n, hitungan.jumlah) };
        if ragam && hitungan.jumlah != bulat(self.jumlah)? {
            return Err(StoreError::Rusak("survey counters do not agree with one another".into()));
        }
        Ok(HitunganRonde { hitungan, ragam, ragam_unsur })
    }
}

/// Counters with their spread, proven against the sums of the cube.
fn sama(s: &Susunan, kubus: &Hitungan, sebaran: &Hitungan) -> Hasil<HitunganRonde> {
    let cocok = sebaran.periksa(s).is_ok() && s.unsur().iter().all(|u| sebaran.jumlah_unsur(s, u) == kubus.jumlah_unsur(s, u));
    if !cocok {
        return Err(StoreError::Rusak("the spread of a survey does not agree with its counters".into()));
    }
    Ok(HitunganRonde { hitungan: sebaran.clone(), ragam: true, ragam_unsur: true })
}

fn bulat(n: u64) -> Hasil<i64> {
    i64::try_from(n).map_err(|_| StoreError::Rusak("a survey counter is too large".into()))
}

fn lebar(s: &Susunan) -> usize {
    let skala = s.edisi().skala;
    usize::from(skala.maks - skala.min) + 1
}

fn jumlah(s: &Susunan, hitung: &[u32]) -> i64 {
    s.edisi().skala.nilai().zip(hitung).map(|(nilai, n)| i64::from(nilai) * i64::from(*n)).sum()
}

/// Counters of an unsur of several questions with the right sum; its spread is not known and must not be used.
fn ratakan(s: &Susunan, banyak: i64, n: i64, jumlah: i64, h: &mut HitunganUnsur) -> Hasil<()> {
    let (rata, sisa) = (jumlah.div_euclid(n), jumlah.rem_euclid(n));
    let terendah = banyak * i64::from(s.edisi().skala.min);
    for (nilai, cacah) in [(rata, n - sisa), (rata + 1, sisa)].into_iter().filter(|(_, c)| *c > 0) {
        let sel = usize::try_from(nilai - terendah).ok().and_then(|di| h.cacah.get_mut(di));
        *sel.ok_or_else(|| StoreError::Rusak("a survey counter is off the scale".into()))? += cacah;
    }
    Ok(())
}

fn kuadrat_terkecil(n: i64, jumlah: i64) -> i64 {
    let (rata, sisa) = (jumlah.div_euclid(n), jumlah.rem_euclid(n));
    (n - sisa) * rata * rata + sisa * (rata + 1) * (rata + 1)
}

impl Agregat {
    /// Everything complete, excluded or not: the second of "both figures".
    ///
    /// # Errors
    /// As [`Cacah::gabung`].
    pub fn semua(&self) -> Hasil<Cacah> {
        let mut c = self.pakai.clone();
        c.gabung(&self.kecuali)?;
        Ok(c)
    }

    /// What may leave the office: cells of the profile below the floor, and those that would give them away by difference,
    /// keep their number of respondents and lose everything else, and so do few excluded answers; flags and channels stay. Of a
    /// round with fewer answers than the floor no group is told at all, not even how many it has.
    #[must_use]
    pub fn untuk_umum(mut self) -> Self {
        if i64::try_from(self.pakai.n).unwrap_or(i64::MAX) < LANTAI {
            self.profil = Default::default();
            self.tanda.clear();
            self.pakai.sebaran = None;
        }
        if i64::try_from(self.kecuali.n).unwrap_or(i64::MAX) < LANTAI {
            self.kecuali = Cacah { n: self.kecuali.n, ..Cacah::default() };
        }
        for bidang in &mut self.profil {
            let cacah: Vec<i64> = bidang.values().map(|c| i64::try_from(c.n).unwrap_or(i64::MAX)).collect();
            for (c, tutup) in bidang.values_mut().zip(::skm::sel::tutup(&cacah, LANTAI)) {
                if tutup {
                    *c = Cacah { n: c.n, ..Cacah::default() };
                }
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edisi(id: &str) -> ::skm::Edisi {
        ::skm::semua_bawaan().find(|e| e.id == id).unwrap().clone()
    }

    /// Respondents who all answer alike, each a value of his own.
    fn cacah(s: &Susunan, jawaban: &[u8]) -> Cacah {
        let (q, w, min) = (s.pertanyaan().len(), lebar(s), s.edisi().skala.min);
        let mut c = Cacah { n: jawaban.len() as u64, hitung: vec![0; q * w], ..Cacah::default() };
        for v in jawaban {
            let total = u64::from(*v) * q as u64;
            c.jumlah += total;
            c.kuadrat += total * total;
            for no in 0..q {
                c.hitung[no * w + usize::from(v - min)] += 1;
            }
        }
        c
    }

    #[test]
    fn one_question_an_unsur_keeps_every_statistic() {
        let e = edisi("skm-2017");
        let s = e.lengkap();
        let h = cacah(&s, &[4, 3, 3, 2]).hitungan(&s).unwrap();
        assert!(h.ragam && h.ragam_unsur);
        assert_eq!(h.hitungan.unsur[0].cacah, [0, 1, 2, 1]);
        let hasil = ::skm::hitung(&s, &h.hitungan, ::skm::Bobot::Persis).unwrap();
        assert_eq!(hasil.ikm.tampil(2), "75.00");
    }

    #[test]
    fn several_questions_an_unsur_give_the_figure_without_its_spread() {
        let e = edisi("skm-contoh-banyak-pertanyaan");
        let s = e.lengkap();
        let h = cacah(&s, &[4, 3, 3, 1]).hitungan(&s).unwrap();
        assert!(!h.ragam && !h.ragam_unsur, "this edition asks unlike numbers of questions");
        let hasil = ::skm::hitung(&s, &h.hitungan, ::skm::Bobot::Persis).unwrap();
        assert_eq!(hasil.ikm.tampil(2), "68.75");
    }

    #[test]
    fn answers_that_came_after_the_spread_was_read_leave_the_figure_without_it() {
        let e = edisi("skm-contoh-banyak-pertanyaan");
        let s = e.lengkap();
        let satu = |v: u8| ::skm::Jawaban::baca(&s, &vec![Some(i64::from(v)); s.pertanyaan().len()]).unwrap();
        let sebaran = Hitungan::dari_jawaban(&s, &[satu(4), satu(3), satu(1)]);
        let mut c = cacah(&s, &[4, 3, 1]);
        c.sebaran = Some(Box::new(sebaran));
        let h = c.hitungan(&s).unwrap();
        assert!(h.ragam && h.ragam_unsur && Some(&h.hitungan) == c.sebaran.as_deref());
        let lebih = Cacah { sebaran: c.sebaran.take(), ..cacah(&s, &[4, 3, 1, 1]) };
        assert!(!lebih.hitungan(&s).unwrap().ragam);
        let lain = Cacah { sebaran: lebih.sebaran, ..cacah(&s, &[4, 3, 2]) };
        assert!(matches!(lain.hitungan(&s), Err(StoreError::Rusak(_))), "a spread of other answers");
    }

    #[test]
    fn counters_of_another_form_are_refused() {
        let e = edisi("skm-2017");
        let s = e.lengkap();
        let mut c = cacah(&s, &[4]);
        c.hitung.pop();
        assert!(matches!(c.hitungan(&s), Err(StoreError::Rusak(_))));
        let mut c = cacah(&s, &[4]);
        c.jumlah += 1;
        assert!(matches!(c.hitungan(&s), Err(StoreError::Rusak(_))));
    }

    #[test]
    fn of_very_few_respondents_only_the_figures_leave_the_office() {
        let e = edisi("skm-2017");
        let s = e.lengkap();
        let mut a = Agregat { pakai: cacah(&s, &[3; 9]), ..Agregat::default() };
        a.profil[1] = [(0, cacah(&s, &[3; 8])), (1, cacah(&s, &[3]))].into();
        a.tanda = [(0, 9)].into();
        let umum = a.clone().untuk_umum();
        assert!(umum.profil.iter().all(BTreeMap::is_empty) && umum.tanda.is_empty());
        assert_eq!(umum.pakai, a.pakai, "the index and each unsur stay provable");
    }

    #[test]
    fn what_leaves_the_office_hides_small_cells_and_their_neighbour() {
        let e = edisi("skm-2017");
        let s = e.lengkap();
        let mut a = Agregat { pakai: cacah(&s, &[3; 60]), ..Agregat::default() };
        a.profil[1] = [(0, cacah(&s, &[3; 40])), (1, cacah(&s, &[3; 15])), (TAK_DISEBUT, cacah(&s, &[2; 5]))].into();
        let umum = a.untuk_umum();
        assert_eq!(umum.profil[1].values().map(|c| (c.n, c.hitung.is_empty())).collect::<Vec<_>>(), [(40, false), (15, true), (5, true)]);
    }
}
