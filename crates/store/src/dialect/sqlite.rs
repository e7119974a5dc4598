//! SQLite: one writer, many readers, WAL, `synchronous=FULL`.

use crate::{Hasil, StoreError, kueri::Kueri};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{Connection as _, sqlite::SqliteConnectOptions},
};
use std::{fs, path::Path, time::Duration};

/// SQLite result codes (also extended ones): 5 BUSY, 6 LOCKED, 261/517 BUSY_*.
pub(super) fn sibuk(kode: &str) -> bool {
    matches!(kode, "5" | "6" | "261" | "517" | "773")
}

/// 13 FULL; 8 READONLY with its kinds 264, 520, 776, 1032, 1288, 1544; IOERR on writing: 778 WRITE, 1034 FSYNC, 1290 DIR_FSYNC,
/// 1546 TRUNCATE, 4618 and 4874 SHM; 14 CANTOPEN, which a new connection meets in a folder that became read-only.
pub(super) fn penuh(kode: &str) -> bool {
    const KODE: [&str; 15] = ["13", "8", "264", "520", "776", "1032", "1288", "1544", "778", "1034", "1290", "1546", "4618", "4874", "14"];
    KODE.contains(&kode)
}

/// 11 CORRUPT with its kinds 267, 523, 779; 26 NOTADB.
pub(super) fn rusak(kode: &str) -> bool {
    matches!(kode, "11" | "267" | "523" | "779" | "26")
}

/// A column, a table or an index is there already: `SQLite` has no code of its own for it.
pub(super) fn sudah_dibuat(pesan: &str) -> bool {
    pesan.contains("duplicate column name") || pesan.contains("already exists")
}

/// Opens (writer, readers). The writer pool has one connection, so write transactions queue here and
/// never see `SQLITE_BUSY_SNAPSHOT` inside one process.
pub async fn buka(berkas: &Path) -> Hasil<(DatabaseConnection, DatabaseConnection)> {
    let url = format!("sqlite://{}?mode=rwc", berkas.display());
    let tulis = Database::connect(opsi(&url, 1, false)).await?;
    let baca = Database::connect(opsi(&url, 6, true)).await?;
    Ok((tulis, baca))
}

/// Opens for looking only: makes and migrates nothing. Also where nothing can be written: on a disk that is full or read-only.
///
/// # Errors
/// As the database says. `DiskPenuh` where the log still holds changes that are in the way: without room they cannot be read.
pub async fn buka_baca(berkas: &Path) -> Hasil<DatabaseConnection> {
    // What may not be read at all is told by the system, not by the database.
    fs::File::open(berkas)?;
    match lihat(berkas, |o| o).await {
        Err(StoreError::DiskPenuh) => {}
        lain => return lain,
    }
    // The companions of a log cannot be made here. Beside an empty log all is in the file itself, and nobody can be writing to it.
    let catatan = berkas.with_extension("db-wal");
    if fs::metadata(catatan).map_or(0, |m| m.len()) == 0 {
        lihat(berkas, |o| o.read_only(true).immutable(true)).await
    } else {
        lihat(berkas, |o| o.read_only(true)).await
    }
}

/// Connections that only read, one of which did: a file that cannot be used shows at the first statement.
async fn lihat(berkas: &Path, cara: fn(SqliteConnectOptions) -> SqliteConnectOptions) -> Hasil<DatabaseConnection> {
    let mut o = ConnectOptions::new(format!("sqlite://{}?mode=rw", berkas.display()));
    o.test_before_acquire(false)
        .max_connections(4)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |s| {
            cara(s).pragma("temp_store", "MEMORY").pragma("query_only", "ON").busy_timeout(Duration::from_secs(5)).row_buffer_size(512)
        });
    let db = Database::connect(o).await?;
    match db.angka("SELECT COUNT(*) AS n FROM sqlite_master", vec![]).await {
        Err(StoreError::DiskPenuh) => {
            db.close().await?;
            Err(StoreError::DiskPenuh)
        }
        // Damage is met again by who reads, and told there.
        _ => Ok(db),
    }
}

fn opsi(url: &str, sambungan: u32, hanya_baca: bool) -> ConnectOptions {
    let mut o = ConnectOptions::new(url.to_owned());
    // A connection inside this process cannot be cut; asking it first would cost as much as a short query.
    o.test_before_acquire(false)
        .max_connections(sambungan)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |s| {
            // SQLite quietly opens a file for reading when it may not write it, and such a writer would stay in the pool when the
            // folder can be written again. Writing the mark (`PRMA`) makes opening fail instead.
            let s = if hanya_baca { s } else { s.pragma("application_id", "1347571009") };
            s.pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                // Each connection has its own: six readers must stay within the memory that was promised.
                .pragma("cache_size", if hanya_baca { "-3072" } else { "-8192" })
                .pragma("temp_store", "MEMORY")
                // 32 MB: a commit seldom has to move pages to the database file itself, see [`PINDAHKAN`].
                .pragma("wal_autocheckpoint", "8192")
                .pragma("journal_size_limit", "67108864")
                .pragma("query_only", if hanya_baca { "ON" } else { "OFF" })
                .busy_timeout(Duration::from_secs(5))
                // A prepared statement takes 13 kB on average and 40 µs to make; six readers keep what a person's pages ask, not every page.
                .statement_cache_capacity(if hanya_baca { 96 } else { 256 })
                // Rows come from a thread of the driver through a channel; reading a whole period wakes both sides for each time it
                // is full, so readers may run ahead.
                .row_buffer_size(if hanya_baca { 512 } else { 50 })
        });
    // After a COMMIT that failed on a full disk SQLite has rolled back, but the driver still counts an open transaction: the next
    // ones become savepoints inside nothing, whose release says "done" and writes nothing. Such a connection is thrown away.
    o.map_sqlx_sqlite_pool_opts(|p| {
        p.after_release(|sambungan, _| {
            Box::pin(async move {
                // Lets a rollback that is under way finish first.
                sambungan.ping().await?;
                Ok(!sambungan.is_in_transaction())
            })
        })
    });
    o
}

/// Moves what the log holds to the database file, beside readers and the writer. Done often while much is written, so that
/// the commit that finds the log full (`wal_autocheckpoint`) has little left to move, and the log begins anew.
pub(crate) const PINDAHKAN: &str = "PRAGMA wal_checkpoint(PASSIVE)";

/// Refuses a library with the WAL-reset corruption fault (3.7.0 to 3.51.2).
pub fn versi_aman(versi: &str) -> Hasil<()> {
    let angka: Vec<u32> = versi.split('.').filter_map(|b| b.parse().ok()).collect();
    if angka.as_slice() >= [3, 51, 3].as_slice() {
        return Ok(());
    }
    Err(StoreError::Rusak(format!("SQLite {versi} has the WAL-reset fault; 3.51.3 or newer is needed")))
}

pub(super) const TABEL: &str =
    "SELECT name AS nama FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name LIMIT 10000";

pub(super) const KOLOM: &str = "SELECT name || ' ' || type AS nama FROM pragma_table_info($1) ORDER BY cid LIMIT 1000";

pub(super) const INTEGRITAS: &str = "SELECT integrity_check AS nama FROM pragma_integrity_check LIMIT 100";

pub(super) const CEPAT: &str = "SELECT quick_check AS nama FROM pragma_quick_check LIMIT 1";

pub(super) const ACUAN: &str = "SELECT 'baris ' || COALESCE(rowid, 'tanpa nomor') || ' dari ' || \"table\" || ' menunjuk ' || parent || ' yang tidak ada' AS nama FROM pragma_foreign_key_check LIMIT 100";
