//! What every page of one survey shares: whose it is, in which language, where its parts live. Under the name `h` in the
//! templates of `survei/`. No questions here.

use jiff::civil::Date;

use super::bahasa::BahasaSurvei;
use crate::{aset, bahasa::Arg, format};

/// Which survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Jenis {
    /// Form 3 of PEKPPP.
    F03,
    /// Survei Kepuasan Masyarakat, PermenPANRB 14/2017.
    Skm,
}

/// One survey in one language.
#[derive(Clone, Debug)]
pub struct Kepala {
    pub jenis: Jenis,
    pub token: String,
    pub unit: String,
    pub instansi: String,
    pub bahasa: BahasaSurvei,
    /// The unit or its figures are invented; every page says so.
    pub ilustrasi: bool,
}

/// One language to choose.
pub struct PilihanBahasa {
    pub kode: &'static str,
    pub nama: String,
    pub kini: bool,
}

impl Kepala {
    /// `/skm/abc`: the page of the questions; all other addresses of the survey begin with it.
    #[must_use]
    pub fn dasar(&self) -> String {
        let jenis = match self.jenis {
            Jenis::F03 => "f03",
            Jenis::Skm => "skm",
        };
        format!("/{jenis}/{}", self.token)
    }

    /// An address of this survey that keeps the language: `h.ke("/terima-kasih")`.
    #[must_use]
    pub fn ke(&self, bagian: &str) -> String {
        match self.bahasa {
            BahasaSurvei::Id => format!("{}{bagian}", self.dasar()),
            lain => format!("{}{bagian}?bahasa={}", self.dasar(), lain.kode()),
        }
    }

    #[must_use]
    pub fn s(&self, kunci: &str) -> String {
        self.bahasa.s(kunci)
    }

    #[must_use]
    pub fn n(&self, kunci: &str, nama: &'static str, nilai: impl ToString) -> String {
        self.bahasa.a(kunci, [(nama, nilai.to_string().into())])
    }

    #[must_use]
    pub fn a<const N: usize>(&self, kunci: &str, args: [(&'static str, Arg<'_>); N]) -> String {
        self.bahasa.a(kunci, args)
    }

    /// The text of a key with `{nama}` where a value goes, for the script to put in.
    #[must_use]
    pub fn lubang<const N: usize>(&self, kunci: &str, nama: &[&'static str; N]) -> String {
        self.bahasa.a(kunci, nama.map(|n| (n, format!("{{{n}}}").into())))
    }

    /// `21 November 2026`; in the regional languages with Indonesian names of months.
    #[must_use]
    pub fn tanggal(&self, hari: &Date) -> String {
        format::tanggal(self.bahasa.umum(), *hari)
    }

    #[must_use]
    pub fn aset(&self, nama: &str) -> String {
        aset::aset(nama)
    }

    #[must_use]
    pub fn pilihan_bahasa(&self) -> Vec<PilihanBahasa> {
        BahasaSurvei::SEMUA
            .into_iter()
            .map(|b| PilihanBahasa { kode: b.kode(), nama: b.s("survei-nama-bahasa"), kini: b == self.bahasa })
            .collect()
    }

    /// Title of the survey.
    #[must_use]
    pub fn judul(&self) -> String {
        match self.jenis {
            Jenis::F03 => self.s("survei-judul-f03"),
            Jenis::Skm => self.s("survei-judul-skm"),
        }
    }

    /// Whether the words are a translation that the page must mark.
    #[must_use]
    pub fn terjemahan(&self) -> bool {
        self.bahasa != BahasaSurvei::Id
    }

    /// The Indonesian mark of a translation nobody checked, for the regional languages.
    #[must_use]
    pub fn tanda_belum_diperiksa(&self) -> Option<String> {
        self.bahasa.belum_diperiksa().then(|| BahasaSurvei::Id.s("survei-belum-diperiksa"))
    }
}
