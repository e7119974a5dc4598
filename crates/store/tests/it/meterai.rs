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

/// Gives an event that waits, found by `cari`, another id, with its mark.
async fn geser(tx: &store::Tx, cari: &str, id: uuid::Uuid) {
    let pilih = format!("SELECT rincian AS teks FROM audit WHERE id = ({cari})");
    let rincian = tx.teks(&pilih).await.unwrap();
    let objek = tx.teks(&format!("SELECT objek_id AS teks FROM audit WHERE id = ({cari})")).await.unwrap();
    tx.jalankan("DELETE FROM audit_antre WHERE audit_id = (SELECT id FROM audit WHERE rincian = $1)", nilai![rincian.as_str()])
        .await
        .unwrap();
    tx.jalankan("DELETE FROM audit WHERE rincian = $1", nilai![rincian.as_str()]).await.unwrap();
    let sql = "INSERT INTO audit (id, pada, rantai, aksi, objek, objek_id, rincian) VALUES ($1, $2, '-', 'akun.sandi', 'akun', $3, $4)";
    tx.jalankan(sql, nilai![id, tx.pada, objek.as_str(), rincian.as_str()]).await.unwrap();
    let bagian = [id.to_string(), tx.pada.0.to_string(), "-".into(), String::new(), "akun.sandi".into(), "akun".into(), objek, rincian];
    let mut pesan = b"prima:kejadian:1\n".to_vec();
    for b in bagian {
        pesan.extend((b.len() as u64).to_be_bytes());
        pesan.extend(b.as_bytes());
    }
    let antre = "INSERT INTO audit_antre (audit_id, tanda, urut) VALUES ($1, $2, (SELECT COALESCE(MAX(urut), 0) + 1 FROM audit_antre))";
    tx.jalankan(antre, nilai![id, tx.kunci.tandai(&pesan)]).await.unwrap();
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

    /// Whoever comes in while another process replaces a leaked key meets nothing odd: sessions, links and second steps are read with the key
    /// that the database names.
    async fn masuk_saat_kunci_diganti(basis: BasisUji) {
        let r = ruang(basis).await;
        let a = akun_baru(&r, "a@contoh.id").await;
        let lain = r.buka_lagi().await;
        ganti(&lain, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        let token = sesi::buka(&lain, a, "::1", "uji").await.unwrap();
        let lama = r.store.kunci().publik();
        assert_ne!(lama, lain.kunci().publik());
        assert_eq!(siapa(&r, &token).await, Some(a), "a session of the other process");
        assert_ne!(r.store.kunci().publik(), lama);
        for _ in 0..2 {
            assert!(!faktor::milik(&r.store, a).await.unwrap().ada(), "there never was a second step");
            ganti(&lain, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        }
        let admin = orang(&lain, "admin@contoh.id", Peran::Admin, Lingkup::Instalasi).await;
        ganti(&lain, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        assert!(sesi::tanpa_sesi(&r.store, admin.akun).await.unwrap().unwrap().punya(Peran::Admin));
        // What it writes in that moment is marked with the new key.
        ganti(&lain, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        let tx = r.store.mulai().await.unwrap();
        let tautan = akun::buat_tautan(&tx, None, JenisTautan::SetelSandi, Some(a), 3600).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(akun::lihat_tautan(&lain, JenisTautan::SetelSandi, &tautan).await.unwrap(), Some(a));
        assert_eq!(temuan(&r).await, Vec::<String>::new());
    }

    /// The clock was ahead and set back: what was written last counts, not what has the latest id.
    async fn jam_dimundurkan(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let a = akun::tambah(&tx, None, AkunBaru { nama: "Uji", surel: "a@contoh.id", jabatan: "", sandi: None }).await.unwrap();
        tx.commit().await.unwrap();
        let depan = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap() + std::time::Duration::from_hours(1);
        let id = uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, depan.as_secs(), 0));
        let masuk = async |kata: &str| matches!(akun::masuk(&r.store, "a@contoh.id", kata.into(), "::1").await.unwrap(), Masuk::Berhasil(_));
        let setel = async |kata: &str| {
            let phc = sandi::buat(kata.into()).await.unwrap();
            let tx = r.store.mulai().await.unwrap();
            akun::ganti_sandi(&tx, None, a, phc).await.unwrap();
            tx.commit().await.unwrap();
        };
        let segel = async || while store::audit::segel(&r.store).await.unwrap() > 0 {};
        setel(KATA).await;
        segel().await;
        // As a process whose clock was an hour ahead wrote it.
        let phc = sandi::buat("sawah luas menghijau 4".into()).await.unwrap();
        let tx = r.store.mulai().await.unwrap();
        akun::ganti_sandi(&tx, None, a, phc).await.unwrap();
        let terbaru = "SELECT audit_id FROM audit_antre WHERE urut = (SELECT MAX(urut) FROM audit_antre)";
        geser(&tx, terbaru, id).await;
        tx.commit().await.unwrap();
        segel().await;
        assert!(masuk("sawah luas menghijau 4").await, "its own mark goes with it");
        setel(KATA).await;
        assert!(masuk(KATA).await && !masuk("sawah luas menghijau 4").await, "while the new one waits");
        assert_eq!(temuan(&r).await, Vec::<String>::new());
        segel().await;
        assert!(masuk(KATA).await && !masuk("sawah luas menghijau 4").await, "and once it has its link");
        assert_eq!(temuan(&r).await, Vec::<String>::new());
        // Who puts the older event into the queue again does not make it newer.
        sql(&r, "INSERT INTO audit_antre (audit_id, urut) VALUES ($1, 9)", nilai![id]).await;
        assert!(masuk(KATA).await);
    }

    /// A password of which the log of an older program says nothing is the one that stood at the upgrade, and no other.
    async fn sandi_program_lama(basis: BasisUji) {
        let r = ruang(basis).await;
        let (a, b) = (akun_baru(&r, "a@contoh.id").await, akun_baru(&r, "b@contoh.id").await);
        // As an older program left it: events without a digest, no column.
        let tx = r.store.mulai().await.unwrap();
        for id in [a, b] {
            tx.jalankan("DELETE FROM audit_antre WHERE audit_id IN (SELECT id FROM audit WHERE objek_id = $1)", nilai![id.to_string()]).await.unwrap();
            tx.jalankan("DELETE FROM audit WHERE objek_id = $1", nilai![id.to_string()]).await.unwrap();
            store::audit::catat_oleh(&tx, None, store::audit::Kejadian::baru("akun.tambah", "akun", id)).await.unwrap();
        }
        tx.jalankan("ALTER TABLE akun DROP COLUMN tanda_sandi", vec![]).await.unwrap();
        tx.jalankan("DELETE FROM migrasi WHERE nama = '0076_tanda_sandi'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let s = r.buka_lagi().await;
        while store::audit::segel(&s).await.unwrap() > 0 {}
        let masuk = async |surel: &str, kata: &str| matches!(akun::masuk(&s, surel, kata.into(), "::1").await.unwrap(), Masuk::Berhasil(_));
        assert!(masuk("a@contoh.id", KATA).await);
        assert_eq!(temuan(&r).await, Vec::<String>::new());
        let punyaku = sandi::buat("kata sandi saya sendiri 7".into()).await.unwrap();
        let lama = akun::dari_id(&s, a).await.unwrap().sandi.unwrap();
        sql(&r, "UPDATE akun SET sandi = $2 WHERE id = $1", nilai![a, punyaku.clone()]).await;
        assert!(!masuk("a@contoh.id", "kata sandi saya sendiri 7").await);
        assert!(temuan(&r).await.iter().any(|t| t.contains("kata sandinya diganti tanpa kejadian")));
        // Nor with the mark of another account.
        sql(&r, "UPDATE akun SET tanda_sandi = (SELECT x.tanda_sandi FROM akun x WHERE x.id = $2) WHERE id = $1", nilai![a, b]).await;
        assert!(!masuk("a@contoh.id", "kata sandi saya sendiri 7").await);
        sql(&r, "UPDATE akun SET sandi = $2 WHERE id = $1", nilai![a, lama]).await;
        assert!(!masuk("a@contoh.id", KATA).await, "its own mark is gone");
        // A leaked key changes nothing; a new password, whose event somebody removes, opens nothing to anybody.
        ganti(&s, None, Ganti { alasan: "tersalin", bocor: true }).await.unwrap();
        assert!(masuk("b@contoh.id", KATA).await);
        let tx = s.mulai().await.unwrap();
        akun::ganti_sandi(&tx, None, b, sandi::buat("sawah luas menghijau 4".into()).await.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(masuk("b@contoh.id", "sawah luas menghijau 4").await);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("DELETE FROM audit_antre WHERE audit_id IN (SELECT id FROM audit WHERE aksi = 'akun.sandi')", vec![]).await.unwrap();
        tx.jalankan("DELETE FROM audit WHERE aksi = 'akun.sandi'", vec![]).await.unwrap();
        tx.jalankan("UPDATE akun SET sandi = $2 WHERE id = $1", nilai![b, punyaku]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!masuk("b@contoh.id", "kata sandi saya sendiri 7").await);
    }

    /// The note of a migration is gone, its column is there: the start says so, and how the note is put back.
    async fn catatan_migrasi_hilang(basis: BasisUji) {
        let r = ruang(basis).await;
        for nama in ["0071_meterai", "0074_pintu_lagi", "0076_tanda_sandi"] {
            sql(&r, "DELETE FROM migrasi WHERE nama = $1", nilai![nama]).await;
            let buka = store::Store::buka(r.folder.path(), &r.sumber, store::Jam::tetap(crate::ruang::KINI)).await;
            let harus = |h: &store::Halangan| matches!(h, store::Halangan::CatatanHilang { nama: n, .. } if n == nama);
            assert!(matches!(&buka, Err(store::StoreError::Tertahan(h)) if harus(h)), "{nama}: {:?}", buka.err());
            let Err(store::StoreError::Tertahan(h)) = store::migrasi::ada(r.store.baca()).await else { panic!("{nama}: not noticed") };
            let store::Halangan::CatatanHilang { nama: n, sidik } = &h else { panic!("{nama}: {h:?}") };
            assert_eq!(n, nama);
            sql(&r, "INSERT INTO migrasi (nama, sidik, pada) VALUES ($1, $2, 0)", nilai![nama, sidik.as_str()]).await;
            r.buka_lagi().await;
        }
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
