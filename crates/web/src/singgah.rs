//! What takes long to compute and may be a minute old: kept by key, computed once however many wait for it. For pages over thousands of
//! units; what must be fresh never goes through here.

use std::{
    collections::HashMap,
    future::Future,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

use store::Waktu;
use tokio::sync::OnceCell;

/// Seconds that a value is shown.
const DETIK: i64 = 60;
/// Values kept at most; beyond it the old ones go.
const MAKS: usize = 64;

type Sel<V> = Arc<OnceCell<Arc<V>>>;

pub struct Singgah<K, V>(Mutex<HashMap<K, (Waktu, Sel<V>)>>);

impl<K, V> Default for Singgah<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash + Clone, V> Singgah<K, V> {
    /// The value of this key, not older than a minute. A failure is kept for nobody.
    ///
    /// # Errors
    /// Those of `hitung`.
    pub async fn dapat<E, F: Future<Output = Result<V, E>>>(&self, kini: Waktu, kunci: K, hitung: impl FnOnce() -> F) -> Result<Arc<V>, E> {
        let sel = {
            let mut m = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let hidup = |(pada, _): &(Waktu, Sel<V>)| kini < pada.tambah_detik(DETIK) && *pada <= kini;
            if m.len() >= MAKS {
                m.retain(|_, v| hidup(v));
            }
            if m.len() >= MAKS {
                m.clear();
            }
            match m.get(&kunci).filter(|v| hidup(v)) {
                Some((_, s)) => s.clone(),
                None => m.entry(kunci).insert_entry((kini, Sel::default())).get().1.clone(),
            }
        };
        sel.get_or_try_init(|| async { hitung().await.map(Arc::new) }).await.cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test]
    async fn computed_once_a_minute_and_never_a_failure() {
        let (s, n) = (Singgah::<u8, usize>::default(), AtomicUsize::new(0));
        let hitung = |baik: bool| {
            let n = &n;
            move || async move { if baik { Ok(n.fetch_add(1, Ordering::SeqCst)) } else { Err("rusak") } }
        };
        let di = |detik: i64| Waktu(detik * 1_000_000);
        assert_eq!(s.dapat(di(0), 1, hitung(false)).await, Err("rusak"));
        let (a, b) = tokio::join!(s.dapat(di(0), 1, hitung(true)), s.dapat(di(59), 1, hitung(true)));
        assert_eq!((*a.unwrap(), *b.unwrap()), (0, 0));
        assert_eq!((*s.dapat(di(1), 2, hitung(true)).await.unwrap(), *s.dapat(di(60), 1, hitung(true)).await.unwrap()), (1, 2));
        for k in 0..=255 {
            s.dapat(di(61), k, hitung(true)).await.unwrap();
        }
        assert!(s.0.lock().unwrap().len() <= MAKS);
    }
}
