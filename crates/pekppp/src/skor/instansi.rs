//! IPP of an instansi: the mean of the unrounded indices of its unit lokus.
//!
//! Lives here: the mean and its category. Must not live here: which units belong to it.

use serde::{Deserialize, Serialize};

use super::{HasilAkhir, SalahMasukan};
use crate::{edisi::Edisi, nilai::Ipp, pecahan::Pecahan};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HasilInstansi {
    pub hasil: HasilAkhir,
    pub unit: usize,
}

/// # Errors
/// `TanpaUnit` when the list is empty.
pub fn hitung_instansi(edisi: &Edisi, unit: &[Ipp]) -> Result<HasilInstansi, SalahMasukan> {
    let rata = Pecahan::rata_rata(unit.iter().map(Ipp::pecahan)).ok_or(SalahMasukan::TanpaUnit)?;
    let hasil = Ipp::baru(rata).ok().and_then(|ipp| HasilAkhir::dari(edisi, ipp)).ok_or(SalahMasukan::TanpaUnit)?;
    Ok(HasilInstansi { hasil, unit: unit.len() })
}
