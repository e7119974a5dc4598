use super::*;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _},
};

const TANTANGAN: &[u8] = b"tantangan yang acak";

fn pihak() -> Pihak {
    Pihak::dari_alamat("https://prima.contoh.go.id").unwrap()
}

enum Pena {
    Ec(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
}

impl Pena {
    fn ec() -> Self {
        let r = SystemRandom::new();
        let k = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &r).unwrap();
        Self::Ec(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, k.as_ref(), &r).unwrap())
    }

    fn ed() -> Self {
        let k = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self::Ed(Ed25519KeyPair::from_pkcs8(k.as_ref()).unwrap())
    }

    fn cose(&self) -> Vec<u8> {
        let i = |n: i64| Value::Integer(n.into());
        let v = match self {
            Self::Ec(k) => {
                let t = k.public_key().as_ref();
                vec![
                    (i(1), i(2)),
                    (i(3), i(-7)),
                    (i(-1), i(1)),
                    (i(-2), Value::Bytes(t[1..33].to_vec())),
                    (i(-3), Value::Bytes(t[33..].to_vec())),
                ]
            }
            Self::Ed(k) => {
                vec![(i(1), i(1)), (i(3), i(-8)), (i(-1), i(6)), (i(-2), Value::Bytes(k.public_key().as_ref().to_vec()))]
            }
        };
        tulis(&Value::Map(v))
    }

    fn tanda(&self, pesan: &[u8]) -> Vec<u8> {
        match self {
            Self::Ec(k) => k.sign(&SystemRandom::new(), pesan).unwrap().as_ref().to_vec(),
            Self::Ed(k) => k.sign(pesan).as_ref().to_vec(),
        }
    }
}

fn tulis(v: &Value) -> Vec<u8> {
    let mut isi = Vec::new();
    ciborium::into_writer(v, &mut isi).unwrap();
    isi
}

fn klien(jenis: &str, tantangan: &[u8], asal: &str, lintas: bool) -> Vec<u8> {
    let t = URL_SAFE_NO_PAD.encode(tantangan);
    format!("{{\"type\":\"{jenis}\",\"challenge\":\"{t}\",\"origin\":\"{asal}\",\"crossOrigin\":{lintas},\"lain\":1}}").into_bytes()
}

fn alat(rp: &str, bendera: u8, hitungan: u32) -> Vec<u8> {
    [Sha256::digest(rp.as_bytes()).as_slice(), &[bendera], &hitungan.to_be_bytes()].concat()
}

fn daftar(pena: &Pena, bendera: u8, sisa: &[u8]) -> Pendaftaran {
    let isi = [&alat("prima.contoh.go.id", bendera, 0), &[0; 16][..], &[0, 4], b"kred", &pena.cose(), sisa].concat();
    let objek = Value::Map(vec![
        (Value::Text("fmt".into()), Value::Text("none".into())),
        (Value::Text("attStmt".into()), Value::Map(vec![])),
        (Value::Text("authData".into()), Value::Bytes(isi)),
    ]);
    Pendaftaran { data_klien: klien("webauthn.create", TANTANGAN, &pihak().asal, false), objek: tulis(&objek) }
}

fn pakai(pena: &Pena, data_klien: Vec<u8>, data_alat: Vec<u8>) -> Pernyataan {
    let tanda = pena.tanda(&[data_alat.as_slice(), &Sha256::digest(&data_klien)].concat());
    Pernyataan { kredensial: b"kred".to_vec(), data_klien, data_alat, tanda, pengguna: None }
}

#[test]
fn only_addresses_for_which_browsers_have_passkeys() {
    let p = |a: &str| Pihak::dari_alamat(a).map(|p| (p.asal, p.rp));
    let dua = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
    assert_eq!(p("https://Prima.go.id"), dua("https://prima.go.id", "prima.go.id"));
    assert_eq!(p("https://prima.go.id:443"), dua("https://prima.go.id", "prima.go.id"));
    assert_eq!(p("https://prima.go.id:8443/"), dua("https://prima.go.id:8443", "prima.go.id"));
    assert_eq!(p("http://localhost:8080"), dua("http://localhost:8080", "localhost"));
    for a in
        ["http://prima.go.id", "https://10.0.0.1", "http://127.0.0.1:8080", "https://[::1]:8080", "prima.go.id", "https://", "https://a@b"]
    {
        assert_eq!(p(a), None, "{a}");
    }
}

