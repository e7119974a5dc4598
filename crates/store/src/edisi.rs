//! Instrument editions as a period keeps them: the whole text under its SHA-256, parsed once per process.

use crate::{Hasil, Store, StoreError, Tx, kueri::Kueri, nilai, sidik_hex};
use pekppp::Edisi;
use sea_orm::FromQueryResult;
use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

/// Parsed editions by hash. An edition is immutable, so an entry never goes stale.
pub(crate) type Singgahan = Arc<RwLock<HashMap<String, Arc<Edisi>>>>;

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
    if let Some(e) = store.edisi.read().ok().and_then(|m| m.get(sidik).cloned()) {
        return Ok(e);
    }
    let isi = teks(store, sidik).await?;
    if sidik_hex(isi.as_bytes()) != sidik {
        return Err(StoreError::Rusak(format!("edition {sidik} was changed")));
    }
    let edisi = Edisi::baca(&isi).map_err(|salah| {
        let salah: Vec<String> = salah.iter().map(ToString::to_string).collect();
        StoreError::Rusak(format!("edition {sidik}: {}", salah.join("; ")))
    })?;
    let edisi = Arc::new(edisi);
    if let Ok(mut m) = store.edisi.write() {
        m.insert(sidik.to_owned(), edisi.clone());
    }
    Ok(edisi)
}

/// The exact text, for the result bundle.
pub async fn teks(store: &Store, sidik: &str) -> Hasil<String> {
    let b: Baris = store.baca().satu("SELECT isi FROM edisi WHERE sidik = $1", nilai![sidik]).await?;
    Ok(b.isi)
}
