//! Counters of a round: all that results and statistics need, without a look at the answers.
//!
//! Lives here: adding, taking away, joining, checking counters. Must not live here: what is computed from them.

use serde::{Deserialize, Serialize};

use crate::{
    edisi::{Susunan, Unsur},
    jawaban::Jawaban,
};

/// Counters over complete answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hitungan {
    /// Respondents counted.
    pub n: i64,
    /// In the order of [`Susunan::unsur`].
    pub unsur: Vec<HitunganUnsur>,
    /// Sum of [`Jawaban::total`] over respondents.
    pub jumlah: i64,
    /// Sum of its squares.
    pub kuadrat: i64,
}

/// How many respondents gave an unsur each possible sum over its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitunganUnsur {
    pub kunci: String,
    /// First the lowest possible sum, then each next: for one question on a scale of 1 to 4 the counts of 1, 2, 3, 4;
    /// for three questions the counts of 3, 4, … 12.
    pub cacah: Vec<i64>,
}

/// The counters do not belong together or to this round.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahHitungan {
    #[error("belum ada jawaban")]
    TanpaJawaban,
    #[error("unsur dalam hitungan {ada:?}; diharapkan {perlu:?}")]
    UnsurBerbeda { ada: Vec<String>, perlu: Vec<String> },
    #[error("{unsur}: {ada} sel; diharapkan {perlu}")]
    BanyakSel { unsur: String, ada: usize, perlu: usize },
    #[error("{unsur}: cacah berjumlah {ada}; diharapkan n = {n}")]
    Cacah { unsur: String, ada: i64, n: i64 },
    #[error("{unsur}: ada cacah negatif")]
    Negatif { unsur: String },
    #[error("jumlah total responden {ada}; dari cacah per unsur {harus}")]
    Jumlah { ada: i64, harus: i64 },
    #[error("jumlah kuadrat {kuadrat} tidak mungkin untuk jumlah {jumlah} dari {n} responden")]
    Kuadrat { kuadrat: i64, jumlah: i64, n: i64 },
}

impl Hitungan {
    #[must_use]
    pub fn kosong(susunan: &Susunan) -> Self {
        let unsur = susunan.unsur().iter().map(|u| HitunganUnsur { kunci: u.kunci.clone(), cacah: vec![0; sel(susunan, u)] }).collect();
        Self { n: 0, unsur, jumlah: 0, kuadrat: 0 }
    }

