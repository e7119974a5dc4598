//! A database of its own for every test.
//!
//! SQLite gets a file in a temporary directory. PostgreSQL gets a `CREATE DATABASE` on the
//! server named by `PRIMA_UJI_PG`; without that variable the test fails, it never passes silently.
//! Faults here are failed tests, so this module panics with a sentence instead of returning errors.

#![expect(clippy::panic, reason = "test support: a fault here is a failed test, and a sentence for its reader")]

use std::fmt::Display;

use tempfile::TempDir;

use crate::pg;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jenis {
    Sqlite,
    Postgres,
}

/// A database that nobody else uses. Gone soon after it is dropped.
#[derive(Debug)]
pub struct BasisUji {
    /// `sqlite:///…/uji.db?mode=rwc` or `postgres://…/uji_…`.
    pub url: String,
    pub jenis: Jenis,
    _pemilik: Pemilik,
}

#[derive(Debug)]
enum Pemilik {
    Berkas { _direktori: TempDir },
    Server { _basis: pg::Basis },
}

/// An empty database of the given kind.
///
/// # Panics
/// When the database cannot be made; for PostgreSQL also when `PRIMA_UJI_PG` is not set.
pub async fn kosong(jenis: Jenis) -> BasisUji {
    match jenis {
        Jenis::Sqlite => sqlite(),
        Jenis::Postgres => postgres().await,
    }
}

/// A database that `migrasi` has filled. On PostgreSQL the migration runs once in this process
/// and every test gets a clone; on SQLite it runs on each new file.
///
/// # Panics
/// As [`kosong`], and when `migrasi` fails.
pub async fn bermigrasi<F, E>(jenis: Jenis, migrasi: F) -> BasisUji
where
    F: AsyncFnOnce(&str) -> Result<(), E>,
    E: Display,
{
    match jenis {
        Jenis::Sqlite => {
            let basis = sqlite();
            if let Err(galat) = migrasi(&basis.url).await {
                panic!("the migration of the SQLite test database failed: {galat}");
            }
            basis
        }
        Jenis::Postgres => dari_server(pg::Basis::dari_templat(migrasi).await),
    }
}

/// An SQLite file that does not exist yet, in a temporary directory of its own.
///
/// # Panics
/// When the temporary directory cannot be made.
#[must_use]
#[expect(clippy::expect_used, reason = "without a directory the test cannot run")]
pub fn sqlite() -> BasisUji {
    let direktori = tempfile::Builder::new().prefix("prima-uji-").tempdir().expect("a temporary directory for the SQLite test database");
    let url = format!("sqlite://{}?mode=rwc", direktori.path().join("uji.db").display());
    BasisUji { url, jenis: Jenis::Sqlite, _pemilik: Pemilik::Berkas { _direktori: direktori } }
}

/// An empty PostgreSQL database on the server of `./uji`.
///
/// # Panics
/// When `PRIMA_UJI_PG` is not set or the server refuses.
pub async fn postgres() -> BasisUji {
    dari_server(pg::Basis::kosong().await)
}

fn dari_server(basis: pg::Basis) -> BasisUji {
    BasisUji { url: basis.url.clone(), jenis: Jenis::Postgres, _pemilik: Pemilik::Server { _basis: basis } }
}
