//! What somebody proves before the own second step is changed: the password, or, where the account never had one (the agency's provider
//! opened it), another way in the same session. Only this module makes the proof.

use crate::{Hasil, Store, akun::SandiBenar, hak::Pelaku, id::AkunId, kueri::Kueri, nilai};

/// The owner of an account proved a moment ago to be it.
#[derive(Debug)]
pub struct Terbukti {
    akun: AkunId,
}

impl Terbukti {
    #[must_use]
    pub fn akun(&self) -> AkunId {
        self.akun
    }

    /// By the session, for an account without a password; `None` where the last proof is too old, or there is a password to ask for.
    ///
    /// # Errors
    /// As the database says.
    pub async fn tanpa_sandi(store: &Store, pelaku: &Pelaku) -> Hasil<Option<Self>> {
        let boleh = pelaku.segar(store.sekarang()) && !bersandi(store, pelaku.akun).await?;
        Ok(boleh.then_some(Self { akun: pelaku.akun }))
    }
}

impl From<&SandiBenar> for Terbukti {
    fn from(s: &SandiBenar) -> Self {
        Self { akun: s.akun() }
    }
}

/// Whether the account has a password.
///
/// # Errors
/// As the database says.
pub async fn bersandi(store: &Store, akun: AkunId) -> Hasil<bool> {
    Ok(store.baca().angka("SELECT COUNT(*) AS n FROM akun WHERE id = $1 AND sandi IS NOT NULL", nilai![akun]).await? > 0)
}
