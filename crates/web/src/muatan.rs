//! How much of what people upload through public forms is held in memory at the same time: of all together, and of one source. A form
//! is read whole before it is judged, so without this a few hundred slow senders would fill the machine.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{Error, error::Hasil, survei::laju::kelompok};

/// Bytes of all forms together.
const SEMUA: usize = 512 * 1024 * 1024;
/// Bytes of one source: two of the largest forms.
const SUMBER: usize = 160 * 1024 * 1024;

#[derive(Default)]
struct Isi {
    semua: usize,
    sumber: HashMap<IpAddr, usize>,
}

/// What is held now.
#[derive(Clone, Default)]
pub struct Muatan(Arc<Mutex<Isi>>);

impl Muatan {
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
    /// Takes room for so many more bytes.
    ///
    /// # Errors
    /// `TerlaluSering` when this source holds enough already, `Lama` (busy, try again) when all do.
    pub fn tambah(&mut self, byte: usize) -> Hasil<()> {
        let mut isi = self.muatan.0.lock().unwrap_or_else(PoisonError::into_inner);
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
        let mut isi = self.muatan.0.lock().unwrap_or_else(PoisonError::into_inner);
        isi.semua -= self.byte;
        if let Some(n) = isi.sumber.get_mut(&self.sumber) {
            *n -= self.byte;
            if *n == 0 {
                isi.sumber.remove(&self.sumber);
            }
        }
    }
}
