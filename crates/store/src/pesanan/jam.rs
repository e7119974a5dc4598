//! Opening hours between their stored form (a JSON list of [`Jam`]) and the rules'.

use crate::{Hasil, StoreError, mpp::Jam};
use ::layanan::slot::JamBuka;
use jiff::civil::{Time, Weekday};

/// `08:00`, as it is stored; seconds are cut off.
#[must_use]
pub fn pukul(t: Time) -> String {
    format!("{:02}:{:02}", t.hour(), t.minute())
}

pub(super) fn baca_pukul(teks: &str) -> Hasil<Time> {
    teks.parse().map_err(|_| StoreError::Rusak(format!("time of day {teks:?}")))
}

pub(super) fn baca_tanggal(teks: &str) -> Hasil<jiff::civil::Date> {
    teks.parse().map_err(|_| StoreError::Rusak(format!("day {teks:?}")))
}

/// # Errors
/// `Rusak`.
pub fn baca(teks: &str) -> Hasil<Vec<JamBuka>> {
    let semua: Vec<Jam> = serde_json::from_str(teks).map_err(|e| StoreError::Rusak(format!("opening hours: {e}")))?;
    let satu = |j: Jam| {
        let hari = Weekday::from_monday_one_offset(j.hari).map_err(|_| StoreError::Rusak(format!("week day {}", j.hari)))?;
        Ok(JamBuka { hari, mulai: baca_pukul(&j.mulai)?, selesai: baca_pukul(&j.selesai)? })
    };
    semua.into_iter().map(satu).collect()
}

/// # Errors
/// Never in practice: the list is plain text.
pub fn tulis(jam: &[JamBuka]) -> Hasil<String> {
    let satu = |j: &JamBuka| Jam { hari: j.hari.to_monday_one_offset(), mulai: pukul(j.mulai), selesai: pukul(j.selesai) };
    let semua: Vec<Jam> = jam.iter().map(satu).collect();
    serde_json::to_string(&semua).map_err(|e| StoreError::Rusak(e.to_string()))
}
