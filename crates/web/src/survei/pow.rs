//! Proof of work: asked for only while a round is under attack. The page's stamp is the challenge: find a number so that
//! SHA-256 of `stempel:number` begins with [`BIT`] zero bits. A phone needs seconds, a script that fills ballots needs them for
//! each one. Nothing is kept here: whether a round is under attack is known by `laju`.

use sha2::{Digest as _, Sha256};

/// Zero bits asked for: 262,144 tries on average.
pub const BIT: u32 = 18;
/// The same for the page.
pub const BIT_HALAMAN: u8 = 18;
/// Longest number that is tried against a stamp, in digits.
const DIGIT: usize = 16;

/// Whether the work was done for this stamp.
#[must_use]
pub fn sah(stempel: &str, bukti: &str) -> bool {
    let angka = !bukti.is_empty() && bukti.len() <= DIGIT && bukti.bytes().all(|b| b.is_ascii_digit());
    angka && nol(stempel, bukti) >= BIT
}

fn nol(stempel: &str, bukti: &str) -> u32 {
    let sidik = Sha256::new().chain_update(stempel).chain_update(b":").chain_update(bukti).finalize();
    let mut jumlah = 0;
    for byte in sidik {
        jumlah += byte.leading_zeros();
        if byte != 0 {
            break;
        }
    }
    jumlah
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_bound_to_its_stamp() {
        let bukti = (0_u64..1 << 24).map(|n| n.to_string()).find(|n| sah("stempel", n)).unwrap();
        assert!(!sah("stempel2", &bukti));
        for palsu in ["", "0", "12a", "-1", &"1".repeat(17)] {
            assert!(!sah("stempel", palsu), "{palsu:?}");
        }
    }
}
