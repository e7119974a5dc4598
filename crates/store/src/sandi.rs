//! Passwords: Argon2id with OWASP's parameters, off the async threads, a bounded number at a time. What a new one must not be is
//! `aturan`, the office's list of leaked ones `bocor`.

mod aturan;
mod bocor;

pub use aturan::{Lemah, PANJANG_MAKS, PANJANG_MIN};

use crate::{Hasil, Store, StoreError};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB; four at a time bound the memory.
static GILIRAN: Semaphore = Semaphore::const_new(4);

/// Compared when the account does not exist, so that its absence takes the same time.
static UMPAN: LazyLock<String> = LazyLock::new(|| hitung("bukan sandi siapa pun").unwrap_or_default());

fn argon() -> Result<Argon2<'static>, StoreError> {
    let p = Params::new(19 * 1024, 2, 1, None).map_err(|e| StoreError::Rusak(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, p))
}

fn hitung(sandi: &str) -> Result<String, StoreError> {
    let h = argon()?.hash_password(sandi.as_bytes()).map_err(|e| StoreError::Rusak(e.to_string()))?;
    Ok(h.to_string())
}

/// Whether a new password may be used. `milik`: names and addresses of the person.
pub async fn boleh(store: &Store, sandi: &str, milik: &[&str]) -> Hasil<Result<(), Lemah>> {
    if let Err(lemah) = aturan::periksa(sandi, milik) {
        return Ok(Err(lemah));
    }
    Ok(if bocor::ada(store.folder(), sandi).await? { Err(Lemah::Bocor) } else { Ok(()) })
}

/// PHC string of a new hash.
pub async fn buat(sandi: String) -> Hasil<String> {
    di_utas(move || hitung(&sandi)).await?
}

/// Whether `sandi` fits; with no stored hash the same work is done and the answer is no.
pub async fn cocok(sandi: String, tersimpan: Option<String>) -> Hasil<bool> {
    di_utas(move || {
        let (teks, ada) = tersimpan.map_or_else(|| (UMPAN.clone(), false), |t| (t, true));
        let Ok(hash) = PasswordHash::new(&teks) else { return Ok(false) };
        Ok(argon()?.verify_password(sandi.as_bytes(), &hash).is_ok() && ada)
    })
    .await?
}

async fn di_utas<T: Send + 'static>(f: impl FnOnce() -> T + Send + 'static) -> Hasil<T> {
    let _giliran = GILIRAN.acquire().await.map_err(|_| StoreError::Sibuk)?;
    tokio::task::spawn_blocking(f).await.map_err(|e| StoreError::Rusak(e.to_string()))
}
