//! Numbers that only look random: the same seed gives the same data on every machine (SplitMix64).

use crate::Waktu;
use uuid::Uuid;

/// 2026-01-05 00:00 UTC: ids and times of simulated rows begin here.
const AWAL_MS: u64 = 1_767_571_200_000;

pub(super) struct Acak {
    keadaan: u64,
    urut: u64,
}

impl Acak {
    pub(super) fn baru(seed: u64) -> Self {
        Self { keadaan: seed, urut: 0 }
    }

    pub(super) fn angka(&mut self) -> u64 {
        self.keadaan = self.keadaan.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.keadaan ^ (self.keadaan >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0..n; n is small, so the bias does not matter here.
    pub(super) fn di_bawah(&mut self, n: u64) -> u64 {
        self.angka() % n.max(1)
    }

    /// A score from 0 to 5 as offices give them: mostly 3 to 5.
    pub(super) fn skor(&mut self) -> u8 {
        [1, 2, 3, 3, 4, 4, 4, 5, 5, 5][usize::try_from(self.di_bawah(10)).unwrap_or(0)]
    }

    /// As short as the tokens of public links.
    pub(super) fn token(&mut self) -> String {
        const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
        (0..16).map(|_| char::from(HURUF[usize::try_from(self.di_bawah(31)).unwrap_or(0)])).collect()
    }

    /// A UUIDv7 later than all before, so that insert order is key order as in real use.
    pub(super) fn id(&mut self) -> Uuid {
        self.urut += 1;
        let (mut b, a, c) = ([0; 10], self.angka().to_be_bytes(), self.angka().to_be_bytes());
        b[..8].copy_from_slice(&a);
        b[8..].copy_from_slice(&c[..2]);
        uuid::Builder::from_unix_timestamp_millis(AWAL_MS + self.urut, &b).into_uuid()
    }

    /// A UUIDv4, as clients make them for answers.
    pub(super) fn id_acak(&mut self) -> Uuid {
        let (a, b) = (self.angka(), self.angka());
        uuid::Builder::from_random_bytes(((u128::from(a) << 64) | u128::from(b)).to_be_bytes()).into_uuid()
    }

    pub(super) fn pada(&self) -> Waktu {
        Waktu(i64::try_from((AWAL_MS + self.urut) * 1000).unwrap_or(0))
    }
}
