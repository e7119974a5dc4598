//! A payload whose objects have all been checked, and what can be asked of it.

use super::{
    crc::crc16,
    nilai::Nominal,
    periksa::{bertingkat, periksa, persen},
    salah::SalahQris,
    tlv::{Butir, baca_butir, tulis_butir},
};
use crate::kunci::berkunci;

berkunci! {
    pub enum Jenis {
        /// For many payments; usually the payer types the amount.
        Statis = "statis",
        /// For one bill.
        Dinamis = "dinamis",
    }
}

/// A tip or fee on top of the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tip {
    Ditanya,
    Tetap(Nominal),
    /// Hundredths of a percent.
    Persen(u16),
}

/// Whom to pay: what the acquirer gave the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pedagang<'a> {
    /// Objects 26 to 51 as the acquirer issued them.
    pub rekening: &'a [Butir],
    /// Merchant category, four digits.
    pub mcc: &'a str,
    /// At most 25 characters.
    pub nama: &'a str,
    /// At most 15 characters.
    pub kota: &'a str,
    pub kode_pos: Option<&'a str>,
}

/// The objects without the checksum, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Muatan {
    butir: Vec<Butir>,
}

const CRC: u8 = 63;

impl Muatan {
    /// Reads and checks a payload. The checksum is where the objects end, not wherever "6304" is found.
    ///
    /// # Errors
    /// See [`SalahQris`]. Nothing is mended.
    pub fn baca(teks: &str) -> Result<Self, SalahQris> {
        let mut butir = baca_butir(teks)?;
        let akhir = butir.pop().filter(|b| b.tanda == CRC && b.isi.len() == 4).ok_or(SalahQris::Akhir)?;
        let heks = akhir.isi.bytes().all(|b| b.is_ascii_hexdigit());
        let tertulis = u16::from_str_radix(&akhir.isi, 16).ok().filter(|_| heks).ok_or(SalahQris::Akhir)?;
        let hitung = crc16(teks.as_bytes().get(..teks.len() - 4).unwrap_or_default());
        if tertulis != hitung {
            return Err(SalahQris::Crc { tertulis, hitung });
        }
        Self::dari(butir)
    }

    /// A static payload for this merchant.
    ///
    /// # Errors
    /// See [`SalahQris`].
    pub fn statis(p: &Pedagang<'_>) -> Result<Self, SalahQris> {
        let mut butir = vec![Butir::baru(0, "01")?, Butir::baru(1, "11")?];
        butir.extend_from_slice(p.rekening);
        for (tanda, isi) in [(52, p.mcc), (53, "360"), (58, "ID"), (59, p.nama), (60, p.kota)] {
            butir.push(Butir::baru(tanda, isi)?);
        }
        if let Some(kode) = p.kode_pos {
            butir.push(Butir::baru(61, kode)?);
        }
        Self::dari(butir)
    }

    fn dari(butir: Vec<Butir>) -> Result<Self, SalahQris> {
        periksa(&butir)?;
        let m = Self { butir };
        let mut tanda: Vec<u8> = m.butir.iter().map(|b| b.tanda).collect();
        tanda.sort_unstable();
        if let Some(ganda) = tanda.windows(2).find(|w| w.first() == w.last()).and_then(|w| w.first()) {
            return Err(SalahQris::Ganda(*ganda));
        }
        match m.tulis().len() {
            panjang if panjang > super::tlv::PANJANG_MAKS => Err(SalahQris::TerlaluPanjang(panjang)),
            _ => Ok(m),
        }
    }

    /// The same merchant for one bill: dynamic, with the amount and the number of the bill (at most 25 characters).
    /// Tips and other additions of the static payload are not taken over.
    ///
    /// # Errors
    /// See [`SalahQris`].
    pub fn untuk_tagihan(&self, nominal: Nominal, tagihan: &str) -> Result<Self, SalahQris> {
        if tagihan.is_empty() || tagihan.len() > 25 {
            return Err(SalahQris::isi(62, tagihan, "nomor tagihan 1 sampai 25 huruf"));
        }
        let tambahan = tulis_butir(&[Butir::baru(1, tagihan)?]);
        let mut butir: Vec<Butir> = self.butir.iter().filter(|b| !matches!(b.tanda, 1 | 54..=57 | 62)).cloned().collect();
        butir.push(Butir::baru(1, "12")?);
        butir.push(Butir::baru(54, nominal.rupiah().to_string())?);
        butir.push(Butir::baru(62, tambahan)?);
        butir.sort_by_key(|b| b.tanda);
        Self::dari(butir)
    }

    /// The text to show as a QR code.
    #[must_use]
    pub fn tulis(&self) -> String {
        let isi = format!("{}6304", tulis_butir(&self.butir));
        format!("{isi}{:04X}", crc16(isi.as_bytes()))
    }

    /// `Statis` where the payload does not say.
    #[must_use]
    pub fn jenis(&self) -> Jenis {
        if self.isi(1) == Some("12") { Jenis::Dinamis } else { Jenis::Statis }
    }

    #[must_use]
    pub fn nominal(&self) -> Option<Nominal> {
        self.isi(54).and_then(|i| Nominal::baca(i).ok())
    }

    #[must_use]
    pub fn tip(&self) -> Option<Tip> {
        match self.isi(55)? {
            "02" => self.isi(56).and_then(|i| Nominal::baca(i).ok()).map(Tip::Tetap),
            "03" => self.isi(57).and_then(persen).map(Tip::Persen),
            _ => Some(Tip::Ditanya),
        }
    }

    #[must_use]
    pub fn nama(&self) -> &str {
        self.isi(59).unwrap_or_default()
    }

    #[must_use]
    pub fn kota(&self) -> &str {
        self.isi(60).unwrap_or_default()
    }

    /// The national merchant id: 02 inside the account of `ID.CO.QRIS.WWW` (51).
    #[must_use]
    pub fn nmid(&self) -> Option<String> {
        self.dalam(51, 2)
    }

    #[must_use]
    pub fn tagihan(&self) -> Option<String> {
        self.dalam(62, 1)
    }

    #[must_use]
    pub fn rujukan(&self) -> Option<String> {
        self.dalam(62, 5)
    }

    #[must_use]
    pub fn terminal(&self) -> Option<String> {
        self.dalam(62, 7)
    }

    /// Every object but the checksum, in order.
    #[must_use]
    pub fn butir(&self) -> &[Butir] {
        &self.butir
    }

    fn isi(&self, tanda: u8) -> Option<&str> {
        self.butir.iter().find(|b| b.tanda == tanda).map(|b| b.isi.as_str())
    }

    fn dalam(&self, tanda: u8, anak: u8) -> Option<String> {
        let b = self.butir.iter().find(|b| b.tanda == tanda)?;
        bertingkat(b).ok()?.into_iter().find(|d| d.tanda == anak).map(|d| d.isi)
    }
}
