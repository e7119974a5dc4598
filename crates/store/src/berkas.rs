//! The content check of uploaded files: what they are by their bytes, never by their name.
//!
//! Pure: bytes in, a checked [`Berkas`] out, and nothing else in the program can make one. Images come out without
//! metadata (place, device, thumbnail, comments); only their orientation stays. No disk, no database here.

mod aktif;
mod exif;
mod halaman;
mod jpeg;
mod kantor;
mod pdf;
mod png;
mod rupa;
mod suara;
mod token;
#[cfg(test)]
mod uji;
#[cfg(test)]
mod uji_halaman;
mod webp;

pub use rupa::Rupa;
pub use suara::{Suara, TipeSuara, UKURAN_MAKS as SUARA_MAKS, periksa_suara};

/// 20 MB a file (issue "Foundation").
pub const UKURAN_MAKS: usize = 20 * 1024 * 1024;

/// Pages of a PDF from somebody without an account (applicants, complainants): what an officer can read at a desk. A decision of
/// this program; the forms tell it.
pub const HALAMAN_MAKS: usize = 200;
/// Pixels of a picture: more than any telephone takes in 20 MB, and what a browser can still show.
pub const PIKSEL_MAKS: u64 = 128_000_000;

/// What is accepted as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tipe {
    Pdf,
    Jpeg,
    Png,
    Webp,
    Xlsx,
    Docx,
}

impl Tipe {
    pub const SEMUA: [Self; 6] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp, Self::Xlsx, Self::Docx];

    /// Media type, as it is stored and sent.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    #[must_use]
    pub fn dari_mime(mime: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.mime() == mime)
    }

    /// Endings a name of this type may have; the first is given to names that have none.
    #[must_use]
    pub fn akhiran(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Xlsx => &["xlsx"],
            Self::Docx => &["docx"],
        }
    }

    /// Whether a browser may show it in its window (in a sandbox); office files are only downloaded.
    #[must_use]
    pub fn dapat_dilihat(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Docx)
    }
}

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahBerkas {
    #[error("empty")]
    Kosong,
    #[error("over the size limit")]
    TerlaluBesar,
    #[error("not a type that is accepted")]
    TipeTakDiterima,
    /// Nor is this, whatever its name says.
    #[error("not a type that is accepted: {0:?}")]
    Lain(Rupa),
    /// Binary Word or Excel of before 2007, or a document under a password: both are the same container.
    #[error("old or encrypted office document")]
    KantorLama,
    #[error("cut off before its end")]
    Terpotong,
    #[error("damaged")]
    Rusak,
    #[error("holds macros or active content")]
    Makro,
    /// A PDF with JavaScript, an order to start a program, or a form that is a program.
    #[error("a PDF that runs something")]
    Aktif,
    #[error("unpacks to too much")]
    TerlaluMengembang,
    /// A picture that no browser should unpack: a few bytes may say that it is gigabytes large.
    #[error("a picture of more than {PIKSEL_MAKS} pixels")]
    TerlaluLuas,
    #[error("more than {HALAMAN_MAKS} pages")]
    TerlaluBanyakHalaman,
    /// No reader would find a page.
    #[error("a PDF without a readable page")]
    TakTerbaca,
    #[error("a PDF that asks for a password")]
    Terkunci,
}

impl SalahBerkas {
    /// Catalogue key of what to say.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Kosong => "bukti-salah-kosong",
            Self::TerlaluBesar => "bukti-salah-terlalu-besar",
            Self::TipeTakDiterima => "bukti-salah-tipe",
            Self::Lain(rupa) => rupa.kunci(),
            Self::KantorLama => "bukti-salah-kantor-lama",
            Self::Terpotong => "bukti-salah-terpotong",
            Self::Rusak => "bukti-salah-rusak",
            Self::Makro => "bukti-salah-makro",
            Self::Aktif => "bukti-salah-pdf-aktif",
            Self::TerlaluLuas => "bukti-salah-terlalu-luas",
            Self::TerlaluMengembang => "bukti-salah-terlalu-mengembang",
            Self::TerlaluBanyakHalaman => "bukti-salah-halaman",
            Self::TakTerbaca => "bukti-salah-pdf-tak-terbaca",
            Self::Terkunci => "bukti-salah-pdf-terkunci",
        }
    }
}

