//! Sealing of short secrets that the database holds or a browser carries: ChaCha20-Poly1305 under a key that is derived from the
//! installation's key file, so that a copy of the database alone opens none. What a secret is for and whose it is are bound in.

use crate::{Hasil, Kunci, StoreError};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

fn kunci_segel(kunci: &Kunci) -> Option<LessSafeKey> {
    kunci_dari(&kunci.turunan("rahasia:1"))
}

fn kunci_dari(kunci: &[u8; 32]) -> Option<LessSafeKey> {
    UnboundKey::new(&CHACHA20_POLY1305, kunci).ok().map(LessSafeKey::new)
}

fn ikatan(guna: &str, milik: &[u8]) -> Vec<u8> {
    [guna.as_bytes(), &[0], milik].concat()
}

/// Nonce, ciphertext and tag.
pub(crate) fn segel(kunci: &Kunci, guna: &str, milik: &[u8], isi: &[u8]) -> Hasil<Vec<u8>> {
    segel_dengan(kunci_segel(kunci), guna, milik, isi)
}

/// The same under a key of one's own.
pub(crate) fn segel_di(kunci: &[u8; 32], guna: &str, milik: &[u8], isi: &[u8]) -> Hasil<Vec<u8>> {
    segel_dengan(kunci_dari(kunci), guna, milik, isi)
}

fn segel_dengan(kunci: Option<LessSafeKey>, guna: &str, milik: &[u8], isi: &[u8]) -> Hasil<Vec<u8>> {
    let gagal = || StoreError::Rusak("a secret could not be sealed".into());
    let nonce: [u8; NONCE_LEN] = rand::random();
    let mut badan = isi.to_vec();
    kunci
        .ok_or_else(gagal)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(ikatan(guna, milik)), &mut badan)
        .map_err(|_| gagal())?;
    Ok([nonce.as_slice(), &badan].concat())
}

/// What was sealed; `None` for another key, purpose or owner, or when it was changed.
pub(crate) fn buka(kunci: &Kunci, guna: &str, milik: &[u8], segel: &[u8]) -> Option<Vec<u8>> {
    buka_dengan(&kunci_segel(kunci)?, guna, milik, segel)
}

/// The same under a key of one's own.
pub(crate) fn buka_di(kunci: &[u8; 32], guna: &str, milik: &[u8], segel: &[u8]) -> Option<Vec<u8>> {
    buka_dengan(&kunci_dari(kunci)?, guna, milik, segel)
}

fn buka_dengan(kunci: &LessSafeKey, guna: &str, milik: &[u8], segel: &[u8]) -> Option<Vec<u8>> {
    let (nonce, badan) = segel.split_at_checked(NONCE_LEN)?;
    let mut badan = badan.to_vec();
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let isi = kunci.open_in_place(nonce, Aad::from(ikatan(guna, milik)), &mut badan).ok()?;
    Some(isi.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_for_its_key_purpose_and_owner_only() {
        let kunci = Kunci::dari_benih([7; 32]);
        let s = segel(&kunci, "totp", b"ani", b"rahasia").unwrap();
        assert_eq!(buka(&kunci, "totp", b"ani", &s).as_deref(), Some(b"rahasia".as_slice()));
        assert_eq!(buka(&kunci, "totp", b"budi", &s), None);
        assert_eq!(buka(&kunci, "lain", b"ani", &s), None);
        assert_eq!(buka(&Kunci::dari_benih([8; 32]), "totp", b"ani", &s), None);
        for n in 0..s.len() {
            let mut rusak = s.clone();
            rusak[n] ^= 1;
            assert_eq!(buka(&kunci, "totp", b"ani", &rusak), None, "byte {n}");
        }
        assert_eq!(buka(&kunci, "totp", b"ani", &s[..11]), None);
        assert!(!s.windows(7).any(|w| w == b"rahasia"));
    }
}