#[test]
fn made_and_used_with_both_kinds_of_keys() {
    for pena in [Pena::ec(), Pena::ed()] {
        let b = pendaftaran(&daftar(&pena, HADIR | TERVERIFIKASI | BERISI_KUNCI, &[]), TANTANGAN, &pihak()).unwrap();
        assert_eq!((b.kredensial.as_slice(), b.hitungan, &b.kunci), (b"kred".as_slice(), 0, &pena.cose()));
        let d = pakai(&pena, klien("webauthn.get", TANTANGAN, &pihak().asal, false), alat("prima.contoh.go.id", 5, 9));
        assert_eq!(pernyataan(&d, &b.kunci, TANTANGAN, &pihak()), Ok(9));
        for n in 0..d.tanda.len() {
            let mut rusak = d.clone();
            rusak.tanda[n] ^= 1;
            assert_eq!(pernyataan(&rusak, &b.kunci, TANTANGAN, &pihak()), Err(Tolak::Tanda), "byte {n}");
        }
        assert_eq!(pernyataan(&d, &Pena::ec().cose(), TANTANGAN, &pihak()), Err(Tolak::Tanda), "another key");
    }
}

#[test]
fn what_does_not_belong_here_is_refused() {
    let (pena, asal) = (Pena::ec(), pihak().asal);
    let coba = |k: Vec<u8>, a: Vec<u8>| pernyataan(&pakai(&pena, k, a), &pena.cose(), TANTANGAN, &pihak());
    let baik = || alat("prima.contoh.go.id", HADIR | TERVERIFIKASI, 1);
    assert_eq!(coba(klien("webauthn.get", TANTANGAN, &asal, false), baik()), Ok(1));
    assert_eq!(coba(klien("webauthn.create", TANTANGAN, &asal, false), baik()), Err(Tolak::Jenis));
    assert_eq!(coba(klien("webauthn.get", b"lain", &asal, false), baik()), Err(Tolak::Tantangan));
    for palsu in ["https://prima.contoh.go.id.jahat.example", "http://prima.contoh.go.id", "https://prima.contoh.go.id:444", "null"] {
        assert_eq!(coba(klien("webauthn.get", TANTANGAN, palsu, false), baik()), Err(Tolak::Asal), "{palsu}");
    }
    assert_eq!(coba(klien("webauthn.get", TANTANGAN, &asal, true), baik()), Err(Tolak::Asal), "inside a frame of another site");
    let bagus = || klien("webauthn.get", TANTANGAN, &asal, false);
    assert_eq!(coba(bagus(), alat("jahat.example", 5, 1)), Err(Tolak::Rp));
    assert_eq!(coba(bagus(), alat("prima.contoh.go.id", HADIR, 1)), Err(Tolak::TanpaVerifikasi));
    assert_eq!(coba(bagus(), alat("prima.contoh.go.id", TERVERIFIKASI, 1)), Err(Tolak::TanpaVerifikasi));
    assert_eq!(coba(bagus(), alat("prima.contoh.go.id", 5 | DISALIN, 1)), Err(Tolak::Bentuk));
    assert_eq!(coba(bagus(), baik()[..36].to_vec()), Err(Tolak::Bentuk));
    assert_eq!(coba(b"{}".to_vec(), baik()), Err(Tolak::Bentuk));
}

#[test]
fn a_malformed_registration_is_refused_and_never_panics() {
    let penuh = HADIR | TERVERIFIKASI | BERISI_KUNCI;
    let pena = Pena::ec();
    let coba = |d: &Pendaftaran| pendaftaran(d, TANTANGAN, &pihak());
    assert_eq!(coba(&daftar(&pena, HADIR | BERISI_KUNCI, &[])), Err(Tolak::TanpaVerifikasi));
    assert_eq!(coba(&daftar(&pena, penuh & !BERISI_KUNCI, &[])), Err(Tolak::Bentuk));
    assert_eq!(coba(&daftar(&pena, penuh, &[0])), Err(Tolak::Bentuk), "something after the key");
    assert!(coba(&daftar(&pena, penuh | BERISI_TAMBAHAN, &[0xa0])).is_ok());
    let baik = daftar(&pena, penuh, &[]);
    for n in 0..baik.objek.len() {
        assert!(coba(&Pendaftaran { objek: baik.objek[..n].to_vec(), ..baik.clone() }).is_err(), "cut at {n}");
        for bit in 0..8 {
            let mut rusak = baik.clone();
            rusak.objek[n] ^= 1 << bit;
            let _ = coba(&rusak);
        }
    }
}
