//! Public pages from a replica. Two databases of one server stand for primary and replica: they share the log by which the distance
//! is measured, and differ in what they hold.

use crate::app::{KINI, TestApp};
use axum::http::StatusCode;
use store::{
    Jam, Store, Sumber,
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    replika::KonfigReplika,
};
use testkit::basis;
use web::Konfig;

const NAMA: &str = "Kabupaten Hanya Di Replika";

#[tokio::test]
async fn visitors_read_from_the_replica_and_the_primary_answers_for_it() {
    let (primer, lain) = (basis::postgres().await, basis::postgres().await);
    let folder = tempfile::tempdir().unwrap();
    let s = Store::buka(folder.path(), &Sumber::Postgres(lain.url.clone()), Jam::tetap(KINI)).await.unwrap();
    let tx = s.mulai().await.unwrap();
    let kab = InstansiBaru { kode: "99.01", nama: NAMA, jenis: "kabupaten", wilayah: None, zona: "WIB" };
    instansi::tambah(&tx, None, kab).await.unwrap();
    tx.commit().await.unwrap();
    s.tutup().await.unwrap();

    let replika = KonfigReplika { alamat: lain.url.clone(), batas_detik: 5 };
    let konfig = Konfig { laju: false, replika, ..Konfig::default() };
    let app = TestApp::buka(&Sumber::Postgres(primer.url.clone()), konfig).await;
    assert!(!app.tamu().get("/instansi").await.isi.contains(NAMA), "another installation is never read");
    // From here on it stands for a copy of the same one; it is looked at every half second.
    let db = store::dialect::postgres::buka(&lain.url).await.unwrap();
    db.jalankan("UPDATE instalasi SET id = $1", nilai![app.store().instalasi()]).await.unwrap();
    for _ in 0..200 {
        if app.store().replika().unwrap().layak() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    app.tamu().get("/instansi").await.memuat(NAMA);
    let orang = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    assert!(!orang.get("/instansi").await.isi.contains(NAMA), "who is signed in sees the primary");

    // An error there: the same request is answered by the primary, and the replica is left alone for a moment.
    db.jalankan("ALTER TABLE instansi RENAME TO instansi_rusak", vec![]).await.unwrap();
    let jawab = app.tamu().get("/instansi").await;
    assert_eq!(jawab.status, StatusCode::OK);
    assert!(!jawab.isi.contains(NAMA) && !app.store().replika().unwrap().layak());
    db.close().await.unwrap();
}
