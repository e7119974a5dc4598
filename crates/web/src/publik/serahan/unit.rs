//! Units of a publication that was handed in, as lists show them: with the figure that the national board counts, out of rows that are proved;
//! without one where there is no IPP or another figure counts. Whose page and search it is the callers say.

use store::diterima::{self, unit::UnitSerahan};

use crate::{Error, kata::kunci_alasan, konteks::Konteks};

/// One line of a list.
pub(crate) struct Baris {
    pub u: UnitSerahan,
    /// IPP with two decimals, and the code of its category.
    pub nilai: Option<(String, String)>,
}

impl Baris {
    pub fn jalur(&self) -> String {
        format!("/serahan/{}/{}", self.u.id, self.u.lokus)
    }

    /// What stands in place of a figure.
    pub fn tanpa(&self, k: &Konteks) -> String {
        if self.u.ada_ipp == 1 { k.s("serahan-lihat-nilai") } else { k.s(kunci_alasan(Some(&self.u.status))) }
    }
}

/// The units without figures.
pub(crate) fn polos(semua: Vec<UnitSerahan>) -> Vec<Baris> {
    semua.into_iter().map(|u| Baris { u, nilai: None }).collect()
}

/// Whether units here have an IPP and none of these counts.
pub(crate) fn tersisih(semua: &[Baris]) -> bool {
    semua.iter().any(|b| b.u.ada_ipp == 1) && semua.iter().all(|b| b.nilai.is_none())
}

/// The units of one publication with their figures; `None` where its rows are not what was received.
pub(crate) async fn bernilai(store: &store::Store, semua: Vec<UnitSerahan>) -> Result<Option<Vec<Baris>>, Error> {
    let Some(satu) = semua.first() else { return Ok(Some(Vec::new())) };
    let lokus: Vec<&str> = semua.iter().map(|u| u.lokus.as_str()).collect();
    let Some(mut angka) = diterima::angka(store, satu.id, &lokus).await? else { return Ok(None) };
    let baris = |u: UnitSerahan| Baris { nilai: angka.remove(&u.lokus), u };
    Ok(Some(semua.into_iter().map(baris).collect()))
}
