//! How far evaluators are apart: before consensus, over many units, and from what others said.
//!
//! Lives here: differences per indicator, agreement ([`kappa_tertimbang`], [`alfa()`]), severity ([`kecenderungan`]), gaps
//! ([`Celah`]). All of them describe; none changes a score. Must not live here: settling differences (people do).

mod alfa;
mod celah;
mod kappa;
mod keras;

pub use alfa::{Alfa, alfa};
pub use celah::{Celah, celah};
pub use kappa::{Kappa, kappa_tertimbang};
pub use keras::{Arah, Kecenderungan, LOKUS_MIN, kecenderungan};

use serde::Serialize;

use crate::{edisi::Edisi, nilai::Nilai, skor::LembarF02};

/// The spread of one indicator that at least two evaluators scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Selisih {
    pub kode: String,
    pub terendah: Nilai,
    pub tertinggi: Nilai,
    /// `tertinggi - terendah`; 0 means agreement.
    pub selisih: u8,
}

/// Per weighted indicator in form order; indicators with fewer than two scores are left out.
#[must_use]
pub fn selisih_penilai(edisi: &Edisi, lembar: &[LembarF02]) -> Vec<Selisih> {
    edisi
        .indikator()
        .filter_map(|i| {
            let nilai: Vec<Nilai> = lembar.iter().filter_map(|l| l.nilai.get(&i.kode).copied()).collect();
            let (terendah, tertinggi) = (*nilai.iter().min()?, *nilai.iter().max()?);
            (nilai.len() > 1).then(|| Selisih { kode: i.kode.clone(), terendah, tertinggi, selisih: tertinggi.angka() - terendah.angka() })
        })
        .collect()
}
