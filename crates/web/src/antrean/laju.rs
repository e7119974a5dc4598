//! How many numbers one source may take on phones. A hall with its own Wi-Fi is one source, so the limit is generous; a browser
//! that holds a number for a service is led back to it; the front desk and a kiosk it signed in are not limited.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::survei::laju::kelompok;

/// How many sources are remembered before the idle ones are forgotten.
const BANYAK: usize = 50_000;

/// In memory, per node.
pub struct LajuTiket(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl LajuTiket {
    /// `per_jam` numbers an hour, as many at once at most; 0: no limit.
    #[must_use]
    pub fn baru(per_jam: u32) -> Self {
        Self(NonZeroU32::new(per_jam).map(|n| RateLimiter::keyed(Quota::per_hour(n))))
    }

    /// Takes one.
    #[must_use]
    pub fn boleh(&self, alamat: IpAddr) -> bool {
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
    fn one_source_does_not_use_up_the_numbers_of_others() {
        let l = LajuTiket::baru(3);
        let (a, b) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        assert_eq!((0..5).filter(|_| l.boleh(a)).count(), 3);
        assert!(l.boleh(b));
        assert!((0..100).all(|_| LajuTiket::baru(0).boleh(a)));
    }
}
