//! Second steps: codes of an app, recovery codes, what roles need, and what happens to them with the key and the account.

use crate::ruang::{Ruang, ruang};
use store::{
    StoreError,
    akun::{self, Masuk, SandiBenar},
    faktor::{self, Cara, Periksa, pulih, totp, wajib},
    hak::Pelaku,
    id::AkunId,
    kueri::Kueri,
    kunci_instalasi::{self, Ganti},
    peran::{self, Lingkup, Peran},
    sandi, sesi,
};
use testkit::basis::BasisUji;

const SANDI: &str = "padi menguning 9";

async fn orang(r: &Ruang, surel: &str, p: Option<Peran>) -> (AkunId, String, Pelaku) {
    let phc = sandi::buat(SANDI.into()).await.unwrap();
    let tx = r.store.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama: "Sari", surel, jabatan: "", sandi: Some(phc) }).await.unwrap();
    if let Some(p) = p {
        peran::beri(&tx, None, id, p, &Lingkup::Instalasi).await.unwrap();
    }
    tx.commit().await.unwrap();
    let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap();
    let pelaku = sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap();
    (id, token, pelaku)
}

async fn bersandi(r: &Ruang, surel: &str) -> SandiBenar {
    match akun::masuk(&r.store, surel, SANDI.into(), "::1").await.unwrap() {
        Masuk::Berhasil(s) => s,
        lain => panic!("{lain:?}"),
    }
}

/// Turns the app on; gives the app and the recovery codes.
async fn pasang(r: &Ruang, p: &Pelaku) -> (totp::Calon, Vec<String>) {
    totp::mulai(&r.store, &bersandi(r, &p.surel).await).await.unwrap();
    let app = totp::calon(&r.store, p).await.unwrap().unwrap();
    let kode = totp::nyalakan(&r.store, p, &app.kode(r.store.sekarang())).await.unwrap().unwrap();
    (app, kode)
}

async fn periksa(r: &Ruang, id: AkunId, kode: &str) -> Periksa<faktor::FaktorBenar> {
    faktor::periksa(&r.store, id, kode, "::1").await.unwrap()
}

async fn aksi(r: &Ruang, aksi: &str) -> i64 {
    r.store.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = $1", store::nilai![aksi]).await.unwrap()
}

#[derive(sea_orm::FromQueryResult)]
struct Tanda {
    tanda_faktor: Option<Vec<u8>>,
}

#[derive(sea_orm::FromQueryResult)]
struct Isi {
    rahasia: Vec<u8>,
}

