//! What the pages behind a one-time link have in common (`/mulai/{token}`, `/sandi/setel/{token}`): whether the link holds,
//! and the end of each, a password set and the person signed in. What a link is good for is each page's own.

use axum::http::HeaderMap;
use store::{
    StoreError, Tx,
    akun::{self, JenisTautan, SandiBenar},
    id::AkunId,
    sandi,
};

use crate::{AppState, error::Hasil, konteks::Konteks, masuk, tampil::Alih};

/// Whom the link is for, while it holds; `Some(None)` for a link that names no account. Looking does not use it up.
///
/// # Errors
/// When the store fails.
pub async fn berlaku(app: &AppState, jenis: JenisTautan, token: &str) -> Hasil<Option<Option<AkunId>>> {
    match akun::lihat_tautan(&app.store, jenis, token).await {
        Ok(milik) => Ok(Some(milik)),
        Err(StoreError::TidakDitemukan) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

/// Uses the link up (`pakai`, which gives the account), sets the password with it in one transaction, and signs in.
///
/// # Errors
/// Those of `pakai`, and when the store fails.
pub async fn setel(
    (app, k, headers): (&AppState, &Konteks, &HeaderMap),
    kata: String,
    pesan: &'static str,
    pakai: impl AsyncFnOnce(&Tx) -> Hasil<AkunId>,
) -> Hasil {
    let phc = sandi::buat(kata).await?;
    let tx = app.store.mulai().await?;
    let akun = pakai(&tx).await?;
    let sandi: SandiBenar = akun::ganti_sandi(&tx, Some(akun), akun, phc).await?;
    tx.commit().await?;
    masuk::masukkan(app, k, headers, &sandi, Alih::ke("/").pesan(pesan)).await
}
