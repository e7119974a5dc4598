//! The coarse rate limit per client address (IPv6: per /64), in memory, per node. Logins and surveys have finer limits
//! of their own in the store.

use std::{net::IpAddr, num::NonZeroU32};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::permintaan::Permintaan;
use crate::{Error, app::AppState, survei::laju::kelompok};

/// At most three mails an hour to one address.
pub struct LajuSurat(DefaultKeyedRateLimiter<String>);

impl LajuSurat {
    pub(crate) fn baru() -> Self {
        Self(RateLimiter::keyed(Quota::per_hour(NonZeroU32::MIN.saturating_add(2))))
    }

    #[must_use]
    pub fn boleh(&self, surel: &str) -> bool {
        if self.0.len() > BANYAK {
            self.0.retain_recent();
        }
        self.0.check_key(&surel.to_owned()).is_ok()
    }
}

/// Bookings that one address may make in an hour, as many at once at most. A village office books for its people from one address.
const PESAN_PER_JAM: u32 = 40;

/// Bookings by address; off where the coarse limit is off.
pub struct LajuPesan(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl LajuPesan {
    pub(crate) fn baru(per_detik: u32) -> Self {
        let batas = NonZeroU32::new(PESAN_PER_JAM).filter(|_| per_detik > 0);
        Self(batas.map(|n| RateLimiter::keyed(Quota::per_hour(n))))
    }

    #[must_use]
    pub fn boleh(&self, alamat: IpAddr) -> bool {
        let Some(limiter) = &self.0 else { return true };
        if limiter.len() > BANYAK {
            limiter.retain_recent();
        }
        limiter.check_key(&kelompok(alamat)).is_ok()
    }
}

/// How many addresses are remembered before the idle ones are forgotten.
const BANYAK: usize = 50_000;

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

    pub(crate) fn boleh(&self, alamat: IpAddr) -> bool {
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
