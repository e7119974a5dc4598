//! How often those who booked come in time, by what was seen: the share that an estimate reckons with.

/// Bookings that were to be kept, and those of them whose owners were there in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kedatangan {
    pub janji: u32,
    pub datang: u32,
}

/// Bookings that an assumption weighs beside those that were seen.
const BOBOT: u64 = 10;

/// Parts in which shares are reckoned before the answer is rounded.
const BAGIAN: u64 = 10_000;

/// Percent of bookings whose owners come in time, 0 to 100, rounded up.
///
/// What was seen at the gerai counts beside ten bookings as in its whole hall, and those of the hall beside ten that all came: where
/// nothing was seen yet everybody is expected.
#[must_use]
pub fn datang_persen(gerai: Kedatangan, mpp: Kedatangan) -> u32 {
    let bagian = bagian(gerai, bagian(mpp, BAGIAN));
    u32::try_from(bagian.div_ceil(BAGIAN / 100)).unwrap_or(100).min(100)
}

/// The share that was seen, beside [`BOBOT`] bookings of which this share came; of [`BAGIAN`], rounded up.
fn bagian(k: Kedatangan, duga: u64) -> u64 {
    let datang = u64::from(k.datang.min(k.janji));
    (datang * BAGIAN + BOBOT * duga).div_ceil(u64::from(k.janji) + BOBOT)
}
