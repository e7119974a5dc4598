//! The signed stamp of a form page: when it was made, a random number, and a keyed digest over both and the round's token
//! (HMAC-SHA256, 16 bytes). It proves that a page of ours was asked for, without a cookie and without a row in the database.
//! What a stamp says about an answer (too fast, used many times) is a mark, never a refusal; only a forgery is refused.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use store::{Kunci, Waktu};

/// Characters of a stamp: always the same, so that a page's length never changes.
pub const PANJANG: usize = 38;
/// A page kept on a phone without a line stays good this long.
pub const UMUR: u32 = 30 * 24 * 3600;
/// Clocks of two machines may differ by this many seconds before a stamp counts as from the future.
const SELISIH: u32 = 60;
const ISI: usize = 12;
const PENUH: usize = ISI + 16;

/// Makes and checks stamps with a key of this installation.
#[derive(Clone)]
pub struct Stempel(Hmac<Sha256>);

/// A stamp of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sah {
    /// When the page was made, in seconds since 1970.
    pub dibuat: u32,
    /// Seconds from then until now; 0 for a stamp from the future.
    pub umur: u32,
    /// Made later than now: some clock was set back.
    pub masa_depan: bool,
    /// The stamp's random number.
    pub acak: u64,
}

/// Why a stamp is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Salah {
    /// Missing, or not made here, or made for another round.
    Palsu,
    /// Older than [`UMUR`].
    Usang,
}

impl Stempel {
    /// # Errors
    /// Never in practice: HMAC takes keys of any length.
    pub fn baru(kunci: &Kunci) -> Result<Self, hmac::digest::InvalidLength> {
        Hmac::new_from_slice(&kunci.turunan("stempel")).map(Self)
    }

    /// A fresh stamp for a page of the round.
    #[must_use]
    pub fn buat(&self, token: &str, kini: Waktu) -> String {
        self.buat_dengan(token, detik(kini), rand::random())
    }

    /// A stamp for a form that comes back because its own was no good: it counts as read already.
    #[must_use]
    pub fn ganti(&self, token: &str, kini: Waktu, pertanyaan: u32) -> String {
        self.buat_dengan(token, detik(kini).saturating_sub(super::tanda::detik_wajar(pertanyaan)), rand::random())
    }

    fn buat_dengan(&self, token: &str, dibuat: u32, acak: u64) -> String {
        let mut isi = [0_u8; PENUH];
        isi[..4].copy_from_slice(&dibuat.to_be_bytes());
        isi[4..ISI].copy_from_slice(&acak.to_be_bytes());
        let tanda = self.hitung(token, &isi[..ISI]).finalize().into_bytes();
        isi[ISI..].copy_from_slice(&tanda[..PENUH - ISI]);
        URL_SAFE_NO_PAD.encode(isi)
    }

    /// # Errors
    /// When the stamp was not made for this round here, or is too old.
    pub fn periksa(&self, token: &str, stempel: &str, kini: Waktu) -> Result<Sah, Salah> {
        let mut isi = [0_u8; PENUH];
        match URL_SAFE_NO_PAD.decode_slice(stempel, &mut isi) {
            Ok(PENUH) => {}
            _ => return Err(Salah::Palsu),
        }
        // Compares in constant time.
        self.hitung(token, &isi[..ISI]).verify_truncated_left(&isi[ISI..]).map_err(|_| Salah::Palsu)?;
        let dibuat = isi[..4].try_into().map_or(0, u32::from_be_bytes);
        let acak = isi[4..ISI].try_into().map_or(0, u64::from_be_bytes);
        let umur = detik(kini).saturating_sub(dibuat);
        if umur > UMUR {
            return Err(Salah::Usang);
        }
        Ok(Sah { dibuat, umur, masa_depan: dibuat > detik(kini).saturating_add(SELISIH), acak })
    }

    fn hitung(&self, token: &str, isi: &[u8]) -> Hmac<Sha256> {
        // The first part has a fixed length, so the two cannot be shifted against each other.
        self.0.clone().chain_update(isi).chain_update(token.as_bytes())
    }
}

fn detik(kini: Waktu) -> u32 {
    u32::try_from(kini.0 / 1_000_000).unwrap_or(if kini.0 < 0 { 0 } else { u32::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINI: Waktu = Waktu(1_772_409_600_000_000);

    fn stempel(benih: u8) -> Stempel {
        Stempel::baru(&Kunci::dari_benih([benih; 32])).unwrap()
    }

    #[test]
    fn a_stamp_of_ours_holds_for_thirty_days() {
        let s = stempel(1);
        let satu = s.buat("token", KINI);
        assert_eq!(satu.len(), PANJANG);
        assert_eq!(s.periksa("token", &satu, KINI.tambah_detik(7)).unwrap().umur, 7);
        assert!(s.periksa("token", &satu, KINI.tambah_detik(i64::from(UMUR))).is_ok());
        assert_eq!(s.periksa("token", &satu, KINI.tambah_detik(i64::from(UMUR) + 1)), Err(Salah::Usang));
        assert_ne!(satu, s.buat("token", KINI));
    }

    #[test]
    fn a_clock_set_back_is_a_mark_and_no_refusal() {
        let s = stempel(1);
        let satu = s.buat("token", KINI);
        assert!(!s.periksa("token", &satu, KINI.tambah_detik(-60)).unwrap().masa_depan);
        assert!(s.periksa("token", &satu, KINI.tambah_detik(-61)).unwrap().masa_depan);
    }

    #[test]
    fn every_changed_bit_is_a_forgery() {
        let s = stempel(1);
        let satu = s.buat("token", KINI);
        for palsu in ["", "a", &"A".repeat(PANJANG), &satu[1..], &format!("{satu}A")] {
            assert_eq!(s.periksa("token", palsu, KINI), Err(Salah::Palsu), "{palsu:?}");
        }
        assert_eq!(s.periksa("lain", &satu, KINI), Err(Salah::Palsu));
        assert_eq!(stempel(2).periksa("token", &satu, KINI), Err(Salah::Palsu));
        let isi = URL_SAFE_NO_PAD.decode(&satu).unwrap();
        for bit in 0..isi.len() * 8 {
            let mut ubah = isi.clone();
            ubah[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(s.periksa("token", &URL_SAFE_NO_PAD.encode(ubah), KINI), Err(Salah::Palsu), "bit {bit}");
        }
    }
}
