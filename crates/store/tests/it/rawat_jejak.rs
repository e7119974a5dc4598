#![cfg(test)]
//! `prima check` against somebody who writes the database, but holds no key: who may sign in, and as what.

use crate::{orang::orang, ruang::ruang};
use store::{
    akun::{self, AkunBaru},
    audit,
    id::PeranId,
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    rawat,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Roles that nobody gave, roles that were taken away and came back, passwords that nobody set, accounts switched on.
    async fn peran_dan_sandi(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let tx = s.mulai().await.unwrap();
        let orang = |surel: &'static str| AkunBaru { nama: "Uji", surel, jabatan: "", sandi: Some(format!("$argon2id$uji${surel}")) };
        let (a, b) = (akun::tambah(&tx, None, orang("a@uji.id")).await.unwrap(), akun::tambah(&tx, None, orang("b@uji.id")).await.unwrap());
        peran::beri(&tx, None, a, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        let dicabut = peran::beri(&tx, None, b, Peran::Nasional, &Lingkup::Instalasi).await.unwrap();
        peran::cabut(&tx, None, b, dicabut).await.unwrap();
        akun::nonaktifkan(&tx, None, b, "x").await.unwrap();
        akun::ganti_sandi(&tx, None, a, "$argon2id$uji$baru".into()).await.unwrap();
        tx.commit().await.unwrap();
        let temuan = async || {
            let l = rawat::periksa(s).await.unwrap();
            l.temuan.into_iter().filter(|t| t.bagian == "akun").map(|t| t.isi).collect::<Vec<_>>()
        };
        assert_eq!(temuan().await, Vec::<String>::new());
        let ubah = async |sql: &str, v| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, v).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let mut sebelum = 0;
        let mut lagi = async |banyak: usize, harap: &str| {
            let t = temuan().await;
            sebelum += banyak;
            assert!(t.len() == sebelum && t.iter().any(|t| t.contains(harap)), "{harap}: {t:?}");
        };
        ubah("INSERT INTO peran (id, akun_id, peran, pada) VALUES ($1, $2, 'admin', 1)", nilai![PeranId::baru(), b]).await;
        lagi(1, "peran admin").await;
        ubah("DELETE FROM peran_cabut WHERE peran_id = $1", nilai![dicabut]).await;
        // Nor is the role back: its mark went with it.
        lagi(2, "barisnya di tabel peran_cabut hilang").await;
        ubah("UPDATE akun SET sandi = '$argon2id$uji$lain' WHERE id = $1", nilai![a]).await;
        lagi(1, "kata sandinya diganti tanpa kejadian").await;
        ubah("DELETE FROM akun_nonaktif WHERE akun_id = $1", nilai![b]).await;
        lagi(1, "dinonaktifkan menurut log audit").await;
        ubah("UPDATE peran SET wilayah = '64' WHERE akun_id = $1", nilai![a]).await;
        lagi(1, "atau barisnya diubah").await;
        ubah("UPDATE akun SET surel = 'x@jahat.id' WHERE id = $1", nilai![a]).await;
        lagi(1, "alamat surelnya bukan yang dicatat").await;
        ubah("INSERT INTO akun_nonaktif (akun_id, alasan, pada) VALUES ($1, 'palsu', 1)", nilai![a]).await;
        lagi(1, "aktif menurut log audit, tetapi dinonaktifkan").await;
        ubah("INSERT INTO peran_cabut (peran_id, pada) SELECT id, 1 FROM peran WHERE akun_id = $1", nilai![a]).await;
        lagi(1, "ada di tabel peran_cabut, kejadiannya tidak ada").await;
    }

    /// What a serving program compares by itself: administrators are told of a row that is gone, once.
    async fn catatan_yang_hilang_diberitahukan(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let admin = orang(s, "admin@uji.id", Peran::Admin, Lingkup::Instalasi).await.akun;
        let tx = s.mulai().await.unwrap();
        let sandi = Some("$argon2id$uji$l".to_owned());
        let lain = akun::tambah(&tx, None, AkunBaru { nama: "L", surel: "l@contoh.id", jabatan: "", sandi }).await.unwrap();
        peran::beri(&tx, None, lain, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        let dicabut = peran::beri(&tx, None, admin, Peran::Auditor, &Lingkup::Wilayah("64".into())).await.unwrap();
        peran::cabut(&tx, None, admin, dicabut).await.unwrap();
        tx.commit().await.unwrap();
        audit::segel(s).await.unwrap();
        let diberitahu = async || {
            rawat::putaran(s, &mut rawat::Letak::default()).await.unwrap();
            let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jejak-hilang' AND akun_id = $1 AND isi LIKE '%\"jumlah\":1,%'";
            s.baca().angka(sql, nilai![admin]).await.unwrap()
        };
        assert_eq!(diberitahu().await, 0);
        let tx = s.mulai().await.unwrap();
        assert_eq!(tx.jalankan("DELETE FROM peran_cabut WHERE peran_id = $1", nilai![dicabut]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!((diberitahu().await, diberitahu().await), (1, 1));
    }

    /// The newest events are looked at before the others, and the others in the same round, page by page, as far as it goes.
    async fn yang_terbaru_dan_yang_lama(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let admin = orang(s, "admin@uji.id", Peran::Admin, Lingkup::Instalasi).await;
        let lain = orang(s, "lain@uji.id", Peran::Auditor, Lingkup::Wilayah("65".into())).await.akun;
        let cabut = async || {
            let tx = s.mulai().await.unwrap();
            let id = peran::beri(&tx, None, lain, Peran::Auditor, &Lingkup::Wilayah("64".into())).await.unwrap();
            peran::cabut(&tx, None, lain, id).await.unwrap();
            tx.commit().await.unwrap();
            s.jam().maju(1);
            id
        };
        let lama = cabut().await;
        // More than one page, all of one moment.
        let tx = s.mulai().await.unwrap();
        let masuk = (0..2100).map(|_| audit::Kejadian::baru("masuk", "akun", admin.akun)).collect();
        audit::catat_banyak(&tx, &admin, masuk).await.unwrap();
        tx.commit().await.unwrap();
        s.jam().maju(1);
        let baru = cabut().await;
        for _ in 0..4 {
            audit::segel(s).await.unwrap();
        }
        assert_eq!(audit::segel(s).await.unwrap(), 0);
        let mut letak = rawat::Letak::default();
        let mut diberitahu = async || {
            rawat::putaran(s, &mut letak).await.unwrap();
            s.jam().maju(7200);
            let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jejak-hilang' AND akun_id = $1 AND isi LIKE '%\"jumlah\":1,%'";
            s.baca().angka(sql, nilai![admin.akun]).await.unwrap()
        };
        assert_eq!(diberitahu().await, 0);
        for (n, id) in [(1, lama), (2, baru)] {
            let tx = s.mulai().await.unwrap();
            assert_eq!(tx.jalankan("DELETE FROM peran_cabut WHERE peran_id = $1", nilai![id]).await.unwrap(), 1);
            tx.commit().await.unwrap();
            assert_eq!(diberitahu().await, n);
            assert_eq!(diberitahu().await, n, "told once");
        }
    }

    /// A role that was taken away does not come back by an exchange with one that stands: the rows no longer fit their marks.
    async fn peran_ditukar(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let a = orang(s, "a@contoh.id", Peran::Auditor, Lingkup::Wilayah("64".into())).await.akun;
        let tx = s.mulai().await.unwrap();
        let admin = peran::beri(&tx, None, a, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        let sandi = Some("$argon2id$uji$l".to_owned());
        let lain = akun::tambah(&tx, None, AkunBaru { nama: "L", surel: "l@contoh.id", jabatan: "", sandi }).await.unwrap();
        peran::beri(&tx, None, lain, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        peran::cabut(&tx, None, a, admin).await.unwrap();
        tx.commit().await.unwrap();
        let milik = async || {
            let token = store::sesi::buka(s, a, "::1", "uji").await.unwrap();
            let p = store::sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap();
            p.peran.iter().map(|p| p.peran).collect::<Vec<_>>()
        };
        let temuan = async || rawat::periksa(s).await.unwrap().temuan.into_iter().map(|t| t.isi).collect::<Vec<_>>();
        assert_eq!((milik().await, temuan().await), (vec![Peran::Auditor], vec![]));
        let tx = s.mulai().await.unwrap();
        let sql = "UPDATE peran SET peran = CASE peran WHEN 'admin' THEN 'auditor' ELSE 'admin' END,
            wilayah = CASE peran WHEN 'admin' THEN '64' END WHERE akun_id = $1";
        assert_eq!(tx.jalankan(sql, nilai![a]).await.unwrap(), 2);
        tx.commit().await.unwrap();
        assert_eq!(milik().await, vec![]);
        let t = temuan().await;
        assert!(t.len() == 1 && t[0].contains("tidak diberikan lewat program"), "{t:?}");
        let tx = s.mulai().await.unwrap();
        tx.jalankan("DELETE FROM peran_cabut WHERE peran_id IN (SELECT id FROM peran WHERE akun_id = $1)", nilai![a]).await.unwrap();
        tx.jalankan("DELETE FROM peran WHERE akun_id = $1", nilai![a]).await.unwrap();
        tx.commit().await.unwrap();
        let t = temuan().await;
        assert_eq!(t.iter().filter(|t| t.contains("barisnya di tabel peran hilang")).count(), 2, "{t:?}");
    }
}
