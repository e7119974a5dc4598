//! The files of an installation: closed to other users of the machine, and the key made whole or not at all.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use store::{Halangan, Jam, Luar, Store, StoreError, Sumber, kueri::Kueri, nilai};

#[tokio::test]
async fn what_the_program_makes_is_its_owners_alone() {
    let induk = tempfile::tempdir().unwrap();
    let folder = induk.path().join("data");
    let store = Store::buka(&folder, &Sumber::Sqlite, Jam::default()).await.unwrap();
    let mode = |nama: &str| std::fs::metadata(folder.join(nama)).unwrap().permissions().mode() & 0o777;
    for nama in ["", "objek", "sementara"] {
        assert_eq!(mode(nama), 0o700, "{nama:?}");
    }
    for nama in ["prima.db", "prima.db-wal", "prima.db-shm", "instalasi.kunci"] {
        assert_eq!(mode(nama), 0o600, "{nama}");
    }
    // What a restore makes is no more open: it holds the same.
    let (cadangan, baru) = (induk.path().join("a.prima"), induk.path().join("pulih"));
    let opsi = store::cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None };
    store::cadangan::cadangkan(&store, &cadangan, opsi).await.unwrap();
    store.tutup().await.unwrap();
    store::cadangan::pulihkan(&cadangan, &baru, &Sumber::Sqlite).await.unwrap();
    let mode = |jalan: std::path::PathBuf| std::fs::metadata(jalan).unwrap().permissions().mode() & 0o777;
    for nama in ["", "objek", "sementara"] {
        assert_eq!(mode(baru.join(nama)), 0o700, "{nama:?}");
    }
    for jalan in [baru.join("prima.db"), baru.join("instalasi.kunci"), cadangan] {
        assert_eq!(mode(jalan.clone()), 0o600, "{}", jalan.display());
    }
}

#[tokio::test]
async fn a_damaged_key_is_told_and_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("instalasi.kunci"), "").unwrap();
    let hasil = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await;
    assert!(hasil.unwrap_err().to_string().contains("not 64 hex digits"));
    assert_eq!(std::fs::read_to_string(folder.path().join("instalasi.kunci")).unwrap(), "");
}

/// Who only looks, or writes a line by a command, leaves the database of an older program as it is: that program must open it again.
#[tokio::test]
async fn only_a_start_brings_a_database_up_to_date() {
    let (folder, luar) = (tempfile::tempdir().unwrap(), Luar::default());
    tanpa_terakhir(folder.path()).await;
    let program = store::migrasi::DAFTAR.len();
    for _ in 0..2 {
        let e = Store::buka_ada(folder.path(), &Sumber::Sqlite, Jam::default(), &luar).await.unwrap_err();
        assert!(matches!(e, StoreError::Tertahan(Halangan::SkemaLama { ada, .. }) if ada + 1 == program), "{e:?}");
        let s = Store::buka_baca(folder.path(), &Sumber::Sqlite, Jam::default(), &luar).await.unwrap();
        assert!(s.skema() + 1 == program && s.perlu_skema_kini().is_err());
        assert!(store::instalasi::tandai_ilustrasi(&s, "x").await.is_err(), "such a store takes no change");
        s.tutup().await.unwrap();
    }
}

/// An installation in whose database the newest migration did not run.
async fn tanpa_terakhir(folder: &std::path::Path) {
    let kunci = store::Kunci::buka(folder).unwrap();
    let (db, baca) = store::dialect::sqlite::buka(&folder.join("prima.db")).await.unwrap();
    store::migrasi::sampai(&db, store::migrasi::DAFTAR.len() - 1).await.unwrap();
    let sql = "INSERT INTO instalasi (id, nama, kunci_publik, ilustrasi, dibuat) VALUES ($1, 'Lama', $2, 0, 1)";
    db.jalankan(sql, nilai![uuid::Uuid::now_v7(), kunci.publik().bytes().to_vec()]).await.unwrap();
    baca.close().await.unwrap();
    db.close().await.unwrap();
}

/// A new key would open nothing, and hide that the old one is gone.
#[tokio::test]
async fn a_missing_key_is_not_made_anew_for_a_filled_database() {
    let folder = tempfile::tempdir().unwrap();
    let kunci = folder.path().join("instalasi.kunci");
    Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap().tutup().await.unwrap();
    let asli = std::fs::read(&kunci).unwrap();
    std::fs::remove_file(&kunci).unwrap();
    for _ in 0..2 {
        let e = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap_err();
        assert!(matches!(e, StoreError::Tertahan(Halangan::KunciHilang)), "{e:?}");
        assert!(!kunci.exists());
    }
    std::fs::write(&kunci, "11".repeat(32)).unwrap();
    let e = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap_err();
    assert!(matches!(e, StoreError::Tertahan(Halangan::KunciLain)), "{e:?}");
    std::fs::write(&kunci, asli).unwrap();
    assert!(Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.is_ok());
}
