//! The 95% interval of a mean and what it says about the class.
//!
//! Lives here: interval, certainty of the class. Must not live here: differences between rounds (`tren`), sentences.

use pecahan::{Pecahan, kuantil::t_0975};
use serde::{Deserialize, Serialize};

use crate::{
    edisi::{Edisi, Susunan},
    hasil::kelas,
    hitungan::Hitungan,
    ringkasan::Ringkasan,
};

/// Decimals of a shown bound, and of the root it is made from.
const ANGKA_BATAS: u32 = 4;
const ANGKA_AKAR: u32 = 12;
/// Below this an interval by the t distribution is rough for answers that crowd at one end of the scale.
const N_KASAR: i64 = 30;

/// How well the answers pin down the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum Perkiraan {
    Ada(Box<Selang>),
    /// Everyone served has answered; the figure is what it is.
    Sensus {
        n: i64,
    },
    /// All respondents gave the same: no variance to judge from, which is not the same as certainty.
    TanpaRagam {
        n: i64,
    },
    /// Fewer than two respondents.
    TerlaluSedikit {
        n: i64,
    },
}

/// A 95% interval by the t distribution, cut at the ends of the scale, bounds with 4 decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selang {
    pub n: i64,
    /// The unrounded mean, rounded to 4 decimals; the middle before cutting.
    pub rata: Pecahan,
    pub bawah: Pecahan,
    pub atas: Pecahan,
    /// Half the width before cutting ("± 1,8").
    pub setengah: Pecahan,
    /// Population used for the correction; `None`: unknown, no correction.
    pub populasi: Option<i64>,
    /// A population was given but is smaller than n.
    pub populasi_diabaikan: bool,
    /// Fewer than 30 respondents.
    pub kasar: bool,
}

/// Which classes the interval touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum KepastianMutu {
    Pasti {
        mutu: String,
    },
    /// `lain`: the other classes that the interval touches, best first.
    BisaJadi {
        mutu: String,
        lain: Vec<String>,
    },
    /// No interval to judge from.
    TidakDiketahui {
        mutu: String,
    },
}

/// The interval of a summary.
#[must_use]
pub fn selang(r: &Ringkasan) -> Perkiraan {
    let n = r.n;
    if r.sensus() {
        return Perkiraan::Sensus { n };
    }
    let (Some(v), Some(t)) = (r.ragam_rata(), t_0975(n - 1)) else {
        return Perkiraan::TerlaluSedikit { n };
    };
    if v.adalah_nol() {
        return Perkiraan::TanpaRagam { n };
    }
    let setengah = setengah_lebar(&t, &v);
    let potong = |x: Pecahan| x.clamp(r.min.clone(), r.maks.clone()).dibulatkan(ANGKA_BATAS);
    Perkiraan::Ada(Box::new(Selang {
        n,
        rata: r.rata.dibulatkan(ANGKA_BATAS),
        bawah: potong(&r.rata - &setengah),
        atas: potong(&r.rata + &setengah),
        setengah: setengah.dibulatkan(ANGKA_BATAS),
        populasi: r.populasi_terpakai(),
        populasi_diabaikan: r.populasi.is_some() && r.populasi_terpakai().is_none(),
        kasar: n < N_KASAR,
    }))
}

/// `t · √v`, the root to 12 decimals.
pub(crate) fn setengah_lebar(t: &Pecahan, v: &Pecahan) -> Pecahan {
    t * &v.akar(ANGKA_AKAR).unwrap_or_else(Pecahan::nol)
}

/// The interval of each unsur's NRR, in the order of the regulation; empty without answers.
#[must_use]
pub fn selang_unsur(susunan: &Susunan, hitungan: &Hitungan, populasi: Option<i64>) -> Vec<(String, Perkiraan)> {
    let satu = |u: &&crate::edisi::Unsur| Some((u.kunci.clone(), selang(&Ringkasan::unsur(susunan, hitungan, u, populasi)?)));
    susunan.unsur().iter().filter_map(satu).collect()
}

/// Which classes an interval on the IKM scale touches. `ikm` is the published figure.
#[must_use]
pub fn kepastian_mutu(edisi: &Edisi, ikm: &Pecahan, perkiraan: &Perkiraan) -> KepastianMutu {
    let (mutu, _) = kelas(edisi, ikm);
    let (bawah, atas) = match perkiraan {
        Perkiraan::Ada(s) => (&s.bawah, &s.atas),
        Perkiraan::Sensus { .. } => return KepastianMutu::Pasti { mutu },
        Perkiraan::TanpaRagam { .. } | Perkiraan::TerlaluSedikit { .. } => return KepastianMutu::TidakDiketahui { mutu },
    };
    let (terbaik, terburuk) = (kelas(edisi, atas).0, kelas(edisi, bawah).0);
    let semua = edisi.kategori.iter().map(|k| &k.mutu);
    let sentuh = semua.skip_while(|m| **m != terbaik);
    let mut lain: Vec<String> = Vec::new();
    for m in sentuh {
        lain.push(m.clone());
        if *m == terburuk {
            break;
        }
    }
    lain.retain(|m| *m != mutu);
    if lain.is_empty() { KepastianMutu::Pasti { mutu } } else { KepastianMutu::BisaJadi { mutu, lain } }
}
