//! The connection to PostgreSQL is cut in mid-load, again and again: what was acknowledged is there once.

use crate::{
    ruang::ruang,
    survei::{banyak, dunia, jawab},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use store::{
    kueri::Kueri,
    nilai,
    ronde::{Tolak, kubus},
};
use testkit::basis::{BasisUji, Jenis};

/// How often the connections are cut.
const KALI: usize = 20;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn sambungan_diputus(basis: BasisUji) {
        if basis.jenis == Jenis::Sqlite {
            return;
        }
        let url = basis.url.clone();
        let r = ruang(basis).await;
        let ronde = dunia(&r).await;
        let (henti, banyaknya) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let tugas: Vec<_> = (0..24_u8).map(|n| {
            let (s, henti, banyaknya) = (r.store.clone(), Arc::clone(&henti), Arc::clone(&banyaknya));
            tokio::spawn(async move {
                let mut diterima = Vec::new();
                while !henti.load(Ordering::Relaxed) {
                    let m = jawab(ronde, n);
                    // As a phone does: sent again until it hears that it is stored.
                    loop {
                        match s.penulis().terima(m.clone()).await {
                            Ok(_) => break,
                            Err(Tolak::Rusak(_) | Tolak::Penuh) => tokio::time::sleep(Duration::from_millis(5)).await,
                            Err(e) => panic!("{e}"),
                        }
                    }
                    diterima.push(m.id);
                    banyaknya.fetch_add(1, Ordering::Relaxed);
                }
                diterima
            })
        }).collect();
        let algojo = sea_orm::Database::connect(url).await.unwrap();
        let sql = "SELECT CAST(COUNT(pg_terminate_backend(pid)) AS bigint) AS n FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'prima'";
        let (mut korban, mut kali) = (0, 0);
        // A cut may find nobody connected; then it is no cut.
        while kali < KALI || korban < 10 {
            kali += 1;
            // Some answers between two cuts, however slow the machine is.
            while banyaknya.load(Ordering::Relaxed) < kali * 10 {
                tokio::time::sleep(Duration::from_millis(3)).await;
            }
            korban += algojo.angka(sql, vec![]).await.unwrap();
        }
        henti.store(true, Ordering::Relaxed);
        let mut diterima = Vec::new();
        for t in tugas { diterima.extend(t.await.unwrap()); }
        algojo.close().await.unwrap();
        let semua = i64::try_from(diterima.len()).unwrap();
        // The connections that rested in the pool were cut too.
        let s = r.buka_lagi().await;
        assert_eq!(banyak(&s, ronde).await, semua);
        for id in diterima.iter().step_by(97) {
            let sql = "SELECT COUNT(*) AS n FROM jawaban WHERE ronde_id = $1 AND id = $2";
            assert_eq!(s.baca().angka(sql, nilai![ronde, *id]).await.unwrap(), 1);
        }
        assert_eq!(kubus::hitung_ulang(&s, ronde).await.unwrap(), Vec::<String>::new());
    }
}
