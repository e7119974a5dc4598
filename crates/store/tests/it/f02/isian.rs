//! Saving a cell: what one transaction holds, the same write twice, two writes on one base.

use super::bangun::{berdua, tulis};
use store::{StoreError, audit, f02, id::OperasiId};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One save changes cell, packed sheet, history, audit and live page together.
    async fn satu_simpanan(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let t = f02::simpan(s, &a, tulis("2.a.P", Some(4), 0)).await.unwrap();
        assert_eq!(t.versi, 1);
        let sel = f02::isian_satu(s, &a, "2.a.P").await.unwrap().unwrap();
        assert_eq!((sel.versi, sel.skor, sel.sumber.as_str(), sel.rekomendasi.as_str()), (1, Some(4), "dokumen", "rekomendasi"));
        let lembar = f02::lembar_semua(s.baca(), k.lokus).await.unwrap();
        let sendiri = lembar.iter().find(|l| l.akun_id == a.pelaku().akun).unwrap();
        assert_eq!(sendiri.skor, [None, Some(4), None, None]);
        assert!(lembar.iter().any(|l| l.skor.is_empty()), "the other has not begun");

        f02::simpan(s, &a, tulis("2.a.P", None, 1)).await.unwrap();
        f02::simpan(s, &a, tulis("4.x", Some(0), 0)).await.unwrap();
        let lembar = f02::lembar_semua(s.baca(), k.lokus).await.unwrap();
        assert!(lembar.iter().any(|l| l.skor == [None, None, None, Some(0)]));
        let sejarah = f02::riwayat(s, k.lokus, a.pelaku().akun, "2.a.P").await.unwrap();
        let versi: Vec<_> = sejarah.iter().map(|p| (p.versi, p.isi.skor, p.nama.as_str())).collect();
        assert_eq!(versi, [(2, None, "a@contoh.id"), (1, Some(4), "a@contoh.id")]);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'f02.simpan'").await, 3);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM peristiwa WHERE topik LIKE '%/f02'").await, 3);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%catatan%'").await, 0);
        audit::segel(s).await.unwrap();
    }

    /// The same operation twice is one write with one answer; the same id for something else is refused.
    async fn ulang(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let t = tulis("1.a.Ak", Some(3), 0);
        let satu = f02::simpan(s, &a, t.clone()).await.unwrap();
        k.r.store.jam().maju(60);
        k.skor(&a, "1.a.Ak", 5, 1).await.unwrap();
        assert_eq!(f02::simpan(s, &a, t.clone()).await.unwrap(), satu);
        assert_eq!(f02::isian_satu(s, &a, "1.a.Ak").await.unwrap().unwrap().skor, Some(5), "a late repeat brings nothing back");
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM f02_ubah").await, 2);

        let lain = [
            f02::Tulis { skor: Some(4), ..t.clone() },
            f02::Tulis { indikator: "2.a.P".into(), ..t.clone() },
            f02::Tulis { versi_dasar: 2, ..t.clone() },
            f02::Tulis { catatan: "lain".into(), ..t.clone() },
        ];
        for x in lain {
            assert!(matches!(f02::simpan(s, &a, x).await, Err(StoreError::OperasiLain)));
        }
        assert!(matches!(f02::simpan(s, &b, t.clone()).await, Err(StoreError::OperasiLain)));

        // The line broke after the commit; meanwhile the phase closed. The repeat still learns that it was saved.
        k.fase("tutup").await;
        assert_eq!(f02::simpan(s, &a, t).await.unwrap(), satu);
    }

    /// The second device is told who saved which version when, and may then choose.
    async fn bentrok(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let t = k.skor(&a, "1.a.Ak", 3, 0).await.unwrap();
        k.r.store.jam().maju(60);
        let h = k.skor(&a, "1.a.Ak", 2, 0).await;
        let akun = a.pelaku().akun.0;
        assert!(matches!(h, Err(StoreError::Bentrok { versi: 1, oleh, pada }) if oleh == akun && pada == t.pada), "{h:?}");
        assert_eq!(f02::isian_satu(s, &a, "1.a.Ak").await.unwrap().unwrap().skor, Some(3));
        assert_eq!(k.skor(&a, "1.a.Ak", 2, 1).await.unwrap().versi, 2);
        assert!(matches!(k.skor(&a, "2.a.P", 2, 7).await, Err(StoreError::Keadaan("f02-versi-tak-dikenal"))));
    }

    /// Eight writes on one base at once: one wins, seven are told.
    async fn serentak(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let mut tugas = Vec::new();
        for n in 0..8_u8 {
            let (s, a) = (k.r.store.clone(), a.clone());
            tugas.push(tokio::spawn(async move { f02::simpan(&s, &a, tulis("1.a.Ak", Some(n % 6), 0)).await }));
        }
        let mut jadi = 0;
        for t in tugas {
            match t.await.unwrap() {
                Ok(t) => {
                    assert_eq!(t.versi, 1);
                    jadi += 1;
                }
                Err(e) => assert!(matches!(e, StoreError::Bentrok { versi: 1, .. }), "{e:?}"),
            }
        }
        assert_eq!(jadi, 1);
        assert!(f02::periksa(&k.r.store).await.unwrap().rusak.is_empty());
    }

    /// Different cells at once: none is lost in the packed sheet.
    async fn serentak_lain_sel(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let mut tugas = Vec::new();
        for kode in ["1.a.Ak", "2.a.P", "3.b.K", "4.x"] {
            let (s, a) = (k.r.store.clone(), a.clone());
            tugas.push(tokio::spawn(async move { f02::simpan(&s, &a, tulis(kode, Some(5), 0)).await }));
        }
        for t in tugas {
            t.await.unwrap().unwrap();
        }
        let lembar = f02::lembar_semua(k.r.store.baca(), k.lokus).await.unwrap();
        assert!(lembar.iter().any(|l| l.skor == [Some(5); 4]), "{lembar:?}");
    }

    /// What the edition does not know is not saved.
    async fn di_luar(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        assert!(matches!(k.skor(&a, "9.z", 3, 0).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(k.skor(&a, "1.a.Ak", 6, 0).await, Err(StoreError::Keadaan("f02-skor-di-luar"))));
        let t = f02::Tulis { op: OperasiId::baru(), ..tulis("1.a.Ak", None, 0) };
        assert_eq!(f02::simpan(&k.r.store, &a, t).await.unwrap().versi, 1);
    }
}
