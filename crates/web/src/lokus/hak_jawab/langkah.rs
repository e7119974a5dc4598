//! What the right of reply asks for next in the chain of a lokus, and of whom: between complete sheets of F02 and the
//! freezing. The page of the lokus shows it; nothing is decided here.

use store::{
    hak::AksesLokus,
    lokus::keadaan::{Keadaan, Langkah, Status},
    sanggah::{self, Tahap},
};

use crate::{AppState, error::Hasil};

/// Catalogue keys of the step and of who takes it; `giliran` says that the reader can.
pub struct Berikut {
    pub tindakan: &'static str,
    pub siapa: &'static str,
    pub giliran: bool,
}

/// `None` while F02 is not complete, once the unit has been heard, and in a period without the right of reply.
pub async fn berikut(app: &AppState, a: &AksesLokus, x: &Keadaan) -> Hasil<Option<Berikut>> {
    let (c, l) = (app.store.baca(), &a.lokus);
    if x.hasil_id.is_some() || x.status(Langkah::F02) != Status::Selesai || !sanggah::aturan(c, l.periode_id).await?.pakai {
        return Ok(None);
    }
    let buka = Berikut { tindakan: "hak-jawab-buka", siapa: "lokus-siapa-penyelenggara", giliran: a.penyelenggara().is_ok() };
    let baca = Berikut { tindakan: "hak-jawab-langkah-baca", siapa: "lokus-siapa-kepala", giliran: a.kepala().is_ok() };
    let jawab = Berikut { tindakan: "hak-jawab-langkah-jawab", siapa: "lokus-siapa-evaluator", giliran: a.evaluator().is_ok() };
    let Some(b) = sanggah::kini(c, l.id).await? else { return Ok(Some(buka)) };
    let berjalan = matches!(b.tahap(app.store.sekarang(), &l.zona)?, Tahap::Berjalan(_));
    let menunggu = sanggah::milik_bukaan(c, b.id).await?.iter().any(sanggah::Sanggahan::menunggu);
    Ok(match (berjalan, menunggu) {
        (true, true) if baca.giliran => Some(baca),
        (_, true) => Some(jawab),
        (true, false) => Some(baca),
        (false, false) => None,
    })
}
