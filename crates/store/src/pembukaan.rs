//! An open store, and the transaction type that every write goes through.

mod buka;

pub use buka::periksa_kunci;

use crate::{
    Hasil, Jam, Kunci, Waktu, dialect,
    gudang::{Gudang, KonfigObjek},
    kueri::Kueri,
    peristiwa::Kabar,
    replika::{KonfigReplika, Replika},
};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, FromQueryResult, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::broadcast;
use uuid::Uuid;

/// Where the rows live. The folder (keys, evidence) is needed in both cases.
#[derive(Debug, Clone)]
pub enum Sumber {
    Sqlite,
    Postgres(String),
}

/// What lies outside the folder and the database, by the settings; the default is nothing.
#[derive(Debug, Clone, Default)]
pub struct Luar {
    pub objek: KonfigObjek,
    pub replika: KonfigReplika,
}

/// Changes that a slow listener may lag behind.
const KABAR: usize = 4096;

/// The key that the database names.
#[derive(FromQueryResult)]
struct Bernama {
    kunci_publik: Vec<u8>,
}

/// A cheap handle; clone it freely.
#[derive(Clone, Debug)]
pub struct Store {
    tulis: DatabaseConnection,
    baca: DatabaseConnection,
    jam: Jam,
    kunci: Kunci,
    folder: Arc<PathBuf>,
    instalasi: Uuid,
    pub(crate) edisi: crate::edisi::Singgahan,
    pub(crate) edisi_skm: crate::edisi::Singgahan<::skm::Edisi>,
    pub(crate) peringkat: Arc<crate::peringkat::Singgahan>,
    pub(crate) aduan: Arc<crate::pengaduan::Terhitung>,
    pub(crate) nasional: Arc<crate::nasional::Singgahan>,
    pub(crate) serahan: Arc<crate::diterima::Singgahan>,
    pub(crate) katalog: crate::layanan::Singgahan,
    pub(crate) laci: crate::ronde::penulis::Laci,
    kabar: broadcast::Sender<Kabar>,
    /// Uploads wait for a virus scanner ([`crate::pindai`]).
    karantina: Arc<AtomicBool>,
    gudang: Option<Gudang>,
    replika: Option<Arc<Replika>>,
    skema: usize,
}

/// A write transaction. Dropped without `commit`, it leaves nothing behind.
pub struct Tx {
    dalam: DatabaseTransaction,
    /// What the node is told once this is committed.
    kabar: Mutex<Vec<Kabar>>,
    siar: broadcast::Sender<Kabar>,
    /// From the wait for the line that writes until the end, in a trace.
    _rentang: Option<Box<tracing::Span>>,
    pub(crate) karantina: bool,
    /// `kunci` is the key that the database names. Otherwise its file was not brought to this machine yet.
    pub(crate) kunci_kini: bool,
    /// One time for all rows of one operation.
    pub pada: Waktu,
    pub kunci: Kunci,
}

impl std::ops::Deref for Tx {
    type Target = DatabaseTransaction;
    fn deref(&self) -> &DatabaseTransaction {
        &self.dalam
    }
}

impl Tx {
    /// From here on the time of this operation comes after `pada`. For rows whose times are compared: the clock may have been set back,
    /// and of two operations the one that began first may have waited for the other. Called once what is compared is locked,
    /// before anything is written.
    pub(crate) fn sesudah(&mut self, pada: Option<Waktu>) {
        if let Some(p) = pada {
            self.pada = self.pada.max(Waktu(p.0.saturating_add(1)));
        }
    }

    /// # Errors
    /// `TakPasti` when the connection broke under way.
    pub async fn commit(self) -> Hasil<()> {
        self.dalam.commit().await.map_err(dialect::kenali_commit)?;
        for k in self.kabar.into_inner().unwrap_or_else(PoisonError::into_inner) {
            // An error only means that nobody listens.
            let _ = self.siar.send(k);
        }
        Ok(())
    }

    /// Told to the listeners of this node after the commit ([`Store::kabar`]).
    pub(crate) fn kabarkan(&self, k: Kabar) {
        self.kabar.lock().unwrap_or_else(PoisonError::into_inner).push(k);
    }

    /// `" FOR SHARE"` on PostgreSQL, empty on SQLite.
    #[must_use]
    pub fn kunci_bagi(&self) -> &'static str {
        use sea_orm::ConnectionTrait;
        dialect::kunci_bagi(self.dalam.get_database_backend())
    }

    /// `" FOR NO KEY UPDATE"` on PostgreSQL, empty on SQLite: alone with what hangs on the row, beside rows that refer to it.
    #[must_use]
    pub fn kunci_isi(&self) -> &'static str {
        use sea_orm::ConnectionTrait;
        dialect::kunci_isi(self.dalam.get_database_backend())
    }

    /// `" FOR UPDATE"` on PostgreSQL, empty on SQLite (one writer).
    #[must_use]
    pub fn kunci_baris(&self) -> &'static str {
        use sea_orm::ConnectionTrait;
        dialect::kunci_baris(self.dalam.get_database_backend())
    }
}

impl Store {
    /// For `SELECT` outside a write; lags behind nothing, except inside [`crate::replika::untuk_umum`] while a replica is fit.
    #[must_use]
    pub fn baca(&self) -> &DatabaseConnection {
        self.replika.as_deref().and_then(Replika::bila_umum).unwrap_or(&self.baca)
    }

    /// Where objects lie, unless in the folder.
    pub(crate) fn gudang(&self) -> Option<&Gudang> {
        self.gudang.as_ref()
    }

