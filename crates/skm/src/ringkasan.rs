//! Mean and variance over respondents, exactly: what intervals and trends start from.
//!
//! Lives here: from counters to moments. Must not live here: quantiles, verdicts.

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use crate::{
    edisi::{Susunan, Unsur},
    hitungan::Hitungan,
};

/// Respondents summed up on one scale. Built from unrounded values: NRR rounding moves an IKM by 0.0125 at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ringkasan {
    pub n: i64,
    /// Mean over respondents, unrounded.
    pub rata: Pecahan,
    /// Sample variance over respondents (divisor n − 1); `None` for one respondent.
    pub ragam: Option<Pecahan>,
    /// Users served in the period, when known.
    pub populasi: Option<i64>,
    /// Ends of the scale.
    pub min: Pecahan,
    pub maks: Pecahan,
    /// Keys of the unsur behind the mean; two summaries are comparable when these are equal.
    pub unsur: Vec<String>,
}

impl Ringkasan {
    /// Of the respondents' own IKM (scale 25 to 100 on four values); `None` without answers.
    #[must_use]
    pub fn ikm(susunan: &Susunan, hitungan: &Hitungan, populasi: Option<i64>) -> Option<Self> {
        let faktor = &susunan.edisi().penilaian.faktor;
        let kali = faktor / &Pecahan::bulat(susunan.penyebut());
        let skala = susunan.edisi().skala;
        let unsur = susunan.unsur().iter().map(|u| u.kunci.clone()).collect();
        let batas = (&Pecahan::bulat(skala.min.into()) * faktor, &Pecahan::bulat(skala.maks.into()) * faktor);
        Self::dari(hitungan.n, (hitungan.jumlah, hitungan.kuadrat), &kali, batas, populasi, unsur)
    }

    /// Of one unsur on the scale of the answers; `None` without answers.
    #[must_use]
    pub fn unsur(susunan: &Susunan, hitungan: &Hitungan, unsur: &Unsur, populasi: Option<i64>) -> Option<Self> {
        let kali = Pecahan::baru(1, unsur.banyak())?;
        let skala = susunan.edisi().skala;
        let batas = (Pecahan::bulat(skala.min.into()), Pecahan::bulat(skala.maks.into()));
        Self::dari(hitungan.n, hitungan.momen(susunan, unsur), &kali, batas, populasi, vec![unsur.kunci.clone()])
    }

    fn dari(
        n: i64,
        (jumlah, kuadrat): (i64, i64),
        kali: &Pecahan,
        (min, maks): (Pecahan, Pecahan),
        populasi: Option<i64>,
        unsur: Vec<String>,
    ) -> Option<Self> {
        if n < 1 {
            return None;
        }
        let banyak = Pecahan::bulat(n);
        let (jumlah, kuadrat) = (Pecahan::bulat(jumlah), Pecahan::bulat(kuadrat));
        let rata = &(&jumlah / &banyak) * kali;
        let ragam = (n > 1).then(|| {
            let simpangan = &kuadrat - &(&(&jumlah * &jumlah) / &banyak);
            &(&simpangan / &Pecahan::bulat(n - 1)) * &(kali * kali)
        });
        Some(Self { n, rata, ragam, populasi, min, maks, unsur })
    }

    /// Everyone who was served has answered: there is no sampling error.
    #[must_use]
    pub fn sensus(&self) -> bool {
        self.populasi == Some(self.n)
    }

    /// A population smaller than the number of answers is a wrong figure and is not used.
    #[must_use]
    pub fn populasi_terpakai(&self) -> Option<i64> {
        self.populasi.filter(|p| *p >= self.n)
    }

    /// Squared standard error of the mean with the finite-population correction `(1 − n/N) s²/n`; `None` for n = 1.
    #[must_use]
    pub fn ragam_rata(&self) -> Option<Pecahan> {
        let n = Pecahan::bulat(self.n);
        let dasar = self.ragam.as_ref()? / &n;
        Some(match self.populasi_terpakai() {
            Some(populasi) => &dasar * &(&Pecahan::bulat(1) - &(&n / &Pecahan::bulat(populasi))),
            None => dasar,
        })
    }
}
