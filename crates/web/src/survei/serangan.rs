//! Whether a round is under attack: refusals are counted by the minute, in memory, for a bounded number of rounds. One source
//! adds little to that count, so one bad source cannot make everyone work; it is told apart in `laju`, where it alone must.
//! While a round is attacked, pages carry a challenge (`pow`), and who has not solved it gets a smaller bucket (`laju`).

use std::{
    collections::HashMap,
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use store::{Waktu, id::RondeId};

pub(super) const MENIT: i64 = 60_000_000;
/// Refusals within a minute from which a round counts as attacked, and a source as a bad one.
pub(super) const BATAS: u32 = 60;
/// How long it stays so after the last such minute.
pub(super) const LAMA: i64 = 10 * MENIT;
/// What one source adds to a round's refusals of a minute at most: twelve sources make an attack, not one.
const SUMBANGAN: u32 = 5;
/// Sources of a minute told apart in a round; with more than these, each refusal of another counts.
const SUMBER: usize = 24;
/// Rounds remembered; the table begins anew when it is full of attacked ones. At most 2 MB.
const BANYAK: usize = 4096;

#[derive(Clone, Copy, Default)]
struct Catatan {
    menit: i64,
    jumlah: u32,
    sampai: i64,
    /// Digest of a source and what it added in this minute; 0 is an empty place.
    sumber: [(u64, u32); SUMBER],
}

impl Catatan {
    /// Counts one refusal of a source, unless it has added enough.
    fn tambah(&mut self, sumber: u64) {
        match self.sumber.iter_mut().find(|(s, _)| *s == sumber || *s == 0) {
            Some((_, n)) if *n >= SUMBANGAN => return,
            Some(tempat) => *tempat = (sumber, tempat.1 + 1),
            None => {}
        }
        self.jumlah = self.jumlah.saturating_add(1);
    }
}

#[derive(Default)]
pub struct Serangan {
    /// No round is under attack from this time on, so that the ordinary answer reads one number.
    sampai: AtomicI64,
    ronde: RwLock<HashMap<RondeId, Catatan>>,
}

impl Serangan {
    /// Counts a refusal. A forged stamp and an empty bucket are refusals; a fault in a form is none. `sumber`: a digest of who
    /// was refused, never 0.
    pub(super) fn catat(&self, ronde: RondeId, sumber: u64, kini: Waktu) {
        let mut tabel = self.ronde.write().unwrap_or_else(PoisonError::into_inner);
        let menit = kini.0 / MENIT;
        if tabel.len() >= BANYAK {
            tabel.retain(|_, c| c.sampai > kini.0);
        }
        if tabel.len() >= BANYAK {
            tabel.clear();
        }
        let c = tabel.entry(ronde).or_default();
        if c.menit != menit {
            *c = Catatan { menit, sampai: c.sampai, ..Catatan::default() };
        }
        c.tambah(sumber);
        if c.jumlah >= BATAS {
            c.sampai = kini.0 + LAMA;
            self.sampai.fetch_max(c.sampai, Ordering::Relaxed);
        }
    }

    /// Whether everyone must work for an answer to this round.
    #[must_use]
    pub fn berlangsung(&self, ronde: RondeId, kini: Waktu) -> bool {
        if self.sampai.load(Ordering::Relaxed) <= kini.0 {
            return false;
        }
        self.ronde.read().unwrap_or_else(PoisonError::into_inner).get(&ronde).is_some_and(|c| c.sampai > kini.0)
    }
}

#[cfg(test)]
mod tests;
