#![cfg(test)]
//! Who writes the database, but holds no key file, opens no door: not with a session, a link, a passkey, a tie to the agency's provider, a
//! password or an address of his own making, and not by handing a true one to another account.

use crate::{
    orang::orang,
    ruang::{Ruang, ruang},
};
use sha2::{Digest as _, Sha256};
use store::{
    akun::{self, AkunBaru, JenisTautan, Masuk},
    faktor,
    id::{AkunId, SesiId},
    kueri::Kueri,
    kunci_instalasi::{Ganti, ganti},
    nilai, pekerjaan,
    peran::{Lingkup, Peran},
    rawat, sandi, sesi,
};
use testkit::basis::BasisUji;

const KATA: &str = "padi menguning 9";

async fn akun_baru(r: &Ruang, surel: &str) -> AkunId {
    let phc = sandi::buat(KATA.into()).await.unwrap();
    let tx = r.store.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, AkunBaru { nama: "Uji", surel, jabatan: "", sandi: Some(phc) }).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn sql(r: &Ruang, sql: &str, v: Vec<store::kueri::Value>) {
    let tx = r.store.mulai().await.unwrap();
    assert!(tx.jalankan(sql, v).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

async fn temuan(r: &Ruang) -> Vec<String> {
    let l = rawat::periksa(&r.store).await.unwrap();
    l.temuan.into_iter().filter(|t| t.bagian == "akun").map(|t| t.isi).collect()
}

fn sidik(rahasia: &str) -> Vec<u8> {
    Sha256::digest(rahasia).to_vec()
}

async fn siapa(r: &Ruang, token: &str) -> Option<AkunId> {
    sesi::pelaku(&r.store, token, "::1", "uji").await.unwrap().map(|p| p.akun)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A session of one's own making, or a true one whose row was changed.
    async fn sesi_buatan_sendiri(basis: BasisUji) {
        let r = ruang(basis).await;
        let admin = orang(&r.store, "admin@contoh.id", Peran::Admin, Lingkup::Instalasi).await;
        let saya = akun_baru(&r, "saya@contoh.id").await;
        let kini = r.store.sekarang();
        for tanda in [None, Some(vec![7_u8; 32])] {
            sql(
                &r,
                "INSERT INTO sesi (sidik, id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen, bukti, tanda)
                 VALUES ($1, $2, $3, $4, $4, $5, '', '', $4, $6)",
                nilai![sidik("kuki saya"), SesiId::baru(), admin.akun, kini, kini.tambah_detik(3600), tanda],
            )
            .await;
            assert_eq!(siapa(&r, "kuki saya").await, None);
            assert_eq!(sesi::milik(&r.store, admin.akun).await.unwrap().len(), 1, "his own only");
            let t = temuan(&r).await;
            assert!(t.len() == 1 && t[0].contains("tidak dibuat instalasi ini"), "{t:?}");
            sql(&r, "DELETE FROM sesi WHERE sidik = $1", nilai![sidik("kuki saya")]).await;
        }
        let token = sesi::buka(&r.store, saya, "::1", "uji").await.unwrap();
        assert_eq!(siapa(&r, &token).await, Some(saya));
        assert_eq!(temuan(&r).await, Vec::<String>::new());
        for (ubah, balik) in [
            (("akun_id = $2", nilai![admin.akun]), ("akun_id = $2", nilai![saya])),
            (("kedaluwarsa = kedaluwarsa + $2", nilai![1_i64]), ("kedaluwarsa = kedaluwarsa - $2", nilai![1_i64])),
            (("bukti = bukti + $2", nilai![1_i64]), ("bukti = bukti - $2", nilai![1_i64])),
            (("sso = $2", nilai![2_i64]), ("sso = $2", nilai![None::<i64>])),
        ] {
            for ((kolom, nilai), harap) in [(ubah, None), (balik, Some(saya))] {
                let v = [nilai![sidik(&token)], nilai].concat();
                sql(&r, &format!("UPDATE sesi SET {kolom} WHERE sidik = $1"), v).await;
                assert_eq!(siapa(&r, &token).await, harap, "{kolom}");
            }
        }
    }

    /// A link of one's own making, or a true one turned to another account.
    async fn tautan_buatan_sendiri(basis: BasisUji) {
        let r = ruang(basis).await;
        let (a, b) = (akun_baru(&r, "a@contoh.id").await, akun_baru(&r, "b@contoh.id").await);
        let kini = r.store.sekarang();
        let lihat = async |rahasia: &str| akun::lihat_tautan(&r.store, JenisTautan::SetelSandi, rahasia).await.ok().flatten();
        sql(
            &r,
            "INSERT INTO tautan_sekali (sidik, jenis, akun_id, dibuat, kedaluwarsa) VALUES ($1, 'setel-sandi', $2, $3, $4)",
            nilai![sidik("BBB"), a, kini, kini.tambah_detik(3600)],
        )
        .await;
        assert_eq!(lihat("BBB").await, None);
        let tx = r.store.mulai().await.unwrap();
        assert!(akun::pakai_tautan(&tx, JenisTautan::SetelSandi, "BBB").await.is_err());
        drop(tx);
        let tx = r.store.mulai().await.unwrap();
        let benar = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(b), 3600).await.unwrap();
        tx.commit().await.unwrap();
        let t = temuan(&r).await;
        assert!(t.len() == 1 && t[0].contains("tautan sekali pakai"), "{t:?}");
        assert_eq!(lihat(&benar).await, Some(b));
        sql(&r, "UPDATE tautan_sekali SET akun_id = $2 WHERE sidik = $1", nilai![sidik(&benar), a]).await;
        assert_eq!(lihat(&benar).await, None);
    }

    /// Passkeys and ties that nobody made here are named; that they open nothing is in `sso` and `kunci_sandi`.
    async fn kunci_sandi_dan_kaitan(basis: BasisUji) {
        let r = ruang(basis).await;
        let a = akun_baru(&r, "a@contoh.id").await;
        let kunci = "INSERT INTO kunci_sandi (id, akun_id, kredensial, kunci, hitungan, nama, pada) VALUES ($1, $2, $3, $4, 0, 'x', 1)";
        sql(&r, kunci, nilai![uuid::Uuid::now_v7(), a, vec![1_u8; 16], vec![2_u8; 40]]).await;
        let taut = "INSERT INTO sso_akun (id, penerbit, subjek, akun_id, pada) VALUES ($1, 'https://sso', 'saya', $2, 1)";
        sql(&r, taut, nilai![uuid::Uuid::now_v7(), a]).await;
        let t = temuan(&r).await;
        assert!(t.len() == 3 && t[0].contains("kunci sandi") && t[1].contains("kaitan masuk tunggal"), "{t:?}");
        assert!(t[2].contains("langkah keduanya ditulis di luar program"), "{t:?}");
    }

    /// A password or an address written past the program.
    async fn sandi_dan_surel(basis: BasisUji) {
        let r = ruang(basis).await;
        let a = akun_baru(&r, "a@contoh.id").await;
        let masuk = async |kata: &str| {
            let m = akun::masuk(&r.store, "a@contoh.id", kata.into(), "::1").await.unwrap();
            matches!(m, Masuk::Berhasil(_))
        };
        assert!(masuk(KATA).await);
        let lama = akun::dari_id(&r.store, a).await.unwrap().sandi.unwrap();
        let punyaku = sandi::buat("kata sandi saya sendiri 7".into()).await.unwrap();
        sql(&r, "UPDATE akun SET sandi = $2 WHERE id = $1", nilai![a, punyaku]).await;
        assert!(!masuk("kata sandi saya sendiri 7").await);
        // An event put in beside it was not written here, before and after the sealer looked at it.
        let rincian = serde_json::json!({ "sandi": "0" }).to_string();
        sql(
            &r,
            "INSERT INTO audit (id, pada, rantai, aksi, objek, objek_id, rincian) VALUES ($1, 1, '-', 'akun.sandi', 'akun', $2, $3)",
            nilai![uuid::Uuid::now_v7(), a.to_string(), rincian],
        )
        .await;
        assert!(!masuk("kata sandi saya sendiri 7").await);
        sql(&r, "UPDATE akun SET sandi = $2 WHERE id = $1", nilai![a, lama]).await;
        assert!(masuk(KATA).await);
        while store::audit::segel(&r.store).await.unwrap() > 0 {}
        assert!(masuk(KATA).await);
        // Set by the program, it is the one that counts.
        let tx = r.store.mulai().await.unwrap();
        let baru = sandi::buat("sawah luas menghijau 4".into()).await.unwrap();
        akun::ganti_sandi(&tx, None, a, baru).await.unwrap();
        tx.commit().await.unwrap();
        assert!(masuk("sawah luas menghijau 4").await && !masuk(KATA).await);
        let tercatat = async || akun::surel_tercatat(&r.store, &akun::dari_id(&r.store, a).await.unwrap()).await.unwrap();
        assert!(tercatat().await);
        sql(&r, "UPDATE akun SET surel = 'x@jahat.id' WHERE id = $1", nilai![a]).await;
        assert!(!tercatat().await);
    }

    /// A key that another process replaced is taken also while nothing happens: nothing is marked with the former one.
    async fn kunci_diganti_proses_lain(basis: BasisUji) {
        let r = ruang(basis).await;
        let diam = r.buka_lagi().await;
        let baru = ganti(&r.store, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        while store::audit::segel(&r.store).await.unwrap() > 0 {}
        assert_ne!(diam.kunci().publik().bytes(), baru.bytes());
        assert_eq!(store::audit::segel(&diam).await.unwrap(), 0, "nothing waits");
        assert_eq!(diam.kunci().publik().bytes(), baru.bytes());
    }

    /// The next upgrade marks recovery codes, tokens and whether there is a second step as they stand, and seals mails that wait.
    async fn naik_lagi(basis: BasisUji) {
        let r = ruang(basis).await;
        let (a, b) = (akun_baru(&r, "a@contoh.id").await, akun_baru(&r, "b@contoh.id").await);
        let surat = pekerjaan::Surel { kepada: "a@contoh.id".into(), judul: "J".into(), isi: "I".into(), sampai: None };
        sql(&r, "INSERT INTO totp (akun_id, rahasia, langkah, pada) VALUES ($1, $2, 1, 1)", nilai![b, vec![1_u8; 40]]).await;
        let masuk = "INSERT INTO pekerjaan (id, jenis, isi, dibuat, setelah, coba) VALUES ($1, 'surel', $2, 1, 1, 0)";
        sql(&r, masuk, nilai![uuid::Uuid::now_v7(), serde_json::to_string(&surat).unwrap()]).await;
        let tx = r.store.mulai().await.unwrap();
        for (tabel, kolom) in [("akun", "tanda_faktor"), ("peran", "tanda"), ("pekerjaan", "tanda"), ("sso_peta", "tanda"), ("sso_domain", "tanda"), ("kode_pulih", "tanda"), ("token_api", "tanda"), ("tenan_token", "tanda")] {
            tx.jalankan(&format!("ALTER TABLE {tabel} DROP COLUMN {kolom}"), vec![]).await.unwrap();
        }
        tx.jalankan("DELETE FROM migrasi WHERE nama = '0074_pintu_lagi'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let s = r.buka_lagi().await;
        let keadaan = async |id| faktor::milik(&s, id).await.unwrap();
        assert!(!keadaan(a).await.ada() && keadaan(b).await.ada());
        assert_eq!(temuan(&r).await, Vec::<String>::new());
        sql(&r, "DELETE FROM totp WHERE akun_id = $1", nilai![b]).await;
        assert!(keadaan(b).await.hilang, "what stood at the upgrade is not forgotten");
        let p = pekerjaan::ambil(&s, &[pekerjaan::SUREL]).await.unwrap().unwrap();
        assert_eq!(serde_json::from_str::<pekerjaan::Surel>(&p.isi).unwrap(), surat);
    }

    /// The upgrade marks links, passkeys and ties that stand, and ends sessions; so does a leak, but marks nothing that had no mark.
    async fn naik_dan_bocor(basis: BasisUji) {
        let r = ruang(basis).await;
        let a = akun_baru(&r, "a@contoh.id").await;
        let kini = r.store.sekarang();
        let lihat = async |s: &store::Store, rahasia: &str| akun::lihat_tautan(s, JenisTautan::SetelSandi, rahasia).await.ok().flatten();
        let tx = r.store.mulai().await.unwrap();
        let benar = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(a), 3600).await.unwrap();
        for tabel in ["sesi", "tautan_sekali", "kunci_sandi", "sso_akun"] {
            tx.jalankan(&format!("ALTER TABLE {tabel} DROP COLUMN tanda"), vec![]).await.unwrap();
        }
        tx.jalankan("DELETE FROM migrasi WHERE nama = '0071_meterai'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let s = r.buka_lagi().await;
        assert_eq!(lihat(&s, &benar).await, Some(a));
        let token = sesi::buka(&s, a, "::1", "uji").await.unwrap();
        sql(
            &r,
            "INSERT INTO tautan_sekali (sidik, jenis, akun_id, dibuat, kedaluwarsa) VALUES ($1, 'setel-sandi', $2, $3, $4)",
            nilai![sidik("BBB"), a, kini, kini.tambah_detik(3600)],
        )
        .await;
        ganti(&s, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        assert_eq!((lihat(&s, &benar).await, lihat(&s, "BBB").await), (Some(a), None));
        assert!(sesi::pelaku(&s, &token, "::1", "uji").await.unwrap().is_none());
        let token = sesi::buka(&s, a, "::1", "uji").await.unwrap();
        ganti(&s, None, Ganti { alasan: "berkala", bocor: false }).await.unwrap();
        assert!(sesi::pelaku(&s, &token, "::1", "uji").await.unwrap().is_some(), "a key that did not leak ends nothing");
        assert_eq!(lihat(&s, &benar).await, Some(a));
    }
}
