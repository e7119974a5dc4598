//! The writer: one task per store takes waiting answers from a bounded queue and stores all of them in one transaction.
//!
//! A client waits for the commit of its batch; one that hangs up changes nothing, because the answer is no longer its own
//! once it is in the queue. What fails is tried again, then split, so that no answer fails for another one's fault.

use super::{
    kabar::{self, Kabar},
    masukan::{Masukan, Terima, Tolak},
    sekaligus::{self, Putusan},
};
use crate::{Hasil, Store, StoreError, dialect};
use futures_util::FutureExt;
use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};
use tokio::{
    sync::{Mutex, Notify, mpsc, oneshot},
    task::JoinHandle,
};

/// Answers that may wait, unless the store was told otherwise.
pub const ANTREAN: usize = 4096;
/// Most answers in one transaction.
const SEKALIGUS: usize = 1024;
/// How often a transaction is tried that failed for no fault of its own, and the first pause between.
const ULANG: u32 = 6;
const JEDA: Duration = Duration::from_millis(10);
/// Answers after which the log of the database is moved to its place, beside the writing.
const PINDAH: usize = 4096;

struct Tunggu {
    masukan: Masukan,
    jawab: oneshot::Sender<Result<Terima, Tolak>>,
}

#[derive(Debug)]
pub struct Penulis {
    kirim: mpsc::Sender<Tunggu>,
    tutup: Arc<Notify>,
    tugas: Mutex<Option<JoinHandle<()>>>,
}

/// The writer of a store, made when it is first asked for.
#[derive(Debug, Clone)]
pub(crate) struct Laci {
    penulis: Arc<OnceLock<Penulis>>,
    pub(crate) antrean: usize,
}

impl Default for Laci {
    fn default() -> Self {
        Self { penulis: Arc::default(), antrean: ANTREAN }
    }
}

impl Laci {
    pub(crate) async fn tutup(&self) {
        if let Some(p) = self.penulis.get() {
            p.tutup().await;
        }
    }
}

impl Store {
    /// The writer of survey answers. Needs the async runtime when it is called first.
    pub fn penulis(&self) -> &Penulis {
        self.laci.penulis.get_or_init(|| Penulis::mulai(self))
    }

    /// How many answers may wait; has an effect before the first one.
    #[must_use]
    pub fn dengan_antrean(mut self, antrean: usize) -> Self {
        self.laci = Laci { antrean: antrean.max(1), ..Laci::default() };
        self
    }
}

impl Penulis {
    fn mulai(store: &Store) -> Self {
        let (kirim, terima) = mpsc::channel(store.laci.antrean);
        let tutup = Arc::new(Notify::new());
        // Without a writer of its own, so that the task does not keep its queue open.
        let mut dalam = store.clone();
        dalam.laci = Laci::default();
        let tugas = tokio::spawn(Tugas { store: dalam, kabar: Kabar::default(), sejak: 0, pindah: None }.jalan(terima, Arc::clone(&tutup)));
        Self { kirim, tutup, tugas: Mutex::new(Some(tugas)) }
    }

    /// Stores one answer; returns when it is committed, together with all that waited with it.
    ///
    /// # Errors
    /// [`Tolak`]: nothing was stored, except that after `Rusak` of a cut connection it may have been; sending the same
    /// answer again is right in every case.
    pub async fn terima(&self, masukan: Masukan) -> Result<Terima, Tolak> {
        masukan.periksa()?;
        let (jawab, tunggu) = oneshot::channel();
        self.kirim.try_send(Tunggu { masukan, jawab }).map_err(|_| Tolak::Penuh)?;
        tunggu.await.unwrap_or(Err(Tolak::Rusak(StoreError::Sibuk)))
    }

    /// Answers that wait now.
    #[must_use]
    pub fn menunggu(&self) -> usize {
        self.kirim.max_capacity() - self.kirim.capacity()
    }

    /// Takes no more answers, stores those that wait, and ends.
    pub(crate) async fn tutup(&self) {
        self.tutup.notify_one();
        if let Some(t) = self.tugas.lock().await.take()
            && let Err(e) = t.await
        {
            tracing::error!(galat = %e, "the writer of survey answers did not end well");
        }
    }
}

struct Tugas {
    store: Store,
    kabar: Kabar,
    /// Answers since the log was moved last, and the moving that is under way.
    sejak: usize,
    pindah: Option<JoinHandle<()>>,
}

