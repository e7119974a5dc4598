use super::bangun::{jumlah, meja, op};
use store::{StoreError, f01};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A repeated write is answered again and leaves one row; its id cannot carry another content.
    async fn idempoten(basis: BasisUji) {
        let p = meja(basis).await;
        let isi = jumlah(5);
        let t = f01::Tulis { op: op(), indikator: "1.a.Ak", versi_dasar: 0, isi: &isi };
        let a = f01::simpan(p.s(), &p.op, t.clone()).await.unwrap();
        p.maju();
        let b = f01::simpan(p.s(), &p.op, t.clone()).await.unwrap();
        assert_eq!(a, b);
        assert_eq!(p.audit("f01.simpan").await, 1);
        let lain = f01::simpan(p.s(), &p.op, f01::Tulis { isi: &jumlah(6), ..t.clone() }).await;
        assert!(matches!(lain, Err(StoreError::OperasiLain)));
        p.fase("tutup").await;
        assert_eq!(f01::simpan(p.s(), &p.op, t).await.unwrap(), a, "what was saved stays acknowledged");
    }

    /// A late writer is told who was first and what version stands; the same content is no conflict.
    async fn bentrok(basis: BasisUji) {
        let p = meja(basis).await;
        assert_eq!(p.simpan("1.a.Ak", 0, 5).await.unwrap().versi, 1);
        match p.simpan("1.a.Ak", 0, 7).await {
            Err(StoreError::Bentrok { versi, oleh, .. }) => assert_eq!((versi, oleh), (1, p.op.pelaku().akun.0)),
            lain => panic!("{lain:?}"),
        }
        assert_eq!(p.simpan("1.a.Ak", 0, 5).await.unwrap().versi, 1);
        assert_eq!(p.simpan("1.a.Ak", 1, 7).await.unwrap().versi, 2);
        let kini = f01::satu(p.s().baca(), p.lokus, "1.a.Ak").await.unwrap().unwrap();
        assert_eq!((kini.versi, kini.jawaban, kini.nama.as_str()), (2, jumlah(7), "operator@contoh.id"));
        let riwayat = f01::riwayat(p.s().baca(), p.lokus, "1.a.Ak").await.unwrap();
        assert_eq!(riwayat.iter().map(|u| (u.versi, u.jawaban.clone())).collect::<Vec<_>>(), vec![(2, jumlah(7)), (1, jumlah(5))]);
    }

    /// Ten writers on the same version: one is first, the others are told; no version is lost or doubled.
    async fn serentak(basis: BasisUji) {
        let p = meja(basis).await;
        let tugas: Vec<_> = (0..10)
            .map(|n| {
                let (s, hak) = (p.s().clone(), p.op.clone());
                tokio::spawn(async move {
                    f01::simpan(&s, &hak, f01::Tulis { op: op(), indikator: "1.a.Ak", versi_dasar: 0, isi: &jumlah(n) }).await
                })
            })
            .collect();
        let mut berhasil = 0;
        for t in tugas {
            match t.await.unwrap() {
                Ok(_) => berhasil += 1,
                Err(StoreError::Bentrok { versi: 1, .. }) => {}
                Err(e) => panic!("{e}"),
            }
        }
        assert_eq!(berhasil, 1);
        assert_eq!(f01::riwayat(p.s().baca(), p.lokus, "1.a.Ak").await.unwrap().len(), 1);
    }

    /// Indicators are apart from each other.
    async fn per_indikator(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.simpan("2.b.Ko", 0, 6).await.unwrap();
        let semua = f01::semua(p.s().baca(), p.lokus).await.unwrap();
        assert_eq!(semua.keys().collect::<Vec<_>>(), ["1.a.Ak", "2.b.Ko"]);
        assert_eq!(f01::f01(&semua)["2.b.Ko"], jumlah(6));
    }

    /// A closed phase refuses, a reopened one takes.
    async fn fase_ditutup(basis: BasisUji) {
        let p = meja(basis).await;
        p.fase("tutup").await;
        assert!(matches!(p.simpan("1.a.Ak", 0, 5).await, Err(StoreError::Keadaan("fase-pelaksanaan-ditutup"))));
        p.fase("buka").await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
    }
}
