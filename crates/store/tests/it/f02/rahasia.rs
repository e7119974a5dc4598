//! Who sees whose scores, and when.

use super::bangun::{berdua, kasus};
use crate::peta::Peta;
use store::{
    f02::{self, Pandangan},
    hak::Pelaku,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

async fn lihat(k: &Peta, p: &Pelaku) -> (Pandangan, usize) {
    let s = &k.r.store;
    let pandangan = f02::pandangan(s, &k.akses(p).await).await.unwrap();
    let lembar = f02::lembar_terlihat(s, k.lokus, pandangan, p.akun).await.unwrap();
    (pandangan, lembar.iter().filter(|l| !l.skor.is_empty()).count())
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Independent until given; the organiser counts until all are done; readers wait for the frozen result.
    async fn independen(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let biro = k.orang("biro@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        let sekda = k.orang("sekda@contoh.id", Peran::Penanggungjawab, Lingkup::Instansi(k.kab)).await;
        let kepala = k.orang("kepala@contoh.id", Peran::UnitKepala, k.di_unit()).await;
        let auditor = k.orang("audit@contoh.id", Peran::Auditor, Lingkup::Instansi(k.kab)).await;
        let (pa, pb) = (a.pelaku(), b.pelaku());

        k.skor(&b, "1.a.Ak", 5, 0).await.unwrap();
        k.skor(&a, "1.a.Ak", 2, 0).await.unwrap();
        assert_eq!(lihat(&k, pa).await, (Pandangan::Sendiri, 1));
        assert_eq!(lihat(&k, &biro).await, (Pandangan::Kemajuan, 0));
        for (kode, s) in [("2.a.P", 2), ("3.b.K", 2)] {
            k.skor(&a, kode, s, 0).await.unwrap();
        }
        f02::tandai_selesai(&k.r.store, &a).await.unwrap();
        assert_eq!(lihat(&k, pa).await, (Pandangan::SesamaSelesai, 1), "the open sheet of B stays hidden");
        assert_eq!(lihat(&k, pb).await, (Pandangan::Sendiri, 1), "B does not see the finished sheet of A");
        for kode in ["2.a.P", "3.b.K"] {
            k.skor(&b, kode, 5, 0).await.unwrap();
        }
        f02::tandai_selesai(&k.r.store, &b).await.unwrap();
        assert_eq!(lihat(&k, pa).await, (Pandangan::SemuaPenilai, 2));
        for orang in [&biro, &sekda] {
            assert_eq!(lihat(&k, orang).await, (Pandangan::Semua, 2));
        }
        for orang in [&kepala, &auditor] {
            assert_eq!(lihat(&k, orang).await, (Pandangan::Tertutup, 0));
        }

        f02::buka_kembali(&k.r.store, &b, "x").await.unwrap();
        assert_eq!(lihat(&k, pb).await, (Pandangan::Sendiri, 1));
        assert_eq!(lihat(&k, &biro).await, (Pandangan::Kemajuan, 0));
        k.bekukan().await;
        for orang in [&kepala, &auditor, &biro] {
            assert_eq!(lihat(&k, orang).await, (Pandangan::Semua, 2));
        }
    }

    /// Counts tell how far each is, and no score.
    async fn hitungan(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        k.skor(&a, "1.a.Ak", 5, 0).await.unwrap();
        k.skor(&a, "4.x", 5, 0).await.unwrap();
        let e = store::edisi::dapat(&k.r.store, a.lokus.edisi().unwrap()).await.unwrap();
        let n = f02::kemajuan(k.r.store.baca(), k.lokus, &e).await.unwrap();
        let mut n: Vec<_> = n.iter().map(|n| (n.nama.as_str(), n.terisi, n.perlu)).collect();
        n.sort_unstable();
        assert_eq!(n, [("a@contoh.id", 1, 3), ("b@contoh.id", 0, 3)], "the extra indicator is not counted");
    }

    /// Without an appointed evaluator nothing is "all done".
    async fn tanpa_evaluator(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        let biro = k.orang("biro@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        assert_eq!(lihat(&k, &biro).await, (Pandangan::Kemajuan, 0));
    }
}
