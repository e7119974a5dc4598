//! `prima check` finds a packed sheet that does not fit its cells.

use super::bangun::berdua;
use store::{f02, nilai};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn periksa(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.penuh(&a, [3, 4, 5]).await;
        k.skor(&b, "1.a.Ak", 1, 0).await.unwrap();
        let t = f02::periksa(s).await.unwrap();
        assert_eq!((t.lembar, t.isian, t.rusak.len()), (2, 4, 0));

        k.sql("UPDATE f02_lembar SET skor = $1 WHERE akun_id = $2", nilai![vec![3_u8, 4, 2, 255], a.pelaku().akun]).await;
        k.sql("UPDATE f02_isian SET versi = 9 WHERE akun_id = $1 AND indikator = '2.a.P'", nilai![a.pelaku().akun]).await;
        k.sql("DELETE FROM f02_lembar WHERE akun_id = $1", nilai![b.pelaku().akun]).await;
        let t = f02::periksa(s).await.unwrap();
        assert_eq!(t.rusak.len(), 3, "{:?}", t.rusak);
        for kata in ["3.b.K bernilai 2 di lembar kemasan, 5 di selnya", "2.a.P versi 9", "tidak ada lembar kemasan"] {
            assert!(t.rusak.iter().any(|r| r.contains(kata)), "{kata}: {:?}", t.rusak);
        }
        k.sql("UPDATE f02_lembar SET skor = $1", nilai![vec![7_u8]]).await;
        assert!(f02::periksa(s).await.unwrap().rusak.iter().any(|r| r.contains("tidak terbaca")));
    }
}
