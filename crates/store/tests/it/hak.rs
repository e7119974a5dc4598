use crate::peta::peta;
use store::{
    StoreError, hak,
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

fn tidak_ada<T>(h: Result<T, StoreError>) -> bool {
    matches!(h, Err(StoreError::TidakDitemukan))
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A role holds in its scope, reads in its region, and sees nothing elsewhere.
    async fn lingkup(basis: BasisUji) {
        let p = peta(basis).await;
        let s = &p.r.store;
        let biro = p.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
        let prov = p.orang("biro@prov.id", Peran::Penyelenggara, Lingkup::Wilayah("64".into())).await;
        let lain = p.orang("biro@lain.id", Peran::Penyelenggara, Lingkup::Instansi(p.prov)).await;
        let enam = p.orang("biro@enam.id", Peran::Penyelenggara, Lingkup::Wilayah("6".into())).await;

        assert!(hak::periode(s, &biro, p.periode).await.unwrap().penyelenggara().is_ok());
        assert!(hak::lokus(s, &biro, p.lokus).await.unwrap().penyelenggara().is_ok());
        let a = hak::periode(s, &prov, p.periode).await.unwrap();
        assert!(matches!(a.penyelenggara(), Err(StoreError::Ditolak(_))));
        for orang in [&lain, &enam] {
            assert!(tidak_ada(hak::periode(s, orang, p.periode).await));
            assert!(tidak_ada(hak::lokus(s, orang, p.lokus).await));
        }
    }

    /// The operator fills, the head approves; neither is the other.
    async fn unit(basis: BasisUji) {
        let p = peta(basis).await;
        let l = p.di_unit();
        let operator = p.orang("op@rsud.id", Peran::UnitOperator, l.clone()).await;
        let kepala = p.orang("kepala@rsud.id", Peran::UnitKepala, l).await;
        let a = hak::lokus(&p.r.store, &operator, p.lokus).await.unwrap();
        assert!(a.operator().is_ok() && a.kepala().is_err() && a.evaluator().is_err());
        let a = hak::lokus(&p.r.store, &kepala, p.lokus).await.unwrap();
        assert!(a.operator().is_err() && a.kepala().is_ok());
        assert!(tidak_ada(hak::periode(&p.r.store, &operator, p.periode).await));
    }

    /// An outside party has the survey of its period and nothing beside it, in any period.
    async fn pihak_lain(basis: BasisUji) {
        let p = peta(basis).await;
        let s = &p.r.store;
        let pihak = p.orang("kampus@uji.id", Peran::PihakLain, Lingkup::Periode(p.periode)).await;
        let a = hak::lokus_survei(s, &pihak, p.lokus).await.unwrap();
        assert!(a.hanya_survei() && a.pengelola_f03().is_ok() && a.pengetik_f03().is_ok());
        assert!(a.penyelenggara().is_err() && a.evaluator().is_err() && a.operator().is_err());
        assert!(tidak_ada(hak::lokus(s, &pihak, p.lokus).await));
        assert!(tidak_ada(hak::periode(s, &pihak, p.periode).await));
        assert_eq!(store::periode::daftar(s, &pihak, 0, 10).await.unwrap().1, 0);
        assert_eq!(store::lokus::sebagai_pihak(s, &pihak).await.unwrap().len(), 1);

        let lain = p.orang("kampus.lain@uji.id", Peran::PihakLain, Lingkup::Periode(store::id::PeriodeId::baru())).await;
        assert!(tidak_ada(hak::lokus_survei(s, &lain, p.lokus).await));
        // Everybody else has by this way what he had by the other.
        let biro = p.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
        let a = hak::lokus_survei(s, &biro, p.lokus).await.unwrap();
        assert!(!a.hanya_survei() && a.penyelenggara().is_ok());
    }

    /// An evaluator has the lokus only by a decree that holds, and never where he serves.
    async fn evaluator(basis: BasisUji) {
        let p = peta(basis).await;
        let s = &p.r.store;
        let e = p.orang("eva@kab.id", Peran::Evaluator, Lingkup::Instansi(p.kab)).await;
        assert!(tidak_ada(hak::lokus(s, &e, p.lokus).await));
        let (g, k) = (store::id::PenugasanId::baru(), store::id::SkId::baru());
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)", nilai![g, p.lokus, e.akun, tx.pada, p.oleh]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(tidak_ada(hak::lokus(s, &e, p.lokus).await), "proposed is not appointed");
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)", nilai![k, p.periode, tx.pada, p.oleh]).await.unwrap();
        tx.jalankan("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)", nilai![g, k, tx.pada, p.oleh]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(hak::lokus(s, &e, p.lokus).await.unwrap().evaluator().is_ok());

        let tx = s.mulai().await.unwrap();
        peran::beri(&tx, None, e.akun, Peran::UnitOperator, &p.di_unit()).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(s, e.akun, "::1", "uji").await.unwrap();
        let e = sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap();
        assert!(hak::lokus(s, &e, p.lokus).await.unwrap().evaluator().is_err());
    }
}
