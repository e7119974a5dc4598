//! How many connections one address may hold at the same time, so that one slow client cannot take the room of all others.
//! Addresses are known only while they hold a connection; nothing is remembered of them after. Answering is not here.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::survei::laju::kelompok;

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
mod tests {
    use super::*;

    fn alamat(teks: &str) -> IpAddr {
        teks.parse().unwrap()
    }

    #[test]
    fn an_address_holds_so_many_and_gives_back() {
        let p = PerAlamat::baru(2, 100);
        let (a, b) = (alamat("192.0.2.1"), alamat("192.0.2.2"));
        let satu = p.ambil(a, 100).unwrap();
        let dua = p.ambil(alamat("::ffff:192.0.2.1"), 99);
        assert!(dua.is_some() && p.ambil(a, 98).is_none(), "the same address written as IPv6 is no other");
        let _lain = p.ambil(b, 98).unwrap();
        drop(satu);
        let tiga = p.ambil(a, 98);
        assert!(tiga.is_some());
        drop((dua, tiga));
        assert_eq!(p.isi.lock().unwrap().len(), 1, "nothing is kept of an address without a connection");
    }

    #[test]
    fn when_it_gets_tight_each_holds_less_but_never_nothing() {
        let p = PerAlamat::baru(8, 100);
        let banyak = |sisa| (0..20).map_while(|_| p.ambil(alamat("2001:db8::1"), sisa)).collect::<Vec<_>>().len();
        assert_eq!((banyak(25), banyak(24), banyak(0)), (8, 2, 2));
        let p = PerAlamat::baru(1, 100);
        assert!(p.ambil(alamat("192.0.2.1"), 0).is_some());
        let bebas = PerAlamat::baru(0, 1);
        let semua: Vec<_> = (0..1000).map(|_| bebas.ambil(alamat("192.0.2.1"), 0)).collect();
        assert!(semua.iter().all(Option::is_some));
    }
}
