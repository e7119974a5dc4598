use crate::ruang::ruang;
use store::{StoreError, edisi, kueri::Kueri, nilai};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The text a period keeps reads back as the edition it was; a changed row is noticed.
    async fn simpan_dan_baca(basis: BasisUji) {
        let r = ruang(basis).await;
        let (bawaan, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
        let tx = r.store.mulai().await.unwrap();
        let sidik = edisi::simpan(&tx, &bawaan.id, teks).await.unwrap();
        assert_eq!(edisi::simpan(&tx, &bawaan.id, teks).await.unwrap(), sidik);
        assert!(matches!(edisi::simpan(&tx, "x", "bukan edisi").await, Err(StoreError::Keadaan(_))));
        tx.jalankan("INSERT INTO edisi (sidik, kode, isi, dibuat) VALUES ('aa', 'x', 'ubahan', 1)", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(*edisi::dapat(&r.store, &sidik).await.unwrap(), *bawaan);
        assert!(matches!(edisi::dapat(&r.store, "aa").await, Err(StoreError::Rusak(_))));
        assert!(matches!(edisi::dapat(&r.store, "bb").await, Err(StoreError::TidakDitemukan)));
    }
}
