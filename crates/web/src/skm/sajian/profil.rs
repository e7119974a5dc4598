//! Who answered, and what each group gave: one table a field of the profile. Groups below the floor keep their number and
//! lose their figure; so does one more where the hidden figure would follow from the total.

use dokumen::grafik::pita;
use skm::{Edisi, Susunan, sel};
use store::skm::agregat::{Cacah, DIMENSI, LANTAI, TAK_DISEBUT};

use super::{Bahan, angka};
use crate::{error::Hasil, konteks::Konteks};

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tertutup {
    /// Fewer respondents than the floor.
    Kurang,
    /// Enough respondents, but another hidden cell would follow from this one.
    Pelengkap,
}

impl Tertutup {
    /// The words that stand in place of the figure.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Kurang => "hasilskm-tutup-kurang",
            Self::Pelengkap => "hasilskm-tutup-pelengkap",
        }
    }
}

pub struct BarisProfil {
    /// Option in the edition, or number of the service.
    pub opsi: u8,
    /// Key of the option; of a service its number.
    pub kunci: String,
    pub label: String,
    pub n: u64,
    /// Share of all respondents, without the sign.
    pub persen: String,
    pub pita: String,
    /// IKM and class, or why not.
    pub nilai: Result<(String, String), Tertutup>,
    /// The same with a point, for files.
    pub eksak: Option<(String, String)>,
}

impl BarisProfil {
    /// IKM and class, where they may be shown.
    #[must_use]
    pub fn angka(&self) -> Option<&(String, String)> {
        self.nilai.as_ref().ok()
    }

    /// Why not.
    #[must_use]
    pub fn alasan(&self, k: &Konteks) -> String {
        self.nilai.as_ref().err().map(|t| k.s(t.kunci())).unwrap_or_default()
    }
}

/// One field of the profile with its rows.
pub struct Bidang {
    /// Place in the profile, 0 to 4.
    pub dimensi: usize,
    pub kunci: &'static str,
    pub judul: String,
    pub baris: Vec<BarisProfil>,
}

impl Bidang {
    /// Whether any figure of the field is hidden, which the page explains once.
    #[must_use]
    pub fn ada_tertutup(&self) -> bool {
        self.baris.iter().any(|b| b.nilai.is_err())
    }
}

/// The title of a field.
#[must_use]
pub fn label_bidang(k: &Konteks, dimensi: usize) -> String {
    k.s(match dimensi {
        0 => "hasilskm-bidang-layanan",
        1 => "hasilskm-bidang-jenis-kelamin",
        2 => "hasilskm-bidang-usia",
        3 => "hasilskm-bidang-pendidikan",
        _ => "hasilskm-bidang-pekerjaan",
    })
}

/// An option of a field by name.
#[must_use]
pub fn label_opsi(k: &Konteks, edisi: &Edisi, layanan: &[(i64, String)], dimensi: usize, opsi: u8) -> String {
    if opsi == TAK_DISEBUT {
        return k.s("hasilskm-tak-disebut");
    }
    let nama = if dimensi == 0 {
        layanan.iter().find(|l| l.0 == i64::from(opsi)).map(|l| l.1.clone())
    } else {
        let bidang = DIMENSI.get(dimensi).and_then(|kunci| edisi.cari_profil(kunci));
        bidang.and_then(|b| b.opsi.get(usize::from(opsi))).map(|o| o.dalam(k.bahasa.kode()).to_owned())
    };
    nama.unwrap_or_else(|| k.n("hasilskm-opsi-lain", "nomor", opsi))
}

/// An option by key, as files name it.
#[must_use]
pub fn kunci_opsi(edisi: &Edisi, dimensi: usize, opsi: u8) -> String {
    if opsi == TAK_DISEBUT {
        return "tidak-disebut".to_owned();
    }
    let bidang = DIMENSI.get(dimensi).filter(|_| dimensi > 0).and_then(|kunci| edisi.cari_profil(kunci));
    bidang.and_then(|b| b.opsi.get(usize::from(opsi))).map_or_else(|| opsi.to_string(), |o| o.kunci.clone())
}

/// Fields that hold an answer.
pub(super) fn susun(k: &Konteks, s: &Susunan, b: &Bahan<'_>) -> Hasil<Vec<Bidang>> {
    let mut hasil = Vec::new();
    for (dimensi, isi) in b.agregat.profil.iter().enumerate() {
        if isi.keys().any(|o| *o != TAK_DISEBUT) {
            let isi: Vec<(u8, &Cacah)> = isi.iter().map(|(o, c)| (*o, c)).collect();
            let baris = baris(k, s, b, dimensi, &isi)?;
            hasil.push(Bidang { dimensi, kunci: DIMENSI[dimensi], judul: label_bidang(k, dimensi), baris });
        }
    }
    Ok(hasil)
}

fn baris(k: &Konteks, s: &Susunan, b: &Bahan<'_>, dimensi: usize, isi: &[(u8, &Cacah)]) -> Hasil<Vec<BarisProfil>> {
    let cacah: Vec<i64> = isi.iter().map(|c| i64::try_from(c.1.n).unwrap_or(i64::MAX)).collect();
    let tertutup = sel::tutup(&cacah, LANTAI);
    let semua: u64 = isi.iter().map(|c| c.1.n).sum();
    let satu = |((opsi, c), tutup): (&(u8, &Cacah), bool)| {
        let a = if tutup || c.hitung.is_empty() { None } else { angka(s, c, None)? };
        let sebab = if c.n < LANTAI.unsigned_abs() { Tertutup::Kurang } else { Tertutup::Pelengkap };
        let eksak = a.map(|a| (a.hasil.ikm.tampil(2), a.hasil.mutu));
        Ok(BarisProfil {
            opsi: *opsi,
            kunci: kunci_opsi(b.edisi, dimensi, *opsi),
            label: label_opsi(k, b.edisi, b.layanan, dimensi, *opsi),
            n: c.n,
            persen: persen(k, c.n, semua),
            pita: pita(c.n, semua),
            nilai: eksak.as_ref().map(|(ikm, mutu)| (k.angka(ikm), mutu.clone())).ok_or(sebab),
            eksak,
        })
    };
    isi.iter().zip(tertutup).map(satu).collect()
}

/// A share with one decimal.
pub(super) fn persen(k: &Konteks, bagian: u64, dari: u64) -> String {
    let angka = |n: u64| skm::Pecahan::bulat(i64::try_from(n).unwrap_or(i64::MAX));
    if dari == 0 {
        return k.angka("0");
    }
    k.angka((&(&angka(bagian) * &angka(100)) / &angka(dari)).tampil(1))
}
