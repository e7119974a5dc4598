use super::bangun::{dunia, isi, layanan};
use jiff::civil::date;
use store::{
    id::RondeId,
    peran::{Lingkup, Peran},
    skm::{self, KeadaanRonde, RondeIsi, SaringRonde},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Every state is found by its filter, with counts; pages do not overlap.
    async fn saring(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let l = layanan(&["Rawat jalan"]);
        let kini = d.ronde("Berjalan").await;
        let buat = async |nama, a, b| skm::buat(s, &d.hak().await, RondeId::baru(), &RondeIsi { mulai: a, sampai: b, ..isi(nama, &l) }).await.unwrap();
        let lama = buat("Selesai 50%", date(2025, 7, 1), date(2025, 12, 31)).await;
        let nanti = buat("Dijadwalkan", date(2026, 7, 1), date(2026, 12, 31)).await;
        let tutup = buat("Ditutup", date(2026, 1, 1), date(2026, 12, 31)).await;
        let hak = d.akses(&d.operator, tutup).await.pengelola().unwrap();
        skm::tutup(s, &hak, "x").await.unwrap();
        d.jawab(kini, 7).await;
        d.terbitkan(lama).await;

        let daftar = async |sa: SaringRonde| {
            let (b, n) = skm::milik(s, &d.operator, &sa, 0, 10).await.unwrap();
            assert_eq!(i64::try_from(b.len()).unwrap(), n);
            b.into_iter().map(|b| (b.ronde.id, b.keadaan, b.n, b.terbit)).collect::<Vec<_>>()
        };
        let semua = daftar(SaringRonde::default()).await;
        assert_eq!(semua.len(), 4);
        assert_eq!(semua.last().unwrap(), &(lama, KeadaanRonde::Selesai, 0, true), "newest first");
        let harap = [(KeadaanRonde::Berjalan, kini, 7), (KeadaanRonde::Selesai, lama, 0), (KeadaanRonde::Dijadwalkan, nanti, 0), (KeadaanRonde::Ditutup, tutup, 0)];
        for (keadaan, id, n) in harap {
            let b = daftar(SaringRonde { keadaan: Some(keadaan), ..Default::default() }).await;
            assert_eq!(b.iter().map(|b| (b.0, b.1, b.2)).collect::<Vec<_>>(), [(id, keadaan, n)]);
        }
        assert_eq!(daftar(SaringRonde { cari: "50%".into(), ..Default::default() }).await.len(), 1);
        assert_eq!(daftar(SaringRonde { cari: "rsud".into(), ..Default::default() }).await.len(), 4);
        assert_eq!(daftar(SaringRonde { tahun: Some(2025), ..Default::default() }).await.len(), 1);
        assert_eq!(daftar(SaringRonde { terbit: Some(false), ..Default::default() }).await.len(), 3);
        let (a, n) = skm::milik(s, &d.biro, &SaringRonde::default(), 0, 3).await.unwrap();
        let (b, _) = skm::milik(s, &d.biro, &SaringRonde::default(), 3, 3).await.unwrap();
        assert_eq!((a.len(), b.len(), n), (3, 1, 4));
        assert!(a.iter().all(|x| x.ronde.id != b[0].ronde.id));
        let banyak = async |h: Result<(Vec<skm::BarisRonde>, i64), store::StoreError>| h.unwrap().1;
        let sa = SaringRonde::default();
        assert_eq!(banyak(skm::milik_unit(s, d.p.unit, &sa, 0, 10).await).await, 4);
        for (surel, wilayah, harap) in [("auditor@prov.id", "64", 4), ("auditor@enam.id", "6", 0)] {
            let auditor = d.p.orang(surel, Peran::Auditor, Lingkup::Wilayah(wilayah.into())).await;
            assert_eq!(banyak(skm::milik(s, &auditor, &sa, 0, 10).await).await, harap, "{wilayah}");
        }
    }
}
