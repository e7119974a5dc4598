use super::bangun::dunia;
use store::{
    StoreError, hak,
    peran::{Lingkup, Peran},
    skm,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Operator, head and organiser run a round; the head and the organiser publish; a region reads; others find nothing.
    async fn peran_ronde(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, p) = (&d.p.r.store, &d.p);
        let id = d.ronde("SKM").await;
        for (orang, kelola, terbit) in [(&d.operator, true, false), (&d.kepala, true, true), (&d.biro, true, true)] {
            let a = d.akses(orang, id).await;
            assert_eq!((a.pengelola().is_ok(), a.kepala().is_ok(), a.pembaca_mentah().is_ok()), (kelola, terbit, true), "{}", orang.nama);
        }
        let auditor = p.orang("auditor@prov.id", Peran::Auditor, Lingkup::Wilayah("64".into())).await;
        let prov = p.orang("biro@prov.id", Peran::Penyelenggara, Lingkup::Wilayah("64".into())).await;
        let nasional = p.orang("nasional@id", Peran::Nasional, Lingkup::Instalasi).await;
        for (orang, mentah) in [(&auditor, true), (&prov, false), (&nasional, false)] {
            let a = d.akses(orang, id).await;
            assert_eq!(a.pembaca_mentah().is_ok(), mentah, "{}", orang.nama);
            assert!(matches!(a.pengelola(), Err(StoreError::Ditolak(_))) && a.kepala().is_err());
            assert!(hak::unit(s, orang, p.unit).await.unwrap().pengelola_skm().is_err());
        }
        let lain = p.orang("biro@lain.id", Peran::Penyelenggara, Lingkup::Instansi(p.prov)).await;
        let admin = p.orang("admin@id", Peran::Admin, Lingkup::Instalasi).await;
        let eva = p.orang("eva@kab.id", Peran::Evaluator, Lingkup::Instansi(p.kab)).await;
        for orang in [&lain, &admin, &eva] {
            assert!(matches!(hak::ronde_skm(s, orang, id).await, Err(StoreError::TidakDitemukan)), "{}", orang.nama);
            assert!(matches!(hak::unit(s, orang, p.unit).await, Err(StoreError::TidakDitemukan)));
            let (semua, n) = skm::milik(s, orang, &skm::SaringRonde::default(), 0, 10).await.unwrap();
            assert!(semua.is_empty() && n == 0 && skm::unit_saya(s, orang).await.unwrap().is_empty());
        }
        let unit = |o: &str| usize::from(!o.contains("auditor"));
        for orang in [&d.operator, &d.kepala, &d.biro, &auditor] {
            assert_eq!(skm::unit_saya(s, orang).await.unwrap().len(), unit(&orang.nama), "{}", orang.nama);
        }
    }
}
