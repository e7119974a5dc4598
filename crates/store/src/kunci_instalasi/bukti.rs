//! Whether what stands here of a registered key is what an administrator recorded: a keyed mark over the key, its owner, its days, the instansi
//! it signs for, and whether it was revoked. Who writes the database, but holds no key file, makes no key believed, and none that was revoked.

use super::{PILIH, Terdaftar};
use crate::{Hasil, Kunci, StoreError, Tx, id::KunciInstalasiId, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::ConnectionTrait;

/// The migration that brings the marks.
pub(crate) const MIGRASI: &str = "0083_kunci_bukti";

impl Terdaftar {
    fn meterai(&self) -> Meterai {
        let untuk = self.untuk().join(",");
        Meterai::atas("kunci_instalasi")
            .id(Some(self.id.0))
            .teks(Some(&self.nama))
            .teks(Some(&self.kunci))
            .bita(Some(&self.publik))
            .teks(Some(&self.dari))
            .teks(self.sampai.as_deref())
            .teks(Some(&untuk))
            .angka(self.cabut_pada.map(|w| w.0))
            .teks(self.cabut_alasan.as_deref())
    }

    /// Forgets a mark that does not hold; the log names the key.
    pub(super) fn diuji(mut self, kunci: &Kunci) -> Self {
        if !self.meterai().sah(kunci, self.tanda.as_deref()) {
            tracing::error!(kunci = self.kunci, "a registered key is not what was registered; nothing signed by it is believed");
            self.tanda = None;
        }
        self
    }

    /// Whether it stands as an administrator recorded it; otherwise it is believed nowhere.
    #[must_use]
    pub fn terbukti(&self) -> bool {
        self.tanda.is_some()
    }
}

/// All of them, each tried, for the check.
pub(crate) async fn semua<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<Vec<Terdaftar>> {
    let semua: Vec<Terdaftar> = c.semua(&format!("{PILIH} ORDER BY k.id LIMIT 1000000"), nilai![]).await?;
    Ok(semua.into_iter().map(|k| k.diuji(kunci)).collect())
}

async fn tulis<C: ConnectionTrait>(c: &C, kunci: &Kunci, k: &Terdaftar) -> Hasil<()> {
    let sql = "UPDATE kunci_instalasi SET tanda = $2 WHERE id = $1";
    c.jalankan(sql, nilai![k.id, k.meterai().buat(kunci)]).await.map(drop)
}

/// Marks a key in the transaction that wrote something of it.
pub(super) async fn tandai(tx: &Tx, id: KunciInstalasiId) -> Hasil<()> {
    let k: Terdaftar = tx.satu(&format!("{PILIH} WHERE k.id = $1"), nilai![id]).await?;
    tulis(&**tx, &tx.kunci, &k).await
}

/// A key that is to be changed: what is marked anew must have been true before.
///
/// # Errors
/// `TidakDitemukan`, `Keadaan("kunci-tak-terbukti-ubah")`.
pub(super) async fn untuk_diubah(tx: &Tx, id: KunciInstalasiId) -> Hasil<Terdaftar> {
    let k: Terdaftar = tx.satu(&format!("{PILIH} WHERE k.id = $1"), nilai![id]).await?;
    let k = k.diuji(&tx.kunci);
    if k.terbukti() { Ok(k) } else { Err(StoreError::Keadaan("kunci-tak-terbukti-ubah")) }
}

/// Whether the registered key with this id (16 digits) stands as an administrator recorded it.
pub(crate) async fn terbukti<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: &str) -> Hasil<bool> {
    let k: Option<Terdaftar> = c.mungkin(&format!("{PILIH} WHERE k.kunci = $1"), nilai![id]).await?;
    Ok(k.is_some_and(|k| k.diuji(kunci).terbukti()))
}

/// Marks what stands at the upgrade.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    for k in c.semua::<Terdaftar>(&format!("{PILIH} ORDER BY k.id LIMIT 1000000"), nilai![]).await? {
        tulis(c, kunci, &k).await?;
    }
    Ok(())
}

/// After a leak: what the old key marked is marked by the new one.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    for k in semua(&**tx, &tx.kunci).await?.iter().filter(|k| k.terbukti()) {
        tulis(&**tx, baru, k).await?;
    }
    Ok(())
}
