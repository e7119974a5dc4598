//! Why a booking no longer holds, in words: the same for its holder, in his mail, and for the front desk.

use store::antrean::buka::Khusus;

use super::kata::{ditutup, jam_lain};
use crate::bahasa::Bahasa;

/// Why a booking no longer holds: the reason of the head where a decision of his takes its time away, else by the key that the store
/// keeps.
#[must_use]
pub(crate) fn sebab(bahasa: Bahasa, kunci: &str, putusan: Option<&Khusus>) -> String {
    match putusan {
        Some(x) if x.mulai.is_none() => ditutup(bahasa, &x.alasan),
        Some(x) => jam_lain(bahasa, &x.alasan),
        None => bahasa.s(kunci_sebab(kunci)),
    }
}

fn kunci_sebab(kunci: &str) -> &'static str {
    match kunci {
        "libur" => "pesanan-sebab-libur",
        "tidak-buka" => "pesanan-sebab-tidak-buka",
        "bukan-undangan" => "pesanan-sebab-bukan-undangan",
        "tanpa-petugas" => "pesanan-sebab-tanpa-petugas",
        "kapasitas" => "pesanan-sebab-kapasitas",
        _ => "pesanan-sebab-slot-hilang",
    }
}
