//! A second PostgreSQL that follows the first (streaming replication), for public pages: what anyone may read is read there while it
//! is near enough, and from the primary otherwise. Writes, sign-in and everything of a person go to the primary.
//!
//! How far it is behind is measured by places in the log, not by clocks: a replica that lost its sender would call itself current. A place
//! says nothing about whose log it is, so the row of the installation is compared too.

use crate::{Halangan, Hasil, dialect, kueri::Kueri};
use sea_orm::{DatabaseConnection, DbBackend, FromQueryResult};
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use uuid::Uuid;

/// The `[replika]` part of the settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigReplika {
    /// Address (`postgres://…`) of a read replica for public pages; better given as `PRIMA_REPLIKA__ALAMAT`, for it holds a
    /// password. Empty: they read from the primary too.
    pub alamat: String,
    /// Seconds that it may be behind; further behind, and while it does not answer, public pages read from the primary.
    pub batas_detik: u64,
}

impl Default for KonfigReplika {
    fn default() -> Self {
        Self { alamat: String::new(), batas_detik: 5 }
    }
}

/// How often it is looked at, and how long each side may take to answer.
const JEDA: Duration = Duration::from_millis(500);
const BATAS: Duration = Duration::from_secs(2);

/// Place in the log as a number; a replica that became a primary tells its own.
const TEMPAT: &str = "SELECT CAST(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END - '0/0'::pg_lsn
    AS bigint) AS n";

/// Whose database it is. A standby has the databases of its primary under the same numbers; a copy beside them has another.
const SIAPA: &str = "SELECT id, (SELECT CAST(oid AS bigint) FROM pg_database WHERE datname = current_database()) AS basis,
        CAST(CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS bigint) AS pulih
    FROM instalasi LIMIT 1";

#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
struct Siapa {
    id: Uuid,
    basis: i64,
    /// 1: it follows another server.
    pulih: i64,
}

impl Siapa {
    fn salinan_dari(self, primer: Self) -> bool {
        self.id == primer.id && (self.pulih == 0 || self.basis == primer.basis)
    }
}

/// What stands at the address of a replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keadaan {
    /// A standby with the same installation in it, near enough.
    Mengikuti,
    /// The same, but farther behind than the limit: it is passed over until it comes near.
    Tertinggal,
    /// The same installation, but a server that writes: the primary itself.
    BukanReplika,
    /// Another installation, or none.
    Asing,
}

/// For `prima doctor`, which opens no store: looks at both, for as long as a standby may be behind (`batas`).
///
/// # Errors
/// `Basis` where one of them does not answer.
pub async fn periksa(alamat: &str, utama: &str, batas: Duration) -> Hasil<Keadaan> {
    let (di_sana, primer) = (dialect::postgres::buka_replika(alamat).await?, dialect::postgres::buka_replika(utama).await?);
    let baca = async {
        let (Some(s), Some(p)) = (siapa(&di_sana).await?, siapa(&primer).await?) else { return Ok(Keadaan::Asing) };
        match (s.salinan_dari(p), s.pulih) {
            (false, _) => Ok(Keadaan::Asing),
            (true, 1) => jarak(&di_sana, &primer, batas).await,
            (true, _) => Ok(Keadaan::BukanReplika),
        }
    };
    let hasil = baca.await;
    di_sana.close().await?;
    primer.close().await?;
    hasil
}

/// By the rule of the running program: where the primary is now, the standby is within `batas`.
async fn jarak(di_sana: &DatabaseConnection, primer: &DatabaseConnection, batas: Duration) -> Hasil<Keadaan> {
    // The replica first: ahead of its primary it follows another history.
    let awal = di_sana.angka(TEMPAT, vec![]).await?;
    let tempat = primer.angka(TEMPAT, vec![]).await?;
    if awal > tempat {
        return Ok(Keadaan::Asing);
    }
    let dekat = menyusul(tempat, batas, || di_sana.angka(TEMPAT, vec![])).await?;
    Ok(if dekat { Keadaan::Mengikuti } else { Keadaan::Tertinggal })
}

/// Asks again and again whether `tempat` is reached, until `batas` is over.
async fn menyusul<F: Future<Output = Hasil<i64>>>(tempat: i64, batas: Duration, mut kini: impl FnMut() -> F) -> Hasil<bool> {
    let mulai = Instant::now();
    loop {
        if kini().await? >= tempat {
            return Ok(true);
        }
        if mulai.elapsed() >= batas {
            return Ok(false);
        }
        tokio::time::sleep(JEDA).await;
    }
}

