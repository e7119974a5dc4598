//! Who calls: the token in `Authorization: Bearer …`, and how often it may. What it may do is asked of the store's right.

use std::{net::IpAddr, num::NonZeroU32};

use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use store::token_api::{self, HakToken};
use uuid::Uuid;

use super::masalah::{tanpa_hak, terlalu_sering};
use crate::{
    AppState, Error,
    middleware::{alamat::kelompok, laju::ambil},
};

/// Calls a minute, as many at once: of one token, and of one address without a token. In memory, per node.
pub struct LajuApi {
    token: Option<DefaultKeyedRateLimiter<Uuid>>,
    tamu: Option<DefaultKeyedRateLimiter<IpAddr>>,
}

impl LajuApi {
    /// 0: no limit.
    #[must_use]
    pub fn baru(token: u32, tamu: u32) -> Self {
        let kuota = |n| NonZeroU32::new(n).map(Quota::per_minute);
        Self { token: kuota(token).map(RateLimiter::keyed), tamu: kuota(tamu).map(RateLimiter::keyed) }
    }

    /// Takes one call of a token.
    ///
    /// # Errors
    /// Where none is left: after how many seconds there is one again.
    pub fn token(&self, id: Uuid) -> Result<(), u64> {
        self.token.as_ref().map_or(Ok(()), |l| ambil(l, &id))
    }

    /// Takes one call without a token.
    ///
    /// # Errors
    /// As [`Self::token`].
    pub fn tamu(&self, alamat: IpAddr) -> Result<(), u64> {
        self.tamu.as_ref().map_or(Ok(()), |l| ambil(l, &kelompok(alamat)))
    }
}

/// The secret that a program shows.
pub(super) fn rahasia(h: &HeaderMap) -> Option<&str> {
    let (cara, isi) = h.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    // The name of the scheme may be written in any case (RFC 9110).
    cara.eq_ignore_ascii_case("bearer").then(|| isi.trim())
}

/// The program, or the answer that it gets instead.
pub(super) async fn periksa(app: &AppState, h: &HeaderMap) -> Result<Result<HakToken, Response>, Error> {
    let Some(rahasia) = rahasia(h) else { return Ok(Err(tanpa_hak())) };
    let Some(hak) = token_api::hak(&app.store, rahasia).await? else { return Ok(Err(tanpa_hak())) };
    Ok(app.laju_api.token(hak.id.0).map(|()| hak).map_err(terlalu_sering))
}
