//! Live pages: what changed, handed on to every open stream of the node. Changes of this process come at their commit; those
//! of other nodes by one poll of the event table, running only while somebody watches (DESIGN section 7). What a stream may
//! be told is decided by its page; nothing but the name of a topic and the time of its change passes here.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use store::{Store, peristiwa};
use tokio::{
    sync::{
        OwnedSemaphorePermit, Semaphore,
        broadcast::{self, error::RecvError},
    },
    time::{Instant, sleep_until},
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub use store::peristiwa::Kabar;

/// Between two polls: of pages that only say that something changed, and while a hall is watched, where a call made on
/// another node is to be heard at once. One query over an index that is in memory. SQLite has one node.
const JEDA: Duration = Duration::from_secs(1);
const JEDA_BALAI: Duration = Duration::from_millis(100);
/// How far a poll looks behind what it has seen, for nodes that commit out of order; and how far the fast ones between do, since on
/// a busy day ten seconds are a thousand rows.
const LIHAT_BALIK_DETIK: i64 = 10;
const LIHAT_BALIK_CEPAT: i64 = 1;
const ANTRE: usize = 4096;

pub struct Langsung {
    kirim: broadcast::Sender<Kabar>,
    tutup: CancellationToken,
    tempat: Arc<Semaphore>,
    /// Streams at most.
    banyak: usize,
    jalan: Arc<AtomicBool>,
    /// Held by everybody who watches a hall.
    balai: Arc<()>,
}

/// One open stream's end of the broadcast.
pub struct Ikut {
    pub kabar: broadcast::Receiver<Kabar>,
    /// The server stops: the stream ends, so that stopping does not wait for it.
    pub tutup: CancellationToken,
    _tempat: OwnedSemaphorePermit,
}

/// Somebody watches a hall: the poll is fast while this lives.
pub struct IkutBalai {
    pub kabar: broadcast::Receiver<Kabar>,
    pub tutup: CancellationToken,
    _balai: Arc<()>,
}

impl Langsung {
    /// `tempat`: open streams of this node at most; further pages simply are not live.
    #[must_use]
    pub fn baru(tempat: usize) -> Self {
        Self {
            kirim: broadcast::Sender::new(ANTRE),
            tutup: CancellationToken::new(),
            tempat: Arc::new(Semaphore::new(tempat)),
            banyak: tempat,
            jalan: Arc::default(),
            balai: Arc::default(),
        }
    }

    /// Begins to listen; `None` when the node has no room for another stream.
    #[must_use]
    pub fn ikut(&self, store: &Store) -> Option<Ikut> {
        let tempat = self.tempat()?;
        let ikut = Ikut { kabar: self.kirim.subscribe(), tutup: self.tutup.clone(), _tempat: tempat };
        self.jalankan(store);
        Some(ikut)
    }

    /// Listens for a hall, on behalf of all its streams.
    #[must_use]
    pub fn ikut_balai(&self, store: &Store) -> IkutBalai {
        let ikut = IkutBalai { kabar: self.kirim.subscribe(), tutup: self.tutup.clone(), _balai: self.balai.clone() };
        self.jalankan(store);
        ikut
    }

    /// Room for one stream; `None` when the node has no more.
    #[must_use]
    pub fn tempat(&self) -> Option<OwnedSemaphorePermit> {
        self.tempat.clone().try_acquire_owned().ok()
    }

    /// Places that are free.
    #[must_use]
    pub fn sisa(&self) -> usize {
        self.tempat.available_permits()
    }

    fn jalankan(&self, store: &Store) {
        if !self.jalan.swap(true, Ordering::SeqCst) {
            let p = Putaran { store: store.clone(), kirim: self.kirim.clone(), jalan: self.jalan.clone(), balai: self.balai.clone() };
            let tutup = self.tutup.clone();
            // Listening begins before this returns, so that nothing falls between.
            let dekat = store.kabar();
            tokio::spawn(async move { p.putar(dekat, tutup).await });
        }
    }

    /// Whether more than half of the places are free: what is only convenient asks first.
    #[must_use]
    pub fn lapang(&self) -> bool {
        self.tempat.available_permits() > self.banyak / 2
    }

    /// Streams that are open now.
    #[must_use]
    pub fn terbuka(&self) -> usize {
        self.banyak.saturating_sub(self.tempat.available_permits())
    }

    /// Ends every stream.
    pub fn tutup(&self) {
        self.tutup.cancel();
    }

    /// Waits for the end of every stream.
    #[must_use]
    pub fn berhenti(&self) -> CancellationToken {
        self.tutup.clone()
    }
}

struct Putaran {
    store: Store,
    kirim: broadcast::Sender<Kabar>,
    jalan: Arc<AtomicBool>,
    balai: Arc<()>,
}

impl Putaran {
    /// Hands on until nobody listens. A failed read is tried again: a page that is not told loses nothing but the notice.
    async fn putar(self, mut dekat: broadcast::Receiver<Kabar>, tutup: CancellationToken) {
        let mut dikenal = HashSet::new();
        let mut sejak = self.store.sekarang();
        let (mut berikut, mut penuh) = (Instant::now(), Instant::now());
        loop {
            tokio::select! {
                k = dekat.recv() => match k {
                    Ok(k) => {
                        if dikenal.insert(k.id) {
                            // An error only means that nobody listens any more.
                            let _ = self.kirim.send(k);
                        }
                    }
                    // What was missed is in the table.
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return,
                },
                () = sleep_until(berikut) => {
                    let jauh = penuh <= Instant::now();
                    sejak = self.baca(&mut dikenal, sejak, jauh).await;
                    if jauh {
                        penuh = Instant::now() + JEDA;
                    }
                    berikut = if self.cepat() { Instant::now() + JEDA_BALAI } else { penuh };
                }
                () = tutup.cancelled() => return,
            }
            if self.kirim.receiver_count() == 0 {
                self.jalan.store(false, Ordering::SeqCst);
                // Somebody may have come between the two lines above; then one of the two goes on.
                if self.kirim.receiver_count() == 0 || self.jalan.swap(true, Ordering::SeqCst) {
                    return;
                }
            }
        }
    }

    /// Somebody watches a hall in which another node may call.
    fn cepat(&self) -> bool {
        self.store.banyak_node() && Arc::strong_count(&self.balai) > 2
    }

    /// Hands on what the table has and nobody has told yet. Returns from when on to look next. `jauh`: the long look behind, after
    /// which only what it found need be known.
    async fn baca(&self, dikenal: &mut HashSet<Uuid>, sejak: store::Waktu, jauh: bool) -> store::Waktu {
        let balik = if jauh { LIHAT_BALIK_DETIK } else { LIHAT_BALIK_CEPAT };
        match peristiwa::satu_satu(&self.store, sejak.tambah_detik(-balik)).await {
            Ok(kabar) => {
                let akhir = kabar.iter().map(|k| k.pada).max();
                let ada: HashSet<Uuid> = kabar.iter().map(|k| k.id).collect();
                for k in kabar.into_iter().rev().filter(|k| !dikenal.contains(&k.id)) {
                    let _ = self.kirim.send(k);
                }
                if jauh {
                    *dikenal = ada;
                } else {
                    dikenal.extend(ada);
                }
                akhir.map_or(sejak, |a| a.max(sejak))
            }
            Err(e) => {
                tracing::warn!(error = %e, "the event table could not be read");
                sejak
            }
        }
    }
}
