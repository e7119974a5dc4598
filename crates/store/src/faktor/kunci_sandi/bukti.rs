//! What an authenticator says, checked as WebAuthn Level 3 asks (sections 7.1 and 7.2): type, challenge, origin, relying party, presence and
//! verification of the person, signature. No database and no clock. The origin of the device itself (attestation) is neither asked for
//! nor judged: any maker's device is taken.

use ciborium::Value;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA384_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use sha2::{Digest as _, Sha256};

/// Signatures that are taken (COSE), in the order in which they are wished: Ed25519, ES256, ES384, RS256 (older Windows).
pub const ALGORITMA: [i64; 4] = [-8, -7, -35, -257];
/// Longest id of a credential that the standard allows.
const KREDENSIAL_MAKS: usize = 1023;

const HADIR: u8 = 0x01;
const TERVERIFIKASI: u8 = 0x04;
const DAPAT_DISALIN: u8 = 0x08;
const DISALIN: u8 = 0x10;
const BERISI_KUNCI: u8 = 0x40;
const BERISI_TAMBAHAN: u8 = 0x80;

/// This installation as browsers know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pihak {
    /// Scheme, host and port of the public address.
    pub asal: String,
    /// Host of the public address.
    pub rp: String,
}

impl Pihak {
    /// From the configured public address; `None` where browsers offer no passkeys: an address of numbers, or one without https
    /// that is not this machine.
    #[must_use]
    pub fn dari_alamat(alamat: &str) -> Option<Self> {
        let (skema, sisa) = alamat.split_once("://")?;
        let tempat = sisa.split(['/', '?', '#']).next()?.to_ascii_lowercase();
        let rp = tempat.split(':').next()?.to_owned();
        let angka = tempat.starts_with('[') || rp.parse::<std::net::Ipv4Addr>().is_ok();
        let aman = skema == "https" || (skema == "http" && (rp == "localhost" || rp.ends_with(".localhost")));
        if rp.is_empty() || angka || !aman || tempat.contains('@') {
            return None;
        }
        let baku = if skema == "https" { ":443" } else { ":80" };
        Some(Self { asal: format!("{skema}://{}", tempat.strip_suffix(baku).unwrap_or(&tempat)), rp })
    }
}

/// What came back when a passkey was made.
#[derive(Debug, Clone, Default)]
pub struct Pendaftaran {
    pub data_klien: Vec<u8>,
    pub objek: Vec<u8>,
}

/// What came back when a passkey was used.
#[derive(Debug, Clone, Default)]
pub struct Pernyataan {
    pub kredensial: Vec<u8>,
    pub data_klien: Vec<u8>,
    pub data_alat: Vec<u8>,
    pub tanda: Vec<u8>,
    /// The user handle, where the device gave one.
    pub pengguna: Option<Vec<u8>>,
}

/// Why it was not taken; for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Tolak {
    #[error("malformed")]
    Bentuk,
    #[error("another kind of ceremony")]
    Jenis,
    #[error("another challenge")]
    Tantangan,
    #[error("another origin")]
    Asal,
    #[error("another relying party")]
    Rp,
    #[error("the person was not verified")]
    TanpaVerifikasi,
    #[error("a key of a kind that is not taken")]
    Kunci,
    #[error("the signature does not fit")]
    Tanda,
    #[error("the counter did not advance: perhaps a copy")]
    Hitungan,
    #[error("unknown credential")]
    TakDikenal,
    #[error("a credential of another account")]
    AkunLain,
    #[error("used or expired challenge")]
    Basi,
}

/// A credential that was just made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Baru {
    pub kredensial: Vec<u8>,
    pub kunci: Vec<u8>,
    pub hitungan: i64,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct DataKlien {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

fn periksa_klien(isi: &[u8], jenis: &str, tantangan: &[u8], p: &Pihak) -> Result<(), Tolak> {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let d: DataKlien = serde_json::from_slice(isi).map_err(|_| Tolak::Bentuk)?;
    if d.r#type != jenis {
        return Err(Tolak::Jenis);
    }
    if d.challenge != URL_SAFE_NO_PAD.encode(tantangan) {
        return Err(Tolak::Tantangan);
    }
    if d.origin != p.asal || d.cross_origin { Err(Tolak::Asal) } else { Ok(()) }
}

/// The authenticator's data: counter, and what follows it.
fn periksa_alat<'a>(isi: &'a [u8], p: &Pihak) -> Result<(u8, i64, &'a [u8]), Tolak> {
    let (rp, sisa) = isi.split_at_checked(32).ok_or(Tolak::Bentuk)?;
    let (&bendera, sisa) = sisa.split_first().ok_or(Tolak::Bentuk)?;
    let (hitungan, sisa) = sisa.split_at_checked(4).ok_or(Tolak::Bentuk)?;
    if rp != Sha256::digest(p.rp.as_bytes()).as_slice() {
        return Err(Tolak::Rp);
    }
    if bendera & HADIR == 0 || bendera & TERVERIFIKASI == 0 {
        return Err(Tolak::TanpaVerifikasi);
    }
    if bendera & DISALIN != 0 && bendera & DAPAT_DISALIN == 0 {
        return Err(Tolak::Bentuk);
    }
    let hitungan = u32::from_be_bytes(hitungan.try_into().map_err(|_| Tolak::Bentuk)?);
    Ok((bendera, i64::from(hitungan), sisa))
}

