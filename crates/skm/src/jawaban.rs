//! One respondent's answers, complete and on the scale.
//!
//! Lives here: the check at the edge and the sums of one answer. Must not live here: sums over respondents (`hitungan`).

use pecahan::Pecahan;

use crate::edisi::Susunan;

/// The values in the order of [`Susunan::pertanyaan`]; every question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Jawaban(Vec<u8>);

/// Why an answer does not count. The regulation says nothing of missing answers; one that is not complete is left out
/// and told, never filled with a zero.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahJawaban {
    #[error("{ada} jawaban; diharapkan {perlu}")]
    Banyak { ada: usize, perlu: usize },
    #[error("{pertanyaan}: tidak dijawab")]
    Kosong { pertanyaan: String },
    #[error("{pertanyaan}: nilai {nilai}; diharapkan {min} sampai {maks}")]
    LuarSkala { pertanyaan: String, nilai: i64, min: u8, maks: u8 },
}

impl Jawaban {
    /// From values in the order of [`Susunan::pertanyaan`].
    ///
    /// # Errors
    /// Every question that is unanswered or out of scale.
    pub fn baca(susunan: &Susunan, nilai: &[Option<i64>]) -> Result<Self, Vec<SalahJawaban>> {
        let perlu = susunan.pertanyaan().len();
        if nilai.len() != perlu {
            return Err(vec![SalahJawaban::Banyak { ada: nilai.len(), perlu }]);
        }
        let mut berikut = nilai.iter().copied();
        Self::dari_kunci(susunan, |_| berikut.next().flatten())
    }

    /// From values by question key; `ambil` is asked once for each question, in the order of the form.
    ///
    /// # Errors
    /// Every question that is unanswered or out of scale.
    pub fn dari_kunci(susunan: &Susunan, mut ambil: impl FnMut(&str) -> Option<i64>) -> Result<Self, Vec<SalahJawaban>> {
        let skala = susunan.edisi().skala;
        let mut salah = Vec::new();
        let mut isi = Vec::with_capacity(susunan.pertanyaan().len());
        for (_, p) in susunan.pertanyaan() {
            match ambil(&p.kunci) {
                None => salah.push(SalahJawaban::Kosong { pertanyaan: p.kunci.clone() }),
                Some(nilai) => match u8::try_from(nilai).ok().filter(|_| skala.memuat(nilai)) {
                    Some(n) => isi.push(n),
                    None => {
                        salah.push(SalahJawaban::LuarSkala { pertanyaan: p.kunci.clone(), nilai, min: skala.min, maks: skala.maks });
                    }
                },
            }
        }
        if salah.is_empty() { Ok(Self(isi)) } else { Err(salah) }
    }

    #[must_use]
    pub fn nilai(&self) -> &[u8] {
        &self.0
    }

    /// The sum over its questions for each unsur, in the order of [`Susunan::unsur`]: the answer itself where an unsur
    /// has one question. These are the values that `HitunganUnsur::cacah` counts.
    #[must_use]
    pub fn per_unsur(&self, susunan: &Susunan) -> Vec<i64> {
        let mut jumlah = vec![0; susunan.unsur().len()];
        for ((unsur, _), nilai) in susunan.pertanyaan().iter().zip(&self.0) {
            jumlah[*unsur] += i64::from(*nilai);
        }
        jumlah
    }

    /// The respondent's total, every unsur with the same weight; divided by [`Susunan::penyebut`] it is his mean.
    #[must_use]
    pub fn total(&self, susunan: &Susunan) -> i64 {
        self.per_unsur(susunan).iter().zip(susunan.unsur()).map(|(n, u)| n * susunan.kali(u)).sum()
    }

    /// The respondent's own IKM, unrounded.
    #[must_use]
    pub fn ikm(&self, susunan: &Susunan) -> Pecahan {
        let rata = &Pecahan::bulat(self.total(susunan)) / &Pecahan::bulat(susunan.penyebut());
        &rata * &susunan.edisi().penilaian.faktor
    }
}
