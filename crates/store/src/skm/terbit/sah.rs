//! Whether a stored publication is what this installation signed. Who writes the database, but holds no key, could change the frozen text,
//! hash it again, or put one publication in the place of another.

use super::bundel::pesan;
use crate::{Kunci, Waktu, hasil::utc};
use sea_orm::FromQueryResult;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashSet,
    sync::{LazyLock, PoisonError, RwLock},
};
use uuid::Uuid;

/// Columns of [`Tersimpan`], of `skm_terbit b` and `skm_ronde k`.
pub(crate) const KOLOM: &str = "b.id, COALESCE(k.kode, '') AS ronde_kode, b.isi, b.sidik, b.tanda, b.pada,
    COALESCE((SELECT milik.kode FROM ronde asal JOIN unit milik ON milik.id = asal.unit_id WHERE asal.id = b.ronde_id), '') AS unit_kode";

/// A publication as it is stored, with the code of the round that it stands under and of that round's unit.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Tersimpan {
    pub id: Uuid,
    pub ronde_kode: String,
    pub isi: String,
    pub sidik: String,
    pub tanda: Vec<u8>,
    pub pada: Waktu,
    pub unit_kode: String,
}

/// What the frozen text says of its own row.
#[derive(Deserialize)]
struct Asal {
    id: Uuid,
    kode: String,
    unit_kode: String,
    diterbitkan: String,
}

/// Versions of rows that were found whole, by a hash over all of them and the key. A key once ours stays ours, so nothing here ages.
static UTUH: LazyLock<RwLock<HashSet<[u8; 32]>>> = LazyLock::new(RwLock::default);
/// Beyond so many (a few MB) it begins anew.
const MUAT: usize = 50_000;

impl Tersimpan {
    /// Whether text, hash, signature and row belong together. The signature of a version is checked once, its text hashed each time.
    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        let versi = self.versi(kunci);
        if UTUH.read().unwrap_or_else(PoisonError::into_inner).contains(&versi) {
            return true;
        }
        if let Some(apa) = self.cacat(kunci) {
            tracing::error!(ronde = self.ronde_kode, "a published survey is not shown: {apa}");
            return false;
        }
        let mut utuh = UTUH.write().unwrap_or_else(PoisonError::into_inner);
        if utuh.len() >= MUAT {
            utuh.clear();
        }
        utuh.insert(versi);
        true
    }

    fn versi(&self, kunci: &Kunci) -> [u8; 32] {
        let mut h = Sha256::new();
        h.update(kunci.publik().bytes());
        h.update(self.id.as_bytes());
        h.update(self.pada.0.to_be_bytes());
        for bagian in [self.ronde_kode.as_bytes(), self.unit_kode.as_bytes(), self.sidik.as_bytes(), &self.tanda, self.isi.as_bytes()] {
            h.update(bagian.len().to_be_bytes());
            h.update(bagian);
        }
        h.finalize().into()
    }

    /// What does not fit, in the words of `prima check`.
    pub(crate) fn cacat(&self, kunci: &Kunci) -> Option<&'static str> {
        if crate::sidik_hex(self.isi.as_bytes()) != self.sidik {
            return Some("teksnya berubah, sidiknya tidak cocok");
        }
        if !kunci.sah(&pesan(&self.sidik), &self.tanda) {
            return Some("tanda tangannya bukan dari kunci instalasi ini atas sidik itu");
        }
        let Some(a) = serde_json::from_str::<Asal>(&self.isi).ok().filter(|a| a.id == self.id) else {
            return Some("teks yang ditandatangani milik penerbitan lain");
        };
        if a.kode != self.ronde_kode {
            return Some("ditaruh di bawah ronde lain daripada yang ditandatangani");
        }
        if a.unit_kode != self.unit_kode {
            return Some("unit rondenya bukan yang ditandatangani");
        }
        (a.diterbitkan != utc(self.pada)).then_some("waktu terbitnya bukan yang ditandatangani")
    }
}