/// A file whose content was checked and cleaned. Only [`periksa`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Berkas {
    tipe: Tipe,
    isi: Vec<u8>,
}

impl Berkas {
    #[must_use]
    pub fn tipe(&self) -> Tipe {
        self.tipe
    }

    /// The bytes to store: for images without metadata, so not always the bytes that were sent.
    #[must_use]
    pub fn isi(&self) -> &[u8] {
        &self.isi
    }
}

/// Checks type, size and completeness, and cleans images.
pub fn periksa(isi: Vec<u8>) -> Result<Berkas, SalahBerkas> {
    if isi.is_empty() {
        return Err(SalahBerkas::Kosong);
    }
    if isi.len() > UKURAN_MAKS {
        return Err(SalahBerkas::TerlaluBesar);
    }
    let lain = |isi: &[u8]| Rupa::dari(isi).map_or(SalahBerkas::TipeTakDiterima, SalahBerkas::Lain);
    let (tipe, isi) = match kenali(&isi).ok_or_else(|| lain(&isi))? {
        Kepala::Pdf => (Tipe::Pdf, pdf::periksa(&isi).and_then(|()| aktif::periksa(&isi)).map(|()| isi)?),
        Kepala::Jpeg => (Tipe::Jpeg, jpeg::bersihkan(&isi)?),
        Kepala::Png => (Tipe::Png, png::bersihkan(isi)?),
        Kepala::Webp => (Tipe::Webp, webp::bersihkan(isi)?),
        Kepala::Zip => match kantor::periksa(&isi) {
            Err(SalahBerkas::TipeTakDiterima) => return Err(lain(&isi)),
            hasil => (hasil?, isi),
        },
        Kepala::Ole => return Err(SalahBerkas::KantorLama),
    };
    Ok(Berkas { tipe, isi })
}

/// The same for files of people without an account: a PDF must be readable and have at most [`HALAMAN_MAKS`] pages.
///
/// # Errors
/// As [`periksa`]; `TerlaluBanyakHalaman`, `TakTerbaca`, `Terkunci`.
pub fn periksa_kiriman(isi: Vec<u8>) -> Result<Berkas, SalahBerkas> {
    let b = periksa(isi)?;
    if b.tipe == Tipe::Pdf && halaman::halaman(&b.isi)? > HALAMAN_MAKS {
        return Err(SalahBerkas::TerlaluBanyakHalaman);
    }
    Ok(b)
}

enum Kepala {
    Pdf,
    Jpeg,
    Png,
    Webp,
    Zip,
    Ole,
}

/// Refuses a picture that would fill the memory of whoever looks at it.
fn luas(lebar: u32, tinggi: u32) -> Result<(), SalahBerkas> {
    if u64::from(lebar) * u64::from(tinggi) > PIKSEL_MAKS { Err(SalahBerkas::TerlaluLuas) } else { Ok(()) }
}

fn kenali(isi: &[u8]) -> Option<Kepala> {
    let mulai = |kepala: &[u8]| isi.starts_with(kepala);
    if mulai(b"%PDF-") || mulai(b"\xEF\xBB\xBF%PDF-") {
        Some(Kepala::Pdf)
    } else if mulai(&[0xFF, 0xD8, 0xFF]) {
        Some(Kepala::Jpeg)
    } else if mulai(b"\x89PNG\r\n\x1a\n") {
        Some(Kepala::Png)
    } else if mulai(b"RIFF") && isi.get(8..12) == Some(b"WEBP") {
        Some(Kepala::Webp)
    } else if mulai(b"PK\x03\x04") {
        Some(Kepala::Zip)
    } else if mulai(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        Some(Kepala::Ole)
    } else {
        None
    }
}
