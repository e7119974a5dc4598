//! Keyed marks (HMAC-SHA-256) over rows that open a door: sessions, one-time links, passkeys, ties to the agency's provider, recovery codes,
//! tokens of programs and of tenants; and over whether an account has a second step ([`crate::faktor::tanda`]). Their key is derived from the installation's key file, so who writes the database, but holds no key file, can neither make such a row nor hand one to
//! another account. What a row says is decided where the row is written; what stood before there were marks is `lama`.

mod lama;

pub(crate) use lama::{tandai_lagi, tandai_lama, tandai_sandi, ulang};

use crate::Kunci;
use ring::hmac;

/// The migration that brings the marks.
pub(crate) const MIGRASI: &str = "0071_meterai";
/// The one that brings those of recovery codes, tokens and second steps.
pub(crate) const MIGRASI_LAGI: &str = "0074_pintu_lagi";
/// The one that brings those of passwords from before the audit log held digests, and by which marks of roles say where these came from.
pub(crate) const MIGRASI_SANDI: &str = "0076_tanda_sandi";

/// What a mark covers: the name of the table, then each field with its length, so that no two rows read alike.
pub(crate) struct Meterai(Vec<u8>);

impl Meterai {
    pub fn atas(tabel: &str) -> Self {
        Self(Vec::new()).teks(Some(tabel))
    }

    #[must_use]
    pub fn bita(mut self, isi: Option<&[u8]>) -> Self {
        self.0.extend(isi.map_or(u64::MAX, |b| b.len() as u64).to_be_bytes());
        self.0.extend(isi.unwrap_or_default());
        self
    }

    #[must_use]
    pub fn teks(self, isi: Option<&str>) -> Self {
        self.bita(isi.map(str::as_bytes))
    }

    #[must_use]
    pub fn id(self, isi: Option<uuid::Uuid>) -> Self {
        self.bita(isi.as_ref().map(|u| u.as_bytes().as_slice()))
    }

    #[must_use]
    pub fn angka(self, isi: Option<i64>) -> Self {
        self.bita(isi.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice))
    }

    pub fn buat(&self, kunci: &Kunci) -> Vec<u8> {
        hmac::sign(&turunan(kunci), &self.0).as_ref().to_vec()
    }

    pub fn sah(&self, kunci: &Kunci, tanda: Option<&[u8]>) -> bool {
        tanda.is_some_and(|t| hmac::verify(&turunan(kunci), &self.0, t).is_ok())
    }
}

fn turunan(kunci: &Kunci) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &kunci.turunan("meterai:1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_of_its_key_its_table_and_its_fields() {
        let kunci = Kunci::dari_benih([7; 32]);
        let satu = || Meterai::atas("sesi").teks(Some("ab")).angka(Some(1)).bita(None);
        let tanda = satu().buat(&kunci);
        assert_eq!(tanda.len(), 32);
        assert!(satu().sah(&kunci, Some(&tanda)));
        assert!(!satu().sah(&kunci, None));
        assert!(!satu().sah(&kunci, Some(&tanda[..31])));
        assert!(!satu().sah(&Kunci::dari_benih([8; 32]), Some(&tanda)));
        for lain in [
            Meterai::atas("tautan").teks(Some("ab")).angka(Some(1)).bita(None),
            Meterai::atas("sesi").teks(Some("a")).teks(Some("b")).angka(Some(1)).bita(None),
            Meterai::atas("sesi").teks(Some("ab")).angka(Some(2)).bita(None),
            Meterai::atas("sesi").teks(Some("ab")).angka(Some(1)).bita(Some(b"")),
        ] {
            assert!(!lain.sah(&kunci, Some(&tanda)));
        }
    }
}