    pub fn dari_jawaban<'j>(susunan: &Susunan, jawaban: impl IntoIterator<Item = &'j Jawaban>) -> Self {
        let mut hitungan = Self::kosong(susunan);
        for j in jawaban {
            hitungan.tambah(susunan, j);
        }
        hitungan
    }

    pub fn tambah(&mut self, susunan: &Susunan, jawaban: &Jawaban) {
        self.geser(susunan, jawaban, 1);
    }

    /// Takes an answer away again (one that an analyst excluded with a reason).
    pub fn kurangi(&mut self, susunan: &Susunan, jawaban: &Jawaban) {
        self.geser(susunan, jawaban, -1);
    }

    fn geser(&mut self, susunan: &Susunan, jawaban: &Jawaban, arah: i64) {
        let total = jawaban.total(susunan);
        self.n += arah;
        self.jumlah += arah * total;
        self.kuadrat += arah * total * total;
        for ((h, u), nilai) in self.unsur.iter_mut().zip(susunan.unsur()).zip(jawaban.per_unsur(susunan)) {
            let di = usize::try_from(nilai - terendah(susunan, u)).unwrap_or(usize::MAX);
            if let Some(cacah) = h.cacah.get_mut(di) {
                *cacah += arah;
            }
        }
    }

    /// Joins the counters of another part of the same instrument (shards, services, units for the pooled figure).
    ///
    /// # Errors
    /// `UnsurBerbeda` or `BanyakSel` when the two do not count the same things.
    pub fn gabung(&mut self, lain: &Self) -> Result<(), SalahHitungan> {
        let kunci = |h: &Self| h.unsur.iter().map(|u| u.kunci.clone()).collect::<Vec<_>>();
        let (ada, perlu) = (kunci(lain), kunci(self));
        if ada != perlu {
            return Err(SalahHitungan::UnsurBerbeda { ada, perlu });
        }
        if let Some((a, b)) = self.unsur.iter().zip(&lain.unsur).find(|(a, b)| a.cacah.len() != b.cacah.len()) {
            return Err(SalahHitungan::BanyakSel { unsur: a.kunci.clone(), ada: b.cacah.len(), perlu: a.cacah.len() });
        }
        self.n += lain.n;
        self.jumlah += lain.jumlah;
        self.kuadrat += lain.kuadrat;
        for (a, b) in self.unsur.iter_mut().zip(&lain.unsur) {
            for (a, b) in a.cacah.iter_mut().zip(&b.cacah) {
                *a += b;
            }
        }
        Ok(())
    }

    /// Sum of the answers of one unsur over respondents and questions.
    #[must_use]
    pub fn jumlah_unsur(&self, susunan: &Susunan, unsur: &Unsur) -> i64 {
        self.momen(susunan, unsur).0
    }

    /// Sum and sum of squares of the unsur's sums.
    pub(crate) fn momen(&self, susunan: &Susunan, unsur: &Unsur) -> (i64, i64) {
        let Some(h) = self.unsur.iter().find(|h| h.kunci == unsur.kunci) else { return (0, 0) };
        let nilai = terendah(susunan, unsur)..;
        h.cacah.iter().zip(nilai).fold((0, 0), |(j, k), (cacah, nilai)| (j + cacah * nilai, k + cacah * nilai * nilai))
    }

    /// Whether the counters fit the round and one another; the check behind "equal to a full recount".
    ///
    /// # Errors
    /// The first thing that does not fit. No answers at all is not an error here.
    pub fn periksa(&self, susunan: &Susunan) -> Result<(), SalahHitungan> {
        let perlu: Vec<String> = susunan.unsur().iter().map(|u| u.kunci.clone()).collect();
        let ada: Vec<String> = self.unsur.iter().map(|u| u.kunci.clone()).collect();
        if ada != perlu {
            return Err(SalahHitungan::UnsurBerbeda { ada, perlu });
        }
        let mut harus = 0;
        for (h, u) in self.unsur.iter().zip(susunan.unsur()) {
            let unsur = || u.kunci.clone();
            if h.cacah.len() != sel(susunan, u) {
                return Err(SalahHitungan::BanyakSel { unsur: unsur(), ada: h.cacah.len(), perlu: sel(susunan, u) });
            }
            if h.cacah.iter().any(|c| *c < 0) {
                return Err(SalahHitungan::Negatif { unsur: unsur() });
            }
            let ada = h.cacah.iter().sum();
            if ada != self.n {
                return Err(SalahHitungan::Cacah { unsur: unsur(), ada, n: self.n });
            }
            harus += self.jumlah_unsur(susunan, u) * susunan.kali(u);
        }
        if harus != self.jumlah {
            return Err(SalahHitungan::Jumlah { ada: self.jumlah, harus });
        }
        // n times the sum of squares is never below the square of the sum.
        if i128::from(self.n) * i128::from(self.kuadrat) < i128::from(self.jumlah) * i128::from(self.jumlah) {
            return Err(SalahHitungan::Kuadrat { kuadrat: self.kuadrat, jumlah: self.jumlah, n: self.n });
        }
        Ok(())
    }
}

/// The lowest possible sum of an unsur: what the first cell counts.
fn terendah(susunan: &Susunan, unsur: &Unsur) -> i64 {
    unsur.banyak() * i64::from(susunan.edisi().skala.min)
}

/// Number of cells of an unsur: each possible sum.
fn sel(susunan: &Susunan, unsur: &Unsur) -> usize {
    let s = susunan.edisi().skala;
    unsur.pertanyaan.len().max(1) * usize::from(s.maks - s.min) + 1
}
