//! Surveys and their pages kept ready: loaded once every two seconds at most, rendered and compressed once per language.
//! Bounded in number and in bytes. An answer never depends on it: the store checks for itself whether a round is open.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use store::id::RondeId;

use super::{gzip::Sisipan, muat::Survei};
use crate::{
    AppState, Error,
    survei::{bahasa::BahasaSurvei, kepala::Jenis, terima_kasih::Sesudah},
};

/// How long other processes on the same database may see an old page after a change.
const UMUR: Duration = Duration::from_secs(2);
/// Surveys kept, links that lead nowhere among them.
const BANYAK: usize = 2048;
/// Longest link that is looked for; ours have 16 letters and digits.
pub(super) const TOKEN: usize = 64;
/// Bytes of pages kept.
const BERAT: usize = 32 << 20;

type Kunci = (Jenis, String);

#[derive(Default)]
pub struct Tembolok {
    isi: RwLock<HashMap<Kunci, Arc<Lajur>>>,
    berat: Arc<AtomicUsize>,
}

/// One survey's place: what was loaded last, and a lock so that only one request loads it.
#[derive(Default)]
struct Lajur {
    muatan: RwLock<Option<Arc<Muatan>>>,
    memuat: tokio::sync::Mutex<()>,
}

/// A survey as it was a moment ago, with its pages.
pub struct Muatan {
    /// `None`: no survey has this link.
    pub survei: Option<Survei>,
    sampai: Instant,
    halaman: Mutex<HashMap<Rupa, Arc<Sisipan>>>,
    berat: Arc<AtomicUsize>,
    beratku: AtomicUsize,
}

/// Which of a survey's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rupa {
    Isian { bahasa: BahasaSurvei, kios: bool, kerja: u8 },
    TerimaKasih { bahasa: BahasaSurvei, sesudah: Sesudah },
    Tertutup { bahasa: BahasaSurvei },
}

impl Tembolok {
    /// The survey behind a link, at most two seconds old.
    ///
    /// # Errors
    /// As the store says; and `TerlaluSering` when `boleh` is false and it would have to be loaded.
    pub async fn ambil(&self, app: &AppState, jenis: Jenis, token: &str, boleh: impl FnOnce() -> bool) -> Result<Arc<Muatan>, Error> {
        if !mungkin(token) {
            return if boleh() { Ok(Arc::new(Muatan::dari(None, &self.berat))) } else { Err(Error::TerlaluSering) };
        }
        let kunci = (jenis, token.to_owned());
        if let Some(segar) = self.cari(&kunci).and_then(|l| l.segar()) {
            return Ok(segar);
        }
        let lajur = self.lajur(kunci);
        let _satu = lajur.memuat.lock().await;
        if let Some(segar) = lajur.segar() {
            return Ok(segar);
        }
        if !boleh() {
            return Err(Error::TerlaluSering);
        }
        let muatan = Arc::new(Muatan::dari(super::muat::muat(app, jenis, token).await?, &self.berat));
        *lajur.muatan.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&muatan));
        Ok(muatan)
    }

    /// Forgets what was loaded of a round.
    pub fn lupakan(&self, ronde: RondeId) {
        self.lupakan_bila(|_, s| s.id == ronde);
    }

    /// Forgets every survey of a kind: what closes or opens a phase closes and opens hundreds of them.
    pub fn lupakan_jenis(&self, jenis: Jenis) {
        self.lupakan_bila(|j, _| j == jenis);
    }

    /// Also what is being loaded at this moment: it may have been read before the change.
    fn lupakan_bila(&self, kena: impl Fn(Jenis, &Survei) -> bool) {
        let mut isi = self.isi.write().unwrap_or_else(PoisonError::into_inner);
        isi.retain(|(jenis, _), l| l.kini().is_some_and(|m| m.survei.as_ref().is_none_or(|s| !kena(*jenis, s))));
    }

    fn cari(&self, kunci: &Kunci) -> Option<Arc<Lajur>> {
        self.isi.read().unwrap_or_else(PoisonError::into_inner).get(kunci).cloned()
    }

    fn lajur(&self, kunci: Kunci) -> Arc<Lajur> {
        let mut isi = self.isi.write().unwrap_or_else(PoisonError::into_inner);
        if isi.len() >= BANYAK || self.berat.load(Ordering::Relaxed) > BERAT {
            isi.retain(|_, l| l.segar().is_some());
        }
        if isi.len() >= BANYAK || self.berat.load(Ordering::Relaxed) > BERAT {
            isi.clear();
        }
        Arc::clone(isi.entry(kunci).or_default())
    }
}

impl Lajur {
    fn kini(&self) -> Option<Arc<Muatan>> {
        self.muatan.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn segar(&self) -> Option<Arc<Muatan>> {
        self.kini().filter(|m| m.sampai > Instant::now())
    }
}

/// No link of ours looks otherwise; an address of 60,000 letters would be kept, and come back in the page.
pub(in crate::survei) fn mungkin(token: &str) -> bool {
    token.len() <= TOKEN && token.bytes().all(|b| b.is_ascii_alphanumeric())
}

impl Muatan {
    fn dari(survei: Option<Survei>, berat: &Arc<AtomicUsize>) -> Self {
        let (berat, beratku) = (Arc::clone(berat), AtomicUsize::new(0));
        Self { survei, sampai: Instant::now() + UMUR, halaman: Mutex::default(), berat, beratku }
    }

    /// A page, made by `buat` when it is asked for the first time. Two requests at once may both make it; one is kept.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn halaman(&self, rupa: Rupa, buat: impl FnOnce() -> Result<Sisipan, Error>) -> Result<Arc<Sisipan>, Error> {
        if let Some(ada) = self.halaman.lock().unwrap_or_else(PoisonError::into_inner).get(&rupa) {
            return Ok(Arc::clone(ada));
        }
        let baru = Arc::new(buat()?);
        let mut semua = self.halaman.lock().unwrap_or_else(PoisonError::into_inner);
        if semua.insert(rupa, Arc::clone(&baru)).is_none() {
            self.beratku.fetch_add(baru.ukuran(), Ordering::Relaxed);
            self.berat.fetch_add(baru.ukuran(), Ordering::Relaxed);
        }
        Ok(baru)
    }
}

impl Drop for Muatan {
    fn drop(&mut self) {
        self.berat.fetch_sub(*self.beratku.get_mut(), Ordering::Relaxed);
    }
}
