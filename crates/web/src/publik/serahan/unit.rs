//! Units of a publication that was handed in, as lists show them: with the figure that the national board counts, which it proved; without one
//! where there is no IPP or another figure counts. Whose page and search it is the callers say.

use store::{
    diterima::unit::UnitSerahan,
    nasional::{self, Papan},
};

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

/// The units of one publication with their figures.
pub(crate) async fn bernilai(store: &store::Store, semua: Vec<UnitSerahan>) -> Result<Vec<Baris>, Error> {
    let Some(u) = semua.first() else { return Ok(Vec::new()) };
    let papan = nasional::papan(store, u.tahun, &u.skema).await?;
    let periode = papan.periode.iter().position(|p| p.diterima == Some(u.id));
    Ok(semua
        .into_iter()
        .map(|u| {
            let nilai = periode.and_then(|n| nilai(&papan, n, &u.lokus));
            Baris { u, nilai }
        })
        .collect())
}

fn nilai(papan: &Papan, periode: usize, lokus: &str) -> Option<(String, String)> {
    let b = papan.baris.iter().find(|b| b.periode as usize == periode && *b.lokus == *lokus)?;
    let kategori = papan.edisi.get(b.edisi as usize).and_then(|e| e.kategori.get(b.mutu as usize));
    Some((format!("{}.{:02}", b.tampil / 100, b.tampil % 100), kategori.cloned().unwrap_or_default()))
}
