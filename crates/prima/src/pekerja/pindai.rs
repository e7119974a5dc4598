//! The two rounds of the virus scanner: uploads that wait for it, every second; and, slowly, files that were there before it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{ANTRE, Pekerja, Pengantar};

/// Between two rounds of old files.
const JEDA: Duration = Duration::from_secs(30);
/// Once all were asked about, until they are looked through again.
const LENGKAP: Duration = Duration::from_hours(1);

pub(super) fn mulai(p: &mut Pekerja, pengantar: &Arc<impl Pengantar>) {
    let penjaga = pengantar.clone();
    let baru = p.berkala(ANTRE, move |_| {
        let penjaga = penjaga.clone();
        async move {
            if let Err(e) = penjaga.pindai().await {
                tracing::error!(error = %e, "uploads that wait for the virus scanner stay waiting");
            }
        }
    });
    p.terputus.push(baru);
    let penjaga = pengantar.clone();
    // Where the next round goes on, and not before when.
    let tempat = Arc::new(Mutex::new((String::new(), None::<Instant>)));
    let lama = p.berkala(JEDA, move |_| {
        let (penjaga, tempat) = (penjaga.clone(), tempat.clone());
        async move {
            let (mulai, nanti) = tempat.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if nanti.is_some_and(|n| n > Instant::now()) {
                return;
            }
            let lanjut = match penjaga.pindai_lama(&mulai).await {
                Ok(Some(sampai)) => (sampai, None),
                Ok(None) => (String::new(), Some(Instant::now() + LENGKAP)),
                Err(e) => return tracing::warn!(error = %e, "files from before the virus scanner were not looked at"),
            };
            *tempat.lock().unwrap_or_else(PoisonError::into_inner) = lanjut;
        }
    });
    p.terputus.push(lama);
}
