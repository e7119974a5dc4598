//! The files of an installation: closed to other users of the machine, and the key made whole or not at all.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use store::{Jam, Luar, Store, StoreError, Sumber, kueri::Kueri, nilai};

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
    assert!(hasil.unwrap_err().to_string().contains("instalasi.kunci: bukan berkas kunci"));
    assert_eq!(std::fs::read_to_string(folder.path().join("instalasi.kunci")).unwrap(), "");
}

/// Who only looks leaves the database of an older program as it is: that program must open it again.
#[tokio::test]
async fn looking_brings_no_database_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let (terakhir, _) = store::migrasi::DAFTAR.last().unwrap();
    let s = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
    let tx = s.mulai().await.unwrap();
    tx.jalankan("DELETE FROM migrasi WHERE nama = $1", nilai![*terakhir]).await.unwrap();
    tx.commit().await.unwrap();
    s.tutup().await.unwrap();
    let luar = Luar { tanpa_migrasi: true, ..Luar::default() };
    let lihat = async || Store::buka_dengan(folder.path(), &Sumber::Sqlite, Jam::default(), &luar).await;
    for _ in 0..2 {
        let e = lihat().await.unwrap_err();
        assert!(matches!(e, StoreError::Keadaan("skema-lama")), "{e:?}");
    }
    let db = store::dialect::sqlite::buka(&folder.path().join("prima.db")).await.unwrap().0;
    let sql = "INSERT INTO migrasi (nama, sidik, pada) VALUES ($1, $2, 0)";
    let (_, teks) = store::migrasi::DAFTAR.last().unwrap();
    db.jalankan(sql, nilai![*terakhir, store::sidik_hex(teks.as_bytes())]).await.unwrap();
    db.close().await.unwrap();
    assert!(lihat().await.is_ok(), "up to date, it opens");
}