    /// The database for public reading, where one is set.
    #[must_use]
    pub fn replika(&self) -> Option<&Replika> {
        self.replika.as_deref()
    }

    /// The writing pool; on PostgreSQL the same as [`Self::baca`].
    pub(crate) fn tulis(&self) -> &DatabaseConnection {
        &self.tulis
    }

    /// Begins a write. On SQLite it takes the write lock at once (BEGIN IMMEDIATE). The key of the installation is not replaced until it ends.
    pub async fn mulai(&self) -> Hasil<Tx> {
        self.mulai_dengan(dialect::kunci_acuan(self.backend())).await
    }

    /// As [`Self::mulai`], beside no other write: for replacing the key.
    pub(crate) async fn mulai_sendiri(&self) -> Hasil<Tx> {
        self.mulai_dengan(dialect::kunci_baris(self.backend())).await
    }

    async fn mulai_dengan(&self, kunci_baris: &str) -> Hasil<Tx> {
        // Boxed: it stands in every future that writes.
        let rentang = Some(tracing::info_span!("transaction")).filter(|r| !r.is_disabled()).map(Box::new);
        let dalam = self
            .tulis
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            })
            .await?;
        let kunci_kini = self.cocokkan_kunci(&dalam, kunci_baris).await?;
        let (kabar, siar) = (Mutex::default(), self.kabar.clone());
        let (karantina, pada, kunci) = (self.karantina(), self.jam.sekarang(), self.kunci.potret());
        Ok(Tx { dalam, kabar, siar, _rentang: rentang, karantina, kunci_kini, pada, kunci })
    }

    /// Takes the key that the database names where another process replaced it, so that nothing is marked with a former one, and says
    /// whether this process has it.
    async fn cocokkan_kunci<C: Kueri>(&self, c: &C, kunci_baris: &str) -> Hasil<bool> {
        let b: Option<Bernama> = c.mungkin(&format!("SELECT kunci_publik FROM instalasi{kunci_baris}"), vec![]).await?;
        let Some(b) = b.filter(|b| b.kunci_publik != self.kunci.publik().bytes()) else { return Ok(true) };
        let ada = self.kunci.ambil(self.folder(), &b.kunci_publik);
        if let Err(e) = &ada {
            tracing::error!(error = %e, "the key of the installation was replaced, and its file is not here; what this process marks opens nothing");
        }
        Ok(ada.is_ok())
    }

    /// Whether a mark that was read outside a write holds. One that does not is compared once more with the key that the database names,
    /// which another process may have replaced a moment ago.
    pub(crate) async fn bertanda(&self, sah: impl Fn(&Kunci) -> bool) -> Hasil<bool> {
        if sah(&self.kunci) {
            return Ok(true);
        }
        self.cocokkan_kunci(&self.baca, "").await?;
        Ok(sah(&self.kunci))
    }

    /// Switches the quarantine of uploads on or off, for this process: whoever opens the store knows whether a scanner is configured.
    pub fn pasang_karantina(&self, nyala: bool) {
        self.karantina.store(nyala, Ordering::Relaxed);
    }

    /// Whether uploads wait for a virus scanner.
    #[must_use]
    pub fn karantina(&self) -> bool {
        self.karantina.load(Ordering::Relaxed)
    }

    /// Changes that this process commits from now on, as they are committed. Those of other nodes are in the event table.
    #[must_use]
    pub fn kabar(&self) -> broadcast::Receiver<Kabar> {
        self.kabar.subscribe()
    }

    #[must_use]
    pub fn sekarang(&self) -> Waktu {
        self.jam.sekarang()
    }

    #[must_use]
    pub fn jam(&self) -> &Jam {
        &self.jam
    }

    #[must_use]
    pub fn kunci(&self) -> &Kunci {
        &self.kunci
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The installation's id, made at the first start.
    #[must_use]
    pub fn instalasi(&self) -> Uuid {
        self.instalasi
    }

    /// How many migrations the database has: fewer than [`crate::migrasi::DAFTAR`] where one of an older program was opened for looking.
    #[must_use]
    pub fn skema(&self) -> usize {
        self.skema
    }

    /// Whether other nodes may write to this database: to SQLite one program does.
    #[must_use]
    pub fn banyak_node(&self) -> bool {
        self.backend() == DbBackend::Postgres
    }

    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.tulis.get_database_backend()
    }

    /// Whether this installation holds only invented example data.
    pub async fn ilustrasi(&self) -> Hasil<bool> {
        Ok(self.baca().angka("SELECT ilustrasi AS n FROM instalasi", vec![]).await? == 1)
    }

    /// Stores the survey answers that wait, then closes the connections.
    pub async fn tutup(self) -> Hasil<()> {
        self.laci.tutup().await;
        self.tulis.close().await?;
        Ok(())
    }
}

/// Folders that the program makes are closed to other users of the machine; one that exists keeps its mode.
pub(crate) fn buat_folder(jalan: &Path) -> std::io::Result<()> {
    let mut pembuat = std::fs::DirBuilder::new();
    pembuat.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut pembuat, 0o700);
    pembuat.create(jalan)
}

/// An empty file that only its owner may read, unless it exists. SQLite gives its companions the same mode.
pub(crate) fn buat_tertutup(jalan: &Path) -> std::io::Result<()> {
    let mut opsi = std::fs::OpenOptions::new();
    opsi.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut opsi, 0o600);
    match opsi.open(jalan) {
        // A read-only database is told by the database itself.
        Err(e) if !jalan.exists() => Err(e),
        _ => Ok(()),
    }
}
