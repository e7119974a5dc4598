//! When a round takes answers: its days, its closing, and answers that arrive while it is being closed.

use crate::{
    ruang::ruang,
    survei::{banyak, dunia, jawab, tutup},
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use store::{
    StoreError,
    id::RondeId,
    ronde::{Terima, Tolak, kubus},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Open on its days in the zone of the office; an answer sent again is acknowledged also afterwards.
    async fn hari_ronde(basis: BasisUji) {
        let r = ruang(basis).await;
        let (ronde, p) = (dunia(&r).await, r.store.penulis());
        let a = jawab(ronde, 1);
        assert_eq!(p.terima(a.clone()).await.unwrap(), Terima::Baru);
        // The stopped clock stands at 08:00 WITA on the second day; the third ends 40 hours later.
        r.store.jam().maju(40 * 3600 - 1);
        assert_eq!(p.terima(jawab(ronde, 2)).await.unwrap(), Terima::Baru);
        r.store.jam().maju(1);
        assert!(matches!(p.terima(jawab(ronde, 3)).await, Err(Tolak::Tertutup)));
        assert_eq!(p.terima(a.clone()).await.unwrap(), Terima::SudahAda);
        let mut lain = a;
        lain.nilai[0] = if lain.nilai[0] == 1 { 2 } else { 1 };
        assert!(matches!(p.terima(lain).await, Err(Tolak::Tertutup)));
        let asing = p.terima(jawab(RondeId::baru(), 1)).await;
        assert!(matches!(asing, Err(Tolak::Rusak(StoreError::TidakDitemukan))));
        assert_eq!(banyak(&r.store, ronde).await, 2);
    }

    /// Closed rounds refuse beside open ones in the same batch; a round opened again takes answers.
    async fn campuran(basis: BasisUji) {
        let r = ruang(basis).await;
        let u = crate::survei::unit(&r.store).await;
        let (a, b) = (crate::survei::skm(&r.store, u).await, crate::survei::skm(&r.store, u).await);
        tutup(&r.store, b, "tutup").await;
        let p = r.store.penulis();
        let hasil = futures_util::future::join_all((0..20).map(|n| p.terima(jawab(if n % 2 == 0 { a } else { b }, n)))).await;
        for (n, h) in hasil.iter().enumerate() {
            assert!(if n % 2 == 0 { matches!(h, Ok(Terima::Baru)) } else { matches!(h, Err(Tolak::Tertutup)) }, "{n}");
        }
        tutup(&r.store, b, "buka").await;
        p.terima(jawab(b, 1)).await.unwrap();
        assert_eq!((banyak(&r.store, a).await, banyak(&r.store, b).await), (10, 1));
    }

    /// No answer is acknowledged as new after the closing has committed.
    async fn ditutup_saat_mengisi(basis: BasisUji) {
        let r = ruang(basis).await;
        let ronde = dunia(&r).await;
        let lewat = Arc::new(AtomicBool::new(false));
        let tugas: Vec<_> = (0..16_u8).map(|n| {
            let (s, lewat) = (r.store.clone(), Arc::clone(&lewat));
            tokio::spawn(async move {
                let mut baru = 0_i64;
                loop {
                    let sudah_tutup = lewat.load(Ordering::SeqCst);
                    match s.penulis().terima(jawab(ronde, n)).await {
                        Ok(t) => {
                            assert!(!sudah_tutup, "acknowledged after the closing: {t:?}");
                            baru += 1;
                        }
                        Err(Tolak::Tertutup) => return baru,
                        Err(e) => panic!("{e}"),
                    }
                }
            })
        }).collect();
        while banyak(&r.store, ronde).await < 50 {
            tokio::task::yield_now().await;
        }
        tutup(&r.store, ronde, "tutup").await;
        lewat.store(true, Ordering::SeqCst);
        let saat_tutup = banyak(&r.store, ronde).await;
        let mut baru = 0;
        for t in tugas { baru += t.await.unwrap(); }
        assert_eq!((baru, banyak(&r.store, ronde).await), (saat_tutup, saat_tutup));
        assert_eq!(kubus::hitung_ulang(&r.store, ronde).await.unwrap(), Vec::<String>::new());
    }
}
