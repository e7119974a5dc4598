//! Konsultasi: a talk at an agreed time, or a thread of messages, folded from its steps. Nothing is decided here about a right or a
//! case; what is asked as a complaint is [`crate::pengaduan`].

use jiff::civil::DateTime;

use crate::kunci::berkunci;

berkunci! {
    /// How it is held.
    pub enum Cara {
        /// A thread of messages.
        Pesan = "pesan",
        /// A talk at a time that both sides agreed.
        Temu = "temu",
    }
}

berkunci! {
    pub enum Pihak {
        Pemohon = "pemohon",
        Petugas = "petugas",
    }
}

/// What can happen. Times are local.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    Pesan(Pihak),
    /// Proposes a time; the other side accepts it or proposes another.
    Usul(Pihak, DateTime),
    /// Accepts the time that the other side proposed.
    Sepakati(Pihak),
    Selesai(Pihak),
    Batal(Pihak),
    /// The person did not come to the agreed talk.
    TidakHadir,
    /// The one who asked goes on after the end, in words. Until when is the caller's to ask.
    BukaKembali,
}

berkunci! {
    /// How it stands.
    pub enum Keadaan {
        /// The unit is to answer, or to confirm a time.
        MenungguUnit = "menunggu-unit",
        /// The person is to read, or to accept a time.
        MenungguPemohon = "menunggu-pemohon",
        Disepakati = "disepakati",
        Selesai = "selesai",
        Batal = "batal",
        TidakHadir = "tidak-hadir",
    }
}

impl Keadaan {
    #[must_use]
    pub fn berakhir(self) -> bool {
        matches!(self, Self::Selesai | Self::Batal | Self::TidakHadir)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahLangkah {
    #[error("konsultasi sudah berakhir")]
    Berakhir,
    #[error("konsultasi belum berakhir")]
    BelumBerakhir,
    #[error("waktu hanya disepakati untuk konsultasi tatap muka")]
    BukanTemu,
    #[error("tidak ada usul waktu dari pihak lain")]
    TanpaUsul,
    #[error("waktu yang disepakati belum lewat")]
    BelumLewat,
    #[error("waktu yang diusulkan sudah lewat")]
    SudahLewat,
}

/// A consultation as its steps made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Konsultasi {
    pub cara: Cara,
    pub keadaan: Keadaan,
    /// The open proposal and who made it.
    pub usul: Option<(Pihak, DateTime)>,
    pub sepakat: Option<DateTime>,
}

impl Konsultasi {
    /// As it is asked for: with a wished time when it is a talk.
    #[must_use]
    pub fn baru(cara: Cara, waktu: Option<DateTime>) -> Self {
        let usul = waktu.filter(|_| cara == Cara::Temu).map(|w| (Pihak::Pemohon, w));
        Self { cara, keadaan: Keadaan::MenungguUnit, usul, sepakat: None }
    }

    /// One step at the local time `kini`; refused, nothing changed. `None` for a step that was accepted in its time.
    ///
    /// # Errors
    /// See [`SalahLangkah`].
    pub fn terapkan(&mut self, l: Langkah, kini: Option<DateTime>) -> Result<(), SalahLangkah> {
        if self.keadaan.berakhir() != (l == Langkah::BukaKembali) {
            return Err(if self.keadaan.berakhir() { SalahLangkah::Berakhir } else { SalahLangkah::BelumBerakhir });
        }
        let menunggu = |p| if p == Pihak::Pemohon { Keadaan::MenungguUnit } else { Keadaan::MenungguPemohon };
        match l {
            // A message does not undo an agreed time.
            Langkah::Pesan(p) => self.keadaan = if self.sepakat.is_some() { Keadaan::Disepakati } else { menunggu(p) },
            Langkah::Usul(..) | Langkah::Sepakati(_) | Langkah::TidakHadir if self.cara != Cara::Temu => {
                return Err(SalahLangkah::BukanTemu);
            }
            Langkah::Usul(_, w) if kini.is_some_and(|k| w <= k) => return Err(SalahLangkah::SudahLewat),
            Langkah::Usul(p, w) => (self.usul, self.sepakat, self.keadaan) = (Some((p, w)), None, menunggu(p)),
            Langkah::Sepakati(p) => match self.usul.filter(|(dari, _)| *dari != p) {
                Some((_, w)) if kini.is_some_and(|k| w <= k) => return Err(SalahLangkah::SudahLewat),
                Some((_, w)) => (self.usul, self.sepakat, self.keadaan) = (None, Some(w), Keadaan::Disepakati),
                None => return Err(SalahLangkah::TanpaUsul),
            },
            Langkah::TidakHadir => match self.sepakat {
                Some(w) if kini.is_none_or(|k| k > w) => self.keadaan = Keadaan::TidakHadir,
                _ => return Err(SalahLangkah::BelumLewat),
            },
            Langkah::BukaKembali => (self.usul, self.sepakat, self.keadaan) = (None, None, Keadaan::MenungguUnit),
            Langkah::Selesai(_) => self.keadaan = Keadaan::Selesai,
            Langkah::Batal(_) => self.keadaan = Keadaan::Batal,
        }
        Ok(())
    }
}
