//! Holidays to come on which a mall is closed although it has hours on that weekday.

use jiff::{ToSpan, civil::Date};
use layanan::{Alasan, slot::AlasanTutup};
use std::collections::BTreeMap;
use store::{kalender, mpp::Mpp};

use super::pesanan::kata;
use crate::{AppState, Error, konteks::Konteks};

/// So many days ahead are looked at: later ones are told when they are near.
const HARI: usize = 30;

/// Holidays of the days after `kini`, in words. What the head decided for a day is not looked at: it wins.
pub(super) async fn mendatang(app: &AppState, k: &Konteks, m: &Mpp, kini: Date) -> Result<BTreeMap<Date, String>, Error> {
    let (kalender, jam) = (kalender::kalender(app.store.baca(), m.instansi_id).await?, m.jam());
    let buka = |h: Date| jam.iter().any(|j| j.hari == h.weekday().to_monday_one_offset());
    let satu = |h: Date| match kalender.libur(h) {
        Some(a @ Alasan::Hari(..)) if buka(h) => Some((h, kata::tutup(k.bahasa, &AlasanTutup::Libur(a)))),
        _ => None,
    };
    Ok(kini.series(1.day()).skip(1).take(HARI).filter_map(satu).collect())
}
