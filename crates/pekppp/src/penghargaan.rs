//! Awards: whether a participant of a ranking meets the conditions of an award, each condition with what is and what had to be.
//!
//! Lives here: the conditions ([`Syarat`]), the judgement ([`periksa`]) and examples found in documents ([`CONTOH`]). Must not
//! live here: who takes part, and whether an award is given: that is decided by people. PermenPANRB 29/2022 names piagam, piala
//! and other forms by category of service; no document found says by which conditions, so conditions are data.

use serde::{Deserialize, Serialize};

/// Conditions, all of which must be met. Values are hundredths of the IPP as shown (`4,51` is 451), so that anybody can check
/// them against what is published; ranks come from the unrounded value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Syarat {
    /// At this rank or better.
    pub peringkat_maks: Option<u32>,
    /// This category of the edition or a higher one.
    pub kategori_min: Option<String>,
    pub ipp_min: Option<i64>,
    /// Higher than in the latest earlier year by at least this.
    pub naik_min: Option<i64>,
    /// In so many years in a row, this one included, category and value were met.
    pub tahun_beruntun: Option<u32>,
}

/// Why conditions cannot be used; a catalogue key without its prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SyaratSalah {
    #[error("tanpa syarat")]
    Kosong,
    #[error("kategori tidak ada dalam instrumen")]
    Kategori,
    #[error("nilai di luar 0,01 sampai 5,00")]
    Nilai,
    #[error("peringkat di luar 1 sampai 10000")]
    Peringkat,
    #[error("tahun berturut-turut di luar 2 sampai 10")]
    Beruntun,
    #[error("tahun berturut-turut tanpa kategori atau nilai")]
    BeruntunKosong,
}

impl Syarat {
    /// `kategori`: codes of the edition, highest first.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn sah(&self, kategori: &[String]) -> Result<(), SyaratSalah> {
        let nilai = |n: Option<i64>| n.is_none_or(|n| (1..=500).contains(&n));
        if *self == Self::default() {
            return Err(SyaratSalah::Kosong);
        }
        if self.peringkat_maks.is_some_and(|n| !(1..=10_000).contains(&n)) {
            return Err(SyaratSalah::Peringkat);
        }
        if self.kategori_min.as_ref().is_some_and(|k| !kategori.contains(k)) {
            return Err(SyaratSalah::Kategori);
        }
        if !nilai(self.ipp_min) || !nilai(self.naik_min) {
            return Err(SyaratSalah::Nilai);
        }
        match self.tahun_beruntun {
            Some(n) if !(2..=10).contains(&n) => Err(SyaratSalah::Beruntun),
            Some(_) if self.kategori_min.is_none() && self.ipp_min.is_none() => Err(SyaratSalah::BeruntunKosong),
            _ => Ok(()),
        }
    }
}

/// The figure of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NilaiTahun {
    pub tahun: i64,
    /// Hundredths, as shown.
    pub tampil: i64,
    pub kategori: String,
    /// It came from another edition than this year's, so the two are not fully comparable.
    pub edisi_lain: bool,
}

/// A ranked participant.
#[derive(Debug, Clone)]
pub struct Peserta<'a> {
    pub peringkat: usize,
    pub kini: &'a NilaiTahun,
    /// Published figures of the same scheme in earlier years, newest first, one a year.
    pub lalu: &'a [NilaiTahun],
}

