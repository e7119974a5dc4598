//! Reading of public pages from a second address. A schema before the ordinary one, with another mark on the installation, stands for a replica
//! that is behind: the same database by the same log, and it shows which one was read.

use store::{
    Jam, Luar, Store, Sumber, dialect,
    kueri::Kueri,
    nilai,
    replika::{KonfigReplika, Temuan, periksa, untuk_umum},
};
use testkit::basis;

async fn ilustrasi(s: &Store) -> bool {
    s.ilustrasi().await.unwrap()
}

/// The address of the same database in which `instalasi` is a marked copy.
async fn tiruan(url: &str) -> String {
    let db = dialect::postgres::buka(url).await.unwrap();
    for sql in
        ["CREATE SCHEMA replika", "CREATE TABLE replika.instalasi AS SELECT * FROM instalasi", "UPDATE replika.instalasi SET ilustrasi = 1"]
    {
        db.jalankan(sql, vec![]).await.unwrap();
    }
    db.close().await.unwrap();
    format!("{url}{}options=-csearch_path%3Dreplika,public", if url.contains('?') { '&' } else { '?' })
}

fn dengan(alamat: &str) -> Luar {
    Luar { replika: KonfigReplika { alamat: alamat.to_owned(), batas_detik: 5 }, ..Luar::default() }
}

#[tokio::test]
async fn public_reading_goes_to_the_replica_while_it_is_fit_and_nothing_else_does() {
    let (primer, folder) = (basis::postgres().await, tempfile::tempdir().unwrap());
    let sumber = Sumber::Postgres(primer.url.clone());
    Store::buka(folder.path(), &sumber, Jam::default()).await.unwrap().tutup().await.unwrap();
    let alamat = tiruan(&primer.url).await;
    let s = Store::buka_dengan(folder.path(), &sumber, Jam::default(), &dengan(&alamat)).await.unwrap();
    let r = s.replika().unwrap();
    assert!(r.layak(), "it was looked at before the store was given out");
    assert!(!ilustrasi(&s).await, "what is not marked as public reads from the primary");
    assert!(untuk_umum(ilustrasi(&s)).await);
    // A write inside public reading is a write to the primary.
    let tx = untuk_umum(s.mulai()).await.unwrap();
    assert_eq!(tx.angka("SELECT ilustrasi AS n FROM instalasi", vec![]).await.unwrap(), 0);
    drop(tx);
    r.jauhkan();
    assert!(!untuk_umum(ilustrasi(&s)).await, "an error there sends readers to the primary");
    for _ in 0..100 {
        if r.layak() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(untuk_umum(ilustrasi(&s)).await, "and back once it was looked at again");
    assert_eq!(periksa(&alamat, &primer.url).await.unwrap(), Temuan::Utama, "it answers and writes");
}

/// A wrong name at the end of the address: another installation on the same server, or a copy of this one.
#[tokio::test]
async fn another_database_of_the_same_server_is_never_read() {
    let (primer, lain) = (basis::postgres().await, basis::postgres().await);
    let (f1, f2) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let s = Store::buka(f2.path(), &Sumber::Postgres(lain.url.clone()), Jam::default()).await.unwrap();
    s.tutup().await.unwrap();
    let s = Store::buka_dengan(f1.path(), &Sumber::Postgres(primer.url.clone()), Jam::default(), &dengan(&lain.url)).await.unwrap();
    assert!(!s.replika().unwrap().layak(), "another installation");
    assert_eq!(periksa(&lain.url, &primer.url).await.unwrap(), Temuan::Lain);
    let db = dialect::postgres::buka(&lain.url).await.unwrap();
    db.jalankan("UPDATE instalasi SET ilustrasi = 1, id = $1", nilai![s.instalasi()]).await.unwrap();
    db.close().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1200)).await;
    assert!(!s.replika().unwrap().layak(), "a copy of this one under another name");
    assert_eq!(periksa(&lain.url, &primer.url).await.unwrap(), Temuan::Lain);
    assert!(!untuk_umum(ilustrasi(&s)).await);
}

#[tokio::test]
async fn a_replica_that_is_away_stops_nothing_and_one_without_postgresql_is_refused() {
    let primer = basis::postgres().await;
    let folder = tempfile::tempdir().unwrap();
    let luar = Luar { replika: KonfigReplika { alamat: "postgres://x@127.0.0.1:1/x".into(), batas_detik: 5 }, ..Luar::default() };
    let s = Store::buka_dengan(folder.path(), &Sumber::Postgres(primer.url.clone()), Jam::default(), &luar).await.unwrap();
    assert!(!s.replika().unwrap().layak());
    assert!(!untuk_umum(ilustrasi(&s)).await);
    let lain = tempfile::tempdir().unwrap();
    let e = Store::buka_dengan(lain.path(), &Sumber::Sqlite, Jam::default(), &luar).await.unwrap_err();
    assert!(e.to_string().contains("[replika]"), "{e}");
}
