//! From counters to NRR, index, IKM and class (PermenPANRB 14/2017, annex).
//!
//! Lives here: the one function for these figures and the weights of old reports. Must not live here: intervals (`selang`).

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use crate::{
    edisi::{Edisi, Susunan},
    hitungan::{Hitungan, SalahHitungan},
};

/// The weight of one unsur.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bobot {
    /// `1 / k`: the only one that gives 100.00 for a perfect score.
    #[default]
    Persis,
    /// `1 / k` rounded half-up to so many decimals, to match an old report (3: 0.111, 2: 0.11 for k = 9).
    Desimal(u32),
}

/// The result of a round or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilSkm {
    /// Id of the edition.
    pub edisi: String,
    pub n: i64,
    pub bobot: Bobot,
    /// The weight of each unsur as a number.
    pub bobot_unsur: Pecahan,
    /// In the order of the regulation.
    pub unsur: Vec<HasilUnsur>,
    /// Unrounded sum of NRR times weight; shown with 4 decimals.
    pub indeks: Pecahan,
    /// Rounded half-up to the decimals of the edition (2).
    pub ikm: Pecahan,
    /// `"A"` to `"D"`.
    pub mutu: String,
    pub kinerja: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilUnsur {
    pub kunci: String,
    /// Sum of the answers over respondents and questions.
    pub jumlah: i64,
    /// Mean on the scale of the answers, rounded half-up to the decimals of the edition (3).
    pub nrr: Pecahan,
    /// NRR times the factor, rounded as the IKM.
    pub konversi: Pecahan,
    /// NRR times weight, unrounded.
    pub tertimbang: Pecahan,
    pub mutu: String,
    pub kinerja: String,
}

/// NRR, index, IKM and class from the counters.
///
/// # Errors
/// `TanpaJawaban` for n = 0; otherwise counters that do not fit the round.
pub fn hitung(susunan: &Susunan, hitungan: &Hitungan, bobot: Bobot) -> Result<HasilSkm, SalahHitungan> {
    hitungan.periksa(susunan)?;
    if hitungan.n == 0 {
        return Err(SalahHitungan::TanpaJawaban);
    }
    let edisi = susunan.edisi();
    let w = bobot.nilai(susunan.k());
    let mut unsur = Vec::with_capacity(susunan.unsur().len());
    for u in susunan.unsur() {
        let jumlah = hitungan.jumlah_unsur(susunan, u);
        let nrr = &Pecahan::bulat(jumlah) / &Pecahan::bulat(hitungan.n * u.banyak());
        let nrr = nrr.dibulatkan(edisi.penilaian.nrr_desimal);
        let (mutu, kinerja) = kelas(edisi, &(&nrr * &edisi.penilaian.faktor));
        unsur.push(HasilUnsur {
            kunci: u.kunci.clone(),
            jumlah,
            konversi: (&nrr * &edisi.penilaian.faktor).dibulatkan(edisi.penilaian.ikm_desimal),
            tertimbang: &nrr * &w,
            nrr,
            mutu,
            kinerja,
        });
    }
    let indeks: Pecahan = unsur.iter().map(|u| u.tertimbang.clone()).sum();
    let ikm = (&indeks * &edisi.penilaian.faktor).dibulatkan(edisi.penilaian.ikm_desimal);
    let (mutu, kinerja) = kelas(edisi, &ikm);
    Ok(HasilSkm { edisi: edisi.id.clone(), n: hitungan.n, bobot, bobot_unsur: w, unsur, indeks, ikm, mutu, kinerja })
}

/// Class and words of an IKM. The editions cover all of the scale; only a weight of an old report can fall below it, and
/// then the lowest class holds.
pub(crate) fn kelas(edisi: &Edisi, ikm: &Pecahan) -> (String, String) {
    let kategori = edisi.kategori(ikm).or_else(|| edisi.kategori.last());
    kategori.map(|k| (k.mutu.clone(), k.kinerja.clone())).unwrap_or_default()
}

impl Bobot {
    /// The weight of one of `k` unsur.
    #[must_use]
    pub fn nilai(self, k: i64) -> Pecahan {
        let persis = Pecahan::baru(1, k).unwrap_or_else(Pecahan::nol);
        match self {
            Self::Persis => persis,
            Self::Desimal(angka) => persis.dibulatkan(angka),
        }
    }

    /// `"exact"`, or the key of a variant of the edition (`"0.111"`, `"0.11"`).
    #[must_use]
    pub fn dari_kunci(edisi: &Edisi, kunci: &str) -> Option<Self> {
        if kunci == "exact" {
            return Some(Self::Persis);
        }
        edisi.varian(kunci).map(|v| Self::Desimal(v.desimal))
    }

    /// The key again; for a variant that the edition does not name, its number of decimals.
    #[must_use]
    pub fn kunci(self, edisi: &Edisi) -> String {
        match self {
            Self::Persis => "exact".to_owned(),
            Self::Desimal(angka) => {
                let varian = edisi.penilaian.varian.iter().find(|v| v.desimal == angka);
                varian.map_or_else(|| format!("{angka} desimal"), |v| v.kunci.clone())
            }
        }
    }
}

impl HasilSkm {
    /// The unsur with the lowest NRR, lowest first, at least `banyak`; ties with the last one are taken in.
    /// For the follow-up plan (`Edisi::tindak_lanjut`).
    #[must_use]
    pub fn terendah(&self, banyak: usize) -> Vec<&HasilUnsur> {
        let mut urut: Vec<&HasilUnsur> = self.unsur.iter().collect();
        // A stable sort: equal NRR stay in the order of the regulation.
        urut.sort_by(|a, b| a.nrr.cmp(&b.nrr));
        let batas = banyak.checked_sub(1).and_then(|di| urut.get(di)).map(|u| u.nrr.clone());
        match batas {
            Some(batas) => urut.into_iter().take_while(|u| u.nrr <= batas).collect(),
            None if banyak == 0 => Vec::new(),
            None => urut,
        }
    }

    #[must_use]
    pub fn cari(&self, kunci: &str) -> Option<&HasilUnsur> {
        self.unsur.iter().find(|u| u.kunci == kunci)
    }
}
