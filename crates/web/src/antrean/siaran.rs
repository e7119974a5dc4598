//! The line of a gerai, read once after each change and handed to everybody who watches it: 3,000 phones cost one read. A call
//! is handed on before the estimates are computed, which take longer. Runs only while somebody watches, or did a moment ago.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use layanan::antrean::Perkiraan;
use store::{
    antrean::{
        self, Tiket, buka,
        garis::{self, Potret},
        perkiraan::{self, Bahan, Hitungan},
    },
    id::{GeraiId, LayananId, TiketId, UnitId},
    mpp::{self, Gerai},
};
use tokio::{
    sync::{
        broadcast::error::{RecvError, TryRecvError},
        watch,
    },
    time::{Instant, sleep_until, timeout, timeout_at},
};

use crate::{AppState, langsung::IkutBalai};

/// Without any change the line is read again, because services under way get longer.
const SEGAR: Duration = Duration::from_secs(30);
/// What estimates rest on, and names, are read again after so long.
const BAHAN: Duration = Duration::from_mins(5);
/// After a fault.
const ULANG: Duration = Duration::from_secs(1);
/// How long a page waits for the line to catch up with a write of a moment ago.
const SUSUL: Duration = Duration::from_millis(500);

/// A gerai at a moment.
#[derive(Debug)]
pub struct Garis {
    pub gerai: Gerai,
    pub potret: Potret,
    pub layanan: BTreeMap<LayananId, String>,
    tempat: HashMap<TiketId, usize>,
    perkiraan: HashMap<TiketId, Perkiraan>,
    /// What an ordinary person could expect who took a number now.
    berikut: Option<Perkiraan>,
    /// Whether its hall is open.
    pub pintu: buka::Keadaan,
    /// The estimates are of this very line.
    pub lengkap: bool,
    /// Which reading of a line this is; no two readings of this process share it.
    pub bacaan: u64,
}

static BACAAN: AtomicU64 = AtomicU64::new(0);

impl Garis {
    /// People ahead of a ticket in line.
    #[must_use]
    pub fn depan(&self, id: TiketId) -> Option<usize> {
        self.tempat.get(&id).copied()
    }

    #[must_use]
    pub fn perkiraan(&self, id: TiketId) -> Option<Perkiraan> {
        self.perkiraan.get(&id).copied()
    }

    #[must_use]
    pub fn layanan(&self, t: &Tiket) -> &str {
        self.layanan.get(&t.layanan_id).map_or("", String::as_str)
    }

    /// Name of the counter at which a ticket is.
    #[must_use]
    pub fn loket(&self, t: &Tiket) -> Option<&str> {
        let id = t.loket_id?;
        self.potret.loket.iter().find(|l| l.id == id).map(|l| l.nama.as_str())
    }
}

/// One watcher's end.
pub type Penonton = watch::Receiver<Option<Arc<Garis>>>;
type Pengirim = Arc<watch::Sender<Option<Arc<Garis>>>>;

#[derive(Default)]
pub struct Siaran {
    gerai: Mutex<HashMap<GeraiId, Pengirim>>,
}

impl Siaran {
    /// Watches a gerai. The first value may still be missing; see [`kini`].
    #[must_use]
    pub fn tonton(&self, app: &AppState, mpp: UnitId, gerai: GeraiId) -> Penonton {
        let mut semua = self.gerai.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kirim) = semua.get(&gerai) {
            return kirim.subscribe();
        }
        let kirim: Pengirim = Arc::new(watch::channel(None).0);
        let tonton = kirim.subscribe();
        semua.insert(gerai, kirim.clone());
        drop(semua);
        let ikut = app.langsung.ikut_balai(&app.store);
        tokio::spawn(Putaran { app: app.clone(), mpp, gerai, kirim }.jalan(ikut));
        tonton
    }

    /// Ends the watch of a gerai that nobody watches; false when somebody came meanwhile.
    fn lepas(&self, gerai: GeraiId) -> bool {
        let mut semua = self.gerai.lock().unwrap_or_else(PoisonError::into_inner);
        // Only under this lock does anybody begin to watch.
        let sepi = semua.get(&gerai).is_none_or(|k| k.receiver_count() == 0);
        if sepi {
            semua.remove(&gerai);
        }
        sepi
    }
}

/// The line now: at least as new as the ticket and with its estimates, unless that takes too long. `None`: nothing is known yet.
pub async fn kini(app: &AppState, t: &Tiket) -> Option<Arc<Garis>> {
    let mut tonton = app.antrean.siaran.tonton(app, t.mpp_id, t.gerai_id);
    let cukup = |g: &Option<Arc<Garis>>| {
        g.as_ref().is_some_and(|g| (g.lengkap || !t.antre()) && g.potret.cari(t.id).is_some_and(|x| x.langkah >= t.langkah))
    };
    let susul = timeout(SUSUL, tonton.wait_for(cukup)).await.ok().and_then(Result::ok).and_then(|g| g.clone());
    susul.or_else(|| tonton.borrow().clone())
}

