//! Passkeys: made, used to sign in and to prove once more, refused when they come from elsewhere, twice, or from another account, and gone
//! when an administrator takes them off. The device is imitated; a real browser is in `e2e/uji/masuk_kuat.uji.mjs`.

use crate::{
    orang::orang,
    ruang::{Ruang, ruang},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ciborium::Value;
use ring::{
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair as _},
};
use sha2::{Digest as _, Sha256};
use store::{
    StoreError,
    faktor::{
        self, Cara, Periksa,
        kunci_sandi::{self, Guna, KunciBenar, Pendaftaran, Pernyataan, Pihak},
        wajib,
    },
    hak::Pelaku,
    kueri::Kueri,
    peran::{Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

fn pihak() -> Pihak {
    Pihak::dari_alamat("https://prima.contoh.go.id").unwrap()
}

/// A device with one passkey.
struct Alat {
    pena: Ed25519KeyPair,
    id: Vec<u8>,
    hitungan: u32,
    pengguna: Option<Vec<u8>>,
}

impl Alat {
    fn baru(id: &str) -> Self {
        let k = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self { pena: Ed25519KeyPair::from_pkcs8(k.as_ref()).unwrap(), id: id.into(), hitungan: 0, pengguna: None }
    }

    fn data(&self, bendera: u8) -> Vec<u8> {
        [Sha256::digest("prima.contoh.go.id").as_slice(), &[bendera], &self.hitungan.to_be_bytes()].concat()
    }

    fn klien(jenis: &str, tantangan: &[u8], asal: &str) -> Vec<u8> {
        let t = URL_SAFE_NO_PAD.encode(tantangan);
        format!("{{\"type\":\"webauthn.{jenis}\",\"challenge\":\"{t}\",\"origin\":\"{asal}\"}}").into_bytes()
    }

    fn daftar(&self, tantangan: &[u8]) -> Pendaftaran {
        let i = |n: i64| Value::Integer(n.into());
        let titik = Value::Bytes(self.pena.public_key().as_ref().to_vec());
        let tulis = |v: Value| {
            let mut isi = Vec::new();
            ciborium::into_writer(&v, &mut isi).unwrap();
            isi
        };
        let kunci = tulis(Value::Map(vec![(i(1), i(1)), (i(3), i(-8)), (i(-1), i(6)), (i(-2), titik)]));
        let panjang = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        let data = [self.data(0x45).as_slice(), &[0; 16], &panjang, &self.id, &kunci].concat();
        let objek = tulis(Value::Map(vec![(Value::Text("authData".into()), Value::Bytes(data))]));
        Pendaftaran { data_klien: Self::klien("create", tantangan, &pihak().asal), objek }
    }

    fn pakai(&mut self, tantangan: &[u8]) -> Pernyataan {
        self.hitungan += 1;
        self.pakai_tetap(tantangan)
    }

    /// As a device that does not count.
    fn pakai_tetap(&self, tantangan: &[u8]) -> Pernyataan {
        let (data_klien, data_alat) = (Self::klien("get", tantangan, &pihak().asal), self.data(5));
        let tanda = self.pena.sign(&[data_alat.as_slice(), &Sha256::digest(&data_klien)].concat()).as_ref().to_vec();
        Pernyataan { kredensial: self.id.clone(), data_klien, data_alat, tanda, pengguna: self.pengguna.clone() }
    }
}

/// The person with the state of his session now.
async fn kini(r: &Ruang, token: &str) -> Pelaku {
    sesi::pelaku(&r.store, token, "::1", "uji").await.unwrap().unwrap()
}

/// Signs in anew, as after a password, so that the last proof is fresh.
async fn masuk_sandi(r: &Ruang, p: &Pelaku) -> (String, Pelaku) {
    let token = sesi::buka(&r.store, p.akun, "::1", "uji").await.unwrap();
    let pelaku = kini(r, &token).await;
    (token, pelaku)
}

async fn pasang(r: &Ruang, p: &Pelaku, a: &Alat) -> Result<Option<Vec<String>>, StoreError> {
    let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Daftar, p.sesi).unwrap();
    kunci_sandi::daftar(&r.store, p, &pihak(), &tiket, &a.daftar(&acak), " Ponsel ").await
}

async fn masuk(r: &Ruang, a: &mut Alat) -> Periksa<KunciBenar> {
    let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Masuk, None).unwrap();
    let d = a.pakai(&acak);
    kunci_sandi::masuk(&r.store, &pihak(), &tiket, &d, "::1").await.unwrap()
}

