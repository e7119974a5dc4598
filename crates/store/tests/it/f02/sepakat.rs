//! Consensus: who may settle what, and when a settlement stops holding.

use super::bangun::{berdua, kasus, keadaan, tulis};
use store::{
    StoreError,
    f02::{self, TulisSepakat},
    id::OperasiId,
    nilai,
};
use testkit::basis::BasisUji;

fn sepakat(kode: &str, skor: u8, versi_dasar: i64) -> TulisSepakat {
    TulisSepakat { op: OperasiId::baru(), indikator: kode.into(), versi_dasar, skor, alasan: "dibahas".into(), rekomendasi: String::new() }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Only after all are done, only where they differ, only with a reason; either evaluator may write it down.
    async fn aturan(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.penuh(&a, [3, 4, 5]).await;
        assert_eq!(keadaan(f02::sepakati(s, &a, sepakat("1.a.Ak", 3, 0)).await), "f02-sepakat-belum-semua");
        k.penuh(&b, [5, 4, 4]).await;
        assert_eq!(keadaan(f02::sepakati(s, &a, sepakat("2.a.P", 3, 0)).await), "f02-sepakat-tak-beda");
        let t = TulisSepakat { alasan: " ".into(), ..sepakat("1.a.Ak", 3, 0) };
        assert_eq!(keadaan(f02::sepakati(s, &a, t).await), "f02-alasan-wajib");
        assert!(matches!(f02::sepakati(s, &a, sepakat("9.z", 3, 0)).await, Err(StoreError::TidakDitemukan)));

        let t = sepakat("1.a.Ak", 4, 0);
        let satu = f02::sepakati(s, &a, t.clone()).await.unwrap();
        assert_eq!(f02::sepakati(s, &a, t.clone()).await.unwrap(), satu, "twice is once");
        assert!(matches!(f02::sepakati(s, &b, t).await, Err(StoreError::OperasiLain)));
        let oleh_a = a.pelaku().akun.0;
        let h = f02::sepakati(s, &b, sepakat("1.a.Ak", 5, 0)).await;
        assert!(matches!(h, Err(StoreError::Bentrok { versi: 1, oleh, .. }) if oleh == oleh_a), "{h:?}");
        f02::sepakati(s, &b, sepakat("1.a.Ak", 5, 1)).await.unwrap();
        f02::sepakati(s, &b, sepakat("3.b.K", 4, 0)).await.unwrap();
        let k1 = f02::kesepakatan(s.baca(), k.lokus).await.unwrap();
        assert_eq!(k1.into_iter().collect::<Vec<_>>(), [("1.a.Ak".into(), 5), ("3.b.K".into(), 4)]);
        let sejarah = f02::riwayat_sepakat(s, k.lokus, "1.a.Ak").await.unwrap();
        let versi: Vec<_> = sejarah.iter().map(|p| (p.isi.skor, p.nama.as_str(), p.isi.catatan.as_str())).collect();
        assert_eq!(versi, [(Some(5), "b@contoh.id", "dibahas"), (Some(4), "a@contoh.id", "dibahas")]);
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'f02.sepakati'").await, 3);
    }

    /// A settlement rests on the scores it was made for.
    async fn gugur(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.penuh(&a, [3, 4, 5]).await;
        k.penuh(&b, [5, 4, 4]).await;
        f02::sepakati(s, &a, sepakat("1.a.Ak", 4, 0)).await.unwrap();
        f02::sepakati(s, &a, sepakat("3.b.K", 4, 0)).await.unwrap();
        f02::buka_kembali(s, &b, "salah baca").await.unwrap();
        f02::simpan(s, &b, tulis("1.a.Ak", Some(2), 1)).await.unwrap();
        f02::simpan(s, &b, tulis("3.b.K", Some(5), 1)).await.unwrap();
        f02::tandai_selesai(s, &b).await.unwrap();
        assert!(f02::kesepakatan(s.baca(), k.lokus).await.unwrap().is_empty(), "one changed, one agrees now");
        assert_eq!(f02::sepakat_tersimpan(s.baca(), k.lokus).await.unwrap().len(), 2, "the old words stay");
        f02::sepakati(s, &b, sepakat("1.a.Ak", 3, 1)).await.unwrap();
        assert_eq!(f02::kesepakatan(s.baca(), k.lokus).await.unwrap().get("1.a.Ak"), Some(&3));
    }

    /// An ended appointment takes its sheet out of sheets, differences and "all done".
    async fn penugasan_berakhir(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        let c = k.penilai("c@contoh.id").await;
        k.penuh(&a, [3, 4, 5]).await;
        k.penuh(&b, [3, 4, 5]).await;
        k.skor(&c, "1.a.Ak", 0, 0).await.unwrap();
        assert_eq!(f02::lembar_semua(s.baca(), k.lokus).await.unwrap().len(), 3);
        let akhir = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'x', 1, oleh FROM penugasan WHERE akun_id = $1";
        k.sql(akhir, nilai![c.pelaku().akun]).await;
        let lembar = f02::lembar_semua(s.baca(), k.lokus).await.unwrap();
        assert!(lembar.len() == 2 && lembar.iter().all(|l| l.selesai.is_some()));
        assert_eq!(keadaan(f02::sepakati(s, &a, sepakat("1.a.Ak", 3, 0)).await), "f02-sepakat-tak-beda");
        assert!(f02::catatan(s.baca(), k.lokus).await.unwrap().iter().all(|n| n.nama != "c@contoh.id"));
    }

    /// A period that takes the mean settles nothing; a single evaluator has nothing to settle.
    async fn rata_rata(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "rata-rata").await;
        k.penuh(&a, [3, 4, 5]).await;
        k.penuh(&b, [5, 4, 4]).await;
        assert_eq!(keadaan(f02::sepakati(&k.r.store, &a, sepakat("1.a.Ak", 4, 0)).await), "f02-sepakat-rata-rata");
    }

    async fn sendirian(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        k.kirim(1).await;
        let a = k.penilai("a@contoh.id").await;
        k.penuh(&a, [3, 4, 5]).await;
        assert_eq!(keadaan(f02::sepakati(&k.r.store, &a, sepakat("1.a.Ak", 4, 0)).await), "f02-sepakat-tak-beda");
    }
}
