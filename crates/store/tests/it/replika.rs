//! Reading of public pages from a second database. Two databases of one server stand for primary and replica: they share the log by
//! which the distance is measured, and differ in what they hold, so it shows which one was read.

use store::{
    Jam, Luar, Store, Sumber,
    kueri::Kueri,
    nilai,
    replika::{Keadaan, KonfigReplika, periksa, untuk_umum},
};
use testkit::basis;

async fn ilustrasi(s: &Store) -> bool {
    s.ilustrasi().await.unwrap()
}

#[tokio::test]
async fn public_reading_goes_to_the_replica_while_it_is_fit_and_nothing_else_does() {
    let (primer, lain) = (basis::postgres().await, basis::postgres().await);
    let (f1, f2) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let s = Store::buka(f2.path(), &Sumber::Postgres(lain.url.clone()), Jam::default()).await.unwrap();
    s.tutup().await.unwrap();
    let db = store::dialect::postgres::buka(&lain.url).await.unwrap();
    db.jalankan("UPDATE instalasi SET ilustrasi = 1", vec![]).await.unwrap();

    let luar = Luar { replika: KonfigReplika { alamat: lain.url.clone(), batas_detik: 5 }, ..Luar::default() };
    let buka = async || Store::buka_dengan(f1.path(), &Sumber::Postgres(primer.url.clone()), Jam::default(), &luar).await.unwrap();
    let s = buka().await;
    // Its log is the same, and near; but another installation lies there.
    tokio::time::sleep(std::time::Duration::from_millis(1_200)).await;
    assert!(!s.replika().unwrap().layak() && !untuk_umum(ilustrasi(&s)).await, "another installation is never read");
    let batas = std::time::Duration::from_secs(5);
    assert_eq!(periksa(&lain.url, &primer.url, batas).await.unwrap(), Keadaan::Asing);
    assert_eq!(periksa(&primer.url, &primer.url, batas).await.unwrap(), Keadaan::BukanReplika);
    let kosong = basis::postgres().await;
    assert_eq!(periksa(&kosong.url, &primer.url, batas).await.unwrap(), Keadaan::Asing, "nothing lies there");
    // From here on it stands for a copy of the same one.
    db.jalankan("UPDATE instalasi SET id = $1", nilai![s.instalasi()]).await.unwrap();
    s.tutup().await.unwrap();
    let s = buka().await;
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
    db.close().await.unwrap();
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
