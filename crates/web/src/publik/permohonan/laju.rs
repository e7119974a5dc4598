//! How many cases one source may send: a waiting room or an office is one address, so it is generous; in memory, per node.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::survei::laju::kelompok;

/// Sendings from one address (IPv6: one /64) in an hour; as many at once.
const PER_JAM: u32 = 60;
/// How many addresses are remembered before the idle ones are forgotten.
const BANYAK: usize = 50_000;

/// `None`: without a limit.
pub struct LajuKirim(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl LajuKirim {
    /// `nyala`: whether the installation limits rates at all.
    #[must_use]
    pub fn baru(nyala: bool) -> Self {
        Self(NonZeroU32::new(PER_JAM).filter(|_| nyala).map(|n| RateLimiter::keyed(Quota::per_hour(n))))
    }

    pub(crate) fn boleh(&self, alamat: IpAddr) -> bool {
        let Some(l) = &self.0 else { return true };
        if l.len() > BANYAK {
            l.retain_recent();
        }
        l.check_key(&kelompok(alamat)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_bounded_and_another_is_not() {
        let (l, satu) = (LajuKirim::baru(true), "192.0.2.1".parse().unwrap());
        assert_eq!((0..100).filter(|_| l.boleh(satu)).count(), 60);
        assert!(l.boleh("192.0.2.2".parse().unwrap()));
        assert!((0..100).all(|_| LajuKirim::baru(false).boleh(satu)));
    }
}
