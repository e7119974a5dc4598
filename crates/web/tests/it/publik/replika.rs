//! Public pages from a replica. A schema before the ordinary one, with one more instansi, stands for it: the same database by the same log.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::{
    Sumber,
    id::InstansiId,
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
    let primer = basis::postgres().await;
    let tanda = if primer.url.contains('?') { '&' } else { '?' };
    let replika = KonfigReplika { alamat: format!("{}{tanda}options=-csearch_path%3Dreplika,public", primer.url), batas_detik: 5 };
    let konfig = Konfig { laju_per_detik: 0, replika, ..Konfig::default() };
    let app = TestApp::buka(&Sumber::Postgres(primer.url.clone()), konfig).await;
    let db = store::dialect::postgres::buka(&primer.url).await.unwrap();
    for sql in ["CREATE SCHEMA replika", "CREATE TABLE replika.instansi (LIKE instansi INCLUDING ALL)"] {
        db.jalankan(sql, vec![]).await.unwrap();
    }
    let sql =
        "INSERT INTO replika.instansi (id, kode, nama, jenis, zona, versi, dibuat) VALUES ($1, '99.01', $2, 'kabupaten', 'WIB', 1, 0)";
    db.jalankan(sql, nilai![InstansiId::baru(), NAMA]).await.unwrap();
    app.tamu().get("/instansi").await.memuat(NAMA);
    let orang = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    assert!(!orang.get("/instansi").await.isi.contains(NAMA), "who is signed in sees the primary");

    // An error there: the same request is answered by the primary, and the replica is left alone for a moment.
    db.jalankan("ALTER TABLE replika.instansi RENAME COLUMN nama TO nama_lama", vec![]).await.unwrap();
    let jawab = app.tamu().get("/instansi").await;
    assert_eq!(jawab.status, StatusCode::OK);
    assert!(!jawab.isi.contains(NAMA) && !app.store().replika().unwrap().layak());
    db.close().await.unwrap();
}
