//! In the same moment: two administrators against each other, a password change against a sign-in.

use crate::{bangun::dunia, orang::orang, ruang::ruang};
use store::{
    Store, StoreError,
    akun::{self, AkunBaru, Masuk, SandiBenar, kelola},
    hak::Admin,
    id::{AkunId, PeranId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    sandi, sesi,
};
use testkit::basis::BasisUji;

const SANDI: &str = "padi menguning 9";

async fn admin(s: &Store, surel: &str) -> Admin {
    orang(s, surel, Peran::Admin, Lingkup::Instalasi).await.admin().unwrap()
}

async fn pasang_sandi(s: &Store, id: AkunId, phc: &str) -> SandiBenar {
    let tx = s.mulai().await.unwrap();
    let sandi = akun::ganti_sandi(&tx, None, id, phc.to_owned()).await.unwrap();
    tx.commit().await.unwrap();
    sandi
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Each switches the other off, or takes his role: one comes first, and one is left.
    async fn dua_admin_saling_menonaktifkan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let (mut a, b) = (admin(s, "a@kab.id").await, admin(s, "b@kab.id").await);
        for putaran in 0..6 {
            let (ia, ib) = (a.pelaku().akun, b.pelaku().akun);
            let (satu, dua) = if putaran % 2 == 0 {
                tokio::join!(kelola::nonaktifkan(s, &a, ib, "x"), kelola::nonaktifkan(s, &b, ia, "x"))
            } else {
                let peran = kelola::peran_dari(s, &b, &[ia]).await.unwrap()[0].id;
                tokio::join!(kelola::nonaktifkan(s, &a, ib, "x"), kelola::cabut_peran(s, &b, ia, peran))
            };
            assert!(satu.is_ok() != dua.is_ok(), "{satu:?} {dua:?}");
            let kalah = if satu.is_ok() { dua } else { satu };
            assert!(matches!(kalah, Err(StoreError::Ditolak("admin"))), "{kalah:?}");
            // Back to two for the next round.
            let tx = s.mulai().await.unwrap();
            akun::aktifkan(&tx, None, ia).await.unwrap();
            akun::aktifkan(&tx, None, ib).await.unwrap();
            tx.commit().await.unwrap();
            if kelola::peran_dari(s, &b, &[ia]).await.unwrap().is_empty() {
                a = admin(s, &format!("a{putaran}@kab.id")).await;
            }
        }
    }

    /// The command line asks nobody who he is, and stops at the last one who can sign in.
    async fn admin_terakhir(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let (a, b) = (admin(s, "a@kab.id").await, admin(s, "b@kab.id").await);
        pasang_sandi(s, a.pelaku().akun, "phc").await;
        let tx = s.mulai().await.unwrap();
        akun::nonaktifkan(&tx, None, b.pelaku().akun, "x").await.unwrap();
        akun::aktifkan(&tx, None, b.pelaku().akun).await.unwrap();
        tx.commit().await.unwrap();
        // B never set a password, so A is the last one.
        let peran = kelola::peran_dari(s, &b, &[a.pelaku().akun]).await.unwrap()[0].id;
        for cabut in [false, true] {
            let tx = s.mulai().await.unwrap();
            let id = a.pelaku().akun;
            let h = if cabut { store::peran::cabut(&tx, None, id, peran).await } else { akun::nonaktifkan(&tx, None, id, "x").await };
            assert!(matches!(h, Err(StoreError::Keadaan("admin-terakhir"))), "{h:?}");
        }
        pasang_sandi(s, b.pelaku().akun, "phc").await;
        let tx = s.mulai().await.unwrap();
        akun::nonaktifkan(&tx, None, a.pelaku().akun, "x").await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A role that somebody wrote into the database without the key is nobody who is left.
    async fn admin_palsu_bukan_sisa(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let asli = admin(s, "asli@kab.id").await;
        pasang_sandi(s, asli.pelaku().akun, "phc").await;
        let palsu = orang(s, "palsu@kab.id", Peran::Auditor, Lingkup::Instansi(d.kab)).await.akun;
        pasang_sandi(s, palsu, "phc").await;
        let peran = kelola::peran_dari(s, &asli, &[asli.pelaku().akun]).await.unwrap()[0].id;
        // Without a mark, and with the true one of another.
        for tanda in ["NULL", "tanda"] {
            let tx = s.mulai().await.unwrap();
            let sql = format!(
                "INSERT INTO peran (id, akun_id, peran, pada, tanda) SELECT $1, $2, peran, pada, {tanda} FROM peran WHERE id = $3"
            );
            tx.jalankan(&sql, nilai![PeranId::baru(), palsu, peran]).await.unwrap();
            tx.commit().await.unwrap();
            for cabut in [false, true] {
                let tx = s.mulai().await.unwrap();
                let id = asli.pelaku().akun;
                let h = if cabut { store::peran::cabut(&tx, None, id, peran).await } else { akun::nonaktifkan(&tx, None, id, "x").await };
                assert!(matches!(h, Err(StoreError::Keadaan("admin-terakhir"))), "{tanda}: {h:?}");
            }
        }
    }

    /// A password that was right before it was changed opens no session; one that was opened first ends with the change.
    async fn masuk_dan_ganti_sandi_bersamaan(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let tx = s.mulai().await.unwrap();
        let phc = sandi::buat(SANDI.into()).await.unwrap();
        let id = akun::tambah(&tx, None, AkunBaru { nama: "Sari", surel: "sari@contoh.id", jabatan: "", sandi: Some(phc.clone()) }).await.unwrap();
        tx.commit().await.unwrap();
        let Masuk::Berhasil(benar) = akun::masuk(s, "sari@contoh.id", SANDI.into(), "::1").await.unwrap() else { panic!("wrong") };
        assert!(sesi::buka_dengan(s, &benar, None, "::1", "uji").await.unwrap().token().is_some());
        let baru = pasang_sandi(s, id, "lain").await;
        assert!(sesi::buka_dengan(s, &benar, None, "::1", "uji").await.unwrap().token().is_none(), "the old password is over");
        assert!(sesi::buka_dengan(s, &baru, None, "::1", "uji").await.unwrap().token().is_some());
        let mut kini = baru;
        for n in 0..8 {
            let (ganti, _) = tokio::join!(pasang_sandi(s, id, if n % 2 == 0 { "satu" } else { "dua" }), sesi::buka_dengan(s, &kini, None, "::1", "uji"));
            assert_eq!(sesi::milik(s, id).await.unwrap().len(), 0, "round {n}: a session outlived the change");
            kini = ganti;
        }
        let tx = s.mulai().await.unwrap();
        akun::nonaktifkan(&tx, None, id, "x").await.unwrap();
        tx.commit().await.unwrap();
        assert!(sesi::buka_dengan(s, &kini, None, "::1", "uji").await.unwrap().token().is_none(), "switched off");
    }
}
