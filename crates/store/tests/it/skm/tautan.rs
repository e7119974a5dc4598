use super::bangun::{HARI_INI, dunia};
use jiff::civil::date;
use std::collections::HashSet;
use store::{
    StoreError,
    skm::{self, tautan},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Links are secrets of their own, good to the last day, and the store keeps only their hashes.
    async fn lembar(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        for n in [0, 1001] {
            assert!(matches!(tautan::lembar(s, &hak, n).await, Err(StoreError::Keadaan("skm-tautan-banyak"))));
        }
        let semua = tautan::lembar(s, &hak, 40).await.unwrap();
        assert_eq!(semua.iter().collect::<HashSet<_>>().len(), 40);
        assert_eq!(tautan::sisa(s.baca(), id).await.unwrap(), 40);
        let sidik = tautan::sidik(&semua[0]);
        assert!(tautan::berlaku(s.baca(), id, &sidik, HARI_INI).await.unwrap().is_some());
        assert!(tautan::berlaku(s.baca(), id, &sidik, date(2026, 6, 30)).await.unwrap().is_some());
        assert!(tautan::berlaku(s.baca(), id, &sidik, date(2026, 7, 1)).await.unwrap().is_none());
        assert!(tautan::berlaku(s.baca(), id, &tautan::sidik("lain"), HARI_INI).await.unwrap().is_none());
        let lain = d.ronde("SKM lain").await;
        assert!(tautan::berlaku(s.baca(), lain, &sidik, HARI_INI).await.unwrap().is_none());

        let tx = s.mulai().await.unwrap();
        let rahasia = skm::tautan_sekali(&tx, id, date(2026, 3, 3)).await.unwrap();
        drop(tx);
        assert!(tautan::berlaku(s.baca(), id, &tautan::sidik(&rahasia), HARI_INI).await.unwrap().is_none(), "not kept without its transaction");
        let kejadian = d.p.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'skm.tautan'").await;
        assert_eq!(kejadian, 1);
    }
}
