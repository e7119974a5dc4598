//! A case folded from its steps. A step that does not fit is refused with the reason; nothing changes then.

use jiff::civil::Date;

use super::langkah::{Keadaan, Langkah, Peristiwa};

/// What is to be paid for the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bayar {
    /// Nothing, or the bill was called off.
    Tidak,
    Menunggu,
    Lunas,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SalahLangkah {
    #[error("langkah {langkah} tidak dapat dari keadaan {keadaan}")]
    TidakDapat { langkah: Langkah, keadaan: Keadaan },
    #[error("tagihan belum dibayar")]
    BelumLunas,
    #[error("tagihan sudah dibayar; permohonan tidak dapat dibatalkan sendiri")]
    SudahBayar,
    #[error("langkah pada {0} sebelum langkah terakhir {1}")]
    Mundur(Date, Date),
}

/// A case as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permohonan {
    pub(super) diterima: Date,
    pub(super) hari_kerja: Option<u32>,
    keadaan: Keadaan,
    terakhir: Date,
    /// Days after the first up to and including the second were the applicant's; `None`: still are.
    pub(super) jeda: Vec<(Date, Option<Date>)>,
    /// The day on which the office had done what it promised.
    pub(super) tuntas: Option<Date>,
}

impl Permohonan {
    /// Received on a local day. `hari_kerja`: what the standard of the service promises; `None` where it names no working days.
    #[must_use]
    pub fn terima(tanggal: Date, hari_kerja: Option<u32>) -> Self {
        Self { diterima: tanggal, hari_kerja, keadaan: Keadaan::Diterima, terakhir: tanggal, jeda: Vec::new(), tuntas: None }
    }

    /// Received, then every step in order. Bills are not looked at: what is stored was allowed when it was stored.
    ///
    /// # Errors
    /// See [`SalahLangkah`]: the stored steps do not fit one another.
    pub fn lipat(tanggal: Date, hari_kerja: Option<u32>, langkah: impl IntoIterator<Item = Peristiwa>) -> Result<Self, SalahLangkah> {
        let mut p = Self::terima(tanggal, hari_kerja);
        for l in langkah {
            p.terapkan(l, Bayar::Tidak)?;
        }
        Ok(p)
    }

    #[must_use]
    pub fn keadaan(&self) -> Keadaan {
        self.keadaan
    }

    /// Where a step would lead.
    ///
    /// # Errors
    /// See [`SalahLangkah`].
    pub fn ke(&self, langkah: Langkah, bayar: Bayar) -> Result<Keadaan, SalahLangkah> {
        use {Keadaan as K, Langkah as L};
        let kini = self.keadaan;
        let ke = match (langkah, kini) {
            (L::Periksa, K::Diterima | K::Diperbaiki) => K::Diperiksa,
            (L::MintaPerbaikan, K::Diperiksa | K::Diproses) => K::PerluPerbaikan,
            (L::Perbaiki, K::PerluPerbaikan) => K::Diperbaiki,
            (L::Proses, K::Diperiksa) => K::Diproses,
            (L::Setujui, K::Diproses) => K::Disetujui,
            (L::Tolak, K::Diperiksa | K::Diproses) => K::Ditolak,
            // A payment may have been taken back after the product was ready.
            (L::Siap, K::Disetujui) | (L::Serahkan, K::SiapDiambil) if bayar == Bayar::Menunggu => return Err(SalahLangkah::BelumLunas),
            (L::Siap, K::Disetujui) => K::SiapDiambil,
            (L::Serahkan, K::SiapDiambil) => K::Selesai,
            (L::Alihkan, k) if k.berjalan() || k == K::SiapDiambil => k,
            (L::Batalkan, K::Diterima | K::Diperiksa | K::PerluPerbaikan | K::Diperbaiki | K::Diproses) if bayar == Bayar::Lunas => {
                return Err(SalahLangkah::SudahBayar);
            }
            (L::Batalkan, K::Diterima | K::Diperiksa | K::PerluPerbaikan | K::Diperbaiki | K::Diproses) => K::Dibatalkan,
            (L::Arsipkan, K::Selesai | K::Ditolak | K::Dibatalkan) => K::Diarsipkan,
            _ => return Err(SalahLangkah::TidakDapat { langkah, keadaan: kini }),
        };
        Ok(ke)
    }

    /// Takes a step.
    ///
    /// # Errors
    /// See [`SalahLangkah`]; the case stays as it was.
    pub fn terapkan(&mut self, p: Peristiwa, bayar: Bayar) -> Result<Keadaan, SalahLangkah> {
        if p.tanggal < self.terakhir {
            return Err(SalahLangkah::Mundur(p.tanggal, self.terakhir));
        }
        let ke = self.ke(p.langkah, bayar)?;
        match (p.langkah, self.jeda.last_mut()) {
            (Langkah::MintaPerbaikan, _) => self.jeda.push((p.tanggal, None)),
            (Langkah::Perbaiki, Some(jeda)) => jeda.1 = Some(p.tanggal),
            _ => {}
        }
        if !ke.berjalan() {
            self.tuntas = self.tuntas.or(Some(p.tanggal));
        }
        (self.keadaan, self.terakhir) = (ke, p.tanggal);
        Ok(ke)
    }

    /// Every step that can be taken now.
    pub fn langkah(&self, bayar: Bayar) -> impl Iterator<Item = Langkah> + '_ {
        Langkah::SEMUA.iter().copied().filter(move |l| self.ke(*l, bayar).is_ok())
    }
}
