//! ES512 (ECDSA on P-521 with SHA-512), which `ring` does not have: signing with the key of this program, and checking what the provider
//! signed. Everything else is `ring`'s (`kunci`, `jwt`); why, and how far this is trusted: `docs/decisions/sign-in.md`.

use p521::{
    ecdsa::{
        Signature, SigningKey, VerifyingKey,
        signature::{Signer as _, Verifier as _},
    },
    pkcs8::DecodePrivateKey as _,
};

/// A private key on P-521.
pub(super) struct KunciP521 {
    kunci: SigningKey,
    publik: Vec<u8>,
}

impl KunciP521 {
    /// From PKCS#8; `None`: not a key of this curve.
    pub fn dari(pkcs8: &[u8]) -> Option<Self> {
        SigningKey::from_pkcs8_der(pkcs8).ok().map(Self::baru)
    }

    fn baru(kunci: SigningKey) -> Self {
        let publik = kunci.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        Self { kunci, publik }
    }

    /// The public half as a point that is not compressed (SEC 1).
    pub fn publik(&self) -> &[u8] {
        &self.publik
    }

    /// The signature as JWS writes it: two numbers of 66 bytes. Its random number follows from key and text (RFC 6979).
    pub fn tandai(&self, pesan: &[u8]) -> Option<Vec<u8>> {
        let tanda: Signature = self.kunci.try_sign(pesan).ok()?;
        Some(tanda.to_bytes().to_vec())
    }
}

/// Whether the key of this point signed this.
pub(super) fn periksa(titik: &[u8], pesan: &[u8], tanda: &[u8]) -> bool {
    let (Ok(kunci), Ok(tanda)) = (VerifyingKey::from_sec1_bytes(titik), Signature::from_slice(tanda)) else { return false };
    kunci.verify(pesan, &tanda).is_ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use p521::{SecretKey, pkcs8::EncodePrivateKey as _};

    /// A new key in PKCS#8.
    pub fn baru() -> Vec<u8> {
        let mut acak = [0_u8; 66];
        rand::fill(&mut acak[1..]);
        SecretKey::from_slice(&acak).unwrap().to_pkcs8_der().unwrap().as_bytes().to_vec()
    }

    fn heksa(teks: &str) -> Vec<u8> {
        (0..teks.len()).step_by(2).map(|i| u8::from_str_radix(&teks[i..i + 2], 16).unwrap()).collect()
    }

    /// Key and signature of RFC 6979, A.2.7 (SHA-512, "sample").
    #[test]
    fn the_signature_of_the_standard() {
        let rahasia = "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538";
        let x = "01894550D0785932E00EAA23B694F213F8C3121F86DC97A04E5A7167DB4E5BCD371123D46E45DB6B5D5370A7F20FB633155D38FFA16D2BD761DCAC474B9A2F5023A4";
        let y = "00493101C962CD4D2FDDF782285E64584139C2F91B47F87FF82354D6630F746A28A0DB25741B5B34A828008B22ACC23F924FAAFBD4D33F81EA66956DFEAA2BFDFCF5";
        let r = "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC91F9B15BF05EC36E377FA";
        let s = "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A";
        let (titik, mut tanda) = (heksa(&format!("04{x}{y}")), heksa(&format!("{r}{s}")));
        let k = KunciP521::baru(SigningKey::from_slice(&heksa(rahasia)).unwrap());
        assert_eq!((k.publik(), k.tandai(b"sample").unwrap()), (&*titik, tanda.clone()));
        assert!(periksa(&titik, b"sample", &tanda));
        assert!(!periksa(&titik, b"Sample", &tanda));
        tanda[131] ^= 1;
        assert!(!periksa(&titik, b"sample", &tanda));
        assert!(!periksa(&titik, b"sample", &tanda[..131]) && !periksa(&titik[..132], b"sample", &tanda));
        assert!(!periksa(&titik, b"sample", &[0; 132]), "zero is no signature");
    }

    #[test]
    fn signs_what_it_checks() {
        let k = KunciP521::dari(&baru()).unwrap();
        let tanda = k.tandai(b"isi").unwrap();
        assert_eq!((tanda.len(), k.publik().len()), (132, 133));
        assert!(periksa(k.publik(), b"isi", &tanda));
        assert!(!periksa(KunciP521::dari(&baru()).unwrap().publik(), b"isi", &tanda));
        assert!(KunciP521::dari(b"bukan kunci").is_none());
    }
}
