//! Figures about the store itself, for monitoring: connections, what waits, room on the disk, whether it can serve. Nothing of what is
//! stored is told, only how much of it waits.

use crate::{Hasil, Store, StoreError, kueri::Kueri, migrasi, nilai};
use sea_orm::{DbBackend, FromQueryResult};
use std::{path::Path, time::Duration};

/// Longest time the database may take to say that it is there.
const BATAS: Duration = Duration::from_secs(3);

/// Connections of one pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolam {
    /// `tulis`, `baca`, or `semua` where there is one pool; `replika` for public reading.
    pub nama: &'static str,
    pub terbuka: u64,
    pub menganggur: u64,
    pub paling_banyak: u64,
}

/// Jobs of one kind.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Antre {
    pub jenis: String,
    /// Due, being tried, or waiting for the next try.
    pub menunggu: i64,
    /// Given up.
    pub menyerah: i64,
}

/// The connections of a store.
#[must_use]
pub fn kolam(store: &Store) -> Vec<Kolam> {
    let angka = |n: usize| u64::try_from(n).unwrap_or_default();
    if store.backend() == DbBackend::Postgres {
        let satu = |nama, db: &sea_orm::DatabaseConnection| {
            let p = db.get_postgres_connection_pool();
            let paling_banyak = p.options().get_max_connections().into();
            Kolam { nama, terbuka: p.size().into(), menganggur: angka(p.num_idle()), paling_banyak }
        };
        let replika = store.replika().map(|r| satu("replika", r.db()));
        return std::iter::once(satu("semua", store.tulis())).chain(replika).collect();
    }
    let satu = |nama, db: &sea_orm::DatabaseConnection| {
        let p = db.get_sqlite_connection_pool();
        let paling_banyak = p.options().get_max_connections().into();
        Kolam { nama, terbuka: p.size().into(), menganggur: angka(p.num_idle()), paling_banyak }
    };
    vec![satu("tulis", store.tulis()), satu("baca", store.baca())]
}

/// Jobs that wait and jobs that were given up, by kind.
///
/// # Errors
/// As the database says.
pub async fn antre(store: &Store) -> Hasil<Vec<Antre>> {
    store
        .baca()
        .semua(
            "SELECT jenis, CAST(SUM(CASE WHEN setelah < $1 THEN 1 ELSE 0 END) AS bigint) AS menunggu,
             CAST(SUM(CASE WHEN setelah < $1 THEN 0 ELSE 1 END) AS bigint) AS menyerah FROM pekerjaan GROUP BY jenis ORDER BY jenis LIMIT 100",
            nilai![i64::MAX],
        )
        .await
}

/// Audit events that wait for the sealer.
///
/// # Errors
/// As the database says.
pub async fn belum_disegel(store: &Store) -> Hasil<i64> {
    store.baca().angka("SELECT COUNT(*) AS n FROM audit_antre", vec![]).await
}

/// Room on the disk of a folder, in bytes: free for us, and all.
///
/// # Errors
/// When the folder cannot be looked at.
#[cfg(unix)]
pub fn disk(folder: &Path) -> Hasil<(u64, u64)> {
    let s = rustix::fs::statvfs(folder).map_err(|e| StoreError::Berkas(e.into()))?;
    Ok((s.f_bavail.saturating_mul(s.f_frsize), s.f_blocks.saturating_mul(s.f_frsize)))
}

#[cfg(not(unix))]
pub fn disk(_folder: &Path) -> Hasil<(u64, u64)> {
    Ok((u64::MAX, u64::MAX))
}

/// What `GET /readyz` answers for: each part, and whether it is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Siap {
    /// The database answers in time.
    pub basis: bool,
    /// Its migrations are those of this program.
    pub migrasi: bool,
    /// There is room for what comes.
    pub disk: bool,
    /// The object store answers; `None` where files lie in the data folder. Only a warning: taking the node away would take the pages
    /// away that need no file, and the other nodes ask the same store.
    pub objek: Option<bool>,
}

impl Siap {
    #[must_use]
    pub fn semua(self) -> bool {
        self.basis && self.migrasi && self.disk
    }
}

/// Whether the store can serve now. `ruang`: bytes that must be free.
pub async fn siap(store: &Store, ruang: u64) -> Siap {
    let tanya = store.baca().angka("SELECT COUNT(*) AS n FROM migrasi", vec![]);
    let objek = async {
        match store.gudang() {
            Some(g) => Some(g.menjawab().await),
            None => None,
        }
    };
    let (jawab, objek) = tokio::join!(async { tokio::time::timeout(BATAS, tanya).await.ok().and_then(Result::ok) }, objek);
    Siap {
        objek,
        basis: jawab.is_some(),
        migrasi: jawab.and_then(|n| usize::try_from(n).ok()) == Some(migrasi::DAFTAR.len()),
        disk: disk(store.folder()).is_ok_and(|(bebas, _)| bebas >= ruang),
    }
}
