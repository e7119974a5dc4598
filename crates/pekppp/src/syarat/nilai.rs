//! Evaluation of conditions over F01 answers.
//!
//! Lives here: what a missing, hidden or empty answer means. Must not live here: parsing.
//! A hidden field counts as not there: its predicates are false, its count is 0.

use std::collections::BTreeSet;

use super::{Angka, Kebenaran, Rujukan, Syarat};
use crate::{
    edisi::{Bidang, Edisi, Indikator, OPSI_KOSONG},
    f01::{F01, Jawaban, JawabanIndikator},
    pecahan::Pecahan,
};

/// What a condition is evaluated against.
#[derive(Clone, Copy)]
pub struct Konteks<'a> {
    pub indikator: &'a Indikator,
    pub jawaban: &'a JawabanIndikator,
    /// Other indicators; `None` while only one indicator is looked at (visibility).
    pub lain: Option<(&'a Edisi, &'a F01)>,
}

enum Isi<'a> {
    Ada(&'a Jawaban),
    Belum,
    Tersembunyi,
}

enum HasilAngka {
    Ada(Pecahan),
    Belum(BTreeSet<Rujukan>),
    TidakAda,
}

static KOSONG: JawabanIndikator = JawabanIndikator::new();

impl<'a> Konteks<'a> {
    #[must_use]
    pub fn uji(&self, syarat: &Syarat) -> Kebenaran {
        match syarat {
            Syarat::Dan(isi) => self.gabung(isi, &Kebenaran::Tidak, Kebenaran::Ya),
            Syarat::Atau(isi) => self.gabung(isi, &Kebenaran::Ya, Kebenaran::Tidak),
            Syarat::Bukan(s) => match self.uji(s) {
                Kebenaran::Ya => Kebenaran::Tidak,
                Kebenaran::Tidak => Kebenaran::Ya,
                belum @ Kebenaran::Belum(_) => belum,
            },
            Syarat::Adalah(r, kunci) => self.bidang(r, |j| match j {
                Jawaban::YaTidak(b) => kunci == if *b { "ya" } else { "tidak" },
                Jawaban::Pilihan(p) => p == kunci,
                _ => false,
            }),
            Syarat::Memuat(r, kunci) => self.bidang(r, |j| match j {
                Jawaban::Ganda(isi) => isi.contains(kunci),
                _ => false,
            }),
            Syarat::Terisi(r) => match self.isi(r) {
                Isi::Ada(_) => Kebenaran::Ya,
                Isi::Belum | Isi::Tersembunyi => Kebenaran::Tidak,
            },
            Syarat::Banding(kiri, banding, kanan) => dua(self.angka(kiri), self.angka(kanan), |a, b| Some(banding.cocok(a.cmp(&b))))
                .map_or_else(Kebenaran::Belum, |hasil| benar(hasil == Some(true))),
        }
    }

    /// Whether the form shows the field: no condition, or one that certainly holds.
    #[must_use]
    pub fn terlihat(&self, bidang: &Bidang) -> bool {
        bidang.tampil_jika.as_ref().is_none_or(|s| self.uji(s) == Kebenaran::Ya)
    }

    /// The field and its visible answer, for reasons shown to people.
    #[must_use]
    pub fn fakta(&self, r: &Rujukan) -> Option<(&'a Bidang, &'a Jawaban)> {
        let (konteks, bidang) = self.cari(r)?;
        let jawaban = konteks.jawaban.get(&bidang.kunci)?;
        konteks.terlihat(bidang).then_some((bidang, jawaban))
    }

    fn gabung(&self, isi: &[Syarat], penentu: &Kebenaran, selain: Kebenaran) -> Kebenaran {
        let mut belum = BTreeSet::new();
        for syarat in isi {
            match self.uji(syarat) {
                hasil if hasil == *penentu => return hasil,
                Kebenaran::Belum(r) => belum.extend(r),
                _ => {}
            }
        }
        if belum.is_empty() { selain } else { Kebenaran::Belum(belum) }
    }

