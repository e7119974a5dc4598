//! Many answers at once: replays, one fault among many, a full queue, clients that hang up, the end of the program.

use crate::{
    ruang::ruang,
    survei::{banyak, dunia, jawab},
};
use futures_util::FutureExt;
use std::time::{Duration, Instant};
use store::{
    Store, StoreError,
    id::RondeId,
    kueri::Kueri,
    nilai,
    ronde::{Bentuk, Masukan, Terima, Tolak, kubus, topik_skm},
};
use testkit::basis::{BasisUji, Jenis};

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Eight senders send the same forty answers at the same time: each is stored once, and everyone hears so.
    async fn ulang_serentak(basis: BasisUji) {
        let r = ruang(basis).await;
        let ronde = dunia(&r).await;
        let semua: Vec<Masukan> = (0..40).map(|n| jawab(ronde, n)).collect();
        let tugas: Vec<_> = (0..8).map(|mulai| {
            let (s, semua) = (r.store.clone(), semua.clone());
            tokio::spawn(async move {
                let tunggu = (0..semua.len()).map(|i| s.penulis().terima(semua[(i + mulai * 5) % semua.len()].clone()));
                let hasil = futures_util::future::join_all(tunggu).await;
                hasil.into_iter().filter(|h| matches!(h.as_ref().unwrap(), Terima::Baru)).count()
            })
        }).collect();
        let mut baru = 0;
        for t in tugas { baru += t.await.unwrap(); }
        assert_eq!((baru, banyak(&r.store, ronde).await), (40, 40));
        assert_eq!(kubus::hitung_ulang(&r.store, ronde).await.unwrap(), Vec::<String>::new());
    }

    /// Another content under a known id is refused, in the same batch as in a later one; flags and day do not matter.
    async fn isi_lain(basis: BasisUji) {
        let r = ruang(basis).await;
        let (ronde, p) = (dunia(&r).await, r.store.penulis());
        let (mut a, mut b) = (jawab(ronde, 1), jawab(ronde, 2));
        b.id = a.id;
        a.saran = Some(" cepat\0 ".into());
        let (x, y, z) = tokio::join!(p.terima(a.clone()), p.terima(b.clone()), p.terima(a.clone()));
        assert!(matches!((x, y, z), (Ok(Terima::Baru), Err(Tolak::OperasiLain), Ok(Terima::SudahAda))));
        a.tanda = 3;
        a.hari = a.hari.tomorrow().unwrap();
        a.saran = Some("cepat".into());
        assert!(matches!(p.terima(a.clone()).await, Ok(Terima::SudahAda)));
        for ubah in [|m: &mut Masukan| m.saran = None, |m: &mut Masukan| m.profil.0[4] = 1, |m: &mut Masukan| m.nilai[8] = 255] {
            let mut lain = a.clone();
            ubah(&mut lain);
            assert!(matches!(p.terima(lain).await, Err(Tolak::OperasiLain)));
        }
        assert_eq!(banyak(&r.store, ronde).await, 1);
    }

    /// One answer that cannot be counted does not fail those that wait with it; one off the scale never gets that far.
    async fn satu_salah(basis: BasisUji) {
        let r = ruang(basis).await;
        let (ronde, p) = (dunia(&r).await, r.store.penulis());
        p.terima(jawab(ronde, 0)).await.unwrap();
        let mut semua: Vec<Masukan> = (0..20).map(|n| jawab(ronde, n)).collect();
        // Of another shape than the counters of the round.
        semua[7].bentuk = Bentuk { pertanyaan: 9, min: 1, maks: 6 };
        semua[12].nilai[3] = 5;
        semua[15].nilai = Box::from([1; 8]);
        let hasil = futures_util::future::join_all(semua.into_iter().map(|m| p.terima(m))).await;
        let gagal: Vec<usize> = hasil.iter().enumerate().filter(|(_, h)| matches!(h, Err(Tolak::Rusak(_)))).map(|(n, _)| n).collect();
        assert_eq!(gagal, vec![7, 12, 15]);
        assert_eq!(hasil.iter().filter(|h| matches!(h, Ok(Terima::Baru))).count(), 17);
        assert_eq!(banyak(&r.store, ronde).await, 18);
        assert_eq!(kubus::hitung_ulang(&r.store, ronde).await.unwrap(), Vec::<String>::new());
    }

    /// A full queue says so at once; what was taken is stored although every sender has gone.
    async fn penuh_dan_pergi(basis: BasisUji) {
        let r = ruang(basis).await;
        let ronde = dunia(&r).await;
        let s = r.store.clone().dengan_antrean(8);
        let mut tugas: Vec<_> = (0..20).map(|n| Box::pin(s.penulis().terima(jawab(ronde, n)))).collect();
        let mut penuh = 0;
        for t in &mut tugas {
            if let Some(h) = t.as_mut().now_or_never() {
                assert!(matches!(h, Err(Tolak::Penuh)));
                penuh += 1;
            }
        }
        assert_eq!((penuh, s.penulis().menunggu()), (12, 8));
        drop(tugas);
        s.tutup().await.unwrap();
        // The program ended in order: what waited was stored first.
        let s = r.buka_lagi().await;
        assert_eq!(banyak(&s, ronde).await, 8);
        assert_eq!(kubus::hitung_ulang(&s, ronde).await.unwrap(), Vec::<String>::new());
    }

    /// On a full disk nobody is told that his answer is stored; once there is room, sending it again stores it.
    async fn disk_penuh(basis: BasisUji) {
        if basis.jenis == Jenis::Postgres {
            return;
        }
        let r = ruang(basis).await;
        let (ronde, s) = (dunia(&r).await, &r.store);
        s.penulis().terima(jawab(ronde, 0)).await.unwrap();
        batasi(s, 1).await;
        let semua: Vec<Masukan> = (0..=255).map(|n| Masukan { saran: Some("x".repeat(3000)), ..jawab(ronde, n) }).collect();
        let hasil = futures_util::future::join_all(semua.iter().map(|m| s.penulis().terima(m.clone()))).await;
        assert!(hasil.iter().all(|h| matches!(h, Err(Tolak::Rusak(StoreError::DiskPenuh)))), "{hasil:?}");
        assert_eq!(banyak(s, ronde).await, 1);
        batasi(s, 1_000_000).await;
        for h in futures_util::future::join_all(semua.iter().map(|m| s.penulis().terima(m.clone()))).await {
            assert_eq!(h.unwrap(), Terima::Baru);
        }
        assert_eq!(kubus::hitung_ulang(s, ronde).await.unwrap(), Vec::<String>::new());
    }

    /// Live pages are told once a second at most, and at last of everything. How fast this machine is makes no difference: what is
    /// counted is compared with the time that went by.
    async fn kabar(basis: BasisUji) {
        let r = ruang(basis).await;
        let (ronde, s) = (dunia(&r).await, &r.store);
        let mulai = Instant::now();
        for n in 0..30 {
            s.penulis().terima(jawab(ronde, n)).await.unwrap();
        }
        let banyak = dikabarkan(s, ronde).await;
        let paling = 1 + i64::try_from(mulai.elapsed().as_secs()).unwrap();
        assert!((1..=paling).contains(&banyak), "{banyak} in {paling} s");
        // What the thirty owe is told; so is the one answer after it, which comes within the second of silence.
        let awal = diam(s, ronde).await;
        s.penulis().terima(jawab(ronde, 30)).await.unwrap();
        let satu = tunggu_lebih(s, ronde, awal).await;
        s.penulis().terima(jawab(ronde, 31)).await.unwrap();
        let dua = tunggu_lebih(s, ronde, satu).await;
        assert_eq!((satu, dua, diam(s, ronde).await), (awal + 1, awal + 2, awal + 2), "nothing new, nothing told");
    }
}

