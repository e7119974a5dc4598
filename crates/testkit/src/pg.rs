//! Databases on the test server: create, clone from a migrated template, drop.
//!
//! The server itself belongs to [`crate::server`]; here it is only an address in `PRIMA_UJI_PG`.

#![expect(clippy::panic, reason = "test support: a fault here is a failed test, and a sentence for its reader")]

use std::any::type_name;
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbErr};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::server::VARIABEL;

/// Name of the migration function -> name of the database it has filled.
type Templat = HashMap<&'static str, Arc<OnceCell<String>>>;

/// The templates of this process.
static TEMPLAT: LazyLock<Mutex<Templat>> = LazyLock::new(Mutex::default);

/// One database, dropped soon after this value.
#[derive(Debug)]
pub struct Basis {
    pub url: String,
    nama: String,
}

impl Basis {
    pub async fn kosong() -> Self {
        let nama = nama_baru();
        atau_gagal(perintah(&[format!("CREATE DATABASE {nama}")]).await);
        Self::bernama(nama)
    }

    /// Clones the template that `migrasi` fills once in this process.
    pub async fn dari_templat<F, E>(migrasi: F) -> Self
    where
        F: AsyncFnOnce(&str) -> Result<(), E>,
        E: Display,
    {
        let sel = {
            let mut semua = TEMPLAT.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(semua.entry(type_name::<F>()).or_default())
        };
        let templat = sel.get_or_init(|| buat_templat(migrasi)).await;
        let nama = nama_baru();
        atau_gagal(perintah(&[format!("CREATE DATABASE {nama} TEMPLATE {templat}")]).await);
        Self::bernama(nama)
    }

    fn bernama(nama: String) -> Self {
        Self { url: url_basis(&nama), nama }
    }
}

impl Drop for Basis {
    /// Drops the database on a thread of its own, and does not wait for it. The runtime of the test stands still while this runs: a
    /// connection that it was just making would never give its password, and PostgreSQL drops no database before every server process
    /// has answered, so both would wait until `authentication_timeout` (a minute). A fault is left to the end of the server, which
    /// removes everything.
    fn drop(&mut self) {
        let hapus = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.nama);
        std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            let _ = runtime.block_on(perintah(&[hapus]));
        });
    }
}

/// Makes a database, lets `migrasi` fill it, and closes it to connections: PostgreSQL refuses
/// to clone a database that somebody is connected to.
async fn buat_templat<F, E>(migrasi: F) -> String
where
    F: AsyncFnOnce(&str) -> Result<(), E>,
    E: Display,
{
    let nama = nama_baru();
    atau_gagal(perintah(&[format!("CREATE DATABASE {nama}")]).await);
    if let Err(galat) = migrasi(&url_basis(&nama)).await {
        panic!("the migration of the PostgreSQL test database failed: {galat}");
    }
    let tutup = [
        format!("ALTER DATABASE {nama} ALLOW_CONNECTIONS false"),
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{nama}'"),
    ];
    atau_gagal(perintah(&tutup).await);
    nama
}

/// Runs statements one by one on a connection of its own: a pool would belong to the runtime of
/// one test and die with it.
async fn perintah(kalimat: &[String]) -> Result<(), DbErr> {
    let mut pilihan = ConnectOptions::new(url_server());
    pilihan.max_connections(1).sqlx_logging(false);
    let koneksi = Database::connect(pilihan).await?;
    for satu in kalimat {
        koneksi.execute_unprepared(satu).await?;
    }
    koneksi.close().await
}

fn nama_baru() -> String {
    format!("uji_{}", Uuid::now_v7().simple())
}

/// The server's URL with another database name.
fn url_basis(nama: &str) -> String {
    let server = url_server();
    let akar = server.rsplit_once('/').map_or(&*server, |(akar, _)| akar);
    format!("{akar}/{nama}")
}

fn url_server() -> String {
    std::env::var(VARIABEL).unwrap_or_else(|_| {
        panic!(
            "{VARIABEL} is not set, so this test has no PostgreSQL. Run `./uji`, or only this \
             test with `cargo run -p testkit -- pg cargo test …`."
        )
    })
}

fn atau_gagal(hasil: Result<(), DbErr>) {
    if let Err(galat) = hasil {
        panic!("the PostgreSQL of the tests refused: {galat}");
    }
}
