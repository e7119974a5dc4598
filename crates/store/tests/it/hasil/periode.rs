//! A whole period: the bulk computation is the single one, and frozen results come in order.

use super::bangun::siap;
use store::{
    edisi,
    f02::{self, TulisSepakat},
    hasil,
    id::OperasiId,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn sama_dengan_satu_satu(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.k.penuh(&w.a, [4, 3, 5]).await;
        w.k.penuh(&w.b, [4, 1, 4]).await;
        w.f03(2).await;
        for kode in ["2.a.P", "3.b.K"] {
            let t = TulisSepakat { op: OperasiId::baru(), indikator: kode.into(), versi_dasar: 0, skor: 2, alasan: "x".into(), rekomendasi: String::new() };
            f02::sepakati(s, &w.a, t).await.unwrap();
        }
        // One settlement no longer holds.
        f02::buka_kembali(s, &w.b, "x").await.unwrap();
        f02::simpan(s, &w.b, crate::f02::bangun::tulis("3.b.K", Some(3), 1)).await.unwrap();
        let semua = hasil::hitung_periode(s, w.k.periode).await.unwrap();
        assert_eq!(semua.len(), 1);
        assert_eq!(semua[0].hasil, hasil::hitung(s, &w.biro.lokus).await.unwrap().hasil);
        assert_eq!(semua[0].hasil.f02.kurang, ["3.b.K"]);
    }

    async fn daftar(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        assert!(hasil::periode(s, w.k.periode).await.unwrap().is_empty());
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let d = hasil::periode(s, w.k.periode).await.unwrap();
        assert_eq!((d.len(), d[0].tampil.clone(), d[0].sidik.clone()), (1, h.tampil, h.sidik));
        let e = edisi::dapat(s, w.biro.lokus.edisi().unwrap()).await.unwrap();
        let rata = hasil::rata_rata_instansi(&e, &d).unwrap();
        assert_eq!(rata[&w.k.kab].hasil.ipp, d[0].nilai().unwrap().unwrap());
        hasil::batalkan(s, &w.biro, d[0].hasil_id, "x", false).await.unwrap();
        assert!(hasil::periode(s, w.k.periode).await.unwrap().is_empty());
    }
}