/// What an ordinary person could expect who took a number at each of these gerai now. Of a line that changed a moment ago it is what
/// was known before; a gerai of which it is not known soon enough is left out.
pub async fn berikut(app: &AppState, mpp: UnitId, gerai: &[GeraiId]) -> BTreeMap<GeraiId, Perkiraan> {
    // All of them begin to be read before the first is waited for.
    let semua: Vec<(GeraiId, Penonton)> = gerai.iter().map(|g| (*g, app.antrean.siaran.tonton(app, mpp, *g))).collect();
    let batas = Instant::now() + SUSUL;
    let tahu = |g: &Option<Arc<Garis>>| g.as_ref().is_some_and(|g| g.lengkap || g.berikut.is_some());
    let mut hasil = BTreeMap::new();
    for (id, mut tonton) in semua {
        let garis = timeout_at(batas, tonton.wait_for(tahu)).await.ok().and_then(Result::ok).and_then(|g| g.clone());
        if let Some(p) = garis.and_then(|g| g.berikut) {
            hasil.insert(id, p);
        }
    }
    hasil
}

/// What makes the line be read again.
enum Sebab {
    Garis,
    /// The hall's door changed: what changes slowly is read again too.
    Balai,
}

/// One reading answers everything that was told until now.
fn susul(ikut: &mut IkutBalai, balai: &str) -> Sebab {
    let mut sebab = Sebab::Garis;
    loop {
        match ikut.kabar.try_recv() {
            Ok(k) if k.topik != balai => {}
            Ok(_) | Err(TryRecvError::Lagged(_)) => sebab = Sebab::Balai,
            Err(TryRecvError::Empty | TryRecvError::Closed) => return sebab,
        }
    }
}

struct Putaran {
    app: AppState,
    mpp: UnitId,
    gerai: GeraiId,
    kirim: Pengirim,
}

/// Changes slowly.
struct Latar {
    gerai: Gerai,
    layanan: BTreeMap<LayananId, String>,
    bahan: Bahan,
    pintu: buka::Dasar,
    sampai: Instant,
}

impl Putaran {
    async fn jalan(self, mut ikut: IkutBalai) {
        let mut latar = None;
        loop {
            let jeda = match self.baca(&mut latar).await {
                Ok(()) => SEGAR,
                Err(e) => {
                    tracing::warn!(error = %e, gerai = %self.gerai, "the line of a gerai could not be read");
                    ULANG
                }
            };
            match self.tunggu(&mut ikut, Instant::now() + jeda).await {
                None => return,
                Some(Sebab::Balai) => latar = None,
                Some(Sebab::Garis) => {}
            }
        }
    }

    /// Until the line or the hall's door changes, or `sampai`; `None`: nobody watches any more, or the server stops.
    async fn tunggu(&self, ikut: &mut IkutBalai, sampai: Instant) -> Option<Sebab> {
        let (topik, balai) = (antrean::topik(self.gerai), antrean::topik_balai(self.mpp));
        loop {
            tokio::select! {
                k = ikut.kabar.recv() => match k {
                    Ok(k) if k.topik == balai => return Some(Sebab::Balai),
                    Ok(k) if k.topik == topik => return Some(susul(ikut, &balai)),
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Some(Sebab::Balai),
                    Err(RecvError::Closed) => return None,
                },
                () = sleep_until(sampai) => {
                    let ada = self.kirim.receiver_count() > 0 || !self.app.antrean.siaran.lepas(self.gerai);
                    return ada.then_some(Sebab::Garis);
                }
                () = ikut.tutup.cancelled() => return None,
            }
        }
    }

    async fn baca(&self, latar: &mut Option<Latar>) -> Result<(), store::StoreError> {
        let (store, c) = (&self.app.store, self.app.store.baca());
        if latar.as_ref().is_none_or(|l| l.sampai <= Instant::now()) {
            let gerai = mpp::gerai(c, self.gerai).await?;
            let layanan = mpp::penempatan_mpp(c, self.mpp).await?.into_iter().map(|p| (p.layanan_id, p.layanan)).collect();
            let bahan = perkiraan::bahan(c, self.gerai, store.sekarang()).await?;
            let pintu = buka::dasar(c, &mpp::dari_id(c, self.mpp).await?, store.sekarang()).await?;
            *latar = Some(Latar { gerai, layanan, bahan, pintu, sampai: Instant::now() + BAHAN });
        }
        let Some(l) = latar.as_ref() else { return Ok(()) };
        let potret = garis::potret(c, self.mpp, self.gerai, store.sekarang()).await?;
        // The call first, with the estimates there were.
        let lama = self.kirim.borrow().as_ref().map(|g| (g.perkiraan.clone(), g.berikut)).unwrap_or_default();
        let bacaan = BACAAN.fetch_add(1, Ordering::Relaxed);
        self.kirimkan(l, potret.clone(), lama, (bacaan, false));
        let bahan = l.bahan.clone();
        let hitung = potret.clone();
        let Hitungan { tiket, berikut } = tokio::task::spawn_blocking(move || perkiraan::hitung(&hitung, &bahan)).await.unwrap_or_default();
        self.kirimkan(l, potret, (tiket.into_iter().collect(), berikut), (bacaan, true));
        Ok(())
    }

    fn kirimkan(
        &self,
        l: &Latar,
        potret: Potret,
        (perkiraan, berikut): (HashMap<TiketId, Perkiraan>, Option<Perkiraan>),
        (bacaan, lengkap): (u64, bool),
    ) {
        let tempat = potret.urutan.iter().enumerate().map(|(n, id)| (*id, n)).collect();
        let (gerai, layanan, pintu) = (l.gerai.clone(), l.layanan.clone(), l.pintu.pada(potret.pada));
        let garis = Garis { gerai, potret, layanan, tempat, perkiraan, berikut, pintu, lengkap, bacaan };
        self.kirim.send_replace(Some(Arc::new(garis)));
    }
}