async fn kabar(r: &Ruang, id: AkunId, jenis: &str) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1 AND jenis = $2";
    r.store.baca().angka(sql, store::nilai![id, jenis]).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// With the app on, the password alone opens nothing; with its code a session, and the code only once.
    async fn kode_sekali(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let lain = sesi::buka(&r.store, id, "::1", "lain").await.unwrap();
        let (app, pulih) = pasang(&r, &p).await;
        assert_eq!(pulih.len(), 10);
        assert!(sesi::pelaku(&r.store, &lain, "::1", "uji").await.unwrap().is_none(), "other sessions end");
        let s = bersandi(&r, "sari@contoh.id").await;
        assert!(matches!(sesi::buka_dengan(&r.store, &s, None, "::1", "uji").await.unwrap(), sesi::Buka::PerluFaktor));
        assert!(sesi::pelaku_sekali(&r.store, &s, None, "::1", "uji").await.unwrap().is_none());
        // The code that turned it on is used.
        assert!(matches!(periksa(&r, id, &app.kode(r.store.sekarang())).await, Periksa::Salah));
        r.store.jam().maju(30);
        let kode = app.kode(r.store.sekarang());
        let Periksa::Benar(f) = periksa(&r, id, &kode).await else { panic!("the code is right") };
        let token = sesi::buka_dengan(&r.store, &s, Some(&f), "::1", "uji").await.unwrap().token().unwrap();
        let saya = sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap();
        assert_eq!((saya.cara, saya.segar(r.store.sekarang())), (Some(Cara::Kode), true));
        assert!(matches!(periksa(&r, id, &kode).await, Periksa::Salah), "a code used once is wrong");
        r.store.jam().maju(600);
        assert!(!saya.segar(r.store.sekarang()));
        // Somebody else's second step is none.
        let (lain, _, q) = orang(&r, "budi@contoh.id", None).await;
        let (app, _) = pasang(&r, &q).await;
        r.store.jam().maju(30);
        let Periksa::Benar(f) = periksa(&r, lain, &app.kode(r.store.sekarang())).await else { panic!("the code is right") };
        assert!(sesi::buka_dengan(&r.store, &s, Some(&f), "::1", "uji").await.unwrap().token().is_none());
    }

    /// The same code twice at the same moment opens once.
    async fn kode_diperebutkan(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (app, pulih) = pasang(&r, &p).await;
        r.store.jam().maju(60);
        for kode in [app.kode(r.store.sekarang()), pulih[0].clone()] {
            let mut semua = tokio::task::JoinSet::new();
            for _ in 0..6 {
                let (store, kode) = (r.store.clone(), kode.clone());
                semua.spawn(async move { faktor::periksa(&store, id, &kode, "::1").await.unwrap() });
            }
            let benar = semua.join_all().await.into_iter().filter(|h| matches!(h, Periksa::Benar(_))).count();
            assert_eq!(benar, 1);
            r.store.jam().maju(16 * 60);
        }
    }

    /// Ten guesses of a code in a quarter of an hour, then the right one waits too.
    async fn tebakan_ditahan(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (app, _) = pasang(&r, &p).await;
        r.store.jam().maju(60);
        let kode = app.kode(r.store.sekarang());
        let salah = if kode == "000000" { "000001" } else { "000000" };
        for n in 0..10 {
            let h = faktor::periksa(&r.store, id, salah, &format!("10.0.0.{n}")).await.unwrap();
            assert!(matches!(h, Periksa::Salah), "{n}: {h:?}");
        }
        assert!(matches!(periksa(&r, id, &kode).await, Periksa::Tahan(_)));
        r.store.jam().maju(15 * 60);
        assert!(matches!(periksa(&r, id, &app.kode(r.store.sekarang())).await, Periksa::Benar(_)));
        assert_eq!(aksi(&r, "faktor.gagal").await, 10);
        assert_eq!(kabar(&r, id, "faktor-tebakan").await, 1, "its owner is told, once a quarter of an hour");
    }

    /// A recovery code works once; new ones make the old ones void. Secrets and codes are nowhere in the open.
    async fn kode_pulih(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (app, pulih) = pasang(&r, &p).await;
        let Periksa::Benar(f) = periksa(&r, id, &pulih[3].to_lowercase()).await else { panic!("a recovery code") };
        assert_eq!(f.cara(), Cara::Pulih);
        assert_eq!(kabar(&r, id, "faktor-pulih").await, 1);
        assert!(matches!(periksa(&r, id, &pulih[3]).await, Periksa::Salah));
        assert_eq!(faktor::milik(&r.store, id).await.unwrap().pulih, 9);
        let baru = pulih::ganti(&r.store, &bersandi(&r, "sari@contoh.id").await).await.unwrap();
        assert!(matches!(periksa(&r, id, &pulih[4]).await, Periksa::Salah));
        assert!(matches!(periksa(&r, id, &baru[4]).await, Periksa::Benar(_)));
        let isi: Isi = r.store.baca().satu("SELECT rahasia FROM totp", vec![]).await.unwrap();
        assert_eq!(isi.rahasia.len(), 12 + 20 + 16, "sealed");
        assert!(!app.teks().is_empty());
    }

    /// Off with the password, and not while a role needs it.
    async fn dimatikan(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, token, p) = orang(&r, "sari@contoh.id", Some(Peran::Admin)).await;
        pasang(&r, &p).await;
        let s = bersandi(&r, "sari@contoh.id").await;
        wajib::tetapkan(&r.store, &p.admin().unwrap(), &[Peran::Admin]).await.unwrap();
        let tolak = totp::matikan(&r.store, &p, &s).await;
        assert!(matches!(tolak, Err(StoreError::Keadaan("faktor-wajib-peran"))), "{tolak:?}");
        assert!(!sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap().kurang_faktor);
        wajib::tetapkan(&r.store, &p.admin().unwrap(), &[]).await.unwrap();
        totp::matikan(&r.store, &p, &s).await.unwrap();
        let kini = faktor::milik(&r.store, id).await.unwrap();
        assert!(!kini.ada() && kini.pulih == 0);
        assert!(matches!(pulih::ganti(&r.store, &s).await, Err(StoreError::Keadaan("faktor-belum-nyala"))));
    }

    /// Who has a role that needs a second step has no rights until it is set up.
    async fn wajib_menurut_peran(basis: BasisUji) {
        let r = ruang(basis).await;
        let (_, _, admin) = orang(&r, "admin@contoh.id", Some(Peran::Admin)).await;
        let (_, token, nasional) = orang(&r, "nas@contoh.id", Some(Peran::Nasional)).await;
        let hak = admin.admin().unwrap();
        wajib::tetapkan(&r.store, &hak, &[Peran::Nasional, Peran::Nasional]).await.unwrap();
        let d = wajib::daftar(&r.store, &hak).await.unwrap();
        let n = d.iter().find(|d| d.peran == Peran::Nasional).unwrap();
        assert_eq!((n.wajib.is_some(), n.akun, n.tanpa), (true, 1, 1));
        let kini = sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap();
        assert!(kini.kurang_faktor && kini.nasional().is_err());
        pasang(&r, &nasional).await;
        let kini = sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap();
        assert!(!kini.kurang_faktor && kini.nasional().is_ok());
        assert_eq!(wajib::daftar(&r.store, &hak).await.unwrap().iter().find(|d| d.peran == Peran::Nasional).unwrap().tanpa, 0);
        assert_eq!(aksi(&r, "faktor.wajib").await, 1);
    }

    /// An administrator takes it off with a reason, not from himself; the sessions end.
    async fn disetel_ulang(basis: BasisUji) {
        let r = ruang(basis).await;
        let (saya, _, admin) = orang(&r, "admin@contoh.id", Some(Peran::Admin)).await;
        let (id, token, p) = orang(&r, "sari@contoh.id", None).await;
        let hak = admin.admin().unwrap();
        let ulang = async |akun, alasan| faktor::setel_ulang(&r.store, Some(&hak), akun, alasan).await;
        assert!(matches!(ulang(id, "hilang").await, Err(StoreError::Keadaan("faktor-belum-nyala"))));
        pasang(&r, &p).await;
        assert!(matches!(ulang(id, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        assert!(matches!(ulang(saya, "hilang").await, Err(StoreError::Keadaan("akun-sendiri"))));
        ulang(id, "ponsel hilang").await.unwrap();
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_none());
        let s = bersandi(&r, "sari@contoh.id").await;
        assert!(sesi::buka_dengan(&r.store, &s, None, "::1", "uji").await.unwrap().token().is_some());
        assert_eq!((aksi(&r, "faktor.setel-ulang").await, kabar(&r, id, "faktor-dihapus").await), (1, 1));
    }

    /// Who writes the database takes the rows of a second step away: the password alone opens nothing all the same, `prima check` names it, and
    /// an administrator, or the owner in a session of his, mends it.
    async fn tidak_hilang_oleh_sql(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (_, _, admin) = orang(&r, "admin@contoh.id", Some(Peran::Admin)).await;
        let sql = async |sql: &str| {
            let tx = r.store.mulai().await.unwrap();
            assert!(tx.jalankan(sql, store::nilai![id]).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let masuk = async || {
            let s = bersandi(&r, "sari@contoh.id").await;
            let sekali = sesi::pelaku_sekali(&r.store, &s, None, "::1", "uji").await.unwrap().is_some();
            let b = sesi::buka_dengan(&r.store, &s, None, "::1", "uji").await.unwrap();
            assert_eq!(sekali, matches!(b, sesi::Buka::Token(_)));
            sekali
        };
        let temuan = async || {
            let l = store::rawat::periksa(&r.store).await.unwrap();
            l.temuan.into_iter().filter(|t| t.bagian == "akun").map(|t| t.isi).collect::<Vec<_>>()
        };
        let hilang = async || faktor::milik(&r.store, id).await.unwrap().hilang;
        assert!(masuk().await, "none yet");
        // A mark of another account, or none, is not that there is no second step.
        for tanda in ["NULL", "(SELECT b.tanda_faktor FROM akun b WHERE b.surel = 'admin@contoh.id')"] {
            sql(&format!("UPDATE akun SET tanda_faktor = {tanda} WHERE id = $1")).await;
            assert!(!masuk().await, "{tanda}");
            assert!(temuan().await.iter().any(|t| t.contains("bukan dari instalasi ini")));
        }
        faktor::setel_ulang(&r.store, Some(&admin.admin().unwrap()), id, "tanda rusak").await.unwrap();
        assert!(masuk().await && temuan().await.is_empty());
        let dulu: Vec<Tanda> = r.store.baca().semua("SELECT tanda_faktor FROM akun WHERE id = $1", store::nilai![id]).await.unwrap();
        let p = { let token = sesi::buka(&r.store, id, "::1", "uji").await.unwrap(); sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap_or(p) };
        pasang(&r, &p).await;
        assert!(!masuk().await && !hilang().await && temuan().await.is_empty());
        sql("DELETE FROM totp WHERE akun_id = $1").await;
        sql("DELETE FROM kode_pulih WHERE akun_id = $1").await;
        assert!(!masuk().await && hilang().await);
        assert!(temuan().await.iter().any(|t| t.contains("langkah keduanya dihapus di luar program")));
        // Nor with the mark from before it was turned on: the audit log knows.
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE akun SET tanda_faktor = $2 WHERE id = $1", store::nilai![id, dulu[0].tanda_faktor.clone()]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!masuk().await && hilang().await);
        assert!(temuan().await.iter().any(|t| t.contains("dinyalakan menurut log audit, tetapi tidak ada")));
        // Its owner, signed in still, sets it up again; then takes it off himself, as ever.
        let (app, kode) = pasang(&r, &p).await;
        assert!(kode.len() == 10 && !hilang().await && temuan().await.is_empty());
        r.store.jam().maju(30);
        assert!(matches!(periksa(&r, id, &app.kode(r.store.sekarang())).await, Periksa::Benar(_)));
        totp::matikan(&r.store, &p, &bersandi(&r, "sari@contoh.id").await).await.unwrap();
        assert!(masuk().await && temuan().await.is_empty());
        // Once more, with an administrator.
        pasang(&r, &p).await;
        sql("DELETE FROM totp WHERE akun_id = $1").await;
        assert!(!masuk().await);
        faktor::setel_ulang(&r.store, Some(&admin.admin().unwrap()), id, "dihapus di luar program").await.unwrap();
        assert!(masuk().await && temuan().await.is_empty());
    }

    /// A recovery code of one's own making, or one of another account, opens nothing; one that was used does not come back.
    async fn kode_pulih_buatan_sendiri(basis: BasisUji) {
        use sha2::Digest as _;
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (_, kode) = pasang(&r, &p).await;
        let punyaku = "0123456789ABCDEF";
        let sidik = sha2::Sha256::new().chain_update(b"prima:pulih:1:").chain_update(id.0.as_bytes()).chain_update(punyaku).finalize().to_vec();
        let tx = r.store.mulai().await.unwrap();
        // With the mark of a true one.
        let sql = "INSERT INTO kode_pulih (akun_id, sidik, pada, tanda) VALUES ($1, $2, 1, (SELECT k.tanda FROM kode_pulih k ORDER BY k.sidik LIMIT 1))";
        tx.jalankan(sql, store::nilai![id, sidik]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(periksa(&r, id, punyaku).await, Periksa::Salah));
        let l = store::rawat::periksa(&r.store).await.unwrap().temuan;
        assert_eq!(l.iter().filter(|t| t.isi.starts_with("kode pemulihan untuk akun")).count(), 1, "{l:?}");
        assert!(matches!(periksa(&r, id, &kode[0]).await, Periksa::Benar(_)));
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE kode_pulih SET dipakai = NULL WHERE akun_id = $1", store::nilai![id]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(periksa(&r, id, &kode[0]).await, Periksa::Salah));
        assert!(matches!(periksa(&r, id, &kode[1]).await, Periksa::Benar(_)));
        kunci_instalasi::ganti(&r.store, None, Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        assert!(matches!(periksa(&r, id, &kode[2]).await, Periksa::Benar(_)), "after a leak those that were genuine still are");
        assert!(matches!(periksa(&r, id, punyaku).await, Periksa::Salah));
    }

    /// After the key of the installation leaked and was replaced, the apps still fit, and the old key opens nothing.
    async fn kunci_bocor(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, p) = orang(&r, "sari@contoh.id", None).await;
        let (app, _) = pasang(&r, &p).await;
        let s = bersandi(&r, "sari@contoh.id").await;
        let tunda = s.tunda(&r.store).unwrap();
        kunci_instalasi::ganti(&r.store, None, Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        r.store.jam().maju(30);
        assert!(matches!(periksa(&r, id, &app.kode(r.store.sekarang())).await, Periksa::Benar(_)));
        assert!(SandiBenar::lanjut(&r.store, &tunda).await.unwrap().is_none());
    }

    /// The proof of the first step ends after ten minutes, with the password, and with the account; another's text is none.
    async fn tunda_berakhir(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, _, _) = orang(&r, "sari@contoh.id", None).await;
        let tunda = bersandi(&r, "sari@contoh.id").await.tunda(&r.store).unwrap();
        assert_eq!(SandiBenar::lanjut(&r.store, &tunda).await.unwrap().map(|s| s.akun()), Some(id));
        for salah in ["", "x", &tunda[1..], &tunda.to_lowercase()] {
            assert!(SandiBenar::lanjut(&r.store, salah).await.unwrap().is_none(), "{salah}");
        }
        r.store.jam().maju(600);
        assert!(SandiBenar::lanjut(&r.store, &tunda).await.unwrap().is_none());
        let tunda = bersandi(&r, "sari@contoh.id").await.tunda(&r.store).unwrap();
        let tx = r.store.mulai().await.unwrap();
        akun::ganti_sandi(&tx, None, id, sandi::buat("lain sekali ini".into()).await.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(SandiBenar::lanjut(&r.store, &tunda).await.unwrap().is_none());
    }

    /// All other sessions end at once; a proof is remembered where it was given.
    async fn sesi_lain_ditutup(basis: BasisUji) {
        let r = ruang(basis).await;
        let (id, token, p) = orang(&r, "sari@contoh.id", None).await;
        let lain = sesi::buka(&r.store, id, "::1", "lain").await.unwrap();
        r.store.jam().maju(700);
        assert!(!sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap().segar(r.store.sekarang()));
        assert!(matches!(faktor::buktikan(&r.store, &p, "salah sekali", "::1").await.unwrap(), Periksa::Salah));
        assert!(matches!(faktor::buktikan(&r.store, &p, SANDI, "::1").await.unwrap(), Periksa::Benar(Cara::Sandi)));
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().unwrap().segar(r.store.sekarang()));
        assert!(!sesi::pelaku(&r.store, &lain, "::1", "uji").await.unwrap().unwrap().segar(r.store.sekarang()));
        assert_eq!(sesi::cabut_lain(&r.store, &p).await.unwrap(), 1);
        assert!(sesi::pelaku(&r.store, &lain, "::1", "uji").await.unwrap().is_none());
        assert!(sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_some());
    }
}
