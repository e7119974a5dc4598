//! Repeatable draws for the estimates: the same line gives the same range on every server and in every test.

/// SplitMix64; good enough to resample, no use for secrets.
pub(super) struct Acak(u64);

impl Acak {
    pub(super) fn baru(benih: u64) -> Self {
        Self(benih)
    }

    fn lanjut(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below `batas`; 0 when `batas` is 0. The bias is below 2^-32.
    pub(super) fn di_bawah(&mut self, batas: u32) -> u32 {
        let kali = (self.lanjut() >> 32) * u64::from(batas);
        u32::try_from(kali >> 32).unwrap_or(0)
    }

    pub(super) fn pilih<T: Copy>(&mut self, dari: &[T]) -> Option<T> {
        let n = u32::try_from(dari.len()).ok()?;
        dari.get(usize::try_from(self.di_bawah(n)).ok()?).copied()
    }
}
