//! Whether what an account is entered by is what was recorded when it was set: the events of the audit log are marked or chained by this
//! installation, the row of an account is not. Who writes the database, but holds no key, sets no password and no address that work.

use super::{Akun, sidik_sandi, tanda};
use crate::{Hasil, Kunci, Store, Waktu, audit, id::AkunId};
use serde_json::Value;

/// The stored password is the last that was set here. One of a program from before 23 November 2026 left no digest: it is the one that stood at
/// the upgrade ([`tanda`]). Those of invented people, who were written all by one event, are taken as they are.
pub(super) async fn sandi(store: &Store, akun: AkunId, phc: &str) -> Hasil<bool> {
    let semua = audit::tertulis(store, &["akun.tambah", "akun.sandi"], "akun", Some(akun.0)).await?;
    let sah = match semua.first().map(|(_, r)| r.get("sandi")) {
        None => karangan(store).await?,
        Some(None) => {
            let lama = tanda::baca(store.baca(), akun.0).await?;
            store.bertanda(|k| tanda::sah(k, akun.0, phc, lama.as_deref())).await?
        }
        Some(Some(tercatat)) => tercatat.as_str() == Some(sidik_sandi(phc).as_str()),
    };
    if !sah {
        tracing::error!(%akun, "the stored password is not the one that was set; nobody signs in with it");
    }
    Ok(sah)
}

async fn karangan(store: &Store) -> Hasil<bool> {
    Ok(!audit::tertulis(store, &["simulasi.isi"], "instansi", None).await?.is_empty())
}

/// When the digests of the audit log began anew: the last leak of a key.
pub(crate) fn ringkasan_sejak(kunci: &Kunci) -> Option<Waktu> {
    kunci.lama().iter().filter(|l| l.dicabut).map(|l| l.sampai).max()
}

/// Whether the address is the one with which the account was made, as far as the log can tell: to another one no link for a password goes.
///
/// # Errors
/// As the database says.
pub async fn surel_tercatat(store: &Store, akun: &Akun) -> Hasil<bool> {
    let semua = audit::tertulis(store, &["akun.tambah"], "akun", Some(akun.id.0)).await?;
    let Some((pada, rincian)) = semua.first() else { return karangan(store).await };
    let sejak = ringkasan_sejak(store.kunci());
    let Some(tercatat) = rincian.get("surel").and_then(Value::as_str).filter(|_| sejak.is_none_or(|s| *pada > s)) else { return Ok(true) };
    let sah = tercatat == store.kunci().ringkas(&akun.surel);
    if !sah {
        tracing::error!(akun = %akun.id, "the address is not the one with which the account was made; no link is sent there");
    }
    Ok(sah)
}
