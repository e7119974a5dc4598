//! Marks of quality that an answer gets while it is taken. A mark refuses nothing and takes nothing away: the analyst sees it
//! with its explanation and decides. The bits are stored; their meaning never changes.

/// Questions that a person reads and answers need at least this long each, in tenths of a second.
const PERSEPULUH: u32 = 12;
/// Answers under one stamp from which it is marked: a page kept on a phone without a line serves a few people.
pub const STEMPEL_WAJAR: i64 = 20;
/// The same suggestion this often in one round is marked; short ones ("baik") are alike by nature.
pub const SARAN_WAJAR: i64 = 3;
pub const SARAN_PENDEK: usize = 20;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tanda(u32);

impl Tanda {
    /// Every question the same value (`skm::kualitas::lurus`).
    pub const LURUS: u8 = 0;
    pub const CEPAT: u8 = 1;
    /// Many from one source within a minute.
    pub const BERUNTUN: u8 = 2;
    pub const SARAN_SAMA: u8 = 3;
    pub const WAKTU_MUSTAHIL: u8 = 4;
    pub const STEMPEL_ULANG: u8 = 5;

    pub fn bila(&mut self, bit: u8, ya: bool) {
        self.0 |= u32::from(ya) << bit;
    }

    #[must_use]
    pub fn bit(self) -> u32 {
        self.0
    }
}

/// Seconds below which nobody can have read the questions.
#[must_use]
pub fn detik_wajar(pertanyaan: u32) -> u32 {
    (pertanyaan * PERSEPULUH).div_ceil(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_bits() {
        let mut t = Tanda::default();
        t.bila(Tanda::CEPAT, true);
        t.bila(Tanda::STEMPEL_ULANG, true);
        t.bila(Tanda::LURUS, false);
        assert_eq!(t.bit(), 0b10_0010);
        assert_eq!([9, 14].map(detik_wajar), [11, 17]);
    }
}
