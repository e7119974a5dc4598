//! Results that were read out of received files, kept for the pages that follow one another: a result, its signed file, its derivation, its
//! check. A file is known by its hash, so an entry never goes stale; whether its validation still holds is asked before (`umum`).

use super::kecuali;
use crate::{id::TerimaId, penerbitan::bundel::HasilTerbitan};
use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, Mutex},
};

/// A result takes some hundred kilobytes, most of it the text of its edition.
const MAKS: usize = 32;

#[derive(Debug)]
struct Satu {
    objek: String,
    lokus: String,
    hasil: Arc<HasilTerbitan>,
}

/// The last results that were read, by the hash of the file and the code of the lokus; the oldest gives way. Beside them what lists leave out.
#[derive(Debug, Default)]
pub(crate) struct Singgahan {
    hasil: Mutex<VecDeque<Satu>>,
    pub(super) kecuali: kecuali::Singgahan,
    /// Publications whose rows were not what was signed when they were read last, here, since the start.
    berubah: Mutex<BTreeSet<TerimaId>>,
}

impl Singgahan {
    pub(super) fn ambil(&self, objek: &str, lokus: &str) -> Option<Arc<HasilTerbitan>> {
        let isi = self.hasil.lock().ok()?;
        isi.iter().find(|s| s.objek == objek && s.lokus == lokus).map(|s| s.hasil.clone())
    }

    pub(super) fn taruh(&self, objek: &str, lokus: &str, hasil: Arc<HasilTerbitan>) {
        let Ok(mut isi) = self.hasil.lock() else { return };
        isi.retain(|s| s.objek != objek || s.lokus != lokus);
        isi.truncate(MAKS - 1);
        isi.push_front(Satu { objek: objek.to_owned(), lokus: lokus.to_owned(), hasil });
    }

    /// Notes whether the rows of a publication are what was signed, as they were just read.
    pub(super) fn catat(&self, id: TerimaId, utuh: bool) {
        let Ok(mut isi) = self.berubah.lock() else { return };
        if utuh {
            isi.remove(&id);
        } else {
            isi.insert(id);
        }
    }

    /// Those that were not, as many as one statement names.
    pub(super) fn berubah(&self) -> Vec<TerimaId> {
        self.berubah.lock().map(|isi| isi.iter().take(kecuali::DISEBUT).copied().collect()).unwrap_or_default()
    }
}