/// One condition: what is, and what had to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum Butir {
    Peringkat {
        ada: usize,
        harus: u32,
    },
    Kategori {
        ada: String,
        harus: String,
    },
    Ipp {
        ada: i64,
        harus: i64,
    },
    /// `dari`: the year it is compared with; without one nothing can be said to have risen.
    Naik {
        ada: Option<i64>,
        harus: i64,
        dari: Option<i64>,
    },
    Beruntun {
        ada: u32,
        harus: u32,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Temuan {
    #[serde(flatten)]
    pub butir: Butir,
    pub terpenuhi: bool,
    /// A figure of another edition was used.
    pub edisi_lain: bool,
}

/// Every condition in a fixed order. All met: a candidate.
#[must_use]
pub fn periksa(syarat: &Syarat, kategori: &[String], p: &Peserta<'_>) -> Vec<Temuan> {
    let temuan = |butir, terpenuhi, edisi_lain| Temuan { butir, terpenuhi, edisi_lain };
    let mut semua = Vec::new();
    if let Some(harus) = syarat.peringkat_maks {
        semua.push(temuan(Butir::Peringkat { ada: p.peringkat, harus }, p.peringkat <= harus as usize, false));
    }
    if let Some(harus) = &syarat.kategori_min {
        let butir = Butir::Kategori { ada: p.kini.kategori.clone(), harus: harus.clone() };
        semua.push(temuan(butir, sekurangnya(kategori, &p.kini.kategori, harus), false));
    }
    if let Some(harus) = syarat.ipp_min {
        semua.push(temuan(Butir::Ipp { ada: p.kini.tampil, harus }, p.kini.tampil >= harus, false));
    }
    if let Some(harus) = syarat.naik_min {
        let lalu = p.lalu.first();
        let ada = lalu.map(|l| p.kini.tampil - l.tampil);
        let butir = Butir::Naik { ada, harus, dari: lalu.map(|l| l.tahun) };
        semua.push(temuan(butir, ada.is_some_and(|n| n >= harus), lalu.is_some_and(|l| l.edisi_lain)));
    }
    if let Some(harus) = syarat.tahun_beruntun {
        let (ada, edisi_lain) = beruntun(syarat, kategori, p);
        semua.push(temuan(Butir::Beruntun { ada, harus }, ada >= harus, edisi_lain));
    }
    semua
}

fn sekurangnya(kategori: &[String], ada: &str, harus: &str) -> bool {
    let letak = |k: &str| kategori.iter().position(|x| x == k);
    letak(ada).zip(letak(harus)).is_some_and(|(a, h)| a <= h)
}

/// Years without a gap, from this one back, and whether one of the earlier ones is of another edition.
fn beruntun(syarat: &Syarat, kategori: &[String], p: &Peserta<'_>) -> (u32, bool) {
    let cukup = |n: &NilaiTahun| {
        syarat.kategori_min.as_ref().is_none_or(|h| sekurangnya(kategori, &n.kategori, h)) && syarat.ipp_min.is_none_or(|h| n.tampil >= h)
    };
    let (mut ada, mut edisi_lain) = (0, false);
    for n in std::iter::once(p.kini).chain(p.lalu) {
        if n.tahun != p.kini.tahun - i64::from(ada) || !cukup(n) {
            break;
        }
        ada += 1;
        edisi_lain |= n.edisi_lain;
    }
    (ada, edisi_lain)
}

/// An award that was found in a document, to begin from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contoh {
    pub kunci: &'static str,
    pub nama: &'static str,
    /// `piagam`, `piala` or `lain`.
    pub bentuk: &'static str,
    pub bentuk_lain: &'static str,
    /// `unit`, `penyelenggara` or `pembina`.
    pub sasaran: &'static str,
    pub peringkat_maks: Option<u32>,
    pub kategori_min: Option<&'static str>,
    pub tahun_beruntun: Option<u32>,
    pub sumber: &'static str,
    /// As in the edition files.
    pub kepastian: &'static str,
}

