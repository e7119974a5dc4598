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
mod tests {
    use super::*;

    const KINI: Waktu = Waktu(1_772_409_600_000_000);

    #[test]
    fn refusals_of_many_sources_within_a_minute_make_an_attack_that_ends() {
        let (s, ronde) = (Serangan::default(), RondeId::baru());
        for n in 0..120_i64 {
            s.catat(ronde, n.unsigned_abs() + 1, KINI.tambah_detik(n * 2));
        }
        assert!(!s.berlangsung(ronde, KINI), "thirty a minute is no attack");
        for n in 1..=u64::from(BATAS) {
            s.catat(ronde, n, KINI.tambah_detik(600));
        }
        assert!(s.berlangsung(ronde, KINI.tambah_detik(601)));
        assert!(!s.berlangsung(RondeId::baru(), KINI.tambah_detik(601)), "another round");
        assert!(!s.berlangsung(ronde, KINI.tambah_detik(1201)));
    }

    #[test]
    fn eleven_sources_make_nobody_else_work_and_twelve_do() {
        let (s, ronde) = (Serangan::default(), RondeId::baru());
        for sumber in 1..=11 {
            for _ in 0..10_000 {
                s.catat(ronde, sumber, KINI);
            }
        }
        assert!(!s.berlangsung(ronde, KINI));
        for _ in 0..SUMBANGAN {
            s.catat(ronde, 12, KINI);
        }
        assert!(s.berlangsung(ronde, KINI));
    }

    #[test]
    fn more_sources_than_are_told_apart_are_an_attack() {
        let (s, ronde) = (Serangan::default(), RondeId::baru());
        for sumber in 1..=60 {
            s.catat(ronde, sumber, KINI);
        }
        assert!(s.berlangsung(ronde, KINI));
    }

    #[test]
    fn the_table_is_bounded() {
        let s = Serangan::default();
        for _ in 0..3 * BANYAK {
            s.catat(RondeId::baru(), 1, KINI);
        }
        assert!(s.ronde.read().unwrap().len() <= BANYAK);
        assert!(std::mem::size_of::<Catatan>() * BANYAK < 2 << 20);
    }
}
