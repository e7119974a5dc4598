//! PostgreSQL, or a database that speaks its protocol.

use crate::Hasil;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{self, Connection as _, Row as _, postgres::PgConnection},
};
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// SQLSTATE: serialisation failure, deadlock, lock not available, too many connections, shutdown, crash, starting up, no
/// connection; read-only (a primary that became a standby: the next connection leads to the new one).
pub(super) fn sibuk(kode: &str) -> bool {
    if kode == "25006" {
        *BERGANTI.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }
    matches!(
        kode,
        "40001"
            | "40P01"
            | "55P03"
            | "53300"
            | "57P01"
            | "57P02"
            | "57P03"
            | "57P05"
            | "57014"
            | "25006"
            | "25P03"
            | "08000"
            | "08003"
            | "08006"
            | "08P01"
    )
}

/// SQLSTATE: disk full, out of memory.
pub(super) fn penuh(kode: &str) -> bool {
    matches!(kode, "53100" | "53200")
}

/// SQLSTATE: a column, a table or an index is there already.
pub(super) fn sudah_dibuat(kode: &str) -> bool {
    matches!(kode, "42701" | "42P07" | "42710")
}

/// When a statement last met a server that only reads. Connections opened before that are not used again.
static BERGANTI: Mutex<Option<Instant>> = Mutex::new(None);

/// Whether a connection of that age may lead to a server that is no primary any more.
fn mungkin_lama(umur: Duration) -> bool {
    let berganti = *BERGANTI.lock().unwrap_or_else(PoisonError::into_inner);
    berganti.is_some_and(|b| b.elapsed() < umur)
}

/// SQLSTATE: data or index corrupted.
pub(super) fn rusak(kode: &str) -> bool {
    matches!(kode, "XX001" | "XX002")
}

pub async fn buka(url: &str) -> Hasil<DatabaseConnection> {
    let mut o = opsi(url);
    o.min_connections(1).map_sqlx_postgres_pool_opts(|p| {
        // As for SQLite: a connection whose transaction did not end cleanly is not used again.
        p.after_release(|sambungan, _| {
            Box::pin(async move {
                sambungan.ping().await?;
                Ok(!sambungan.is_in_transaction())
            })
        })
        .before_acquire(|_, m| Box::pin(async move { Ok(!mungkin_lama(m.age)) }))
        // While the primary changes an address may lead to a standby for a moment: the pool then tries again.
        .after_connect(|sambungan, _| Box::pin(menulis(sambungan)))
    });
    Ok(Database::connect(o).await?)
}

/// For reading only, and opened when first needed: it may be away now.
pub async fn buka_replika(url: &str) -> Hasil<DatabaseConnection> {
    let mut o = opsi(url);
    o.min_connections(0).acquire_timeout(Duration::from_secs(2)).connect_lazy(true);
    Ok(Database::connect(o).await?)
}

fn opsi(url: &str) -> ConnectOptions {
    let mut o = ConnectOptions::new(url.to_owned());
    o.max_connections(16)
        .acquire_timeout(Duration::from_secs(10))
        .statement_timeout(Duration::from_secs(30))
        .set_application_name("prima")
        .sqlx_logging(false);
    o
}

/// Refuses a server that only reads.
async fn menulis(sambungan: &mut PgConnection) -> Result<(), sqlx::Error> {
    let baris = sqlx::query("SELECT current_setting('transaction_read_only') AS r").fetch_one(sambungan).await?;
    if baris.try_get::<String, _>("r")? == "on" {
        return Err(sqlx::Error::Io(std::io::Error::other("the database is read-only (a standby?)")));
    }
    Ok(())
}

/// Parts of a table are not tables of their own.
pub(super) const TABEL: &str = "SELECT CAST(table_name AS text) AS nama FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND NOT EXISTS (SELECT 1 FROM pg_class k
        JOIN pg_namespace n ON n.oid = k.relnamespace WHERE k.relispartition AND k.relname = table_name AND n.nspname = table_schema)
    ORDER BY table_name LIMIT 10000";

pub(super) const KOLOM: &str = "SELECT CAST(column_name AS text) || ' ' || CAST(data_type AS text) AS nama
    FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position LIMIT 1000";
