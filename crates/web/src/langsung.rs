//! Live pages: one poll of the event table a node, running only while somebody watches, handed on to every open stream of
//! the node (DESIGN section 7: broadcast inside a node, a polled table between nodes). What a stream may be told is decided
//! by its page; nothing but the name of a topic and the time of its change passes here.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use store::{Store, peristiwa};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast};
use tokio_util::sync::CancellationToken;

pub use store::peristiwa::Kabar;

const JEDA: Duration = Duration::from_secs(1);
/// How far the poll looks behind what it has seen, for nodes that commit out of order.
const LIHAT_BALIK_DETIK: i64 = 10;
const ANTRE: usize = 1024;

pub struct Langsung {
    kirim: broadcast::Sender<Kabar>,
    tutup: CancellationToken,
    tempat: Arc<Semaphore>,
    /// Streams at most.
    banyak: usize,
    jalan: Arc<AtomicBool>,
}

/// One open stream's end of the broadcast.
pub struct Ikut {
    pub kabar: broadcast::Receiver<Kabar>,
    /// The server stops: the stream ends, so that stopping does not wait for it.
    pub tutup: CancellationToken,
    _tempat: OwnedSemaphorePermit,
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
        }
    }

    /// Begins to listen; `None` when the node has no room for another stream.
    #[must_use]
    pub fn ikut(&self, store: &Store) -> Option<Ikut> {
        let tempat = self.tempat.clone().try_acquire_owned().ok()?;
        let ikut = Ikut { kabar: self.kirim.subscribe(), tutup: self.tutup.clone(), _tempat: tempat };
        if !self.jalan.swap(true, Ordering::SeqCst) {
            tokio::spawn(putar(store.clone(), self.kirim.clone(), self.tutup.clone(), self.jalan.clone()));
        }
        Some(ikut)
    }

    /// Whether more than half of the places are free: what is only convenient asks first.
    #[must_use]
    pub fn lapang(&self) -> bool {
        self.tempat.available_permits() > self.banyak / 2
    }

    /// Ends every stream.
    pub fn tutup(&self) {
        self.tutup.cancel();
    }
}

/// Polls until nobody listens. A failed read is tried again: a page that is not told loses nothing but the notice.
async fn putar(store: Store, kirim: broadcast::Sender<Kabar>, tutup: CancellationToken, jalan: Arc<AtomicBool>) {
    let mut dikenal = BTreeMap::new();
    let mut sejak = store.sekarang();
    loop {
        match peristiwa::sejak(&store, sejak.tambah_detik(-LIHAT_BALIK_DETIK)).await {
            Ok(kabar) => {
                let akhir = kabar.iter().map(|k| k.pada).max();
                let baru: Vec<_> = kabar.iter().filter(|k| dikenal.get(&k.topik).is_none_or(|p| *p < k.pada)).cloned().collect();
                dikenal = kabar.into_iter().map(|k| (k.topik, k.pada)).collect();
                sejak = akhir.map_or(sejak, |a| a.max(sejak));
                for k in baru {
                    // An error only means that nobody listens any more.
                    let _ = kirim.send(k);
                }
            }
            Err(e) => tracing::warn!(error = %e, "the event table could not be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(JEDA) => {}
            () = tutup.cancelled() => return,
        }
        if kirim.receiver_count() == 0 {
            jalan.store(false, Ordering::SeqCst);
            // Somebody may have come between the two lines above; then one of the two goes on.
            if kirim.receiver_count() == 0 || jalan.swap(true, Ordering::SeqCst) {
                return;
            }
        }
    }
}
