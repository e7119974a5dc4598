//! How many connections one address may hold at the same time, so that one slow client cannot take the room of all others.
//! Addresses are known only while they hold a connection; nothing is remembered of them after. Answering is not here.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::middleware::alamat::kelompok;

/// When less than this part of all connections is free, an address may hold this part of what it may hold otherwise.
const SESAK: usize = 4;

/// Connections by address (IPv6: by /64). At most as many entries as there are connections.
pub struct PerAlamat {
    batas: usize,
    tempat: usize,
    isi: Mutex<HashMap<IpAddr, usize>>,
}

/// One connection of an address; dropping it gives the place back.
pub struct Tempat {
    milik: Option<(Arc<PerAlamat>, IpAddr)>,
}

impl PerAlamat {
    /// `batas`: connections of one address (0: no limit), `tempat`: connections of all.
    #[must_use]
    pub fn baru(batas: usize, tempat: usize) -> Arc<Self> {
        Arc::new(Self { batas, tempat, isi: Mutex::default() })
    }

    /// A place for one more connection of this address; `None` when it holds enough. `sisa`: places free for all.
    #[must_use]
    pub fn ambil(self: &Arc<Self>, alamat: IpAddr, sisa: usize) -> Option<Tempat> {
        if self.batas == 0 {
            return Some(Tempat::bebas());
        }
        let batas = if sisa < self.tempat / SESAK { (self.batas / SESAK).max(1) } else { self.batas };
        let alamat = kelompok(alamat.to_canonical());
        let mut isi = self.isi.lock().unwrap_or_else(PoisonError::into_inner);
        let n = isi.entry(alamat).or_default();
        if *n >= batas {
            return None;
        }
        *n += 1;
        Some(Tempat { milik: Some((Arc::clone(self), alamat)) })
    }
}

impl Tempat {
    /// A connection that no limit counts.
    #[must_use]
    pub fn bebas() -> Self {
        Self { milik: None }
    }
}

impl Drop for Tempat {
    fn drop(&mut self) {
        let Some((semua, alamat)) = self.milik.take() else { return };
        let mut isi = semua.isi.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = isi.get_mut(&alamat) {
            *n -= 1;
            if *n == 0 {
                isi.remove(&alamat);
            }
        }
    }
}

#[cfg(test)]
mod tests;
