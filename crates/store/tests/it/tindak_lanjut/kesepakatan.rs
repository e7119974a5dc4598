//! Only finished lokus are judged, with what pekppp needs.

use crate::hasil::bangun::siap;
use store::{hak, kesepakatan::bahan};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn hanya_yang_selesai(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let hak = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().penyelenggara().unwrap();
        assert!(bahan(s, &hak).await.unwrap().is_empty());
        w.k.penuh(&w.a, [4, 3, 5]).await;
        assert!(bahan(s, &hak).await.unwrap().is_empty(), "one sheet is still open: no score leaves the store");
        w.k.penuh(&w.b, [4, 2, 5]).await;
        let x = bahan(s, &hak).await.unwrap();
        assert_eq!((x.len(), x[0].lembar.len()), (1, 2));
        assert_eq!(x[0].lembar.iter().map(|l| l.2[1]).collect::<Vec<_>>(), [Some(3), Some(2)]);
        assert!(x[0].f01.is_some());
    }
}
