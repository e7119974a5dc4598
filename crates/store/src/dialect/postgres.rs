//! PostgreSQL, or a database that speaks its protocol.

use crate::Hasil;
use sea_orm::{ConnectOptions, Database, DatabaseConnection, sqlx::Connection as _};
use std::time::Duration;

/// SQLSTATE: serialisation failure, deadlock, lock not available, too many connections, shutdown, crash, starting up.
pub(super) fn sibuk(kode: &str) -> bool {
    matches!(kode, "40001" | "40P01" | "55P03" | "53300" | "57P01" | "57P02" | "57P03" | "57P05" | "57014")
}

/// SQLSTATE: disk full, out of memory, read-only transaction.
pub(super) fn penuh(kode: &str) -> bool {
    matches!(kode, "53100" | "53200" | "25006")
}

/// SQLSTATE: data or index corrupted.
pub(super) fn rusak(kode: &str) -> bool {
    matches!(kode, "XX001" | "XX002")
}

pub async fn buka(url: &str) -> Hasil<DatabaseConnection> {
    let mut o = ConnectOptions::new(url.to_owned());
    o.max_connections(16)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .statement_timeout(Duration::from_secs(30))
        .set_application_name("prima")
        .sqlx_logging(false)
        // As for SQLite: a connection whose transaction did not end cleanly is not used again.
        .map_sqlx_postgres_pool_opts(|p| {
            p.after_release(|sambungan, _| {
                Box::pin(async move {
                    sambungan.ping().await?;
                    Ok(!sambungan.is_in_transaction())
                })
            })
        });
    Ok(Database::connect(o).await?)
}

pub(super) const TABEL: &str = "SELECT CAST(table_name AS text) AS nama FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name LIMIT 10000";

pub(super) const KOLOM: &str = "SELECT CAST(column_name AS text) || ' ' || CAST(data_type AS text) AS nama
    FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position LIMIT 1000";
