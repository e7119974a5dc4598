//! Telling the live pages that a round grew: at most once a second and round, and never not at all.

use crate::{Hasil, Tx, id::RondeId, peristiwa};
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

const SELANG: Duration = Duration::from_secs(1);

/// A round and its topic.
pub(super) type Topik = (RondeId, String);

#[derive(Debug, Default)]
pub(super) struct Kabar {
    terakhir: HashMap<RondeId, Instant>,
    /// Rounds that grew after they were last told of, and their topics.
    utang: HashMap<RondeId, String>,
}

impl Kabar {
    /// Of the rounds that grew, those that are told of now; the others are owed once the batch has committed.
    pub(super) fn pilih(&self, tumbuh: HashMap<RondeId, String>, kini: Instant) -> (Vec<Topik>, Vec<Topik>) {
        tumbuh.into_iter().partition(|(r, _)| self.terakhir.get(r).is_none_or(|t| kini.duration_since(*t) >= SELANG))
    }

    /// After the commit.
    pub(super) fn catat(&mut self, terkirim: Vec<Topik>, nanti: Vec<Topik>, kini: Instant) {
        for (r, _) in terkirim {
            self.utang.remove(&r);
            self.terakhir.insert(r, kini);
        }
        self.utang.extend(nanti);
        if self.terakhir.len() > 4096 {
            self.terakhir.retain(|_, t| kini.duration_since(*t) < SELANG);
        }
    }

    /// When the oldest debt is due.
    pub(super) fn jatuh_tempo(&self) -> Option<Instant> {
        self.utang.keys().map(|r| self.terakhir.get(r).map_or_else(Instant::now, |t| *t + SELANG)).min()
    }

    /// Debts that are due (all of them when `semua`).
    pub(super) fn tagihan(&self, kini: Instant, semua: bool) -> Vec<Topik> {
        let tiba = |r: &RondeId| semua || self.terakhir.get(r).is_none_or(|t| kini.duration_since(*t) >= SELANG);
        self.utang.iter().filter(|(r, _)| tiba(r)).map(|(r, t)| (*r, t.clone())).collect()
    }
}

/// Writes the events in the transaction of the answers.
pub(super) async fn siarkan(tx: &Tx, ronde: &[Topik]) -> Hasil<()> {
    for (_, topik) in ronde {
        peristiwa::siarkan(tx, topik, &serde_json::json!({})).await?;
    }
    Ok(())
}
