//! What differs between SQLite and PostgreSQL, and nothing else.

pub(crate) mod larik;
pub mod postgres;
pub mod sqlite;

use crate::{Hasil, StoreError, kueri::Kueri};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, FromQueryResult, IsolationLevel, RuntimeErr,
    SqlErr, TransactionTrait, sqlx,
};

/// Turns a driver error into the few kinds that callers treat apart.
pub(crate) fn kenali(e: DbErr) -> StoreError {
    if let Some(SqlErr::UniqueConstraintViolation(_)) = e.sql_err() {
        return StoreError::SudahAda("nilai");
    }
    let kode = match &e {
        DbErr::Exec(RuntimeErr::SqlxError(s)) | DbErr::Query(RuntimeErr::SqlxError(s)) | DbErr::Conn(RuntimeErr::SqlxError(s)) => {
            s.as_database_error().and_then(|d| d.code().map(std::borrow::Cow::into_owned))
        }
        _ => None,
    };
    match kode.as_deref() {
        Some(k) if sqlite::sibuk(k) || postgres::sibuk(k) => StoreError::Sibuk,
        Some(k) if sqlite::penuh(k) || postgres::penuh(k) => StoreError::DiskPenuh,
        Some(k) if sqlite::rusak(k) || postgres::rusak(k) => StoreError::Rusak(format!("basis data itu sendiri rusak ({e})")),
        _ if terputus(&e) => StoreError::Sibuk,
        _ if tak_terbaca(&e) => StoreError::Rusak(format!("basis data itu sendiri rusak ({e})")),
        _ => StoreError::Basis(e),
    }
}

/// Text that is none: no program stored it so.
fn tak_terbaca(e: &DbErr) -> bool {
    let DbErr::Query(RuntimeErr::SqlxError(s)) = e else { return false };
    matches!(&**s, sqlx::Error::ColumnDecode { source, .. } if source.is::<std::str::Utf8Error>())
}

/// A table, a column or an index is to be made that is there.
pub(crate) fn sudah_dibuat(e: &DbErr) -> bool {
    let DbErr::Exec(RuntimeErr::SqlxError(s)) = e else { return false };
    let Some(d) = s.as_database_error() else { return false };
    d.code().is_some_and(|k| postgres::sudah_dibuat(&k)) || sqlite::sudah_dibuat(d.message())
}

/// As [`kenali`], for a commit: with the connection the answer is lost, not necessarily the change.
pub(crate) fn kenali_commit(e: DbErr) -> StoreError {
    if terputus(&e) { StoreError::TakPasti } else { kenali(e) }
}

/// The database is away, or went away under way: restarting, switched over, the line cut. Another try, later, is right.
fn terputus(e: &DbErr) -> bool {
    let galat = match e {
        DbErr::ConnectionAcquire(_) => return true,
        DbErr::Conn(RuntimeErr::SqlxError(s)) | DbErr::Exec(RuntimeErr::SqlxError(s)) | DbErr::Query(RuntimeErr::SqlxError(s)) => s,
        _ => return false,
    };
    matches!(**galat, sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed)
}

/// Prefix of a line of a migration that only one database reads; the other one, and `skema`, take it for a comment. Such lines
/// may change how a table is stored, never what it holds.
const HANYA_SQLITE: &str = "-- sqlite:";
const HANYA_POSTGRES: &str = "-- postgres:";

/// The text of a migration as this database runs it.
pub(crate) fn teks_migrasi(backend: DbBackend, teks: &str) -> std::borrow::Cow<'_, str> {
    let hanya = if backend == DbBackend::Postgres { HANYA_POSTGRES } else { HANYA_SQLITE };
    if !teks.contains(hanya) {
        return teks.into();
    }
    let baris = teks.lines().map(|b| b.strip_prefix(hanya).unwrap_or(b));
    baris.collect::<Vec<_>>().join("\n").into()
}

/// Row lock on a `SELECT` inside a write transaction. SQLite has one writer, so it needs none.
#[must_use]
pub fn kunci_baris(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR UPDATE",
        _ => "",
    }
}

/// Place of the `n`th value (from 1, in order) in a statement with very many. SQLite looks for a place with a name among all others, once for
/// each value, so thousands with names take milliseconds each time; without names they take none.
pub(crate) fn tempat_nilai(backend: DbBackend, n: usize) -> String {
    match backend {
        DbBackend::Postgres => format!("${n}"),
        _ => "?".to_owned(),
    }
}

/// Short name for manifests and messages.
#[must_use]
pub fn nama(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "postgres",
        _ => "sqlite",
    }
}

/// A read transaction that sees one state from its first query on, whatever is written meanwhile.
pub(crate) async fn potret(db: &DatabaseConnection) -> Hasil<DatabaseTransaction> {
    if db.get_database_backend() == DbBackend::Postgres {
        return Ok(db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?);
    }
    // A deferred transaction in WAL mode is a snapshot from its first read.
    let tx = db.begin().await?;
    tx.angka("SELECT COUNT(*) AS n FROM instalasi", vec![]).await?;
    Ok(tx)
}

