//! Whether a round is under attack: refusals are counted by the minute, in memory, for a bounded number of rounds.
//! While it is, pages carry a challenge (`pow`), and who has not solved it gets a smaller bucket (`laju`).

use std::{
    collections::HashMap,
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicI64, Ordering},
    },
};

use store::{Waktu, id::RondeId};

const MENIT: i64 = 60_000_000;
/// Refusals within a minute from which a round counts as attacked.
const BATAS: u32 = 60;
/// How long it stays so after the last such minute.
const LAMA: i64 = 10 * MENIT;
/// Rounds remembered; the table begins anew when it is full of attacked ones.
const BANYAK: usize = 4096;

#[derive(Clone, Copy, Default)]
struct Catatan {
    menit: i64,
    jumlah: u32,
    sampai: i64,
}

#[derive(Default)]
pub struct Serangan {
    /// No round is under attack from this time on, so that the ordinary answer reads one number.
    sampai: AtomicI64,
    ronde: RwLock<HashMap<RondeId, Catatan>>,
}

impl Serangan {
    /// Counts a refusal. A forged stamp and an empty bucket are refusals; a fault in a form is none.
    pub fn catat(&self, ronde: RondeId, kini: Waktu) {
        let mut tabel = self.ronde.write().unwrap_or_else(PoisonError::into_inner);
        if tabel.len() >= BANYAK {
            tabel.retain(|_, c| c.sampai > kini.0);
        }
        if tabel.len() >= BANYAK {
            tabel.clear();
        }
        let c = tabel.entry(ronde).or_default();
        let menit = kini.0 / MENIT;
        *c = if c.menit == menit { *c } else { Catatan { menit, jumlah: 0, sampai: c.sampai } };
        c.jumlah = c.jumlah.saturating_add(1);
        if c.jumlah >= BATAS {
            c.sampai = kini.0 + LAMA;
            self.sampai.fetch_max(c.sampai, Ordering::Relaxed);
        }
    }

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
    fn refusals_within_a_minute_make_an_attack_that_ends() {
        let (s, ronde) = (Serangan::default(), RondeId::baru());
        for n in 0..120_i64 {
            s.catat(ronde, KINI.tambah_detik(n * 2));
        }
        assert!(!s.berlangsung(ronde, KINI), "thirty a minute is no attack");
        for _ in 0..BATAS {
            s.catat(ronde, KINI.tambah_detik(600));
        }
        assert!(s.berlangsung(ronde, KINI.tambah_detik(601)));
        assert!(!s.berlangsung(RondeId::baru(), KINI.tambah_detik(601)), "another round");
        assert!(!s.berlangsung(ronde, KINI.tambah_detik(1201)));
    }

    #[test]
    fn the_table_is_bounded() {
        let s = Serangan::default();
        for _ in 0..3 * BANYAK {
            s.catat(RondeId::baru(), KINI);
        }
        assert!(s.ronde.read().unwrap().len() <= BANYAK);
    }
}
