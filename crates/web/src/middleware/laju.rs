//! Limits per client address (IPv6: per /64), in memory, per node: the coarse one of all requests, and what one source may
//! send in an hour. Logins and surveys have finer limits of their own.

use std::{net::IpAddr, num::NonZeroU32};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::permintaan::Permintaan;
use crate::{Error, app::AppState, middleware::alamat::kelompok};

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
        let Some(limiter) = &self.0 else { return true };
        if limiter.len() > BANYAK {
            limiter.retain_recent();
        }
        limiter.check_key(&kelompok(alamat)).is_ok()
    }
}

pub async fn batasi(State(app): State<AppState>, req: Request, next: Next) -> Result<Response, Error> {
    if app.laju.boleh(Permintaan::dari(req.extensions()).alamat()) { Ok(next.run(req).await) } else { Err(Error::TerlaluSering) }
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
}
