//! Why a payload is refused. Positions are bytes from 0 in the text that was read.

/// Tags are written with two digits, as in the payload.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahQris {
    #[error("panjang {0}; diharapkan paling banyak 512")]
    TerlaluPanjang(usize),
    #[error("huruf pada tempat {0} bukan ASCII yang dapat dicetak")]
    BukanAscii(usize),
    #[error("tempat {0}: diharapkan dua angka tanda dan dua angka panjang")]
    KepalaButir(usize),
    #[error("tanda {tanda:02} pada tempat {tempat}: panjang {panjang}, sisa teks hanya {sisa}")]
    Terpotong { tanda: u8, tempat: usize, panjang: usize, sisa: usize },
    #[error("tanda {0:02} dua kali")]
    Ganda(u8),
    #[error("tanda {0:02} tidak ada")]
    TidakAda(u8),
    #[error("butir pertama harus tanda 00 dengan isi 01")]
    Awal,
    #[error("butir terakhir harus tanda 63 dengan empat angka heksadesimal")]
    Akhir,
    #[error("CRC {tertulis:04X}; isi menghasilkan {hitung:04X}")]
    Crc { tertulis: u16, hitung: u16 },
    #[error("tanda {tanda:02}: isi \"{isi}\"; diharapkan {harap}")]
    Isi { tanda: u8, isi: String, harap: &'static str },
    #[error("tanda {tanda:02}: isi bertingkat salah: {salah}")]
    DiDalam { tanda: u8, salah: Box<SalahQris> },
    #[error("nominal \"{0}\"; diharapkan rupiah bulat 1 sampai 9999999999999 tanpa sen")]
    Nominal(String),
    #[error("tip tidak sesuai: tanda 55 menentukan tanda 56 atau 57")]
    Tip,
}

impl SalahQris {
    pub(super) fn isi(tanda: u8, isi: &str, harap: &'static str) -> Self {
        Self::Isi { tanda, isi: isi.chars().take(40).collect(), harap }
    }
}
