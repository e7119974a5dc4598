//! Rankings that are kept: those of publications, and for officers that of a large period as it stands. Bounded by rows, not by
//! entries, and one is made at a time: who waits finds it made, so a hundred visitors cost as much memory as one.

use super::PeringkatPeriode;
use crate::{Hasil, Store, Waktu, id::PeriodeId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use uuid::Uuid;

/// What a kept ranking is of: a publication by its time, or the state by the newest of what it is made of and whether it groups spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kunci {
    Terbit(PeriodeId, Waktu),
    Kini(PeriodeId, Tanda, bool),
}

/// Newest lokus, result, annulment and verdict of the installation: another one may change a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, FromQueryResult)]
pub(super) struct Tanda {
    lokus: Option<Uuid>,
    hasil: Option<Uuid>,
    batal: Option<i64>,
    putusan: Option<i64>,
}

pub(super) async fn tanda(store: &Store) -> Hasil<Tanda> {
    let sql = format!(
        "SELECT (SELECT id FROM lokus ORDER BY id DESC LIMIT 1) AS lokus, (SELECT id FROM hasil ORDER BY id DESC LIMIT 1) AS hasil,
          (SELECT COUNT(*) FROM hasil_batal) AS batal, {} AS putusan",
        crate::serah::JUMLAH_PUTUSAN
    );
    store.baca().satu(&sql, nilai![]).await
}

#[derive(Debug)]
struct Isi {
    pada: Waktu,
    papan: Arc<PeringkatPeriode>,
}

/// The kept rankings.
#[derive(Debug, Default)]
pub(crate) struct Singgahan {
    isi: Mutex<HashMap<Kunci, Isi>>,
    giliran: tokio::sync::Mutex<()>,
}

/// Names may change without a new result; a visitor's browser keeps a page as long.
const DETIK: i64 = 60;
/// Rows of all kept rankings together; about half a kilobyte each. One ranking is kept however large it is.
const BARIS: usize = 150_000;

impl Singgahan {
    fn ambil(&self, kunci: Kunci, kini: Waktu) -> Option<Arc<PeringkatPeriode>> {
        let m = self.isi.lock().ok()?;
        m.get(&kunci).filter(|i| kini < i.pada.tambah_detik(DETIK)).map(|i| i.papan.clone())
    }

    /// Forgets what is kept of a period.
    pub(crate) fn lupakan(&self, periode: PeriodeId) {
        if let Ok(mut m) = self.isi.lock() {
            m.retain(|k, _| !matches!(k, Kunci::Terbit(p, _) | Kunci::Kini(p, ..) if *p == periode));
        }
    }

    fn taruh(&self, kunci: Kunci, pada: Waktu, papan: Arc<PeringkatPeriode>) {
        let Ok(mut m) = self.isi.lock() else { return };
        m.retain(|_, i| pada < i.pada.tambah_detik(DETIK));
        m.insert(kunci, Isi { pada, papan });
        // Oldest first, until the rest fits.
        while m.len() > 1 && m.values().map(|i| i.papan.baris()).sum::<usize>() > BARIS {
            let Some(lama) = m.iter().filter(|(k, _)| **k != kunci).min_by_key(|(_, i)| i.pada).map(|(k, _)| *k) else { break };
            m.remove(&lama);
        }
    }
}

/// The ranking of `kunci`, made by `buat` when it is not kept.
pub(super) async fn dapat<F>(store: &Store, kunci: Kunci, buat: F) -> Hasil<Arc<PeringkatPeriode>>
where
    F: AsyncFnOnce() -> Hasil<PeringkatPeriode>,
{
    if let Some(p) = store.peringkat.ambil(kunci, store.sekarang()) {
        return Ok(p);
    }
    let _giliran = store.peringkat.giliran.lock().await;
    if let Some(p) = store.peringkat.ambil(kunci, store.sekarang()) {
        return Ok(p);
    }
    let kini = store.sekarang();
    let p = Arc::new(buat().await?);
    store.peringkat.taruh(kunci, kini, p.clone());
    Ok(p)
}

#[cfg(test)]
mod tests;
