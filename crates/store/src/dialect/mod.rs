//! What differs between SQLite and PostgreSQL, and nothing else.

pub mod postgres;
pub mod sqlite;

use crate::StoreError;
use sea_orm::{DbBackend, DbErr, RuntimeErr, SqlErr};

/// Turns a driver error into the few kinds that callers treat apart.
pub(crate) fn kenali(e: DbErr) -> StoreError {
    if let Some(SqlErr::UniqueConstraintViolation(_)) = e.sql_err() {
        return StoreError::SudahAda("nilai");
    }
    let kode = match &e {
        DbErr::Exec(RuntimeErr::SqlxError(s)) | DbErr::Query(RuntimeErr::SqlxError(s)) => {
            s.as_database_error().and_then(|d| d.code().map(std::borrow::Cow::into_owned))
        }
        _ => None,
    };
    match kode.as_deref() {
        Some(k) if sqlite::sibuk(k) || postgres::sibuk(k) => StoreError::Sibuk,
        Some(k) if sqlite::penuh(k) || postgres::penuh(k) => StoreError::DiskPenuh,
        _ if matches!(e, DbErr::ConnectionAcquire(_)) => StoreError::Sibuk,
        _ => StoreError::Basis(e),
    }
}

/// Row lock on a `SELECT` inside a write transaction. SQLite has one writer, so it needs none.
#[must_use]
pub fn kunci_baris(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR UPDATE",
        _ => "",
    }
}

/// Shared row lock: many hold it together, and it keeps out [`kunci_baris`].
#[must_use]
pub fn kunci_bagi(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR SHARE",
        _ => "",
    }
}
