//! What the head decided for single days, as his page shows it: what one just decided did, which days it can be taken back for, and
//! what is asked before a decision that meets bookings.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use store::{
    antrean::buka::{self, Khusus},
    mpp::Mpp,
    pesanan,
};

use super::jam::Tanya;
use crate::{AppState, error::Hasil, komponen::Opsi, konteks::Konteks, mpp::pesanan::kata};

#[derive(Default)]
pub(super) struct Putusan {
    /// The decision that was just made: what was decided, and how many have to choose another time, where any has.
    pub baru: Option<(String, Option<String>)>,
    /// Days for which it can be taken back.
    pub tarik: Vec<Opsi>,
    pub tanya: Option<Tanya>,
}

fn nama(k: &Konteks, hari: Date, x: &Khusus) -> String {
    let kunci = if x.mulai.is_some() { "antrean-putus-jam" } else { "antrean-putus-tutup" };
    k.n(kunci, "hari", kata::hari(k.bahasa, hari))
}

/// `baru`: the day that was just decided about.
pub(super) async fn baca(app: &AppState, k: &Konteks, m: &Mpp, baru: Option<Date>) -> Hasil<Putusan> {
    let (c, kini) = (app.store.baca(), app.store.sekarang().hari(&m.zona));
    let kemarin = kini.saturating_sub(1.day());
    let semua: BTreeMap<Date, Khusus> = buka::khusus_mendatang(c, m, kemarin).await?;
    let baru = match baru.and_then(|h| semua.get_key_value(&h)) {
        Some((hari, x)) => {
            let kena = pesanan::terdampak_per_hari(c, m.unit_id, kini).await?;
            Some((nama(k, *hari, x), kena.get(hari).map(|n| k.jumlah("antrean-putus-kena", *n))))
        }
        None => None,
    };
    let tarik = semua.iter().map(|(hari, x)| Opsi::baru(hari.to_string(), nama(k, *hari, x))).collect();
    Ok(Putusan { baru, tarik, tanya: None })
}