impl Tugas {
    async fn jalan(mut self, mut terima: mpsc::Receiver<Tunggu>, tutup: Arc<Notify>) {
        let mut tunggu = Vec::with_capacity(SEKALIGUS);
        loop {
            let tempo = self.kabar.jatuh_tempo();
            tokio::select! {
                n = terima.recv_many(&mut tunggu, SEKALIGUS) => {
                    if n == 0 {
                        break;
                    }
                    self.tangani(std::mem::take(&mut tunggu)).await;
                    self.pindahkan(n);
                }
                () = tutup.notified() => terima.close(),
                () = tidur(tempo) => self.bayar(false).await,
            }
        }
        self.bayar(true).await;
    }

    /// Stores a batch and answers all that wait for it. What fails as a whole is split until the faulty ones are alone.
    async fn tangani(&mut self, semua: Vec<Tunggu>) {
        let mut antre = vec![semua];
        while let Some(mut bagian) = antre.pop() {
            match self.coba(&bagian).await {
                Ok(putusan) => {
                    for (t, p) in bagian.into_iter().zip(putusan) {
                        // A client that hung up does not read it.
                        let _ = t.jawab.send(p);
                    }
                }
                Err(e) if bagian.len() > 1 && !dialect::menyeluruh(&e) => {
                    let kedua = bagian.split_off(bagian.len() / 2);
                    antre.push(kedua);
                    antre.push(bagian);
                }
                Err(e) => {
                    tracing::error!(galat = %e, jawaban = bagian.len(), "survey answers were not stored");
                    for t in bagian {
                        let _ = t.jawab.send(Err(Tolak::Rusak(tiru(&e))));
                    }
                }
            }
        }
    }

    fn pindahkan(&mut self, n: usize) {
        self.sejak += n;
        if self.sejak < PINDAH || self.pindah.as_ref().is_some_and(|t| !t.is_finished()) {
            return;
        }
        self.sejak = 0;
        let store = self.store.clone();
        self.pindah = Some(tokio::spawn(async move {
            if let Err(e) = dialect::pindahkan(store.baca()).await {
                tracing::warn!(galat = %e, "the log of the database was not moved");
            }
        }));
    }

    async fn coba(&mut self, bagian: &[Tunggu]) -> Hasil<Putusan> {
        let masukan: Vec<&Masukan> = bagian.iter().map(|t| &t.masukan).collect();
        let mut jeda = JEDA;
        for _ in 1..ULANG {
            match self.sekali(&masukan).await {
                // Also when it is unknown whether the commit came through: an answer that is stored is found by its id.
                Err(e) if dialect::boleh_ulang(&e) => {
                    tracing::warn!(galat = %e, jawaban = masukan.len(), "storing survey answers again");
                    tokio::time::sleep(jeda).await;
                    jeda *= 3;
                }
                lain => return lain,
            }
        }
        self.sekali(&masukan).await
    }

    async fn sekali(&mut self, masukan: &[&Masukan]) -> Hasil<Putusan> {
        // The driver may panic while it gives up a broken connection; the writer must outlive that.
        let hasil = AssertUnwindSafe(sekaligus::simpan(&self.store, &mut self.kabar, masukan)).catch_unwind().await;
        hasil.unwrap_or(Err(StoreError::Sibuk))
    }

    /// Tells the live pages what they were not told yet.
    async fn bayar(&mut self, semua: bool) {
        let tagihan = self.kabar.tagihan(Instant::now(), semua);
        let hasil = async {
            let tx = self.store.mulai().await?;
            kabar::siarkan(&tx, &tagihan).await?;
            tx.commit().await
        };
        if tagihan.is_empty() {
            return;
        }
        match hasil.await {
            Ok(()) => self.kabar.catat(tagihan, Vec::new(), Instant::now()),
            Err(e) => {
                tracing::warn!(galat = %e, "live pages were not told of new survey answers");
                self.kabar.tunda(&tagihan, Instant::now());
            }
        }
    }
}

async fn tidur(sampai: Option<Instant>) {
    match sampai {
        Some(t) => tokio::time::sleep_until(t.into()).await,
        None => std::future::pending().await,
    }
}

/// The same error for each of several waiters.
fn tiru(e: &StoreError) -> StoreError {
    match e {
        StoreError::DiskPenuh => StoreError::DiskPenuh,
        StoreError::Sibuk => StoreError::Sibuk,
        StoreError::TidakDitemukan => StoreError::TidakDitemukan,
        lain => StoreError::Rusak(lain.to_string()),
    }
}