async fn angka(r: &Ruang, sql: &str) -> i64 {
    r.store.baca().angka(sql, vec![]).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The first passkey brings recovery codes and ends other sessions; from then on the password alone is not enough, and the passkey is.
    async fn masuk_tanpa_sandi(basis: BasisUji) {
        let r = ruang(basis).await;
        let p = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let (lama, _) = masuk_sandi(&r, &p).await;
        let (token, p) = masuk_sandi(&r, &p).await;
        let mut a = Alat::baru("satu");
        assert_eq!(pasang(&r, &p, &a).await.unwrap().unwrap().len(), 10, "recovery codes");
        assert!(sesi::pelaku(&r.store, &lama, "::1", "uji").await.unwrap().is_none() && sesi::pelaku(&r.store, &token, "::1", "uji").await.unwrap().is_some());
        assert!(faktor::milik(&r.store, p.akun).await.unwrap().ada());
        assert!(matches!(pasang(&r, &p, &a).await, Err(StoreError::Keadaan("kunci-sandi-terdaftar"))));
        assert_eq!(pasang(&r, &p, &Alat::baru("dua")).await.unwrap(), None, "a second one brings no codes");
        let Periksa::Benar(k) = masuk(&r, &mut a).await else { panic!("the passkey is right") };
        let token = sesi::buka_kunci(&r.store, &k, "::1", "uji").await.unwrap().unwrap();
        let saya = kini(&r, &token).await;
        assert_eq!((saya.akun, saya.cara, saya.segar(r.store.sekarang())), (p.akun, Some(Cara::KunciSandi), true));
        let milik = kunci_sandi::milik(r.store.baca(), p.akun).await.unwrap();
        assert_eq!((milik.len(), milik[0].nama.as_str(), milik[0].dipakai.is_some()), (2, "Ponsel", true));
        // Taken off: what was proved with it opens nothing any more.
        let Periksa::Benar(k) = masuk(&r, &mut a).await else { panic!("the passkey is right") };
        kunci_sandi::hapus(&r.store, &saya, milik[0].id).await.unwrap();
        assert!(sesi::buka_kunci(&r.store, &k, "::1", "uji").await.unwrap().is_none());
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Salah));
        assert_eq!(angka(&r, "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'faktor.nyala'").await, 2);
        assert_eq!(angka(&r, "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'faktor.mati'").await, 1);
    }

    /// A challenge is good once, for its purpose, in its session and for five minutes.
    async fn tantangan_sekali(basis: BasisUji) {
        let r = ruang(basis).await;
        let p = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let (_, lain) = masuk_sandi(&r, &p).await;
        let mut a = Alat::baru("satu");
        // The challenge of another session.
        let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Daftar, lain.sesi).unwrap();
        let tolak = kunci_sandi::daftar(&r.store, &p, &pihak(), &tiket, &a.daftar(&acak), "x").await;
        assert!(matches!(tolak, Err(StoreError::Keadaan("kunci-sandi-ditolak"))));
        pasang(&r, &p, &a).await.unwrap();
        let coba = async |tiket: &str, d: &Pernyataan| kunci_sandi::masuk(&r.store, &pihak(), tiket, d, "::1").await.unwrap();
        let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Masuk, None).unwrap();
        let d = a.pakai(&acak);
        for asing in [&kunci_sandi::tantang(&r.store, Guna::Masuk, None).unwrap().1, &kunci_sandi::tantang(&r.store, Guna::Ulang, p.sesi).unwrap().1, "", "x"] {
            assert!(matches!(coba(asing, &d).await, Periksa::Salah), "another ticket");
        }
        assert!(matches!(coba(&tiket, &d).await, Periksa::Benar(_)));
        assert!(matches!(coba(&tiket, &d).await, Periksa::Salah), "the same again");
        // Even with a device that never counts.
        let nol = Alat::baru("nol");
        pasang(&r, &p, &nol).await.unwrap();
        let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Masuk, None).unwrap();
        let d = nol.pakai_tetap(&acak);
        assert!(matches!(coba(&tiket, &d).await, Periksa::Benar(_)) && matches!(coba(&tiket, &d).await, Periksa::Salah));
        let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Masuk, None).unwrap();
        let d = a.pakai(&acak);
        r.store.jam().maju(301);
        assert!(matches!(coba(&tiket, &d).await, Periksa::Salah), "too late");
        let sql = "SELECT COUNT(*) AS n FROM tiket_pakai";
        assert!(angka(&r, sql).await > 0);
        let _ = masuk(&r, &mut a).await;
        assert_eq!(angka(&r, sql).await, 1, "used tickets are forgotten once they are over");
    }

    /// A counter that does not advance is refused, and the owner is told.
    async fn salinan_ditolak(basis: BasisUji) {
        let r = ruang(basis).await;
        let p = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let mut a = Alat::baru("satu");
        pasang(&r, &p, &a).await.unwrap();
        a.hitungan = 5;
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Benar(_)));
        a.hitungan = 5;
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Salah), "six again");
        a.hitungan = 2;
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Salah));
        assert!(matches!({ a.hitungan = 6; masuk(&r, &mut a).await }, Periksa::Benar(_)));
        let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'faktor-kunci-tiruan'";
        assert_eq!(angka(&r, sql).await, 1);
    }

    /// A passkey that was given to another account past the program opens nothing.
    async fn dipindah(basis: BasisUji) {
        let r = ruang(basis).await;
        let sari = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let budi = orang(&r.store, "budi@contoh.id", Peran::Admin, Lingkup::Instalasi).await;
        let mut a = Alat::baru("sari");
        pasang(&r, &sari, &a).await.unwrap();
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Benar(_)));
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE kunci_sandi SET akun_id = $1", store::nilai![budi.akun]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Salah));
    }

    /// Somebody else's passkey proves nothing, nor does a handle of another account; an account that is off opens nothing.
    async fn milik_orang_lain(basis: BasisUji) {
        let r = ruang(basis).await;
        let sari = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let budi = orang(&r.store, "budi@contoh.id", Peran::Admin, Lingkup::Instalasi).await;
        let (mut a, mut b) = (Alat::baru("sari"), Alat::baru("budi"));
        pasang(&r, &sari, &a).await.unwrap();
        pasang(&r, &budi, &b).await.unwrap();
        let ulang = async |p: &Pelaku, alat: &mut Alat| {
            let (acak, tiket) = kunci_sandi::tantang(&r.store, Guna::Ulang, p.sesi).unwrap();
            kunci_sandi::buktikan(&r.store, p, &pihak(), &tiket, &alat.pakai(&acak)).await.unwrap()
        };
        assert!(matches!(ulang(&sari, &mut b).await, Periksa::Salah));
        assert!(matches!(ulang(&sari, &mut a).await, Periksa::Benar(Cara::KunciSandi)));
        a.pengguna = Some(budi.akun.0.as_bytes().to_vec());
        assert!(matches!(masuk(&r, &mut a).await, Periksa::Salah));
        a.pengguna = Some(sari.akun.0.as_bytes().to_vec());
        let Periksa::Benar(k) = masuk(&r, &mut a).await else { panic!("her own handle") };
        let mut palsu = Alat::baru("sari");
        assert!(matches!(masuk(&r, &mut palsu).await, Periksa::Salah), "her credential, another key");
        assert!(matches!(masuk(&r, &mut Alat::baru("tak ada")).await, Periksa::Salah));
        let admin = budi.admin().unwrap();
        store::akun::kelola::nonaktifkan(&r.store, &admin, sari.akun, "cuti").await.unwrap();
        assert!(sesi::buka_kunci(&r.store, &k, "::1", "uji").await.unwrap().is_none());
    }

    /// A passkey is the second step that a role needs, and its last one cannot be taken off; adding and taking off need a fresh proof; an
    /// administrator takes all off at once.
    async fn langkah_kedua_yang_wajib(basis: BasisUji) {
        let r = ruang(basis).await;
        let admin = orang(&r.store, "admin@contoh.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
        let p = orang(&r.store, "sari@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        wajib::tetapkan(&r.store, &admin, &[Peran::Nasional]).await.unwrap();
        let (token, kurang) = masuk_sandi(&r, &p).await;
        assert!(kurang.kurang_faktor && kurang.peran.is_empty());
        let a = Alat::baru("satu");
        pasang(&r, &kurang, &a).await.unwrap();
        let penuh = kini(&r, &token).await;
        assert!(!penuh.kurang_faktor && penuh.punya(Peran::Nasional));
        let id = kunci_sandi::milik(r.store.baca(), p.akun).await.unwrap()[0].id;
        assert!(matches!(kunci_sandi::hapus(&r.store, &penuh, id).await, Err(StoreError::Keadaan("faktor-wajib-peran"))));
        let tanpa = wajib::daftar(&r.store, &admin).await.unwrap().into_iter().find(|w| w.peran == Peran::Nasional).unwrap();
        assert_eq!((tanpa.akun, tanpa.tanpa), (1, 0));
        r.store.jam().maju(601);
        let basi = kini(&r, &token).await;
        assert!(matches!(kunci_sandi::hapus(&r.store, &basi, id).await, Err(StoreError::Keadaan("bukti-basi"))));
        assert!(matches!(pasang(&r, &basi, &Alat::baru("dua")).await, Err(StoreError::Keadaan("bukti-basi"))));
        faktor::setel_ulang(&r.store, Some(&admin), p.akun, "ponsel hilang").await.unwrap();
        assert!(kunci_sandi::milik(r.store.baca(), p.akun).await.unwrap().is_empty());
    }
}
