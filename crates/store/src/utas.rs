//! Slow work (disk, compression, encryption) off the threads that answer. Password hashes have a way of their own, which takes turns
//! ([`crate::sandi`]).

use crate::{Hasil, StoreError};

/// What `f` says, from a thread that may wait.
///
/// # Errors
/// Those of `f`; `Rusak` when it did not end by itself.
pub(crate) async fn di_utas<T: Send + 'static>(f: impl FnOnce() -> Hasil<T> + Send + 'static) -> Hasil<T> {
    tokio::task::spawn_blocking(f).await.map_err(|e| StoreError::Rusak(e.to_string()))?
}
