//! The test support tested: each test has its own database, on both kinds.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use sea_orm::{ConnectionTrait, Database, DbErr};
use testkit::basis::{self, BasisUji, Jenis};

static MIGRASI: AtomicU32 = AtomicU32::new(0);

async fn migrasi(url: &str) -> Result<(), DbErr> {
    if url.starts_with("postgres") {
        MIGRASI.fetch_add(1, Ordering::SeqCst);
    }
    let koneksi = Database::connect(url).await?;
    koneksi.execute_unprepared("CREATE TABLE lokus (nama text NOT NULL)").await?;
    koneksi.close().await
}

async fn tambah_dan_hitung(url: &str) -> Result<i64, DbErr> {
    let koneksi = Database::connect(url).await?;
    koneksi.execute_unprepared("INSERT INTO lokus (nama) VALUES ('RSUD Kudungga')").await?;
    let kueri = "SELECT COUNT(*) AS n FROM lokus".to_owned();
    let baris = koneksi
        .query_one_raw(sea_orm::Statement::from_string(koneksi.get_database_backend(), kueri))
        .await?
        .ok_or(DbErr::RecordNotFound("count".into()))?;
    let n = baris.try_get("", "n")?;
    koneksi.close().await?;
    Ok(n)
}

testkit::dua_basis! {
    migrasi = migrasi;

    /// What one test writes, no other test sees.
    async fn sendiri(basis: BasisUji) -> Result<(), DbErr> {
        assert_eq!(tambah_dan_hitung(&basis.url).await?, 1);
        let lain = basis::bermigrasi(basis.jenis, migrasi).await;
        assert_eq!(tambah_dan_hitung(&lain.url).await?, 1);
        assert_eq!(tambah_dan_hitung(&basis.url).await?, 2);
        Ok(())
    }

    /// Clones are taken at the same moment without "being accessed by other users".
    async fn serentak(basis: BasisUji) {
        let jenis = basis.jenis;
        let tugas: Vec<_> = (0..8)
            .map(|_| tokio::spawn(async move { basis::bermigrasi(jenis, migrasi).await.url.clone() }))
            .collect();
        let mut url = vec![];
        for satu in tugas {
            url.push(satu.await.unwrap());
        }
        url.sort();
        url.dedup();
        assert_eq!(url.len(), 8);
        if jenis == Jenis::Postgres {
            assert_eq!(MIGRASI.load(Ordering::SeqCst), 1, "the template is made once");
        }
    }
}

testkit::dua_basis! {
    async fn tanpa_migrasi(basis: BasisUji) {
        let koneksi = Database::connect(&basis.url).await.unwrap();
        assert!(koneksi.execute_unprepared("SELECT * FROM lokus").await.is_err());
    }
}

/// A dropped database is gone from the server soon, even with a connection still open.
#[tokio::test]
async fn hilang_sesudahnya() {
    let basis = basis::postgres().await;
    let url = basis.url.clone();
    let _terbuka = Database::connect(&url).await.unwrap();
    drop(basis);
    let batas = Instant::now() + Duration::from_secs(30);
    let galat = loop {
        match Database::connect(&url).await {
            Err(galat) => break galat,
            Ok(_) => assert!(Instant::now() < batas, "still there after 30 s"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(galat.to_string().contains("does not exist"), "{galat}");
}
