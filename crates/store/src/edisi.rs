//! Instrument editions as a period or a round keeps them: the whole text under its SHA-256, parsed once per process.
//! Two kinds share the table: those of the evaluation (`pekppp`) and those of the survey (`skm`).

pub mod daftar;
pub mod tulis;

use crate::{Hasil, Store, StoreError, Tx, kueri::Kueri, nilai, sidik_hex};
use pekppp::Edisi;
use sea_orm::FromQueryResult;
use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

/// Parsed editions by hash. An edition is immutable, so an entry never goes stale.
pub(crate) type Singgahan<E = Edisi> = Arc<RwLock<HashMap<String, Arc<E>>>>;

#[derive(FromQueryResult)]
struct Baris {
    isi: String,
}

/// Keeps an edition text in the caller's transaction and returns its hash; the same text twice is one row.
///
/// # Errors
/// `Keadaan("edisi-tak-terbaca")` if the text is no valid edition.
pub async fn simpan(tx: &Tx, kode: &str, teks: &str) -> Hasil<String> {
    if Edisi::baca(teks).is_err() {
        return Err(StoreError::Keadaan("edisi-tak-terbaca"));
    }
    taruh(tx, kode, teks).await
}

/// The same for an edition of the survey.
///
/// # Errors
/// `Keadaan("edisi-tak-terbaca")` if the text is no valid edition.
pub async fn simpan_skm(tx: &Tx, kode: &str, teks: &str) -> Hasil<String> {
    if ::skm::Edisi::baca(teks).is_err() {
        return Err(StoreError::Keadaan("edisi-tak-terbaca"));
    }
    taruh(tx, kode, teks).await
}

async fn taruh(tx: &Tx, kode: &str, teks: &str) -> Hasil<String> {
    let sidik = sidik_hex(teks.as_bytes());
    tx.jalankan(
        "INSERT INTO edisi (sidik, kode, isi, dibuat) VALUES ($1, $2, $3, $4) ON CONFLICT (sidik) DO NOTHING",
        nilai![sidik.as_str(), kode, teks, tx.pada],
    )
    .await?;
    Ok(sidik)
}

/// The edition with this hash.
///
/// # Errors
/// `Rusak` if the stored text no longer fits its hash or cannot be read by this program.
pub async fn dapat(store: &Store, sidik: &str) -> Hasil<Arc<Edisi>> {
    urai(store, &store.edisi, sidik, |t| Edisi::baca(t).map_err(|salah| salah.iter().map(ToString::to_string).collect())).await
}

/// The edition of the survey with this hash.
///
/// # Errors
/// As [`dapat`].
pub async fn skm(store: &Store, sidik: &str) -> Hasil<Arc<::skm::Edisi>> {
    urai(store, &store.edisi_skm, sidik, |t| ::skm::Edisi::baca(t).map_err(|salah| salah.iter().map(ToString::to_string).collect())).await
}

async fn urai<E>(store: &Store, singgahan: &Singgahan<E>, sidik: &str, baca: impl Fn(&str) -> Result<E, Vec<String>>) -> Hasil<Arc<E>> {
    if let Some(e) = singgahan.read().ok().and_then(|m| m.get(sidik).cloned()) {
        return Ok(e);
    }
    let isi = teks(store, sidik).await?;
    if sidik_hex(isi.as_bytes()) != sidik {
        return Err(StoreError::Rusak(format!("edition {sidik} was changed")));
    }
    let edisi = baca(&isi).map_err(|salah| StoreError::Rusak(format!("edition {sidik}: {}", salah.join("; "))))?;
    let edisi = Arc::new(edisi);
    if let Ok(mut m) = singgahan.write() {
        m.insert(sidik.to_owned(), edisi.clone());
    }
    Ok(edisi)
}

/// The exact text, for the result bundle.
pub async fn teks(store: &Store, sidik: &str) -> Hasil<String> {
    let b: Baris = store.baca().satu("SELECT isi FROM edisi WHERE sidik = $1", nilai![sidik]).await?;
    Ok(b.isi)
}
