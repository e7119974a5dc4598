//! Random choices that cost next to nothing: splitmix64, seeded by the system.

pub struct Acak(u64);

impl Acak {
    pub fn baru() -> Self {
        Self(rand::random())
    }

    pub fn u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn pilih<'a, T>(&mut self, dari: &'a [T]) -> Option<&'a T> {
        let n = u64::try_from(dari.len()).ok().filter(|n| *n > 0)?;
        dari.get(usize::try_from(self.u64() % n).ok()?)
    }

    /// 36 characters of a random uuid.
    pub fn uuid(&mut self) -> [u8; 36] {
        let mut isi = [0; 36];
        let bit = (u128::from(self.u64()) << 64) | u128::from(self.u64());
        uuid::Builder::from_random_bytes(bit.to_be_bytes()).as_uuid().hyphenated().encode_lower(&mut isi);
        isi
    }
}
