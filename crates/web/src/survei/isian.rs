//! What was typed into a questionnaire that comes back, and what is wrong with it. Parsing is in `terima`.

use uuid::Uuid;

use super::kepala::Kepala;

/// The state of the form: empty at the first showing ([`Isian::default`]).
#[derive(Clone, Debug, Default)]
pub struct Isian {
    /// Id of the answer; `None` leaves the marker in the page.
    pub id: Option<Uuid>,
    /// Field name and what was sent for it.
    pub nilai: Vec<(String, String)>,
    pub salah: Vec<Salah>,
    pub pesan: Option<Pesan>,
    pub cara: Cara,
    /// Number of the service that the person came for, where that is known: the page says it instead of asking.
    pub layanan: Option<i64>,
}

/// How the person came to the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cara {
    #[default]
    Biasa,
    Kios,
    /// By a one-use link with this secret.
    Tautan(String),
}

/// A fault at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salah {
    pub medan: String,
    pub sebab: Sebab,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sebab {
    /// A question without an answer.
    Kosong,
    /// A value that the page does not offer.
    LuarPilihan,
    /// A suggestion longer than the form takes.
    TerlaluPanjang,
}

/// Why the whole form came back though every field may be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pesan {
    /// Another answer was sent from this very page.
    SudahTerkirim,
    /// Too many answers from this network for now.
    TerlaluBanyak,
    /// The server is busy; sending again will do.
    Penuh,
    /// The form stamp is not ours.
    StempelPalsu,
    /// The page was kept longer than it is good for.
    StempelLama,
}

impl Isian {
    #[must_use]
    pub fn teks(&self, medan: &str) -> &str {
        self.nilai.iter().find(|(n, _)| n == medan).map_or("", |(_, v)| v)
    }

    #[must_use]
    pub fn terpilih(&self, medan: &str, nilai: impl ToString) -> bool {
        self.teks(medan) == nilai.to_string()
    }

    #[must_use]
    pub fn sebab(&self, medan: &str) -> Option<Sebab> {
        self.salah.iter().find(|s| s.medan == medan).map(|s| s.sebab)
    }

    #[must_use]
    pub fn ada_salah(&self) -> bool {
        !self.salah.is_empty() || self.pesan.is_some()
    }
}

impl Sebab {
    #[must_use]
    pub fn teks(self, h: &Kepala) -> String {
        h.s(match self {
            Self::Kosong => "survei-salah-kosong",
            Self::LuarPilihan => "survei-salah-pilihan",
            Self::TerlaluPanjang => "survei-salah-panjang",
        })
    }
}

impl Pesan {
    #[must_use]
    pub fn judul(self, h: &Kepala) -> String {
        h.s(match self {
            Self::SudahTerkirim => "survei-pesan-sudah",
            Self::TerlaluBanyak => "survei-pesan-banyak",
            Self::Penuh => "survei-pesan-penuh",
            Self::StempelPalsu => "survei-pesan-palsu",
            Self::StempelLama => "survei-pesan-lama",
        })
    }

    #[must_use]
    pub fn teks(self, h: &Kepala) -> String {
        h.s(match self {
            Self::SudahTerkirim => "survei-pesan-sudah-isi",
            Self::TerlaluBanyak => "survei-pesan-banyak-isi",
            Self::Penuh => "survei-pesan-penuh-isi",
            Self::StempelPalsu => "survei-pesan-palsu-isi",
            Self::StempelLama => "survei-pesan-lama-isi",
        })
    }
}
