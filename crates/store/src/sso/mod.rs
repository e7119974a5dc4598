//! Signing in through the agency's own provider (OpenID Connect): whose account it is ([`masuk()`]), and which roles follow from what the
//! provider states ([`peta`]); its word that a person left ([`keluar()`]). Talking to the provider and checking its signature is the caller's work (`web::sso`).

pub(crate) mod cap;
mod keluar;
pub mod masuk;
pub mod peta;
mod selaras;
mod taut;

pub use keluar::{Pamit, keluar};
pub use masuk::{Tolak, buktikan, masuk};
pub use selaras::akhiri_usang;
pub(crate) use taut::Taut;

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::AkunId,
    kueri::Kueri,
    nilai,
};
use serde_json::Value;

/// Longest name of a session at the provider that is kept.
const SID_MAKS: usize = 255;

/// What the provider said about a person, its signature checked.
#[derive(Debug)]
pub struct Identitas<'a> {
    /// Issuer.
    pub penerbit: &'a str,
    /// The provider's own name for the person, which never changes.
    pub subjek: &'a str,
    pub surel: Option<&'a str>,
    /// Whether the provider says that it verified the address.
    pub surel_terverifikasi: bool,
    pub nama: Option<&'a str>,
    /// All claims.
    pub klaim: &'a Value,
    /// Whether the provider proved two steps.
    pub dua_langkah: bool,
    /// When the provider last asked the person for a proof; `None` where it does not say. A provider that remembers its people lets
    /// them in without asking, and that is no proof now.
    pub terbukti: Option<Waktu>,
}

impl Identitas<'_> {
    /// What the provider calls its own session; one that is too long to be kept is none.
    #[must_use]
    pub fn sid(&self) -> Option<&str> {
        self.klaim["sid"].as_str().filter(|s| !s.is_empty() && s.len() <= SID_MAKS)
    }

    /// Whether a claim says this: it is that text, or a list with it. `realm_access.roles` reaches inside.
    #[must_use]
    pub fn menyatakan(&self, klaim: &str, isi: &str) -> bool {
        // An address that nobody verified is what the person typed.
        if klaim == "email" && !self.surel_terverifikasi {
            return false;
        }
        let v = self.klaim.get(klaim).or_else(|| klaim.split('.').try_fold(self.klaim, |v, k| v.get(k)));
        let sama = |v: &Value| match v {
            Value::String(s) => s == isi,
            Value::Bool(b) => b.to_string() == isi,
            Value::Number(n) => n.to_string() == isi,
            _ => false,
        };
        match v {
            Some(Value::Array(semua)) => semua.iter().any(sama),
            Some(v) => sama(v),
            None => false,
        }
    }
}

/// Since when an account is tied to the provider.
pub async fn tertaut(store: &Store, penerbit: &str, akun: AkunId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM sso_akun WHERE penerbit = $1 AND akun_id = $2";
    Ok(store.baca().angka(sql, nilai![penerbit, akun]).await? > 0)
}

/// Accounts that are tied to the provider.
pub async fn jumlah(store: &Store, _hak: &Admin, penerbit: &str) -> Hasil<i64> {
    store.baca().angka("SELECT COUNT(*) AS n FROM sso_akun WHERE penerbit = $1", nilai![penerbit]).await
}

/// Unties an account from every provider: what the provider gave ends, and sessions that it opened.
///
/// # Errors
/// `Keadaan("sso-belum-tertaut")`.
pub async fn lepas(store: &Store, hak: &Admin, akun: AkunId) -> Hasil<()> {
    let tx = store.mulai().await?;
    crate::akun::penjaga::kunci_akun(&tx, akun).await?;
    if tx.jalankan("DELETE FROM sso_akun WHERE akun_id = $1", nilai![akun]).await? == 0 {
        return Err(StoreError::Keadaan("sso-belum-tertaut"));
    }
    selaras::akhiri_semua(&tx, Some(hak.pelaku()), akun).await?;
    tx.jalankan("DELETE FROM sesi WHERE akun_id = $1 AND sso IS NOT NULL", nilai![akun]).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("sso.lepas", "akun", akun)).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests;
