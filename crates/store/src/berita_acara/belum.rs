//! Who has not signed minutes yet, and whether he still may: an appointment can end, and a role be taken away, after the PDF was made.

use super::{BeritaAcara, HarusTanda, Pihak, baca, calon};
use crate::{Hasil, lokus::Lokus, persiapan::benturan};
use sea_orm::ConnectionTrait;

/// Why somebody who is printed on minutes cannot sign them any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halangan {
    /// His appointment as an evaluator ended.
    Penugasan,
    /// He declared a conflict of interest with the unit.
    Benturan,
    /// The role of the head or of the Penanggungjawab is not his any more.
    Peran,
}

/// One who has not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belum {
    pub orang: HarusTanda,
    /// The minutes cannot be finished while there is one: they are annulled and made again.
    pub halangan: Option<Halangan>,
}

/// Of minutes that stand, in the order in which they are printed. `hari`: today where the unit is, ISO.
pub async fn belum<C: ConnectionTrait>(c: &C, l: &Lokus, b: &BeritaAcara, hari: &str) -> Hasil<Vec<Belum>> {
    if b.batal.is_some() || b.segel.is_some() {
        return Ok(Vec::new());
    }
    let sudah = baca::tanda_tangan(c, b.id).await?;
    let kini = calon::calon(c, l, hari).await?;
    let mut semua = Vec::new();
    for orang in b.penanda()?.into_iter().filter(|h| !sudah.iter().any(|t| t.milik(h))) {
        let boleh = match orang.pihak {
            Pihak::Evaluator => &kini.evaluator,
            Pihak::Unit => &kini.unit,
            Pihak::Penanggungjawab => &kini.penanggungjawab,
        };
        let halangan = match orang.pihak {
            _ if boleh.iter().any(|o| o.id == orang.akun) => None,
            Pihak::Evaluator if benturan::ada(c, l.id, orang.akun).await? => Some(Halangan::Benturan),
            Pihak::Evaluator => Some(Halangan::Penugasan),
            Pihak::Unit | Pihak::Penanggungjawab => Some(Halangan::Peran),
        };
        semua.push(Belum { orang, halangan });
    }
    Ok(semua)
}
