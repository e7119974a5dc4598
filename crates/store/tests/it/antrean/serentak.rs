//! At once: people who take numbers, officers who call, one ticket moved from two sides.

use super::{balai, minta};
use layanan::antrean::Prioritas;
use std::collections::BTreeSet;
use store::{
    StoreError,
    antrean::{self, Saluran, langkah::Aksi},
    id::OperasiId,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn no_two_numbers_are_equal_and_no_two_officers_get_one_person(basis: BasisUji) {
        let b = balai(basis).await;
        // Two nodes on one database.
        let node = [b.s().clone(), b.m.d.r.buka_lagi().await];
        let ambil = (0..40).map(|n| {
            let (s, mpp, p) = (node[n % 2].clone(), b.mpp.clone(), b.ktp.clone());
            tokio::spawn(async move { antrean::terbit_warga(&s, &mpp, &p, minta(Prioritas::Biasa), Saluran::Warga).await.unwrap() })
        });
        let mut urut = BTreeSet::new();
        for t in ambil.collect::<Vec<_>>() {
            urut.insert(t.await.unwrap().urut);
        }
        assert_eq!(urut, (1..=40).collect(), "each number once, none left out");
        for n in 0..3 {
            b.duduk(n).await;
        }
        for putaran in 0..5 {
            let panggil = (0..3).map(|n| {
                let (s, p) = (node[(n + putaran) % 2].clone(), b.petugas[n].clone());
                tokio::spawn(async move {
                    let t = antrean::panggil::berikut(&s, &p, OperasiId::baru()).await.unwrap().unwrap();
                    antrean::langkah::lakukan(&s, &p, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
                    t.urut
                })
            });
            let mut dapat = Vec::new();
            for t in panggil.collect::<Vec<_>>() {
                dapat.push(t.await.unwrap());
            }
            dapat.sort_unstable();
            let awal = i64::try_from(putaran).unwrap() * 3;
            assert_eq!(dapat, [awal + 1, awal + 2, awal + 3], "one wins, the others get the next");
        }
    }

    async fn a_citizen_who_leaves_while_an_officer_calls(basis: BasisUji) {
        let b = balai(basis).await;
        b.duduk(0).await;
        let t = b.ambil(Prioritas::Biasa).await;
        let (s, p, kode) = (b.s().clone(), b.petugas[0].clone(), t.kode.clone());
        let panggil = tokio::spawn(async move { antrean::panggil::berikut(&s, &p, OperasiId::baru()).await });
        let batal = antrean::warga::batal(b.s(), &kode, OperasiId::baru()).await;
        let panggil = panggil.await.unwrap();
        // Whoever came first: the ticket is given up in the end, and its events are a line without a gap.
        assert!(panggil.is_ok(), "{panggil:?}");
        assert!(matches!(batal, Ok(_) | Err(StoreError::SudahAda(_))), "{batal:?}");
        let akhir = antrean::dari_id(b.s().baca(), t.id).await.unwrap();
        assert_eq!(akhir.langkah, i64::from(panggil.unwrap().is_some()) + i64::from(batal.is_ok()));
    }
}
