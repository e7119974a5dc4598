//! The form of a service as data. A form is checked before it is used; fields keep their order.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Fields of one form.
pub const MEDAN_MAKS: usize = 40;
/// Of them files.
pub const BERKAS_MAKS: usize = 10;
const OPSI_MAKS: usize = 40;
const LABEL_MAKS: usize = 200;
const BANTU_MAKS: usize = 500;

/// What may be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JenisMedan {
    YaTidak,
    Angka,
    Pilihan,
    BanyakPilihan,
    Teks,
    Tanggal,
    Berkas,
}

impl JenisMedan {
    pub const SEMUA: [Self; 7] = [Self::Teks, Self::Berkas, Self::Tanggal, Self::Angka, Self::YaTidak, Self::Pilihan, Self::BanyakPilihan];

    /// The word under which it is kept.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::YaTidak => "ya-tidak",
            Self::Angka => "angka",
            Self::Pilihan => "pilihan",
            Self::BanyakPilihan => "banyak-pilihan",
            Self::Teks => "teks",
            Self::Tanggal => "tanggal",
            Self::Berkas => "berkas",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }

    /// Whether it chooses from a list.
    #[must_use]
    pub fn beropsi(self) -> bool {
        matches!(self, Self::Pilihan | Self::BanyakPilihan)
    }
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medan {
    /// Its name in answers and letters: `a-z`, digits and hyphens, at most 40.
    pub kunci: String,
    pub label: String,
    /// What to write or to attach.
    #[serde(default)]
    pub bantu: String,
    pub jenis: JenisMedan,
    pub wajib: bool,
    #[serde(default)]
    pub opsi: Vec<String>,
}

/// The form of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formulir {
    /// Whether the applicant's name is asked for.
    pub nama: bool,
    /// Whether one contact (a phone number or an e-mail address) is asked for.
    pub kontak: bool,
    pub medan: Vec<Medan>,
}

/// A fault of a form; `usize` is the place of the field from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahFormulir {
    #[error("formulir tanpa isian")]
    Kosong,
    #[error("lebih dari {MEDAN_MAKS} isian atau {BERKAS_MAKS} berkas")]
    TerlaluBanyak,
    #[error("isian {0}: nama tidak sah")]
    Kunci(usize),
    #[error("isian {0}: nama dipakai dua kali")]
    Ganda(usize),
    #[error("isian {0}: pertanyaan kosong atau terlalu panjang")]
    Label(usize),
    #[error("isian {0}: pilihan kurang dari dua, kosong, ganda, atau terlalu banyak")]
    Opsi(usize),
}

impl Formulir {
    #[must_use]
    pub fn medan(&self, kunci: &str) -> Option<&Medan> {
        self.medan.iter().find(|m| m.kunci == kunci)
    }

    pub fn berkas(&self) -> impl Iterator<Item = &Medan> {
        self.medan.iter().filter(|m| m.jenis == JenisMedan::Berkas)
    }

    /// # Errors
    /// The first fault.
    pub fn periksa(&self) -> Result<(), SalahFormulir> {
        if self.medan.is_empty() {
            return Err(SalahFormulir::Kosong);
        }
        if self.medan.len() > MEDAN_MAKS || self.berkas().count() > BERKAS_MAKS {
            return Err(SalahFormulir::TerlaluBanyak);
        }
        let mut dikenal = BTreeSet::new();
        for (n, m) in self.medan.iter().enumerate() {
            let huruf = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if m.kunci.is_empty() || m.kunci.len() > 40 || !m.kunci.bytes().all(huruf) {
                return Err(SalahFormulir::Kunci(n));
            }
            if !dikenal.insert(m.kunci.as_str()) {
                return Err(SalahFormulir::Ganda(n));
            }
            let panjang = |t: &str, maks: usize| t.chars().count() > maks;
            if m.label.trim().is_empty() || panjang(&m.label, LABEL_MAKS) || panjang(&m.bantu, BANTU_MAKS) {
                return Err(SalahFormulir::Label(n));
            }
            let unik: BTreeSet<&str> = m.opsi.iter().map(String::as_str).collect();
            let baik = (2..=OPSI_MAKS).contains(&m.opsi.len())
                && unik.len() == m.opsi.len()
                && m.opsi.iter().all(|o| o.trim() == o && !o.is_empty() && !panjang(o, LABEL_MAKS));
            if m.jenis.beropsi() != baik || (!m.jenis.beropsi() && !m.opsi.is_empty()) {
                return Err(SalahFormulir::Opsi(n));
            }
        }
        Ok(())
    }
}

/// A field name from its question that none of `ada` has: `Nama anak` gives `nama-anak`, then `nama-anak-2`.
#[must_use]
pub fn kunci_dari(label: &str, ada: &[String]) -> String {
    let mut dasar = String::new();
    for kata in label.split(|c: char| !c.is_ascii_alphanumeric()).filter(|k| !k.is_empty()) {
        if dasar.len() + kata.len() + 1 > 34 {
            break;
        }
        if !dasar.is_empty() {
            dasar.push('-');
        }
        dasar.push_str(&kata.to_ascii_lowercase());
    }
    if dasar.is_empty() {
        dasar.push_str("isian");
    }
    let mut kunci = dasar.clone();
    let mut n = 2_u32;
    while ada.contains(&kunci) {
        kunci = format!("{dasar}-{n}");
        n += 1;
    }
    kunci
}
