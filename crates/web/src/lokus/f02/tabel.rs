//! The table of all indicators with the score of each evaluator, and how it became one score. Reads only what the
//! person's view allows (`store::f02::lembar_terlihat`).

use pekppp::{Edisi, Nilai, Pecahan, kesepakatan};
use store::f02::{Catatan, Lembar, Sepakat};

use crate::{komponen::Nada, konteks::Konteks};

pub struct Baris {
    pub nomor: u32,
    pub kode: String,
    pub nama: String,
    pub berbobot: bool,
    /// One a visible evaluator; an empty text where there is no score.
    pub skor: Vec<String>,
    pub keadaan: Keadaan,
    /// The one score that counts; `None` while it is open.
    pub akhir: Option<String>,
    pub catatan: Vec<Catatan>,
    pub sepakat: Option<Sepakat>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// A score is missing, or only one sheet is visible.
    Belum,
    /// The result is frozen with one sheet: there is nothing to compare.
    Satu,
    Sama,
    Beda(u8),
    /// Differs in a period that takes the mean: nothing to settle.
    Rerata(u8),
    Disepakati(u8),
    /// Has no weight: changes no index, so nothing has to be settled.
    TanpaBobot,
}

impl Keadaan {
    pub fn nada(self) -> Nada {
        match self {
            Self::Belum | Self::Satu | Self::TanpaBobot => Nada::Netral,
            Self::Rerata(_) => Nada::Info,
            Self::Sama | Self::Disepakati(_) => Nada::Baik,
            Self::Beda(_) => Nada::Perhatian,
        }
    }

    pub fn teks(self, k: &Konteks) -> String {
        match self {
            Self::Belum => k.s("f02-banding-belum"),
            Self::Satu => k.s("f02-banding-satu"),
            Self::Sama => k.s("f02-banding-sama"),
            Self::Beda(n) => k.n("f02-banding-beda", "selisih", n),
            Self::Rerata(n) => k.n("f02-banding-berbeda", "selisih", n),
            Self::Disepakati(n) => k.n("f02-banding-disepakati", "selisih", n),
            Self::TanpaBobot => k.s("f02-banding-tanpa-bobot"),
        }
    }
}

/// Agreement of the evaluators over the weighted indicators that at least two of them scored.
pub struct Ringkasan {
    pub sama: usize,
    pub dari: usize,
    /// Percent, rounded to a whole number.
    pub persen: usize,
    /// The largest difference, and code and name of the indicators that have it.
    pub terbesar: u8,
    pub di: Vec<(String, String)>,
}

/// How scores become one in this period, and what was settled.
pub struct Penyatuan<'a> {
    pub konsensus: bool,
    /// The result is frozen: no sheet comes any more.
    pub beku: bool,
    pub berlaku: &'a [Sepakat],
    pub catatan: &'a [Catatan],
}

pub fn baris(k: &Konteks, edisi: &Edisi, lembar: &[Lembar], p: &Penyatuan<'_>) -> Vec<Baris> {
    let terlihat: Vec<&Lembar> = lembar.iter().filter(|l| !l.skor.is_empty()).collect();
    edisi
        .semua_indikator()
        .enumerate()
        .map(|(letak, i)| {
            let skor: Vec<Option<u8>> = terlihat.iter().map(|l| l.skor.get(letak).copied().flatten()).collect();
            let sepakat = p.berlaku.iter().find(|s| s.indikator == i.kode).cloned();
            let keadaan = match i.bobot {
                Some(_) if p.beku && skor.len() == 1 => Keadaan::Satu,
                Some(_) => keadaan(&skor, p.konsensus, sepakat.is_some()),
                None => Keadaan::TanpaBobot,
            };
            Baris {
                nomor: i.nomor,
                kode: i.kode.clone(),
                nama: i.nama.clone(),
                berbobot: i.bobot.is_some(),
                akhir: akhir(k, &skor, p.konsensus, sepakat.as_ref()),
                skor: skor.iter().map(|s| s.map(|n| n.to_string()).unwrap_or_default()).collect(),
                keadaan,
                catatan: p.catatan.iter().filter(|c| c.indikator == i.kode).cloned().collect(),
                sepakat,
            }
        })
        .collect()
}

fn keadaan(skor: &[Option<u8>], konsensus: bool, disepakati: bool) -> Keadaan {
    let ada: Vec<u8> = skor.iter().copied().flatten().collect();
    let (Some(rendah), Some(tinggi)) = (ada.iter().min(), ada.iter().max()) else { return Keadaan::Belum };
    match tinggi - rendah {
        _ if ada.len() < skor.len() || ada.len() < 2 => Keadaan::Belum,
        0 => Keadaan::Sama,
        n if !konsensus => Keadaan::Rerata(n),
        n if disepakati => Keadaan::Disepakati(n),
        n => Keadaan::Beda(n),
    }
}

/// Equal scores stand for themselves; differing ones are settled, or averaged exactly (shown with two decimals).
fn akhir(k: &Konteks, skor: &[Option<u8>], konsensus: bool, sepakat: Option<&Sepakat>) -> Option<String> {
    let ada: Vec<u8> = skor.iter().copied().collect::<Option<_>>()?;
    let pertama = *ada.first()?;
    if ada.iter().all(|s| *s == pertama) {
        return Some(pertama.to_string());
    }
    if konsensus {
        return sepakat.map(|s| s.skor.to_string());
    }
    let nilai: Vec<Pecahan> = ada.iter().map(|s| Pecahan::bulat(i64::from(*s))).collect();
    Pecahan::rata_rata(&nilai).map(|r| k.angka(r.tampil(2)))
}

/// `None` when no indicator has two scores to compare.
pub fn ringkasan(edisi: &Edisi, lembar: &[Lembar]) -> Option<Ringkasan> {
    let nilai: Vec<_> = lembar.iter().filter(|l| !l.skor.is_empty()).map(|l| l.nilai(edisi)).collect();
    let selisih = kesepakatan::selisih_penilai(edisi, &nilai);
    let terbesar = selisih.iter().map(|s| s.selisih).max()?;
    let sama = selisih.iter().filter(|s| s.selisih == Nilai::MIN.angka()).count();
    let nama = |kode: &str| edisi.cari_indikator(kode).map(|i| i.nama.clone()).unwrap_or_default();
    let di = selisih.iter().filter(|s| terbesar > 0 && s.selisih == terbesar).map(|s| (s.kode.clone(), nama(&s.kode))).collect();
    Some(Ringkasan { sama, dari: selisih.len(), persen: (200 * sama + selisih.len()) / (2 * selisih.len()), terbesar, di })
}