#[derive(FromQueryResult)]
struct Nama {
    nama: String,
}

/// Names of all tables that the database holds, without its own.
pub async fn tabel_ada<C: ConnectionTrait>(c: &C) -> Hasil<Vec<String>> {
    let sql = match c.get_database_backend() {
        DbBackend::Postgres => postgres::TABEL,
        _ => sqlite::TABEL,
    };
    Ok(c.semua::<Nama>(sql, vec![]).await?.into_iter().map(|n| n.nama).collect())
}

/// Columns of a table as `name type`, in order.
pub async fn kolom_ada<C: ConnectionTrait>(c: &C, tabel: &str) -> Hasil<Vec<String>> {
    let sql = match c.get_database_backend() {
        DbBackend::Postgres => postgres::KOLOM,
        _ => sqlite::KOLOM,
    };
    Ok(c.semua::<Nama>(sql, crate::nilai![tabel]).await?.into_iter().map(|n| n.nama).collect())
}

/// Shared row lock: many hold it together, and it keeps out [`kunci_baris`].
#[must_use]
pub fn kunci_bagi(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR SHARE",
        _ => "",
    }
}

/// Row lock that keeps out [`kunci_baris`], [`kunci_bagi`] and itself, but not a row that refers to this one.
#[must_use]
pub fn kunci_isi(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR NO KEY UPDATE",
        _ => "",
    }
}

/// Row lock of what refers to a row: beside others like it and [`kunci_isi`], never beside [`kunci_baris`].
pub(crate) fn kunci_acuan(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR KEY SHARE",
        _ => "",
    }
}

/// Housekeeping after much was written; PostgreSQL does its own.
pub(crate) async fn pindahkan(baca: &DatabaseConnection) -> Hasil<()> {
    if baca.get_database_backend() != DbBackend::Postgres {
        baca.query_one_raw(sea_orm::Statement::from_string(DbBackend::Sqlite, sqlite::PINDAHKAN)).await?;
    }
    Ok(())
}

/// After a bulk load PostgreSQL plans by figures from before it until its own housekeeping comes round; paging is slow meanwhile.
pub(crate) async fn hitung_statistik(db: &DatabaseConnection) -> Hasil<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("ANALYZE").await?;
    }
    Ok(())
}

/// Whether the same transaction may succeed when it is run again: a conflict, or a connection that was cut.
pub(crate) fn boleh_ulang(e: &StoreError) -> bool {
    matches!(e, StoreError::Sibuk | StoreError::TakPasti)
}

/// Whether the error is the database's as a whole, so that a smaller transaction would not fare better.
pub(crate) fn menyeluruh(e: &StoreError) -> bool {
    boleh_ulang(e) || matches!(e, StoreError::DiskPenuh | StoreError::Berkas(_))
}

/// A short look of the database at itself; what it finds first. PostgreSQL has none that a client may ask for.
///
/// # Errors
/// As the database says.
pub async fn periksa_cepat<C: ConnectionTrait>(c: &C) -> Hasil<Option<String>> {
    if c.get_database_backend() == DbBackend::Postgres {
        return Ok(None);
    }
    let semua: Vec<Nama> = c.semua(sqlite::CEPAT, vec![]).await?;
    // Many lines under a heading; the first says enough.
    let satu = |n: Nama| n.nama.lines().find(|b| !b.starts_with("***")).unwrap_or_default().to_owned();
    Ok(semua.into_iter().filter(|n| n.nama != "ok").map(satu).next())
}

/// The database's own checks of itself; empty when all is well. PostgreSQL has none that a client may ask for.
pub(crate) async fn periksa<C: ConnectionTrait>(c: &C) -> Hasil<Vec<String>> {
    if c.get_database_backend() == DbBackend::Postgres {
        return Ok(Vec::new());
    }
    let mut semua: Vec<String> = c.semua::<Nama>(sqlite::INTEGRITAS, vec![]).await?.into_iter().map(|n| n.nama).collect();
    semua.retain(|s| s != "ok");
    semua.extend(c.semua::<Nama>(sqlite::ACUAN, vec![]).await?.into_iter().map(|n| n.nama));
    Ok(semua.into_iter().map(|s| format!("menurut SQLite: {s}")).collect())
}

/// End of a `SELECT` that claims a row: passes over rows another node is claiming. SQLite has one writer.
pub(crate) fn lewati_terkunci(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR UPDATE SKIP LOCKED",
        _ => "",
    }
}

/// The same beside rows that refer to it, as [`kunci_isi`].
pub(crate) fn isi_lewati_terkunci(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR NO KEY UPDATE SKIP LOCKED",
        _ => "",
    }
}
