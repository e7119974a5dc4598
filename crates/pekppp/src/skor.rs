//! From scores and answers to the index: F02, F03, IPP, category, with the full trace.
//!
//! Lives here: the one function per figure ([`hitung`], [`hitung_instansi`]). Must not live here: any
//! number an edition decides, and any rounding before the last step.

mod f02;
mod f03;
mod hasil;
mod instansi;
mod masukan;

pub use f03::F03Ringkas;
pub use hasil::{
    AspekF03, HasilAkhir, HasilAspek, HasilF02, HasilF03, HasilIndikator, HasilIpp, NilaiPenilai, Peringatan, PernyataanF03, Status,
};
pub use instansi::{HasilInstansi, hitung_instansi};
pub use masukan::{LembarF02, Masukan, SalahMasukan};

use crate::{edisi::Edisi, nilai::Ipp};

/// Computes everything about one unit. Used by the command line, the pages and the result bundle.
///
/// Incomplete input is no error: `status` says what is missing and `ipp` is `None`.
///
/// # Errors
/// All faults of the input: unknown codes, doubled evaluators, consensus scores that have no place,
/// counters that do not fit the edition, an edition whose weights are unknown.
pub fn hitung(edisi: &Edisi, masukan: &Masukan) -> Result<HasilIpp, Vec<SalahMasukan>> {
    masukan.periksa(edisi)?;
    let cara = masukan.cara_penilai.unwrap_or(edisi.rumus.cara_penilai);
    let agregasi = masukan.agregasi_f03.unwrap_or(edisi.rumus.agregasi_f03);
    let f02 = f02::hitung(edisi, masukan, cara);
    let f03 = f03::hitung(edisi, &masukan.f03, agregasi);
    let status = if f02.nilai.is_none() {
        Status::F02Kurang
    } else if f03.dipakai < u64::from(edisi.f03.responden_min) || f03.nilai.is_none() {
        Status::F03Kurang
    } else {
        Status::Lengkap
    };
    let ipp = match (&f02.nilai, &f03.nilai) {
        (Some(f02), Some(f03)) if status == Status::Lengkap => {
            let nilai = &(&edisi.rumus.porsi_f02 * f02) + &(&edisi.rumus.porsi_f03 * f03);
            // Shares that sum to 1 and weights up to 100 keep it in 0..=5.
            Ipp::baru(nilai).ok().and_then(|ipp| HasilAkhir::dari(edisi, ipp))
        }
        _ => None,
    };
    let mut peringatan = Vec::new();
    if f03.dipakai > u64::from(edisi.f03.responden_maks) {
        peringatan.push(Peringatan::RespondenMelebihi { dipakai: f03.dipakai, maks: edisi.f03.responden_maks });
    }
    Ok(HasilIpp {
        edisi: edisi.id.clone(),
        status,
        cara_penilai: cara,
        agregasi_f03: agregasi,
        porsi_f02: edisi.rumus.porsi_f02.clone(),
        porsi_f03: edisi.rumus.porsi_f03.clone(),
        f02,
        f03,
        ipp,
        peringatan,
    })
}
