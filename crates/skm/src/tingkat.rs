//! One figure for the level above (OPD, kabupaten, province), in the three ways that are in use.
//!
//! Lives here: plain mean, respondent-weighted mean, pooled recount. No rule says which holds, so pages print the
//! method beside the figure. Must not live here: which units belong together.

use pecahan::Pecahan;
use serde::{Deserialize, Serialize};

use crate::{
    edisi::{Edisi, Susunan},
    hasil::{Bobot, HasilSkm, hitung, kelas},
    hitungan::Hitungan,
};

/// A unit's result as published.
#[derive(Debug, Clone)]
pub struct UnitTingkat<'a> {
    pub n: i64,
    /// The published IKM, two decimals.
    pub ikm: Pecahan,
    /// Its counters, for the pooled figure.
    pub hitungan: Option<&'a Hitungan>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tingkat {
    pub unit: i64,
    pub responden: i64,
    /// Every unit counts alike; the usual way of a kabupaten (T01: mean of 29 SKPD).
    pub polos: Angka,
    /// Every respondent counts alike, over the units' published IKM; `None` without respondents.
    pub tertimbang: Option<Angka>,
    /// All answers as one survey; `None` when a unit has no counters or asked other unsur.
    pub gabungan: Option<HasilSkm>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Angka {
    pub ikm: Pecahan,
    pub mutu: String,
    pub kinerja: String,
}

/// The three figures; `None` without units. `susunan` is the common composition for the pooled figure, if there is one.
#[must_use]
pub fn tingkat(edisi: &Edisi, susunan: Option<&Susunan>, unit: &[UnitTingkat]) -> Option<Tingkat> {
    let polos = Pecahan::rata_rata(unit.iter().map(|u| &u.ikm))?;
    let responden: i64 = unit.iter().map(|u| u.n).sum();
    let jumlah: Pecahan = unit.iter().map(|u| &u.ikm * &Pecahan::bulat(u.n)).sum();
    Some(Tingkat {
        unit: i64::try_from(unit.len()).unwrap_or(i64::MAX),
        responden,
        polos: angka(edisi, &polos),
        tertimbang: (responden > 0).then(|| angka(edisi, &(&jumlah / &Pecahan::bulat(responden)))),
        gabungan: susunan.and_then(|s| gabungan(s, unit)),
    })
}

fn angka(edisi: &Edisi, ikm: &Pecahan) -> Angka {
    let ikm = ikm.dibulatkan(edisi.penilaian.ikm_desimal);
    let (mutu, kinerja) = kelas(edisi, &ikm);
    Angka { ikm, mutu, kinerja }
}

fn gabungan(susunan: &Susunan, unit: &[UnitTingkat]) -> Option<HasilSkm> {
    let mut semua = Hitungan::kosong(susunan);
    for u in unit {
        semua.gabung(u.hitungan?).ok()?;
    }
    hitung(susunan, &semua, Bobot::Persis).ok()
}
