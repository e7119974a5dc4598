//! Anonim and Rahasia: two independent switches of the complainant (domain notes 3.3, one source).

use crate::kunci::berkunci;

/// What the complainant chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Samaran {
    /// The name is hidden from the agency that answers.
    pub anonim: bool,
    /// The report is hidden from the public.
    pub rahasia: bool,
}

berkunci! {
    pub enum Pembaca {
        /// With the code of the report.
        Pelapor = "pelapor",
        /// Pejabat penghubung and coordinator: of the agency too.
        Penghubung = "penghubung",
        /// The unit that answers.
        UnitPenjawab = "unit-penjawab",
        Umum = "umum",
    }
}

/// What a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terlihat {
    pub nama: bool,
    pub isi: bool,
}

impl Samaran {
    /// The public never sees a name. Anonymous means the whole agency, the coordinator too: the program itself carries notices to
    /// the complainant, so nobody there needs the name.
    #[must_use]
    pub fn bagi(self, pembaca: Pembaca) -> Terlihat {
        match pembaca {
            Pembaca::Pelapor => Terlihat { nama: true, isi: true },
            Pembaca::Penghubung | Pembaca::UnitPenjawab => Terlihat { nama: !self.anonim, isi: true },
            Pembaca::Umum => Terlihat { nama: false, isi: !self.rahasia },
        }
    }
}