/// The only awards whose conditions were found; each from one source.
pub const CONTOH: &[Contoh] = &[
    Contoh {
        kunci: "adicita",
        nama: "Adicita Sewaka Pertiwi",
        bentuk: "piala",
        bentuk_lain: "",
        sasaran: "unit",
        peringkat_maks: None,
        kategori_min: Some("A"),
        tahun_beruntun: Some(2),
        sumber: "Berita yesradiocilacap.id 2022: diberikan untuk nilai A dua tahun",
        kepastian: "sedang",
    },
    Contoh {
        kunci: "tiga-besar",
        nama: "Unit pelayanan terbaik",
        bentuk: "lain",
        bentuk_lain: "Uang pembinaan peringkat 1 sampai 3",
        sasaran: "unit",
        peringkat_maks: Some(3),
        kategori_min: None,
        tahun_beruntun: None,
        sumber: "Kota Surakarta memberi uang untuk peringkat 1 sampai 3 (Rp10, 7,5, dan 5 juta)",
        kepastian: "sedang",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn nilai(tahun: i64, tampil: i64, kategori: &str) -> NilaiTahun {
        NilaiTahun { tahun, tampil, kategori: kategori.into(), edisi_lain: false }
    }

    fn kategori() -> Vec<String> {
        ["A", "A-", "B", "B-", "C"].map(String::from).to_vec()
    }

    fn lolos(s: &Syarat, peringkat: usize, kini: &NilaiTahun, lalu: &[NilaiTahun]) -> Vec<bool> {
        periksa(s, &kategori(), &Peserta { peringkat, kini, lalu }).iter().map(|t| t.terpenuhi).collect()
    }

    #[test]
    fn each_condition_says_what_is_and_what_had_to_be() {
        let s = Syarat { peringkat_maks: Some(3), kategori_min: Some("A-".into()), ipp_min: Some(420), ..Syarat::default() };
        assert_eq!(lolos(&s, 3, &nilai(2023, 420, "A-"), &[]), [true, true, true]);
        assert_eq!(lolos(&s, 4, &nilai(2023, 419, "B"), &[]), [false, false, false]);
        assert_eq!(lolos(&s, 1, &nilai(2023, 470, "A"), &[]), [true, true, true], "a higher category is enough");
        assert_eq!(lolos(&s, 1, &nilai(2023, 470, "Z"), &[]), [true, false, true], "an unknown category never is");
    }

    #[test]
    fn a_rise_needs_an_earlier_figure() {
        let s = Syarat { naik_min: Some(20), ..Syarat::default() };
        let kini = nilai(2023, 440, "A-");
        assert_eq!(lolos(&s, 1, &kini, &[]), [false]);
        assert_eq!(lolos(&s, 1, &kini, &[nilai(2021, 420, "A-")]), [true], "the latest earlier year counts, also across a gap");
        assert_eq!(lolos(&s, 1, &kini, &[nilai(2022, 421, "A-"), nilai(2021, 1, "C")]), [false]);
        let lain = NilaiTahun { edisi_lain: true, ..nilai(2022, 400, "B") };
        let t = periksa(&s, &kategori(), &Peserta { peringkat: 1, kini: &kini, lalu: &[lain] });
        assert_eq!(t, [Temuan { butir: Butir::Naik { ada: Some(40), harus: 20, dari: Some(2022) }, terpenuhi: true, edisi_lain: true }]);
    }

    #[test]
    fn years_in_a_row_stop_at_a_gap_and_at_a_lower_one() {
        let s = Syarat { kategori_min: Some("A".into()), tahun_beruntun: Some(2), ..Syarat::default() };
        let a = |t| nilai(t, 460, "A");
        assert_eq!(lolos(&s, 9, &a(2023), &[a(2022)]), [true, true]);
        assert_eq!(lolos(&s, 9, &a(2023), &[a(2021)]), [true, false], "a year is missing");
        assert_eq!(lolos(&s, 9, &a(2023), &[nilai(2022, 440, "A-")]), [true, false]);
        assert_eq!(lolos(&s, 9, &nilai(2023, 440, "A-"), &[a(2022), a(2021)]), [false, false], "this year counts first");
    }

    #[test]
    fn conditions_are_checked_before_they_are_used() {
        let k = kategori();
        let s = |ubah: fn(&mut Syarat)| {
            let mut s = Syarat { peringkat_maks: Some(1), ..Syarat::default() };
            ubah(&mut s);
            s.sah(&k)
        };
        assert_eq!(Syarat::default().sah(&k), Err(SyaratSalah::Kosong));
        assert_eq!(s(|_| {}), Ok(()));
        assert_eq!(s(|s| s.peringkat_maks = Some(0)), Err(SyaratSalah::Peringkat));
        assert_eq!(s(|s| s.kategori_min = Some("Z".into())), Err(SyaratSalah::Kategori));
        assert_eq!(s(|s| s.ipp_min = Some(501)), Err(SyaratSalah::Nilai));
        assert_eq!(s(|s| s.tahun_beruntun = Some(2)), Err(SyaratSalah::BeruntunKosong));
        assert_eq!(s(|s| s.tahun_beruntun = Some(1)), Err(SyaratSalah::Beruntun));
        for c in CONTOH {
            let s = Syarat {
                peringkat_maks: c.peringkat_maks,
                kategori_min: c.kategori_min.map(Into::into),
                tahun_beruntun: c.tahun_beruntun,
                ..Syarat::default()
            };
            assert_eq!(s.sah(&k), Ok(()), "{}", c.kunci);
        }
    }

    #[test]
    fn findings_survive_the_way_into_the_database() {
        let t = Temuan { butir: Butir::Peringkat { ada: 2, harus: 3 }, terpenuhi: true, edisi_lain: false };
        let teks = serde_json::to_string(&t).unwrap();
        assert_eq!(serde_json::from_str::<Temuan>(&teks).unwrap(), t);
    }
}