/// `None`: a database in which no installation lies (yet).
async fn siapa(db: &DatabaseConnection) -> Hasil<Option<Siapa>> {
    if !dialect::tabel_ada(db).await?.iter().any(|t| t == "instalasi") {
        return Ok(None);
    }
    db.mungkin(SIAPA, vec![]).await
}

tokio::task_local! {
    static UMUM: ();
}

/// What `kerja` reads may come from the replica. For pages that show everyone the same and follow no write of their reader.
pub async fn untuk_umum<F: Future>(kerja: F) -> F::Output {
    UMUM.scope((), kerja).await
}

#[derive(Debug)]
pub struct Replika {
    db: DatabaseConnection,
    layak: AtomicBool,
    /// Microseconds behind, as last measured.
    tertinggal: AtomicU64,
}

impl Replika {
    /// Near enough, and answering.
    #[must_use]
    pub fn layak(&self) -> bool {
        self.layak.load(Ordering::Relaxed)
    }

    /// How far it is behind the primary, as last measured.
    #[must_use]
    pub fn tertinggal(&self) -> Duration {
        Duration::from_micros(self.tertinggal.load(Ordering::Relaxed))
    }

    /// Not used until it was looked at again: somebody met an error there.
    pub fn jauhkan(&self) {
        self.layak.store(false, Ordering::Relaxed);
    }

    pub(crate) fn db(&self) -> &DatabaseConnection {
        &self.db
    }

    pub(crate) fn bila_umum(&self) -> Option<&DatabaseConnection> {
        (self.layak() && UMUM.try_with(|()| ()).is_ok()).then_some(&self.db)
    }
}

/// Opens it where one is set, and looks after it from then on. Not used before it was found near enough.
///
/// # Errors
/// `Tertahan` where the database is no PostgreSQL. A replica that is away is no error.
pub(crate) async fn buka(k: &KonfigReplika, primer: &DatabaseConnection) -> Hasil<Option<Arc<Replika>>> {
    if k.alamat.is_empty() {
        return Ok(None);
    }
    if primer.get_database_backend() != DbBackend::Postgres {
        return Err(Halangan::ReplikaTanpaPostgres.into());
    }
    let db = dialect::postgres::buka_replika(&k.alamat).await?;
    let r = Arc::new(Replika { db, layak: AtomicBool::new(false), tertinggal: AtomicU64::new(0) });
    let batas = Duration::from_secs(k.batas_detik);
    let mut pantau = Pantau { primer: primer.clone(), pemilik: None, batas, jejak: Jejak::default(), diberitahu: false };
    let lemah = Arc::downgrade(&r);
    pantau.sekali(&lemah).await;
    tokio::spawn(async move {
        while pantau.sekali(&lemah).await {
            tokio::time::sleep(JEDA).await;
        }
    });
    Ok(Some(r))
}

struct Pantau {
    primer: DatabaseConnection,
    /// Whose the primary is, once that was read.
    pemilik: Option<Siapa>,
    batas: Duration,
    jejak: Jejak,
    /// That another database lies there was told.
    diberitahu: bool,
}