    fn bidang(&self, r: &Rujukan, cocok: impl Fn(&Jawaban) -> bool) -> Kebenaran {
        match self.isi(r) {
            Isi::Ada(j) => benar(cocok(j)),
            Isi::Belum => Kebenaran::Belum(BTreeSet::from([r.clone()])),
            Isi::Tersembunyi => Kebenaran::Tidak,
        }
    }

    fn cari(&self, r: &Rujukan) -> Option<(Konteks<'a>, &'a Bidang)> {
        let konteks = match &r.kode {
            None => *self,
            Some(kode) => {
                let (edisi, f01) = self.lain?;
                let indikator = edisi.cari_indikator(kode)?;
                let jawaban = f01.get(kode).unwrap_or(&KOSONG);
                Konteks { indikator, jawaban, lain: self.lain }
            }
        };
        Some((konteks, konteks.indikator.bidang(&r.bidang)?))
    }

    fn isi(&self, r: &Rujukan) -> Isi<'a> {
        match self.cari(r) {
            Some((konteks, bidang)) if konteks.terlihat(bidang) => konteks.jawaban.get(&bidang.kunci).map_or(Isi::Belum, Isi::Ada),
            _ => Isi::Tersembunyi,
        }
    }

    fn angka(&self, angka: &Angka) -> HasilAngka {
        match angka {
            Angka::Tetap(p) => HasilAngka::Ada(p.clone()),
            Angka::Bidang(r) => self.baca_angka(r, Jawaban::angka),
            Angka::Jumlah { bidang, tanpa } => match self.baca_angka(bidang, |j| jumlah_opsi(j, tanpa)) {
                HasilAngka::TidakAda => HasilAngka::Ada(Pecahan::nol()),
                ada => ada,
            },
            Angka::Persen { bagian, seluruh } => {
                let bagian = self.baca_angka(bagian, Jawaban::angka);
                let seluruh = self.baca_angka(seluruh, Jawaban::angka);
                let hasil = dua(bagian, seluruh, |b, n| (!n.adalah_nol()).then(|| &(&b * &Pecahan::bulat(100)) / &n));
                match hasil {
                    Ok(Some(p)) => HasilAngka::Ada(p),
                    Ok(None) => HasilAngka::TidakAda,
                    Err(belum) => HasilAngka::Belum(belum),
                }
            }
        }
    }

    fn baca_angka(&self, r: &Rujukan, baca: impl Fn(&Jawaban) -> Option<Pecahan>) -> HasilAngka {
        match self.isi(r) {
            Isi::Ada(j) => baca(j).map_or(HasilAngka::TidakAda, HasilAngka::Ada),
            Isi::Belum => HasilAngka::Belum(BTreeSet::from([r.clone()])),
            Isi::Tersembunyi => HasilAngka::TidakAda,
        }
    }
}

/// Number of chosen options, without the "none of these" option and those in `tanpa`.
fn jumlah_opsi(jawaban: &Jawaban, tanpa: &[String]) -> Option<Pecahan> {
    let Jawaban::Ganda(isi) = jawaban else {
        return None;
    };
    let banyak = isi.iter().filter(|o| *o != OPSI_KOSONG && !tanpa.contains(o)).count();
    i64::try_from(banyak).ok().map(Pecahan::bulat)
}

/// Joins two numbers: `Err` names the missing answers, `Ok(None)` is "no such value".
fn dua<T>(kiri: HasilAngka, kanan: HasilAngka, gabung: impl Fn(Pecahan, Pecahan) -> Option<T>) -> Result<Option<T>, BTreeSet<Rujukan>> {
    match (kiri, kanan) {
        (HasilAngka::TidakAda, _) | (_, HasilAngka::TidakAda) => Ok(None),
        (HasilAngka::Ada(a), HasilAngka::Ada(b)) => Ok(gabung(a, b)),
        (HasilAngka::Belum(mut a), HasilAngka::Belum(b)) => {
            a.extend(b);
            Err(a)
        }
        (HasilAngka::Belum(a), _) | (_, HasilAngka::Belum(a)) => Err(a),
    }
}

fn benar(b: bool) -> Kebenaran {
    if b { Kebenaran::Ya } else { Kebenaran::Tidak }
}
