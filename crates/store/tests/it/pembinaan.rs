use crate::{bangun::dunia, orang::orang};
use jiff::civil::date;
use store::{
    StoreError, hak,
    id::PembinaanId,
    kueri::Kueri,
    nilai,
    pembinaan::{self, Isi, Keputusan},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Recorded, decided, ended: each once; the unit, its organiser and nobody else sees it.
    async fn dari_catatan_sampai_akhir(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let l = d.lokus(p, d.rsud).await;
        let (biro, sekda) = (d.penyelenggara(p).await, d.penanggungjawab(p).await);
        let kepala = orang(s, "kepala@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await;
        let lain = orang(s, "lain@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: d.dinsos, instansi: d.kab }).await;
        let isi = Isi {
            lokus: Some(l),
            jenis: "sanksi",
            bentuk: "Teguran tertulis",
            alasan: "Rekomendasi tidak ditindaklanjuti",
            dasar: "Peraturan Bupati",
            dari: Some(date(2026, 9, 1)),
            sampai: Some(date(2026, 12, 1)),
        };
        let id = PembinaanId::baru();
        let kurang = pembinaan::catat(s, &biro, id, &Isi { dasar: " ", ..isi.clone() }).await;
        assert!(matches!(kurang, Err(StoreError::Keadaan("pembinaan-belum-lengkap"))));
        let terbalik = pembinaan::catat(s, &biro, id, &Isi { sampai: Some(date(2026, 8, 1)), ..isi.clone() }).await;
        assert!(matches!(terbalik, Err(StoreError::Keadaan("pembinaan-tanggal-terbalik"))));
        pembinaan::catat(s, &biro, id, &isi).await.unwrap();
        pembinaan::catat(s, &biro, id, &isi).await.unwrap();
        let milik = pembinaan::milik(s, &kepala.pembaca_penghargaan()).await.unwrap();
        assert_eq!((milik.len(), milik[0].unit.as_deref(), milik[0].keterbukaan.as_deref()), (1, Some("RSUD Kudungga"), None));
        assert!(pembinaan::milik(s, &lain.pembaca_penghargaan()).await.unwrap().is_empty());
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'pembinaan-dicatat'", nilai![]).await.unwrap(), 2);

        let menunggu = async || pembinaan::menunggu(s, &[d.kab]).await.unwrap().into_iter().map(|m| (m.periode_id, m.jumlah)).collect::<Vec<_>>();
        assert_eq!(menunggu().await, [(p, 1)], "a task of who answers for the evaluation");
        let k = Keputusan { nomor: "7/2026", tanggal: "2026-09-02", pejabat: "Bupati", umum: true };
        pembinaan::putuskan(s, &sekda, id, k).await.unwrap();
        assert!(matches!(pembinaan::putuskan(s, &sekda, id, k).await, Err(StoreError::Keadaan("pembinaan-sudah-diputus"))));
        assert_eq!(menunggu().await, []);
        pembinaan::akhiri(s, &biro, id, true, "Keliru").await.unwrap();
        pembinaan::akhiri(s, &biro, id, false, "Dua kali").await.unwrap();
        let m = pembinaan::satu(s, &hak::periode(s, &d.biro, p).await.unwrap().pembaca(), id).await.unwrap();
        assert_eq!((m.akhir.as_deref(), m.akhir_alasan.as_deref()), (Some("cabut"), Some("Keliru")));

        // Of the instansi itself: no unit sees it.
        pembinaan::catat(s, &biro, PembinaanId::baru(), &Isi { lokus: None, ..isi }).await.unwrap();
        assert_eq!(pembinaan::milik(s, &kepala.pembaca_penghargaan()).await.unwrap().len(), 1);
        assert_eq!(pembinaan::milik(s, &d.sekda.pembaca_penghargaan()).await.unwrap().len(), 2);
    }
}
