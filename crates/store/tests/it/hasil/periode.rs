//! A whole period: the bulk computation is the single one, and frozen results come in order.

use super::bangun::siap;
use store::{
    f02::{self, TulisSepakat},
    hak, hasil,
    id::OperasiId,
    peringkat,
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

    /// The ranking reads what was frozen, and nothing once it is annulled.
    async fn beku_dalam_peringkat(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let hak = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().pembaca();
        assert_eq!(peringkat::periode(s, &hak).await.unwrap().diperingkat(), 0);
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let p = peringkat::periode(s, &hak).await.unwrap();
        let satu = p.kelompok.values().flatten().next().unwrap();
        assert_eq!((p.diperingkat(), satu.item.tampil.as_deref(), satu.item.sidik.as_deref()), (1, h.tampil.as_deref(), Some(h.sidik.as_str())));
        assert_eq!(p.instansi[0].hasil.hasil.ipp, satu.ipp, "the mean of one is the one");
        hasil::batalkan(s, &w.biro, satu.item.hasil.unwrap(), "x", false).await.unwrap();
        assert_eq!(peringkat::periode(s, &hak).await.unwrap().diperingkat(), 0);
    }
}