fn cbor(isi: &mut &[u8]) -> Result<Value, Tolak> {
    ciborium::from_reader(isi).map_err(|_| Tolak::Bentuk)
}

/// Checks a passkey that was made.
pub(super) fn pendaftaran(d: &Pendaftaran, tantangan: &[u8], p: &Pihak) -> Result<Baru, Tolak> {
    periksa_klien(&d.data_klien, "webauthn.create", tantangan, p)?;
    let objek = cbor(&mut d.objek.as_slice())?;
    let medan = objek.as_map().ok_or(Tolak::Bentuk)?;
    let alat = medan.iter().find(|(k, _)| k.as_text() == Some("authData")).and_then(|(_, v)| v.as_bytes()).ok_or(Tolak::Bentuk)?;
    let (bendera, hitungan, sisa) = periksa_alat(alat, p)?;
    if bendera & BERISI_KUNCI == 0 {
        return Err(Tolak::Bentuk);
    }
    let (_jenis_alat, sisa) = sisa.split_at_checked(16).ok_or(Tolak::Bentuk)?;
    let (panjang, sisa) = sisa.split_at_checked(2).ok_or(Tolak::Bentuk)?;
    let panjang = usize::from(u16::from_be_bytes([panjang[0], panjang[1]]));
    let (kredensial, mut sisa) = sisa.split_at_checked(panjang).ok_or(Tolak::Bentuk)?;
    if kredensial.is_empty() || panjang > KREDENSIAL_MAKS {
        return Err(Tolak::Bentuk);
    }
    let mulai = sisa;
    Kunci::urai(&cbor(&mut sisa)?)?;
    let kunci = mulai[..mulai.len() - sisa.len()].to_vec();
    if sisa.is_empty() == (bendera & BERISI_TAMBAHAN != 0) {
        return Err(Tolak::Bentuk);
    }
    Ok(Baru { kredensial: kredensial.to_vec(), kunci, hitungan })
}

/// Checks a passkey that was used against the public key that was kept; gives its counter.
pub(super) fn pernyataan(d: &Pernyataan, kunci: &[u8], tantangan: &[u8], p: &Pihak) -> Result<i64, Tolak> {
    periksa_klien(&d.data_klien, "webauthn.get", tantangan, p)?;
    let (_, hitungan, _) = periksa_alat(&d.data_alat, p)?;
    let pesan = [d.data_alat.as_slice(), &Sha256::digest(&d.data_klien)].concat();
    let kunci = cbor(&mut &*kunci)?;
    Kunci::urai(&kunci)?.periksa(&pesan, &d.tanda)?;
    Ok(hitungan)
}

/// A public key (COSE, RFC 9053).
enum Kunci {
    Es256(Vec<u8>),
    Es384(Vec<u8>),
    Ed25519(Vec<u8>),
    Rs256 { n: Vec<u8>, e: Vec<u8> },
}

impl Kunci {
    fn urai(v: &Value) -> Result<Self, Tolak> {
        let medan = v.as_map().ok_or(Tolak::Kunci)?;
        let cari = |nomor: i64| medan.iter().find(|(k, _)| k.as_integer() == Some(nomor.into())).map(|(_, v)| v);
        let angka = |nomor| cari(nomor).and_then(Value::as_integer).and_then(|i| i64::try_from(i).ok());
        let bita = |nomor, panjang: usize| {
            let b = cari(nomor).and_then(Value::as_bytes).filter(|b| panjang == 0 || b.len() == panjang);
            b.cloned().ok_or(Tolak::Kunci)
        };
        let titik = |panjang| Ok::<_, Tolak>([&[4][..], &bita(-2, panjang)?, &bita(-3, panjang)?].concat());
        // Type, algorithm, curve.
        match (angka(1), angka(3), angka(-1)) {
            (Some(2), Some(-7), Some(1)) => Ok(Self::Es256(titik(32)?)),
            (Some(2), Some(-35), Some(2)) => Ok(Self::Es384(titik(48)?)),
            (Some(1), Some(-8), Some(6)) => Ok(Self::Ed25519(bita(-2, 32)?)),
            (Some(3), Some(-257), _) => Ok(Self::Rs256 { n: bita(-1, 0)?, e: bita(-2, 0)? }),
            _ => Err(Tolak::Kunci),
        }
    }

    fn periksa(&self, pesan: &[u8], tanda: &[u8]) -> Result<(), Tolak> {
        let hasil = match self {
            Self::Es256(k) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, k).verify(pesan, tanda),
            Self::Es384(k) => UnparsedPublicKey::new(&ECDSA_P384_SHA384_ASN1, k).verify(pesan, tanda),
            Self::Ed25519(k) => UnparsedPublicKey::new(&ED25519, k).verify(pesan, tanda),
            Self::Rs256 { n, e } => RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, pesan, tanda),
        };
        hasil.map_err(|_| Tolak::Tanda)
    }
}

#[cfg(test)]
mod tests;
