//! Faults of what the store stands on: a damaged page, files of evidence that are gone or changed, a clock that jumps, connections that
//! are cut. What a person sees of them is tested in `web` and `prima`.

use crate::{
    orang::orang,
    ruang::{KINI, Ruang, ruang},
};
use sea_orm::ConnectionTrait as _;
use std::io::{Seek as _, SeekFrom, Write as _};
use store::{
    Jam, Store, StoreError, Sumber, audit,
    kueri::Kueri,
    nilai, objek,
    peran::{Lingkup, Peran},
    rawat, sesi,
    simulasi::{self, Ukuran},
};
use testkit::basis::{self, BasisUji, Jenis};

async fn kejadian(s: &Store, n: i64) -> Result<(), StoreError> {
    let tx = s.mulai().await?;
    audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", n)).await?;
    tx.commit().await
}

/// Overwrites one page of the database file, after everything was moved there from the log.
async fn rusakkan_halaman(r: &std::path::Path, halaman: i64) {
    let (db, baca) = store::dialect::sqlite::buka(&r.join("prima.db")).await.unwrap();
    baca.close().await.unwrap();
    db.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    db.close().await.unwrap();
    assert_eq!(std::fs::metadata(r.join("prima.db-wal")).map_or(0, |m| m.len()), 0);
    let mut f = std::fs::File::options().write(true).open(r.join("prima.db")).unwrap();
    f.seek(SeekFrom::Start((u64::try_from(halaman).unwrap() - 1) * 4096)).unwrap();
    f.write_all(&[0xA5; 4096]).unwrap();
}

