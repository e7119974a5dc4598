use crate::ruang::ruang;
use store::{
    StoreError, akun,
    kueri::Kueri,
    peran::{self, Lingkup, Peran},
    sandi, sesi,
};
use testkit::basis::BasisUji;

/// Stored with Argon2id and a salt of its own; each sign of it counts, in any script, to the last.
#[tokio::test]
async fn every_sign_of_a_password_counts() {
    let kata = format!("{}稲😀ÿ \\\"'<%", "perahu tembaga ".repeat(12));
    let (a, b) = (sandi::buat(kata.clone()).await.unwrap(), sandi::buat(kata.clone()).await.unwrap());
    assert!(a.starts_with("$argon2id$") && b.starts_with("$argon2id$") && a != b, "{a} {b}");
    assert!(sandi::cocok(kata.clone(), Some(a.clone())).await.unwrap());
    let panjang = kata.chars().count();
    for ubah in [0, panjang / 2, panjang - 8, panjang - 1] {
        let lain: String = kata.chars().enumerate().map(|(n, h)| if n == ubah { 'Z' } else { h }).collect();
        assert!(!sandi::cocok(lain, Some(a.clone())).await.unwrap(), "sign {ubah}");
    }
    assert!(!sandi::cocok(kata[..kata.len() - 1].to_owned(), Some(a)).await.unwrap());
}

/// What a browser carries for a session, and what a one-time link holds: 256 bits of the system's generator, never the same twice.
#[test]
fn a_token_has_256_bits() {
    use base64::Engine as _;
    let semua: std::collections::HashSet<String> = (0..1000).map(|_| akun::rahasia_baru()).collect();
    assert_eq!(semua.len(), 1000);
    let mut satu = [0_u32; 256];
    for t in &semua {
        let isi = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(t).unwrap();
        assert_eq!(isi.len() * 8, 256);
        (0..256).for_each(|n| satu[n] += u32::from(isi[n / 8] >> (n % 8) & 1));
    }
    // Each bit is set in about half of them: 500, give or take nine deviations of 16.
    assert!(satu.iter().all(|n| (356..=644).contains(n)), "{satu:?}");
}

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
        assert!(matches!(benar, akun::Masuk::Berhasil(a) if a.akun() == id));

        let token = sesi::buka(&r.store, id, "127.0.0.1", "uji").await.unwrap();
        assert_eq!(token.len(), akun::rahasia_baru().len());
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

    /// Guesses sent at the same moment share the same ten attempts.
    async fn percobaan_serentak(basis: BasisUji) {
        let r = ruang(basis).await;
        let mut semua = tokio::task::JoinSet::new();
        for n in 0..40 {
            let store = r.store.clone();
            semua.spawn(async move { akun::masuk(&store, "x@y.id", format!("tebakan {n}"), "10.0.0.1").await.unwrap() });
        }
        let dilihat = semua.join_all().await.into_iter().filter(|m| matches!(m, akun::Masuk::Salah)).count();
        assert_eq!(dilihat, 10);
    }

    /// Right passwords are not counted, so a busy shared account is not held.
    async fn benar_tidak_dihitung(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let phc = sandi::buat("padi menguning 9".into()).await.unwrap();
        akun::tambah(&tx, None, akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: Some(phc) }).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..12 {
            let m = akun::masuk(&r.store, "a@b.id", "padi menguning 9".into(), "10.0.0.1").await.unwrap();
            assert!(matches!(m, akun::Masuk::Berhasil(_)), "{m:?}");
        }
    }

    /// One IPv6 line has 2^64 addresses; they count as one.
    async fn percobaan_satu_saluran_ipv6(basis: BasisUji) {
        let r = ruang(basis).await;
        for n in 0..100 {
            akun::masuk(&r.store, &format!("x{n}@y.id"), "salah".into(), &format!("2001:db8::{n:x}")).await.unwrap();
        }
        let m = akun::masuk(&r.store, "baru@y.id", "salah".into(), "2001:db8::ffff:1").await.unwrap();
        assert!(matches!(m, akun::Masuk::Tahan(_)), "{m:?}");
        let m = akun::masuk(&r.store, "baru@y.id", "salah".into(), "2001:db8:0:1::1").await.unwrap();
        assert!(matches!(m, akun::Masuk::Salah), "{m:?}");
    }

    /// A link that someone else may have read dies with the password it could replace, and with the account.
    async fn tautan_mati_bersama_sandi(basis: BasisUji) {
        let r = ruang(basis).await;
        let jenis = akun::JenisTautan::SetelSandi;
        let tx = r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        let satu = akun::buat_tautan(&tx, None, jenis, Some(id), 3600).await.unwrap();
        akun::ganti_sandi(&tx, None, id, "phc".into()).await.unwrap();
        let dua = akun::buat_tautan(&tx, None, jenis, Some(id), 3600).await.unwrap();
        tx.commit().await.unwrap();
        assert!(akun::lihat_tautan(&r.store, jenis, &satu).await.is_err());
        assert!(akun::lihat_tautan(&r.store, jenis, &dua).await.is_ok());
        let tx = r.store.mulai().await.unwrap();
        akun::nonaktifkan(&tx, None, id, "pindah").await.unwrap();
        akun::aktifkan(&tx, None, id).await.unwrap();
        tx.commit().await.unwrap();
        assert!(akun::lihat_tautan(&r.store, jenis, &dua).await.is_err());
    }

    /// Two people with the same link at the same moment: one sets the password.
    async fn tautan_diperebutkan(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let rahasia = akun::buat_tautan(&tx, None, akun::JenisTautan::AdminPertama, None, 3600).await.unwrap();
        tx.commit().await.unwrap();
        let mut semua = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (store, rahasia) = (r.store.clone(), rahasia.clone());
            semua.spawn(async move {
                let tx = store.mulai().await.unwrap();
                let dapat = akun::pakai_tautan(&tx, akun::JenisTautan::AdminPertama, &rahasia).await.is_ok();
                tx.commit().await.unwrap();
                dapat
            });
        }
        assert_eq!(semua.join_all().await.into_iter().filter(|d| *d).count(), 1);
    }

    /// Someone who is signed in is recognised while another holds the database, although his last use is then due.
    async fn sesi_terbaca_saat_terkunci(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        r.store.jam().maju(3600);
        let tx = r.store.mulai().await.unwrap();
        let jawab = tokio::time::timeout(std::time::Duration::from_secs(2), sesi::pelaku(&r.store, &token, "::1", "uji")).await;
        assert!(jawab.expect("waits for nobody").unwrap().is_some());
        drop(tx);
    }

    /// Signing out leaves an event; a token of no session leaves none.
    async fn keluar_dicatat(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "A", surel: "a@b.id", jabatan: "", sandi: None }).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
        for t in [&token, &token, "x"] {
            sesi::tutup(&r.store, t).await.unwrap();
        }
        let n = r.store.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'keluar'", vec![]).await.unwrap();
        assert_eq!(n, 1);
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
