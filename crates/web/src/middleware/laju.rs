//! Limits per client address (IPv6: per /64), in memory, per node: the coarse one of all requests, and what one source may
//! send in an hour. Logins and surveys have finer limits of their own.

use std::{hash::Hash, net::IpAddr, num::NonZeroU32, time::Duration};

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::IntoResponse as _,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};

use super::permintaan::Permintaan;
use crate::{Error, app::AppState, error::Hasil, middleware::alamat::kelompok};

/// So many mails an hour to one address.
pub struct LajuSurat(DefaultKeyedRateLimiter<String>);

impl LajuSurat {
    pub(crate) fn per_jam(banyak: u32) -> Self {
        Self(RateLimiter::keyed(Quota::per_hour(NonZeroU32::new(banyak).unwrap_or(NonZeroU32::MIN))))
    }

    #[must_use]
    pub fn boleh(&self, surel: &str) -> bool {
        if self.0.len() > BANYAK {
            self.0.retain_recent();
        }
        self.0.check_key(&surel.to_owned()).is_ok()
    }
}

/// How many addresses are remembered before the idle ones are forgotten.
const BANYAK: usize = 50_000;

/// Takes one; where none is left, after how many whole seconds there is one again.
pub(crate) fn ambil<K: Hash + Eq + Clone>(l: &DefaultKeyedRateLimiter<K>, siapa: &K) -> Result<(), u64> {
    if l.len() > BANYAK {
        l.retain_recent();
    }
    l.check_key(siapa).map_err(|belum| detik(belum.wait_time_from(l.clock().now())))
}

/// Rounded up: who comes back then finds one.
fn detik(lama: Duration) -> u64 {
    (lama.as_secs() + u64::from(lama.subsec_nanos() > 0)).max(1)
}

/// What one source may do in a time. `None`: without a limit.
pub struct Laju(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl Laju {
    /// `per_detik` requests a second in the long run, ten times that in a burst; 0: no limit.
    #[must_use]
    pub fn baru(per_detik: u32) -> Self {
        Self(
            NonZeroU32::new(per_detik)
                .map(|n| RateLimiter::keyed(Quota::per_second(n).allow_burst(n.saturating_mul(NonZeroU32::MIN.saturating_add(9))))),
        )
    }

    /// `banyak` an hour, as many at once; 0: no limit.
    #[must_use]
    pub fn per_jam(banyak: u32) -> Self {
        Self(NonZeroU32::new(banyak).map(|n| RateLimiter::keyed(Quota::per_hour(n))))
    }

    /// Takes one.
    #[must_use]
    pub fn boleh(&self, alamat: IpAddr) -> bool {
        self.ambil(alamat).is_ok()
    }

    /// Takes one.
    ///
    /// # Errors
    /// Where none is left: after how many seconds there is one again.
    pub fn ambil(&self, alamat: IpAddr) -> Result<(), u64> {
        self.0.as_ref().map_or(Ok(()), |l| ambil(l, &kelompok(alamat)))
    }
}

pub async fn batasi(State(app): State<AppState>, req: Request, next: Next) -> Hasil {
    let Err(detik) = app.laju.ambil(Permintaan::dari(req.extensions()).alamat()) else { return Ok(next.run(req).await) };
    let mut r = Error::TerlaluSering.into_response();
    r.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(detik));
    Ok(r)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_does_not_use_up_what_others_may() {
        let (a, b) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for banyak in [3, 60] {
            let l = Laju::per_jam(banyak);
            assert_eq!((0..100).filter(|_| l.boleh(a)).count(), banyak as usize);
            assert!(l.boleh(b));
        }
        assert!((0..100).all(|_| Laju::per_jam(0).boleh(a)));
    }

    #[test]
    fn who_is_refused_is_told_when_there_is_one_again() {
        let a = "192.0.2.1".parse().unwrap();
        let habis = |l: &Laju| (0..1_000).find_map(|_| l.ambil(a).err());
        assert_eq!(habis(&Laju::baru(3)), Some(1), "three a second");
        // Four an hour: one each quarter, of which some moments have gone by.
        let n = habis(&Laju::per_jam(4)).unwrap();
        assert!((880..=900).contains(&n), "{n}");
        assert_eq!((detik(Duration::ZERO), detik(Duration::from_millis(1)), detik(Duration::from_millis(2_001))), (1, 1, 3));
    }
}
