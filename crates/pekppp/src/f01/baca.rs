//! Raw form values to typed answers, and back.
//!
//! Lives here: parsing at the edge, with a catalogue key per fault. Must not live here: message texts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Jawaban, JawabanIndikator};
use crate::{
    edisi::{Bidang, Indikator, JenisBidang, OPSI_KOSONG},
    pecahan::Pecahan,
};

/// Values as a form sends them: field key to the list of values.
pub type MentahIndikator = BTreeMap<String, Vec<String>>;

/// A fault of one field: a catalogue key and its parameters, never a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SalahIsian {
    pub bidang: String,
    /// `f01-salah-…`
    pub kunci: &'static str,
    pub param: BTreeMap<&'static str, String>,
}

/// Reads the raw values of one indicator. Good fields are returned even when others are at fault, and
/// an empty value is "not answered", not a fault, since a draft may be incomplete.
#[must_use]
pub fn baca_isian(indikator: &Indikator, mentah: &MentahIndikator) -> (JawabanIndikator, Vec<SalahIsian>) {
    let mut jawaban = JawabanIndikator::new();
    let mut salah = Vec::new();
    for bidang in &indikator.isian {
        let nilai: Vec<&str> = mentah.get(&bidang.kunci).into_iter().flatten().map(|v| v.trim()).filter(|v| !v.is_empty()).collect();
        if nilai.is_empty() {
            continue;
        }
        match baca_bidang(bidang, &nilai) {
            Ok(j) => {
                jawaban.insert(bidang.kunci.clone(), j);
            }
            Err((kunci, param)) => salah.push(SalahIsian { bidang: bidang.kunci.clone(), kunci, param: param.into_iter().collect() }),
        }
    }
    for kunci in mentah.keys().filter(|k| indikator.bidang(k).is_none()) {
        salah.push(SalahIsian { bidang: kunci.clone(), kunci: "f01-salah-bidang-tak-dikenal", param: BTreeMap::new() });
    }
    (jawaban, salah)
}

/// The raw values a form would send for these answers, to fill the form again.
#[must_use]
pub fn tulis_isian(jawaban: &JawabanIndikator) -> MentahIndikator {
    let satu = |j: &Jawaban| match j {
        Jawaban::YaTidak(b) => vec![if *b { "ya" } else { "tidak" }.to_owned()],
        Jawaban::Bulat(n) => vec![n.to_string()],
        Jawaban::Desimal(p) | Jawaban::Persen(p) => vec![p.desimal().replace('.', ",")],
        Jawaban::Teks(t) | Jawaban::Pilihan(t) => vec![t.clone()],
        Jawaban::Tanggal(d) => vec![d.to_string()],
        Jawaban::Ganda(isi) => isi.iter().cloned().collect(),
    };
    jawaban.iter().map(|(kunci, j)| (kunci.clone(), satu(j))).collect()
}

type Salah = (&'static str, Vec<(&'static str, String)>);

fn baca_bidang(bidang: &Bidang, nilai: &[&str]) -> Result<Jawaban, Salah> {
    if let JenisBidang::Ganda { .. } = bidang.jenis {
        return baca_ganda(bidang, nilai);
    }
    let [satu] = nilai else {
        return Err(("f01-salah-lebih-dari-satu", vec![]));
    };
    match &bidang.jenis {
        JenisBidang::YaTidak => match *satu {
            "ya" => Ok(Jawaban::YaTidak(true)),
            "tidak" => Ok(Jawaban::YaTidak(false)),
            _ => Err(("f01-salah-ya-tidak", vec![])),
        },
        JenisBidang::Bulat { min, maks } => {
            let n = baca_bulat(satu).ok_or(("f01-salah-bukan-bilangan-bulat", vec![]))?;
            if (*min..=*maks).contains(&n) { Ok(Jawaban::Bulat(n)) } else { Err(rentang(min, maks)) }
        }
        JenisBidang::Desimal { min, maks } => baca_desimal(satu, min, maks).map(Jawaban::Desimal),
        JenisBidang::Persen => {
            baca_desimal(satu.trim_end_matches('%').trim_end(), &Pecahan::nol(), &Pecahan::bulat(100)).map(Jawaban::Persen)
        }
        JenisBidang::Teks { maks_huruf } => {
            if satu.chars().count() > *maks_huruf as usize {
                return Err(("f01-salah-terlalu-panjang", vec![("maks", maks_huruf.to_string())]));
            }
            Ok(Jawaban::Teks((*satu).to_owned()))
        }
        JenisBidang::Tanggal => satu.parse().map(Jawaban::Tanggal).map_err(|_| ("f01-salah-bukan-tanggal", vec![])),
        JenisBidang::Pilihan { .. } | JenisBidang::Ganda { .. } => {
            bidang.label_opsi(satu).ok_or_else(|| opsi_asing(satu))?;
            Ok(Jawaban::Pilihan((*satu).to_owned()))
        }
    }
}

fn baca_ganda(bidang: &Bidang, nilai: &[&str]) -> Result<Jawaban, Salah> {
    if let Some(asing) = nilai.iter().find(|v| bidang.label_opsi(v).is_none()) {
        return Err(opsi_asing(asing));
    }
    let isi: BTreeSet<String> = nilai.iter().map(|v| (*v).to_owned()).collect();
    if isi.len() > 1 && isi.contains(OPSI_KOSONG) {
        return Err(("f01-salah-tidak-ada-bersama-lain", vec![]));
    }
    Ok(Jawaban::Ganda(isi))
}

fn opsi_asing(opsi: &str) -> Salah {
    ("f01-salah-opsi-tak-dikenal", vec![("opsi", opsi.chars().take(60).collect())])
}

fn rentang(min: &impl ToString, maks: &impl ToString) -> Salah {
    ("f01-salah-di-luar-rentang", vec![("min", min.to_string()), ("maks", maks.to_string())])
}

/// `1250` or, as it is written in Indonesia, `1.250`.
fn baca_bulat(teks: &str) -> Option<i64> {
    let (negatif, angka) = teks.strip_prefix('-').map_or((false, teks), |a| (true, a));
    let kelompok: Vec<&str> = angka.split('.').collect();
    let benar = match kelompok.as_slice() {
        [satu] => !satu.is_empty(),
        [depan, sisa @ ..] => (1..=3).contains(&depan.len()) && sisa.iter().all(|k| k.len() == 3),
        [] => false,
    };
    if !benar || !kelompok.iter().all(|k| k.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let n: i64 = kelompok.concat().parse().ok()?;
    Some(if negatif { -n } else { n })
}

/// `91,77` as it is written in Indonesia, or `91.77`; both separators together are refused.
fn baca_desimal(teks: &str, min: &Pecahan, maks: &Pecahan) -> Result<Pecahan, Salah> {
    let bukan = || ("f01-salah-bukan-angka", vec![]);
    if teks.contains('/') || (teks.contains('.') && teks.contains(',')) || teks.len() > 30 {
        return Err(bukan());
    }
    let nilai: Pecahan = teks.replacen(',', ".", 1).parse().map_err(|_| bukan())?;
    if nilai < *min || nilai > *maks { Err(rentang(min, maks)) } else { Ok(nilai) }
}
