//! Signatures of requests: AWS Signature Version 4 in headers, the payload's hash among what is signed. An object is named by that
//! hash, so the store itself refuses content that was changed on the way.

use crate::sidik_hex;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt::Write as _;

pub(super) struct Kunci {
    pub id: String,
    pub rahasia: String,
    pub wilayah: String,
}

/// What is signed. `kepala` in the order of their names, which are in small letters; `kueri` sorted and encoded.
pub(super) struct Permintaan<'a> {
    pub metode: &'a str,
    pub jalur: &'a str,
    pub kueri: &'a str,
    pub kepala: &'a [(&'a str, &'a str)],
    /// SHA-256 of the body, hex.
    pub isi: &'a str,
    /// `20130524T000000Z`.
    pub pada: &'a str,
}

/// The value of the `Authorization` header.
pub(super) fn tandai(k: &Kunci, p: &Permintaan<'_>) -> String {
    let nama = p.kepala.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(";");
    let mut kanonik = format!("{}\n{}\n{}\n", p.metode, p.jalur, p.kueri);
    for (n, v) in p.kepala {
        let _ = writeln!(kanonik, "{n}:{}", v.trim());
    }
    let _ = write!(kanonik, "\n{nama}\n{}", p.isi);
    let hari = &p.pada[..8.min(p.pada.len())];
    let lingkup = format!("{hari}/{}/s3/aws4_request", k.wilayah);
    let teks = format!("AWS4-HMAC-SHA256\n{}\n{lingkup}\n{}", p.pada, sidik_hex(kanonik.as_bytes()));
    let mut kunci = format!("AWS4{}", k.rahasia).into_bytes();
    for bagian in [hari, &k.wilayah, "s3", "aws4_request", &teks] {
        kunci = hmac(&kunci, bagian.as_bytes());
    }
    format!("AWS4-HMAC-SHA256 Credential={}/{lingkup},SignedHeaders={nama},Signature={}", k.id, hex::encode(kunci))
}

fn hmac(kunci: &[u8], isi: &[u8]) -> Vec<u8> {
    // A key of any length is taken.
    let Ok(mut m) = Hmac::<Sha256>::new_from_slice(kunci) else { return Vec::new() };
    m.update(isi);
    m.finalize().into_bytes().to_vec()
}

/// Encodes all but letters, digits and `-._~`.
pub(super) fn persen(teks: &str) -> String {
    teks.bytes().fold(String::with_capacity(teks.len()), |mut s, b| {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            s.push(char::from(b));
        } else {
            let _ = write!(s, "%{b:02X}");
        }
        s
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KOSONG: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn kunci() -> Kunci {
        let rahasia = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into();
        Kunci { id: "AKIAIOSFODNN7EXAMPLE".into(), rahasia, wilayah: "us-east-1".into() }
    }

    /// The examples of the documentation of Amazon S3, "Signature Calculations for the Authorization Header".
    #[test]
    fn signatures_are_those_of_the_published_examples() {
        let (inang, pada) = ("examplebucket.s3.amazonaws.com", "20130524T000000Z");
        let lain = [("host", inang), ("x-amz-content-sha256", KOSONG), ("x-amz-date", pada)];
        let dengan_rentang = [lain[0], ("range", "bytes=0-9"), lain[1], lain[2]];
        for (jalur, kueri, kepala, harap) in [
            ("/test.txt", "", &dengan_rentang[..], "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
            ("/", "lifecycle=", &lain, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
            ("/", "max-keys=2&prefix=J", &lain, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
        ] {
            let t = tandai(&kunci(), &Permintaan { metode: "GET", jalur, kueri, kepala, isi: KOSONG, pada });
            assert!(t.ends_with(&format!("Signature={harap}")), "{jalur}?{kueri}: {t}");
        }
    }

    #[test]
    fn only_plain_characters_stay() {
        assert_eq!(persen("a/b+c=~"), "a%2Fb%2Bc%3D~");
    }
}
