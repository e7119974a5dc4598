//! Signs that answers may not be what they look like. They are shown and explained; nothing is taken out by itself.
//!
//! Lives here: what is seen in the values alone. Must not live here: marks from what is known around an answer while it is taken (its source,
//! its stamp, the time the form was open: `web::survei::tanda`), and what an analyst does with a mark.

use std::collections::BTreeSet;

/// Below this number of questions equal answers say nothing.
const PERTANYAAN_LURUS: usize = 5;

/// Whether every question got the same value, with enough questions for that to mean something. Often honest: many are content with everything.
#[must_use]
pub fn lurus(nilai: &[u8]) -> bool {
    nilai.len() >= PERTANYAAN_LURUS && nilai.windows(2).all(|w| w[0] == w[1])
}

/// How many rows repeat an earlier one in everything (a form sent twice).
#[must_use]
pub fn ulangan<T: Ord>(baris: impl IntoIterator<Item = T>) -> i64 {
    let mut sudah = BTreeSet::new();
    let mut n = 0;
    for b in baris {
        if !sudah.insert(b) {
            n += 1;
        }
    }
    n
}
