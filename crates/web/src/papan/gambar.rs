//! Boards drawn once for everybody: the boards of a hall show the same, and a busy hall changes many times a second.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use store::id::GeraiId;

use super::isi::Isi;
use crate::{antrean::siaran::Garis, konteks::Konteks};

/// Different boards (halls, parts of halls, languages) that are kept; more are drawn for each.
const BANYAK: usize = 500;

type Kunci = (Vec<GeraiId>, &'static str);
/// The readings it was drawn from, and what the stream sends.
type Isian = Arc<Mutex<Option<(Vec<u64>, Arc<str>)>>>;

#[derive(Default)]
pub struct Gambar {
    semua: Mutex<HashMap<Kunci, Isian>>,
}

impl Gambar {
    /// The board of these lines, as the stream sends it. Whoever asks second for the same readings waits for the first.
    pub fn papan(&self, k: &Konteks, garis: &[Arc<Garis>]) -> askama::Result<Arc<str>> {
        let bacaan: Vec<u64> = garis.iter().map(|g| g.bacaan).collect();
        let isian = self.isian((garis.iter().map(|g| g.gerai.id).collect(), k.bahasa.kode()));
        let mut kini = isian.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, teks)) = kini.as_ref().filter(|(dari, _)| *dari == bacaan) {
            return Ok(teks.clone());
        }
        let teks: Arc<str> = Isi::baru(k, garis, garis.first().map(|g| &g.pintu)).data()?.to_string().into();
        *kini = Some((bacaan, teks.clone()));
        Ok(teks)
    }

    fn isian(&self, kunci: Kunci) -> Isian {
        let mut semua = self.semua.lock().unwrap_or_else(PoisonError::into_inner);
        if semua.len() >= BANYAK && !semua.contains_key(&kunci) {
            semua.clear();
        }
        semua.entry(kunci).or_default().clone()
    }
}
