use crate::ruang::ruang;
use store::{
    StoreError, akun,
    peran::{self, Lingkup, Peran},
    sandi, sesi,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A person signs in, is recognised by the token with the roles of today, and signs out.
    async fn masuk_dan_keluar(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let phc = sandi::buat("padi menguning 9".into()).await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "Sari", surel: " Sari@Contoh.ID ", jabatan: "Admin", sandi: Some(phc) }).await.unwrap();
        peran::beri(&tx, None, id, Peran::Admin, &Lingkup::Instalasi).await.unwrap();
        tx.commit().await.unwrap();

        let salah = akun::masuk(&r.store, "sari@contoh.id", "lain".into(), "127.0.0.1").await.unwrap();
        assert!(matches!(salah, akun::Masuk::Salah));
        let benar = akun::masuk(&r.store, "SARI@contoh.id", "padi menguning 9".into(), "127.0.0.1").await.unwrap();
        assert!(matches!(benar, akun::Masuk::Berhasil(a) if a == id));

        let token = sesi::buka(&r.store, id, "127.0.0.1", "uji").await.unwrap();
        let pelaku = sesi::pelaku(&r.store, &token, "127.0.0.1", "uji").await.unwrap().unwrap();
        assert!(pelaku.admin().is_ok());
        assert!(sesi::pelaku(&r.store, "bukan token", "127.0.0.1", "uji").await.unwrap().is_none());
        sesi::tutup(&r.store, &token).await.unwrap();
        assert!(sesi::pelaku(&r.store, &token, "127.0.0.1", "uji").await.unwrap().is_none());
    }

    /// A session ends after twelve silent hours, and an account that is switched off has none.
    async fn sesi_berakhir(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "Budi", surel: "budi@contoh.id", jabatan: "", sandi: None }).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        r.store.jam().maju(sesi::DIAM_DETIK - 1);
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_some());
        r.store.jam().maju(sesi::DIAM_DETIK + 1);
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_none());

        let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        let tx = r.store.mulai().await.unwrap();
        akun::nonaktifkan(&tx, None, id, "pindah tugas").await.unwrap();
        tx.commit().await.unwrap();
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_none());
    }

    /// The eleventh wrong password in a quarter of an hour is not even looked at.
    async fn percobaan_ditahan(basis: BasisUji) {
        let r = ruang(basis).await;
        for _ in 0..10 {
            assert!(matches!(akun::masuk(&r.store, "x@y.id", "salah".into(), "10.0.0.1").await.unwrap(), akun::Masuk::Salah));
        }
        assert!(matches!(akun::masuk(&r.store, "x@y.id", "salah".into(), "10.0.0.9").await.unwrap(), akun::Masuk::Tahan(_)));
        assert!(matches!(akun::masuk(&r.store, "lain@y.id", "salah".into(), "10.0.0.1").await.unwrap(), akun::Masuk::Salah));
        r.store.jam().maju(15 * 60);
        assert!(matches!(akun::masuk(&r.store, "x@y.id", "salah".into(), "10.0.0.1").await.unwrap(), akun::Masuk::Salah));
    }

    /// A one-time link works once, and not after its time.
    async fn tautan_sekali(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let a = akun::buat_tautan(&tx, None, akun::JenisTautan::AdminPertama, None, 3600).await.unwrap();
        let b = akun::buat_tautan(&tx, None, akun::JenisTautan::AdminPertama, None, 3600).await.unwrap();
        tx.commit().await.unwrap();
        let tx = r.store.mulai().await.unwrap();
        assert!(akun::pakai_tautan(&tx, akun::JenisTautan::AdminPertama, &a).await.is_ok());
        assert!(matches!(akun::pakai_tautan(&tx, akun::JenisTautan::AdminPertama, &a).await, Err(StoreError::TidakDitemukan)));
        tx.commit().await.unwrap();
        r.store.jam().maju(3601);
        assert!(akun::lihat_tautan(&r.store, akun::JenisTautan::AdminPertama, &b).await.is_err());
    }

    /// One address, one account, whatever the case.
    async fn surel_kembar(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        akun::tambah(&tx, None, akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        let kembar = akun::tambah(&tx, None, akun::AkunBaru { nama: "B", surel: "A@B.id", jabatan: "", sandi: None }).await;
        assert!(matches!(kembar, Err(StoreError::SudahAda("surel"))));
    }
}