#[tokio::test]
async fn a_damaged_page_is_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await.unwrap();
    simulasi::isi(&s, Ukuran { unit: 5, f03: 0, skm: 0, tiket: 0, nasional: false, seed: 7 }, "x").await.unwrap();
    audit::segel(&s).await.unwrap();
    let akar = s.baca().angka("SELECT rootpage AS n FROM sqlite_master WHERE name = 'f01_pengiriman'", vec![]).await.unwrap();
    s.tutup().await.unwrap();
    rusakkan_halaman(folder.path(), akar).await;
    let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await.unwrap();
    let baca = s.baca().angka("SELECT SUM(length(isi)) AS n FROM f01_pengiriman", vec![]).await;
    assert!(matches!(&baca, Err(StoreError::Rusak(apa)) if apa.contains("rusak")), "{baca:?}");
    assert!(s.baca().angka("SELECT COUNT(*) AS n FROM unit", vec![]).await.unwrap() > 0, "other tables are there");
    let l = rawat::periksa(&s).await.unwrap();
    assert!(!l.sah() && l.temuan.iter().all(|t| t.bagian == "basis"), "{:?}", l.temuan);
    assert!(l.diperiksa["objek"] > 0, "the check went on");
    let tmp = tempfile::tempdir().unwrap();
    let opsi = store::cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None };
    let h = store::cadangan::cadangkan(&s, &tmp.path().join("a.prima"), opsi).await;
    assert!(matches!(h, Err(StoreError::Rusak(_))), "no backup that looks whole");
    assert_eq!(std::fs::read_dir(tmp.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await.unwrap();
    s.tutup().await.unwrap();
    rusakkan_halaman(folder.path(), 1).await;
    let h = Store::buka(folder.path(), &Sumber::Sqlite, Jam::tetap(KINI)).await;
    assert!(matches!(h, Err(StoreError::Rusak(_))), "{:?}", h.err());
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Nobody is given a file that is gone or changed; sent again, it is whole again.
    async fn evidence_on_the_disk(basis: BasisUji) {
        let r = ruang(basis).await;
        let t = objek::simpan(&r.store, b"%PDF-1.7 asli").unwrap();
        assert_eq!(objek::utuh(&r.store, &t.sidik).unwrap(), 13);
        let jalur = objek::jalur(&r.store, &t.sidik);
        std::fs::write(&jalur, b"%PDF-1.7 lain").unwrap();
        for apa in ["changed", "missing"] {
            for h in [objek::utuh(&r.store, &t.sidik).map(|_| ()), objek::baca(&r.store, &t.sidik).map(|_| ())] {
                assert!(matches!(&h, Err(StoreError::Rusak(s)) if s.contains(apa)), "{h:?}");
            }
            let _ = std::fs::remove_file(&jalur);
        }
        for isi in [None, Some(b"rusak")] {
            if let Some(isi) = isi {
                std::fs::write(&jalur, isi).unwrap();
            }
            assert_eq!(objek::simpan(&r.store, b"%PDF-1.7 asli").unwrap(), t);
            assert_eq!(objek::baca(&r.store, &t.sidik).unwrap(), b"%PDF-1.7 asli");
        }
    }

    /// Back: ids and the audit chain keep their order, and who is signed in stays so. Forward: sessions are over, and when the clock is
    /// right again nothing is broken.
    async fn the_clock_jumps(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let orang = orang(s, "a@b.id", Peran::Admin, Lingkup::Instalasi).await;
        let token = sesi::buka(s, orang.akun, "::1", "uji").await.unwrap();
        let masuk = async || sesi::pelaku(s, &token, "::1", "uji").await.unwrap().is_some();
        kejadian(s, 1).await.unwrap();
        audit::segel(s).await.unwrap();
        for (n, geser) in [(2, -86_400), (3, -86_400 * 400), (4, 86_400 * 401), (5, 60)] {
            s.jam().maju(geser);
            assert!(n == 4 || masuk().await, "still signed in after {geser} seconds");
            kejadian(s, n).await.unwrap();
            audit::segel(s).await.unwrap();
            assert!(rawat::rantai(s).await.unwrap().sah, "after {geser} seconds");
        }
        let terakhir: Vec<Objek> = s.baca().semua("SELECT objek_id AS teks FROM audit WHERE aksi = 'uji' ORDER BY id LIMIT 9", vec![]).await.unwrap();
        assert_eq!(terakhir.iter().map(|o| o.teks.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
        s.jam().maju(8 * 86_400);
        assert!(!masuk().await, "forward by eight days: sign in again");
        s.jam().maju(-8 * 86_400);
        assert_eq!(rawat::periksa(s).await.unwrap().temuan, vec![]);
        let baru = sesi::buka(s, orang.akun, "::1", "uji").await.unwrap();
        assert!(sesi::pelaku(s, &baru, "::1", "uji").await.unwrap().is_some());
        // The next start with the clock still back keeps the order as well.
        s.jam().maju(-30 * 86_400);
        let lagi = r.buka_lagi().await;
        kejadian(&lagi, 6).await.unwrap();
        let akhir: Objek = s.baca().satu("SELECT objek_id AS teks FROM audit WHERE aksi = 'uji' ORDER BY id DESC LIMIT 1", vec![]).await.unwrap();
        assert_eq!(akhir.teks, "6");
    }
}

#[derive(sea_orm::FromQueryResult)]
struct Objek {
    teks: String,
}

/// An administrator cuts every connection, again and again: a change is whole or refused, and the store goes on by itself.
#[tokio::test]
async fn connections_that_are_cut_are_made_again() {
    let r: Ruang = ruang(basis::bermigrasi(Jenis::Postgres, store::migrasi::url).await).await;
    let (s, mut tersimpan) = (&r.store, 0_i64);
    for n in 0..40 {
        let lain = store::dialect::postgres::buka(match &r.sumber {
            Sumber::Postgres(u) => u,
            Sumber::Sqlite => unreachable!(),
        })
        .await
        .unwrap();
        let tx = s.mulai().await.unwrap();
        audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", n)).await.unwrap();
        let potong = "SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        if n % 2 == 0 {
            assert!(lain.angka(potong, vec![]).await.unwrap() > 0);
        }
        match tx.commit().await {
            Ok(()) => tersimpan += 1,
            Err(e) => assert!(matches!(e, StoreError::Sibuk | StoreError::TakPasti), "{e:?}"),
        }
        // The very next question is answered.
        let ada = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'uji'", nilai![]).await.unwrap();
        assert_eq!(ada, tersimpan);
        lain.close().await.unwrap();
    }
    assert_eq!(tersimpan, 20);
}