/// How often live pages were told of a round.
async fn dikabarkan(s: &Store, ronde: RondeId) -> i64 {
    s.baca().angka("SELECT COUNT(*) AS n FROM peristiwa WHERE topik = $1", nilai![topik_skm(ronde)]).await.unwrap()
}

/// As [`dikabarkan`], once nothing was told for three seconds: the writer owes nothing any more.
async fn diam(s: &Store, ronde: RondeId) -> i64 {
    let mut lalu = dikabarkan(s, ronde).await;
    loop {
        tokio::time::sleep(Duration::from_secs(3)).await;
        match dikabarkan(s, ronde).await {
            n if n == lalu => return n,
            n => lalu = n,
        }
    }
}

/// As [`dikabarkan`], once it is more than `n`.
async fn tunggu_lebih(s: &Store, ronde: RondeId, n: i64) -> i64 {
    for _ in 0..600 {
        let kini = dikabarkan(s, ronde).await;
        if kini > n {
            return kini;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("nobody was told of the answer that came last");
}

/// How many pages the database file may have (never fewer than it has).
async fn batasi(s: &Store, halaman: u32) {
    let tx = s.mulai().await.unwrap();
    tx.jalankan(&format!("PRAGMA max_page_count = {halaman}"), vec![]).await.unwrap();
    tx.commit().await.unwrap();
}
