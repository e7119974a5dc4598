//! What counts as paid. PermenPANRB 92/2021: payment at a bank counter, or another electronic payment set by the
//! operator of the MPP; so the program keeps a bill and a proof, never money.
//!
//! A [`BuktiBayar`] is made by a cashier who is not the officer of the case, or from a callback whose signature the caller
//! has checked. Not from a QRIS payload: that is only a request.

use jiff::Timestamp;

use crate::qris::Nominal;

/// A person, by the 128 bits of the account's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PetugasId(pub u128);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagihan {
    pub nomor: String,
    pub nominal: Nominal,
    /// Who handles the case, and who did before; none of them may confirm its payment.
    pub pelaksana: Vec<PetugasId>,
}

/// A callback of the payment provider whose signature holds.
///
/// Only the code that checks signatures should make one; the type keeps the rest from passing unchecked bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanggilanSah {
    /// The provider's id of the transaction; the store keeps each once, so that a replay changes nothing.
    pub transaksi: String,
    pub tagihan: String,
    pub nominal: Nominal,
    pub saat: Timestamp,
}

/// Proof that a bill is paid; cannot be made outside this module except by its two functions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuktiBayar {
    tagihan: String,
    nominal: Nominal,
    saat: Timestamp,
    cara: CaraBayar,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaraBayar {
    LoketBank { kasir: PetugasId, kuitansi: String },
    Panggilan { transaksi: String },
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahBayar {
    #[error("kasir dan pelaksana pada satu tagihan tidak boleh orang yang sama")]
    OrangSama,
    #[error("nomor kuitansi kosong")]
    TanpaKuitansi,
    #[error("panggilan untuk tagihan \"{0}\", bukan tagihan ini")]
    TagihanLain(String),
    #[error("dibayar {dibayar} rupiah; tagihan {tagihan} rupiah")]
    NominalBeda { dibayar: u64, tagihan: u64 },
}

impl BuktiBayar {
    /// Confirmed by the cashier of the bank, with the number of the receipt.
    ///
    /// # Errors
    /// [`SalahBayar::OrangSama`], [`SalahBayar::TanpaKuitansi`], [`SalahBayar::NominalBeda`].
    pub fn kasir(t: &Tagihan, kasir: PetugasId, kuitansi: &str, dibayar: Nominal, saat: Timestamp) -> Result<Self, SalahBayar> {
        if t.pelaksana.contains(&kasir) {
            return Err(SalahBayar::OrangSama);
        }
        if kuitansi.trim().is_empty() {
            return Err(SalahBayar::TanpaKuitansi);
        }
        Self::sama(t, dibayar, saat, CaraBayar::LoketBank { kasir, kuitansi: kuitansi.trim().to_owned() })
    }

    /// From a callback with a valid signature.
    ///
    /// # Errors
    /// [`SalahBayar::TagihanLain`], [`SalahBayar::NominalBeda`].
    pub fn panggilan(t: &Tagihan, p: PanggilanSah) -> Result<Self, SalahBayar> {
        if p.tagihan != t.nomor {
            return Err(SalahBayar::TagihanLain(p.tagihan));
        }
        Self::sama(t, p.nominal, p.saat, CaraBayar::Panggilan { transaksi: p.transaksi })
    }

    fn sama(t: &Tagihan, dibayar: Nominal, saat: Timestamp, cara: CaraBayar) -> Result<Self, SalahBayar> {
        if dibayar != t.nominal {
            return Err(SalahBayar::NominalBeda { dibayar: dibayar.rupiah(), tagihan: t.nominal.rupiah() });
        }
        Ok(Self { tagihan: t.nomor.clone(), nominal: dibayar, saat, cara })
    }

    #[must_use]
    pub fn tagihan(&self) -> &str {
        &self.tagihan
    }

    #[must_use]
    pub fn nominal(&self) -> Nominal {
        self.nominal
    }

    #[must_use]
    pub fn saat(&self) -> Timestamp {
        self.saat
    }

    #[must_use]
    pub fn cara(&self) -> &CaraBayar {
        &self.cara
    }
}
