//! A round's counters as pages show them: figures with their intervals, rows of unsur and profile, sentences, drawings.
//! Officers' pages and public pages share it, so a figure looks and reads the same wherever it stands. Nothing is computed
//! here but by crate `skm`; nothing is read here.

mod gambar;
mod kata;
mod profil;
mod unsur;

pub use gambar::{TitikRonde, garis, kelas_mutu, skala};
pub use kata::{Langkah, langkah};
pub use profil::{BarisProfil, Bidang, Tertutup, kunci_opsi, label_bidang, label_opsi};
pub use unsur::{BarisUnsur, Jawab};

use skm::{Bobot, HasilSkm, KepastianMutu, Pecahan, Perkiraan, Ringkasan, Susunan, hitung, kepastian_mutu, selang};
use store::skm::agregat::{Agregat, Cacah, LANTAI};

use crate::{error::Hasil, konteks::Konteks};

/// What the figures of a round need besides its counters.
#[derive(Clone, Copy)]
pub struct Bahan<'a> {
    pub edisi: &'a skm::Edisi,
    /// Keys in use.
    pub unsur: &'a [String],
    pub layanan: &'a [(i64, String)],
    pub populasi: Option<i64>,
    pub target: i64,
    pub agregat: &'a Agregat,
}

/// The figure of some counters, with how well they pin it down.
pub struct Angka {
    pub hasil: HasilSkm,
    /// `None` where the cube does not hold the spread (see `HitunganRonde::ragam`).
    pub perkiraan: Option<Perkiraan>,
    pub ringkasan: Option<Ringkasan>,
}

/// Everything about one round, ready to be drawn.
pub struct Sajian<'a> {
    pub k: &'a Konteks,
    pub bahan: Bahan<'a>,
    pub susunan: Susunan<'a>,
    /// `None` without answers that count.
    pub angka: Option<Angka>,
    /// With the answers that an analyst left out; `None` when there are none.
    pub dengan_kecuali: Option<Angka>,
    pub unsur: Vec<BarisUnsur>,
    pub profil: Vec<Bidang>,
}

/// The composition of a round: the edition without what the round leaves out.
///
/// # Errors
/// When the round names unsur that its edition does not have.
pub fn susunan<'e>(edisi: &'e skm::Edisi, unsur: &[String]) -> Hasil<Susunan<'e>> {
    let tanpa: Vec<&str> = edisi.unsur.iter().map(|u| u.kunci.as_str()).filter(|k| !unsur.iter().any(|u| u == k)).collect();
    edisi.susunan(&tanpa).map_err(|e| crate::Error::Dalam(e.to_string()))
}

/// Figures of some counters; `None` without answers.
///
/// # Errors
/// When the counters do not fit the round.
pub fn angka(s: &Susunan, c: &Cacah, populasi: Option<i64>) -> Hasil<Option<Angka>> {
    if c.n == 0 {
        return Ok(None);
    }
    let h = c.hitungan(s)?;
    let hasil = hitung(s, &h.hitungan, Bobot::Persis).map_err(|e| crate::Error::Dalam(e.to_string()))?;
    let ringkasan = Ringkasan::ikm(s, &h.hitungan, populasi).filter(|_| h.ragam);
    Ok(Some(Angka { perkiraan: ringkasan.as_ref().map(selang), ringkasan, hasil }))
}

impl Angka {
    /// The ends of the interval on the scale of the IKM.
    #[must_use]
    pub fn rentang(&self) -> Option<(&Pecahan, &Pecahan)> {
        match self.perkiraan.as_ref()? {
            Perkiraan::Ada(s) => Some((&s.bawah, &s.atas)),
            _ => None,
        }
    }

    #[must_use]
    pub fn kepastian(&self, edisi: &skm::Edisi) -> Option<KepastianMutu> {
        Some(kepastian_mutu(edisi, &self.hasil.ikm, self.perkiraan.as_ref()?))
    }
}

