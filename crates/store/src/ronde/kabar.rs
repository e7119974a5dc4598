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

    /// After the commit, and at its time: whoever listens hears it only then.
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

    /// The telling failed: it is still owed, and due again after the usual pause.
    pub(super) fn tunda(&mut self, tagihan: &[Topik], kini: Instant) {
        self.terakhir.extend(tagihan.iter().map(|(r, _)| (*r, kini)));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tumbuh(r: RondeId) -> HashMap<RondeId, String> {
        HashMap::from([(r, "skm/x".to_owned())])
    }

    #[test]
    fn a_round_is_told_of_once_a_second_and_at_last() {
        let (r, mulai) = (RondeId::baru(), Instant::now());
        let detik = |n: u64| mulai + Duration::from_millis(n);
        let mut k = Kabar::default();
        let mut terkirim = Vec::new();
        for n in (0..3000).step_by(100) {
            let (sekarang, nanti) = k.pilih(tumbuh(r), detik(n));
            terkirim.extend(sekarang.iter().map(|_| n));
            k.catat(sekarang, nanti, detik(n));
        }
        assert_eq!(terkirim, [0, 1000, 2000]);
        assert_eq!(k.jatuh_tempo(), Some(detik(3000)), "what came after the last telling is owed");
        assert_eq!(k.tagihan(detik(2999), false), []);
        let tagihan = k.tagihan(detik(3000), false);
        assert_eq!(tagihan.len(), 1);
        k.catat(tagihan, Vec::new(), detik(3000));
        assert_eq!((k.jatuh_tempo(), k.tagihan(detik(9000), true)), (None, Vec::new()));
    }

    #[test]
    fn a_debt_outlives_a_telling_that_failed() {
        let (r, kini) = (RondeId::baru(), Instant::now());
        let mut k = Kabar::default();
        k.catat(vec![(r, "skm/x".to_owned())], Vec::new(), kini);
        k.catat(Vec::new(), vec![(r, "skm/x".to_owned())], kini);
        let tempo = kini + SELANG;
        let tagihan = k.tagihan(tempo, false);
        k.tunda(&tagihan, tempo);
        assert_eq!(k.tagihan(tempo, false), [], "not at once again");
        assert_eq!(k.jatuh_tempo(), Some(tempo + SELANG));
        assert_eq!(k.tagihan(tempo + SELANG, false), tagihan);
    }
}
