//! Numbers of tickets: unique per gerai, service and local date. The store takes the next one from a counter row in the
//! transaction that writes the ticket; here is only what the next one is and how it is written.

use std::fmt;

use jiff::{Timestamp, civil::Date, tz::Offset};

use crate::kunci::berkunci;

macro_rules! id {
    ($($(#[$m:meta])* $nama:ident),+) => {$(
        $(#[$m])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $nama(pub u128);
    )+};
}
id!(
    /// A gerai, by the 128 bits of its id.
    GeraiId,
    /// A service.
    LayananId,
    /// A counter of a gerai at which one officer works.
    LoketId,
    /// A ticket.
    TiketId
);

berkunci! {
    /// The three time zones (Keppres 41/1987). None has daylight saving.
    pub enum Zona {
        Wib = "WIB",
        Wita = "WITA",
        Wit = "WIT",
    }
}

impl Zona {
    #[must_use]
    pub fn selisih(self) -> Offset {
        Offset::constant(match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        })
    }

    /// The local day. At 15:00 UTC it is already tomorrow in Jayapura.
    #[must_use]
    pub fn tanggal(self, saat: Timestamp) -> Date {
        self.selisih().to_datetime(saat).date()
    }
}

/// The highest number of a gerai and service on one day: four digits can still be read from afar.
pub const NOMOR_MAKS: u32 = 9999;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahNomor {
    #[error("awalan \"{0}\"; diharapkan satu sampai tiga huruf A sampai Z")]
    Awalan(String),
    #[error("nomor hari ini habis: sudah sampai {NOMOR_MAKS}")]
    Habis,
}

/// One to three capital letters before the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Awalan([u8; 3]);

impl Awalan {
    /// Lower-case letters are taken as capitals.
    ///
    /// # Errors
    /// [`SalahNomor::Awalan`].
    pub fn baru(teks: &str) -> Result<Self, SalahNomor> {
        let mut huruf = [0; 3];
        if teks.is_empty() || teks.len() > 3 || !teks.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(SalahNomor::Awalan(teks.chars().take(20).collect()));
        }
        huruf.iter_mut().zip(teks.bytes()).for_each(|(ke, b)| *ke = b.to_ascii_uppercase());
        Ok(Self(huruf))
    }
}

impl fmt::Display for Awalan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().filter(|b| **b != 0).try_for_each(|b| fmt::Write::write_char(f, char::from(*b)))
    }
}

/// What makes a ticket unique: no two tickets share all four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nomor {
    pub gerai: GeraiId,
    pub layanan: LayananId,
    /// Local day of the hall.
    pub tanggal: Date,
    /// From 1.
    pub urut: u32,
}

impl Nomor {
    /// As on the board: `A-023`; from 1000 on four digits.
    #[must_use]
    pub fn tampil(&self, awalan: Awalan) -> String {
        format!("{awalan}-{:03}", self.urut)
    }
}

/// The number after `terakhir`, the last one given today for this gerai and service (`None`: the first of the day).
///
/// # Errors
/// [`SalahNomor::Habis`] after [`NOMOR_MAKS`]; a number is never given twice.
pub fn nomor_berikut(gerai: GeraiId, layanan: LayananId, tanggal: Date, terakhir: Option<u32>) -> Result<Nomor, SalahNomor> {
    let urut = terakhir.unwrap_or(0).checked_add(1).filter(|n| *n <= NOMOR_MAKS).ok_or(SalahNomor::Habis)?;
    Ok(Nomor { gerai, layanan, tanggal, urut })
}