impl<'a> Sajian<'a> {
    /// # Errors
    /// When the counters do not fit the round.
    pub fn baru(k: &'a Konteks, bahan: Bahan<'a>) -> Hasil<Self> {
        let susunan = susunan(bahan.edisi, bahan.unsur)?;
        let a = bahan.agregat;
        let utama = angka(&susunan, &a.pakai, bahan.populasi)?;
        // What few excluded answers said would follow from the two figures; a publication keeps their number only.
        let boleh = a.kecuali.n >= LANTAI.unsigned_abs() && !a.kecuali.hitung.is_empty();
        let dengan_kecuali = if boleh { angka(&susunan, &a.semua()?, bahan.populasi)? } else { None };
        let unsur = unsur::susun(k, &susunan, a, bahan.populasi, utama.as_ref())?;
        let profil = profil::susun(k, &susunan, &bahan)?;
        Ok(Self { k, bahan, susunan, angka: utama, dengan_kecuali, unsur, profil })
    }

    /// Whether no group is told at all because there are too few respondents ([`Agregat::untuk_umum`]).
    #[must_use]
    pub fn profil_ditahan(&self) -> bool {
        self.n() < LANTAI.unsigned_abs() && self.bahan.agregat.profil.iter().all(std::collections::BTreeMap::is_empty)
    }

    /// The IKM as printed.
    #[must_use]
    pub fn ikm(&self) -> String {
        self.angka.as_ref().map_or_else(|| "–".to_owned(), |a| self.k.angka(a.hasil.ikm.tampil(2)))
    }

    #[must_use]
    pub fn n(&self) -> u64 {
        self.bahan.agregat.pakai.n
    }

    /// A count in the language's form.
    #[must_use]
    pub fn bilang(&self, n: impl ToString) -> String {
        self.k.angka(n.to_string())
    }

    /// Services by name, those with answers first as they stand in the round.
    #[must_use]
    pub fn nama_layanan(&self) -> Vec<&str> {
        self.bahan.layanan.iter().map(|l| l.1.as_str()).collect()
    }

    /// That an analyst left answers out: how many, and both figures unless they are few.
    #[must_use]
    pub fn kalimat_kecuali(&self) -> Option<String> {
        let n = self.bahan.agregat.kecuali.n;
        let Some(d) = self.dengan_kecuali.as_ref() else { return (n > 0).then(|| self.k.jumlah("hasilskm-kecuali-sedikit", n)) };
        Some(self.k.a(
            "hasilskm-dua-angka",
            [
                ("kecuali", self.bilang(n).into()),
                ("tanpa", self.ikm().into()),
                ("dengan", self.k.angka(d.hasil.ikm.tampil(2)).into()),
                ("mutu", d.hasil.mutu.as_str().into()),
            ],
        ))
    }

    /// Channels of the answers: catalogue key and number, largest first.
    #[must_use]
    pub fn saluran(&self) -> Vec<(String, u64)> {
        let mut semua: Vec<_> = self.bahan.agregat.saluran.iter().map(|(s, n)| (self.k.s(kunci_saluran(s)), *n)).collect();
        semua.sort_by_key(|s| std::cmp::Reverse(s.1));
        semua
    }

    /// Quality flags that some counted answer carries: key of the name and number.
    #[must_use]
    pub fn tanda(&self) -> Vec<(String, u64)> {
        self.bahan.agregat.tanda.iter().filter(|t| *t.1 > 0).map(|(bit, n)| (self.k.s(kunci_tanda(*bit)), *n)).collect()
    }
}

/// How an answer came.
#[must_use]
pub fn kunci_saluran(s: &str) -> &'static str {
    match s {
        "daring" => "hasilskm-saluran-daring",
        "kios" => "hasilskm-saluran-kios",
        "tautan" => "hasilskm-saluran-tautan",
        "impor" => "hasilskm-saluran-impor",
        _ => "hasilskm-saluran-kertas",
    }
}

/// The short name of a quality flag (SURVEI: bits).
#[must_use]
pub fn kunci_tanda(bit: u8) -> &'static str {
    match bit {
        0 => "hasilskm-tanda-lurus",
        1 => "hasilskm-tanda-cepat",
        2 => "hasilskm-tanda-beruntun",
        3 => "hasilskm-tanda-saran",
        4 => "hasilskm-tanda-waktu",
        5 => "hasilskm-tanda-stempel",
        6 => "hasilskm-tanda-luar",
        _ => "hasilskm-tanda-lain",
    }
}
