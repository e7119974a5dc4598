#![cfg(test)]

use crate::ruang::{Ruang, ruang};
use store::{
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Nasib, SUREL, Surel},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

async fn antre(r: &Ruang, kepada: &str) {
    let tx = r.store.mulai().await.unwrap();
    let s = Surel { kepada: kepada.into(), judul: "J".into(), isi: "I".into(), sampai: None };
    pekerjaan::antrekan(&tx, SUREL, &s).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A job is done once, in order, and only by who knows its kind.
    async fn urut(basis: BasisUji) {
        let r = ruang(basis).await;
        antre(&r, "a").await;
        r.store.jam().maju(1);
        antre(&r, "b").await;
        assert!(pekerjaan::ambil(&r.store, &[]).await.unwrap().is_none());
        assert!(pekerjaan::ambil(&r.store, &["lain"]).await.unwrap().is_none());
        let a = pekerjaan::ambil(&r.store, &["lain", SUREL]).await.unwrap().unwrap();
        assert_eq!(serde_json::from_str::<Surel>(&a.isi).unwrap().kepada, "a");
        pekerjaan::selesai(&r.store, &a).await.unwrap();
        assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_some());
        assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none());
    }

    /// A mail may hold a link that sets a password: who reads the queue reads none, who writes it sends none; a leaked key changes neither.
    async fn surat_tersegel(basis: BasisUji) {
        let r = ruang(basis).await;
        antre(&r, "sekda@contoh.id").await;
        let isi = async || r.store.baca().teks("SELECT isi AS teks FROM pekerjaan WHERE jenis = 'surel'").await.unwrap();
        let teks = isi().await;
        assert!(teks.starts_with("s1:") && !teks.contains("sekda"), "{teks}");
        let sql = async |sql: &str, v: Vec<store::kueri::Value>| {
            let tx = r.store.mulai().await.unwrap();
            assert_eq!(tx.jalankan(sql, v).await.unwrap(), 1, "{sql}");
            tx.commit().await.unwrap();
        };
        let temuan = async || store::rawat::periksa(&r.store).await.unwrap().temuan.iter().filter(|t| t.isi.contains("dalam antrean: tidak ditulis oleh program")).count();
        assert_eq!(temuan().await, 0);
        store::kunci_instalasi::ganti(&r.store, None, store::kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        assert_eq!(temuan().await, 0);
        // Of one's own making, and the sealed text of a true one under another row.
        let asli = isi().await;
        assert_ne!(asli, teks, "sealed again");
        let polos = serde_json::to_string(&Surel { kepada: "x@jahat.id".into(), judul: "J".into(), isi: "I".into(), sampai: None }).unwrap();
        for (n, palsu) in [polos, asli].into_iter().enumerate() {
            let masuk = "INSERT INTO pekerjaan (id, jenis, isi, dibuat, setelah, coba) VALUES ($1, 'surel', $2, 1, 1, 0)";
            sql(masuk, nilai![store::id::baru(), palsu]).await;
            assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none(), "{n}");
            let m = pekerjaan::mandek(&r.store).await.unwrap();
            assert!(m.len() == n + 1 && m[n].asing() && m[n].galat.as_deref().unwrap().contains("tidak ditulis oleh program"), "{m:?}");
            assert_eq!(temuan().await, n + 1);
        }
        let p = pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap();
        assert_eq!(serde_json::from_str::<Surel>(&p.isi).unwrap().kepada, "sekda@contoh.id");
    }

    /// A program that has not seen yet that another process replaced a leaked key does the jobs that are due, and what it writes meanwhile holds.
    async fn kunci_diganti_proses_lain(basis: BasisUji) {
        let r = ruang(basis).await;
        let lain = r.buka_lagi().await;
        let ganti = async || store::kunci_instalasi::ganti(&lain, None, store::kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        antre(&r, "a").await;
        let baru = ganti().await;
        assert_ne!(r.store.kunci().publik(), baru);
        let p = pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap();
        assert_eq!(serde_json::from_str::<Surel>(&p.isi).unwrap().kepada, "a");
        pekerjaan::selesai(&r.store, &p).await.unwrap();
        let baru = ganti().await;
        assert_ne!(r.store.kunci().publik(), baru);
        antre(&r, "b").await;
        assert_eq!(r.store.kunci().publik(), baru, "taken before anything is marked");
        let p = pekerjaan::ambil(&lain, &[SUREL]).await.unwrap().unwrap();
        assert_eq!(serde_json::from_str::<Surel>(&p.isi).unwrap().kepada, "b");
        pekerjaan::selesai(&lain, &p).await.unwrap();
        // A write that is under way ends first, and what it marked is marked anew.
        let tx = r.store.mulai().await.unwrap();
        pekerjaan::antrekan(&tx, "uji", &"c").await.unwrap();
        let (s, dulu) = (lain.clone(), r.store.kunci().publik());
        let tugas = tokio::spawn(async move {
            store::kunci_instalasi::ganti(&s, None, store::kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap()
        });
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(!tugas.is_finished() && lain.kunci().publik() == dulu);
        tx.commit().await.unwrap();
        tugas.await.unwrap();
        assert_eq!(pekerjaan::ambil(&r.store, &["uji"]).await.unwrap().unwrap().isi, "\"c\"");
        assert_eq!(store::rawat::periksa(&r.store).await.unwrap().temuan.iter().filter(|t| t.bagian == "akun").count(), 0);
    }

    /// A dropped transaction leaves no job; a worker that died lets go of its job.
    async fn sewa(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        pekerjaan::antrekan(&tx, SUREL, &"x").await.unwrap();
        drop(tx);
        assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none());
        antre(&r, "a").await;
        assert_eq!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap().coba, 1);
        r.store.jam().maju(pekerjaan::SEWA_DETIK - 1);
        assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none());
        r.store.jam().maju(1);
        assert_eq!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap().coba, 2);
    }

    /// Pauses grow; then the job is given up with its fault, and a person may start it again.
    async fn menyerah(basis: BasisUji) {
        let r = ruang(basis).await;
        antre(&r, "a").await;
        let mut jeda = Vec::new();
        let p = loop {
            let p = pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap();
            match pekerjaan::gagal(&r.store, &p, "server menolak").await.unwrap() {
                Nasib::Lagi(d) => {
                    assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none());
                    jeda.push(d);
                    r.store.jam().maju(d);
                }
                Nasib::Menyerah => break p,
            }
        };
        assert!(jeda.is_sorted() && jeda.len() == 7, "{jeda:?}");
        r.store.jam().maju(10 * 365 * 86_400);
        assert!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().is_none());
        let m = pekerjaan::mandek(&r.store).await.unwrap();
        assert_eq!((m.len(), m[0].galat.as_deref(), m[0].coba), (1, Some("server menolak"), 8));
        let admin = crate::orang::orang(&r.store, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
        assert!(pekerjaan::bermasalah(&r.store, &admin).await.unwrap()[0].menyerah());
        pekerjaan::ulangi(&r.store, &admin, p.id).await.unwrap();
        assert_eq!(pekerjaan::ambil(&r.store, &[SUREL]).await.unwrap().unwrap().coba, 1);
        assert!(pekerjaan::mandek(&r.store).await.unwrap().is_empty());
        assert!(pekerjaan::ulangi(&r.store, &admin, p.id).await.is_err() && pekerjaan::buang(&r.store, &admin, p.id).await.is_err());
        pekerjaan::menyerah(&r.store, &p, "terlambat").await.unwrap();
        pekerjaan::buang(&r.store, &admin, p.id).await.unwrap();
        assert_eq!(pekerjaan::jumlah_bermasalah(&r.store, &admin).await.unwrap(), 0);
        let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('pekerjaan.ulangi', 'pekerjaan.buang')";
        assert_eq!(r.store.baca().angka(sql, nilai![]).await.unwrap(), 2);
    }

    /// Many claimers at once: every job goes to exactly one.
    async fn berebut(basis: BasisUji) {
        let r = ruang(basis).await;
        for n in 0..20 {
            antre(&r, &n.to_string()).await;
        }
        let semua = futures(&r).await;
        let mut kepada = semua.clone();
        kepada.sort();
        kepada.dedup();
        assert_eq!((semua.len(), kepada.len()), (20, 20));
    }

    /// What is over goes, what holds stays.
    async fn bersih(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = store::akun::tambah(&tx, None, store::akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        store::akun::buat_tautan(&tx, None, store::akun::JenisTautan::SetelSandi, Some(id), 60).await.unwrap();
        tx.commit().await.unwrap();
        store::sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        r.store.jam().maju(store::sesi::DIAM_DETIK - 10);
        store::sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        assert_eq!(pekerjaan::bersihkan(&r.store).await.unwrap(), 0);
        r.store.jam().maju(11);
        assert_eq!(pekerjaan::bersihkan(&r.store).await.unwrap(), 1);
        r.store.jam().maju(8 * 86_400);
        assert_eq!(pekerjaan::bersihkan(&r.store).await.unwrap(), 2);
        assert_eq!(r.store.baca().angka("SELECT COUNT(*) AS n FROM tautan_sekali WHERE dibuat > $1", nilai![0_i64]).await.unwrap(), 0);
    }
}

async fn futures(r: &Ruang) -> Vec<String> {
    let mut tugas = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let s = r.store.clone();
        tugas.spawn(async move {
            let mut milik = Vec::new();
            while let Some(p) = pekerjaan::ambil(&s, &[SUREL]).await.unwrap() {
                milik.push(serde_json::from_str::<Surel>(&p.isi).unwrap().kepada);
                tokio::task::yield_now().await;
            }
            milik
        });
    }
    tugas.join_all().await.concat()
}
