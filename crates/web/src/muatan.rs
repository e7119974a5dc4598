//! How much of what people upload through public forms is held in memory at the same time, and taken in a day: of all together, and of
//! one source. A form is read whole before it is judged, so without the first a few hundred slow senders would fill the machine;
//! without the second a patient one would fill the disk. In memory, per node; nothing is remembered of yesterday's sources.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use store::Waktu;

use crate::{Error, error::Hasil, middleware::alamat::kelompok};

/// Bytes of all forms together.
const SEMUA: usize = 512 * 1024 * 1024;
/// Bytes of one source: two of the largest forms.
const SUMBER: usize = 160 * 1024 * 1024;

#[derive(Default)]
struct Isi {
    semua: usize,
    sumber: HashMap<IpAddr, usize>,
}

const MB: u64 = 1024 * 1024;
/// Microseconds of a day.
const HARI: i64 = 86_400_000_000;

/// What came today (UTC).
#[derive(Default)]
struct Harian {
    hari: i64,
    semua: u64,
    sumber: HashMap<IpAddr, u64>,
}

#[derive(Default)]
struct Dalam {
    kini: Mutex<Isi>,
    harian: Mutex<Harian>,
    /// Bytes a day of one source and of all; `None`: no limit.
    batas: (Option<u64>, Option<u64>),
}

/// What is held now, and what came today. The default has no limit of a day.
#[derive(Clone, Default)]
pub struct Muatan(Arc<Dalam>);

impl Muatan {
    /// MB a day of one source and of all; 0: no limit.
    #[must_use]
    pub fn baru(sumber: u64, semua: u64) -> Self {
        let batas = |n: u64| (n > 0).then(|| n.saturating_mul(MB));
        Self(Arc::new(Dalam { batas: (batas(sumber), batas(semua)), ..Dalam::default() }))
    }

    /// A form of this source; nothing is held yet.
    #[must_use]
    pub fn mulai(&self, alamat: IpAddr) -> Pegangan {
        Pegangan { muatan: self.clone(), sumber: kelompok(alamat), byte: 0 }
    }
}

/// What one form holds; given back when it is dropped, so it lives as long as the bytes.
pub struct Pegangan {
    muatan: Muatan,
    sumber: IpAddr,
    byte: usize,
}

impl Pegangan {
    /// Counts so many bytes for today; `false` when this source, or all together, sent enough.
    #[must_use]
    pub fn hari_ini(&self, byte: usize, pada: Waktu) -> bool {
        let (sumber, semua) = self.muatan.0.batas;
        let byte = u64::try_from(byte).unwrap_or(u64::MAX);
        let mut h = self.muatan.0.harian.lock().unwrap_or_else(PoisonError::into_inner);
        let hari = pada.0.div_euclid(HARI);
        if h.hari != hari {
            *h = Harian { hari, ..Harian::default() };
        }
        let milik = h.sumber.get(&self.sumber).copied().unwrap_or_default().saturating_add(byte);
        let jumlah = h.semua.saturating_add(byte);
        if sumber.is_some_and(|b| milik > b) || semua.is_some_and(|b| jumlah > b) {
            return false;
        }
        h.sumber.insert(self.sumber, milik);
        h.semua = jumlah;
        true
    }

    /// Takes room for so many more bytes.
    ///
    /// # Errors
    /// `TerlaluSering` when this source holds enough already, `Lama` (busy, try again) when all do.
    pub fn tambah(&mut self, byte: usize) -> Hasil<()> {
        let mut isi = self.muatan.0.kini.lock().unwrap_or_else(PoisonError::into_inner);
        if isi.semua + byte > SEMUA {
            return Err(Error::Lama);
        }
        let n = isi.sumber.entry(self.sumber).or_default();
        if *n + byte > SUMBER {
            return Err(Error::TerlaluSering);
        }
        *n += byte;
        isi.semua += byte;
        self.byte += byte;
        Ok(())
    }
}

impl Drop for Pegangan {
    fn drop(&mut self) {
        let mut isi = self.muatan.0.kini.lock().unwrap_or_else(PoisonError::into_inner);
        isi.semua -= self.byte;
        if let Some(n) = isi.sumber.get_mut(&self.sumber) {
            *n -= self.byte;
            if *n == 0 {
                isi.sumber.remove(&self.sumber);
            }
        }
    }
}
