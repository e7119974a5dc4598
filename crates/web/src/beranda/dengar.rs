//! The right of reply on start pages: whose turn it is between complete sheets and the freezing. Nothing is decided here.

use store::{
    lokus::keadaan::{Keadaan, Langkah, Status},
    sanggah::{Ringkas, Tahap},
};

fn berjalan(r: &Ringkas) -> bool {
    matches!(r.buka, Some((_, Tahap::Berjalan(_))))
}

/// What the unit (`unit`) or an evaluator has to do now; a catalogue key.
pub(super) fn tugas(x: &Keadaan, r: &Ringkas, unit: bool) -> Option<&'static str> {
    if r.beku || x.status(Langkah::F02) != Status::Selesai {
        return None;
    }
    if unit { berjalan(r).then_some("hak-jawab-langkah-baca") } else { (r.menunggu > 0).then_some("hak-jawab-langkah-jawab") }
}

/// Whether the freezing waits for the right of reply: the draft is not shown, or the unit or an evaluator has the word.
pub(super) fn menahan(r: &Ringkas) -> bool {
    match &r.buka {
        None => r.pakai,
        Some(_) => berjalan(r) || r.menunggu > 0,
    }
}
