use crate::bangun::{dunia, isi, rentang};
use store::{StoreError, hak, id::PeriodeId, periode};
use testkit::basis::BasisUji;

fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>, kunci: &str) {
    match h {
        Err(StoreError::Keadaan(k)) => assert_eq!(k, kunci),
        lain => panic!("expected {kunci}, got {lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Opened once however often the button is pressed; the same id with other content is refused.
    async fn buka_dua_kali(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, h, id) = (&d.r.store, d.hak_buka().await, PeriodeId::baru());
        assert_eq!(periode::buka(s, &h, id, isi("Satu")).await.unwrap(), id);
        assert_eq!(periode::buka(s, &h, id, isi("Satu")).await.unwrap(), id);
        assert!(matches!(periode::buka(s, &h, id, isi("Lain")).await, Err(StoreError::OperasiLain)));
        let (daftar, n) = periode::daftar(s, &d.biro, 0, 10).await.unwrap();
        assert_eq!((daftar.len(), n), (1, 1));
        assert_eq!(daftar[0].kode, "64.08-2026-mandiri");
        let kedua = periode::buka(s, &h, PeriodeId::baru(), isi("Dua")).await.unwrap();
        assert_eq!(periode::dari_id(s.baca(), kedua).await.unwrap().kode, "64.08-2026-mandiri-2");
        assert_eq!(periode::daftar(s, &d.biro, 1, 1).await.unwrap().0.len(), 1);
    }

    /// An edition that the domain refuses, of the other form, or unknown opens nothing.
    async fn edisi(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, h) = (&d.r.store, d.hak_buka().await);
        let mut i = isi("P");
        i.edisi_a = None;
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "edisi-wajib");
        i.edisi_b = Some("pekppp-2022-b");
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "edisi-belum-dapat-dipakai");
        i.edisi_b = Some("pekppp-2022-a");
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "edisi-bentuk-lain");
        i.edisi_b = Some("karangan");
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "edisi-tak-dikenal");
        let mut i = isi("P");
        i.fase.swap(0, 1);
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "fase-urutan");
        let mut f = rentang();
        f[2].selesai = f[2].mulai.yesterday().unwrap();
        i.fase = f;
        keadaan(periode::buka(s, &h, PeriodeId::baru(), i).await, "fase-urutan");
        assert_eq!(periode::daftar(s, &d.biro, 0, 10).await.unwrap().1, 0);
    }

    /// A stale version says who saved first; a closed preparation takes no change; an edition in use stays.
    async fn ubah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let h = d.penyelenggara(id).await;
        periode::ubah(s, &h, 1, isi("Nama baru")).await.unwrap();
        assert_eq!(periode::dari_id(s.baca(), id).await.unwrap().nama, "Nama baru");
        match periode::ubah(s, &h, 1, isi("Basi")).await {
            Err(StoreError::Bentrok { versi: 2, oleh, .. }) => assert_eq!(oleh, d.biro.akun.0),
            lain => panic!("{lain:?}"),
        }
        d.lokus(id, d.rsud).await;
        let mut lain = isi("Nama baru");
        lain.edisi_a = Some("pekppp-reduced-24");
        keadaan(periode::ubah(s, &h, 2, lain).await, "edisi-dipakai-lokus");
        periode::tutup(s, &h, periode::Fase::Persiapan, "").await.unwrap();
        keadaan(periode::ubah(s, &h, 2, isi("Telat")).await, "fase-persiapan-ditutup");
    }

    /// The list shows what the scope rule lets a person open, and nothing else.
    async fn daftar_menurut_lingkup(basis: BasisUji) {
        use store::peran::{Lingkup, Peran};
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let prov = crate::orang::orang(s, "prov@x.id", Peran::Pembina, Lingkup::Wilayah("64".into())).await;
        let nas = crate::orang::orang(s, "nas@x.id", Peran::Nasional, Lingkup::Instalasi).await;
        let lain = crate::orang::orang(s, "lain@x.id", Peran::Pembina, Lingkup::Wilayah("6".into())).await;
        let op = crate::orang::orang(s, "op@x.id", Peran::UnitOperator, Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await;
        for (p, n) in [(&d.biro, 1), (&prov, 1), (&nas, 1), (&lain, 0), (&op, 0)] {
            assert_eq!(periode::daftar(s, p, 0, 10).await.unwrap().1, n, "{}", p.nama);
            assert_eq!(hak::periode(s, p, id).await.is_ok(), n == 1, "{}", p.nama);
        }
    }
}
