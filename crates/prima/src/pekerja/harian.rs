//! What happens once a day: reminders of days that come near, and the digest of 07.00 in each time zone. What was done is kept in
//! memory only; done twice (after a start, on two nodes) it tells nobody anything again.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use store::{
    Store, Waktu,
    pemberitahuan::surel::{self, ZONA},
    periode, skm,
};

use super::{Pekerja, Pengantar};

const JEDA: Duration = Duration::from_secs(20);

pub(super) fn mulai<P: Pengantar>(p: &mut Pekerja, pengantar: &Arc<P>) {
    let sudah = Arc::new(Mutex::new(BTreeMap::<&'static str, Waktu>::new()));
    let pengantar = pengantar.clone();
    p.berkala(JEDA, move |s| {
        let (pengantar, sudah) = (pengantar.clone(), sudah.clone());
        async move { putar(&s, &*pengantar, &sudah).await }
    });
}

async fn putar(store: &Store, pengantar: &impl Pengantar, sudah: &Mutex<BTreeMap<&'static str, Waktu>>) {
    let kini = store.sekarang();
    // The day begins in the east: at 06.00 WIT reminders are there before the first digest.
    let hari = surel::pukul_tujuh(kini.tambah_detik(3_600), "WIT");
    if baru(sudah, "ingat", hari) {
        match ingatkan(store).await {
            Ok(()) => tandai(sudah, "ingat", hari),
            Err(e) => tracing::warn!(error = %e, "reminders wait for the next round"),
        }
    }
    let Some(utama) = pengantar.zona_surel() else { return };
    for zona in ZONA {
        let pukul = surel::pukul_tujuh(kini, zona);
        if !baru(sudah, zona, pukul) {
            continue;
        }
        match surel::susun(store, zona, utama).await {
            Ok(_) => tandai(sudah, zona, pukul),
            Err(e) => tracing::warn!(error = %e, zona, "digests wait for the next round"),
        }
    }
}

async fn ingatkan(store: &Store) -> store::Hasil<()> {
    periode::ingatkan(store).await?;
    skm::ingatkan(store).await?;
    let n = store::sso::akhiri_usang(store).await?;
    if n > 0 {
        tracing::info!(roles = n, "roles that the sign-in service has not stated for a month have ended");
    }
    Ok(())
}

fn baru(sudah: &Mutex<BTreeMap<&'static str, Waktu>>, apa: &str, kapan: Waktu) -> bool {
    sudah.lock().unwrap_or_else(PoisonError::into_inner).get(apa) != Some(&kapan)
}

fn tandai(sudah: &Mutex<BTreeMap<&'static str, Waktu>>, apa: &'static str, kapan: Waktu) {
    sudah.lock().unwrap_or_else(PoisonError::into_inner).insert(apa, kapan);
}