impl Pantau {
    /// One look; `false` once nobody holds the replica any more.
    async fn sekali(&mut self, lemah: &Weak<Replika>) -> bool {
        let Some(r) = lemah.upgrade() else { return false };
        // The replica first: it can then not be ahead, unless it follows another history.
        let di_sana = tokio::time::timeout(BATAS, r.db.angka(TEMPAT, vec![])).await;
        if let Ok(Ok(n)) = tokio::time::timeout(BATAS, self.primer.angka(TEMPAT, vec![])).await {
            self.jejak.catat(Instant::now(), n, self.batas);
        }
        let tertinggal = di_sana.ok().and_then(Result::ok).and_then(|n| self.jejak.tertinggal(Instant::now(), n));
        let dekat = tertinggal.is_some_and(|t| t <= self.batas);
        // Another installation is passed over however near its log is.
        let layak = dekat && self.salinan(&r.db).await;
        if let Some(t) = tertinggal {
            r.tertinggal.store(u64::try_from(t.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
        }
        if r.layak.swap(layak, Ordering::Relaxed) != layak {
            if layak {
                tracing::info!("public pages read from the replica");
            } else {
                tracing::warn!(
                    behind_ms = tertinggal.map(|t| t.as_millis()),
                    "the replica is away or too far behind; public pages read from the primary"
                );
            }
        }
        true
    }

    /// Whether the same installation lies there. Not while one of them cannot be asked, or has none yet.
    async fn salinan(&mut self, di_sana: &DatabaseConnection) -> bool {
        if self.pemilik.is_none() {
            self.pemilik = tanya(&self.primer).await;
        }
        let (Some(primer), Some(s)) = (self.pemilik, tanya(di_sana).await) else { return false };
        let sama = s.salinan_dari(primer);
        if !sama && !std::mem::replace(&mut self.diberitahu, true) {
            tracing::warn!("at the address of the replica lies another database; public pages read from the primary");
        }
        sama
    }
}

async fn tanya(db: &DatabaseConnection) -> Option<Siapa> {
    tokio::time::timeout(BATAS, db.mungkin(SIAPA, vec![])).await.ok().and_then(Result::ok).flatten()
}

/// Where the primary's log stood when.
#[derive(Debug, Default)]
struct Jejak(VecDeque<(Instant, i64)>);

impl Jejak {
    fn catat(&mut self, pada: Instant, tempat: i64, batas: Duration) {
        // A log that went back belongs to another primary.
        if self.0.back().is_some_and(|(_, t)| *t > tempat) {
            self.0.clear();
        }
        if self.0.back().is_none_or(|(_, t)| *t < tempat) {
            self.0.push_back((pada, tempat));
        }
        while self.0.len() > 2 && self.0.get(1).is_some_and(|(p, _)| pada.duration_since(*p) > batas * 2) {
            self.0.pop_front();
        }
    }

    /// How long ago the primary passed the place that the replica has not reached. While the primary does not answer, as it last
    /// was: nothing is written then. `None`: the primary was never seen, or the replica follows another history.
    fn tertinggal(&self, kini: Instant, tempat: i64) -> Option<Duration> {
        let (_, akhir) = self.0.back()?;
        if tempat > *akhir {
            return None;
        }
        Some(self.0.iter().find(|(_, t)| *t > tempat).map_or(Duration::ZERO, |(pada, _)| kini.duration_since(*pada)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_time_since_the_primary_passed() {
        let (mut j, awal, batas) = (Jejak::default(), Instant::now(), Duration::from_secs(5));
        let pada = |d: u64| awal + Duration::from_secs(d);
        assert_eq!(j.tertinggal(pada(0), 1), None, "the primary was never seen");
        for (d, t) in [(0, 100), (1, 100), (2, 200), (3, 300)] {
            j.catat(pada(d), t, batas);
        }
        assert_eq!(j.tertinggal(pada(4), 300), Some(Duration::ZERO));
        // An idle primary does not make a replica old.
        assert_eq!(j.tertinggal(pada(60), 300), Some(Duration::ZERO));
        assert_eq!(j.tertinggal(pada(4), 250), Some(Duration::from_secs(1)));
        assert_eq!(j.tertinggal(pada(4), 150), Some(Duration::from_secs(2)));
        assert_eq!(j.tertinggal(pada(4), 301), None, "ahead of its primary: another history");
        j.catat(pada(5), 250, batas);
        assert_eq!(j.tertinggal(pada(6), 300), None, "the new primary has not been there");
        assert_eq!(j.tertinggal(pada(6), 250), Some(Duration::ZERO));
    }

    #[tokio::test]
    async fn a_standby_is_near_when_it_comes_to_the_place_within_the_limit() {
        assert!(menyusul(9, Duration::ZERO, || async { Ok(9) }).await.unwrap());
        assert!(!menyusul(9, Duration::ZERO, || async { Ok(8) }).await.unwrap(), "its replay is paused");
        let mut n = 7;
        let maju = || {
            n += 1;
            std::future::ready(Ok(n))
        };
        assert!(menyusul(9, Duration::from_mins(1), maju).await.unwrap(), "a little behind, and following");
    }

    #[test]
    fn old_places_are_forgotten_but_never_the_last() {
        let (mut j, awal, batas) = (Jejak::default(), Instant::now(), Duration::from_secs(1));
        for d in 0..100 {
            j.catat(awal + Duration::from_secs(d), i64::try_from(d).unwrap(), batas);
        }
        assert!(j.0.len() <= 5);
        assert!(j.tertinggal(awal + Duration::from_secs(100), 3).unwrap() > batas, "far behind stays far behind");
    }
}
