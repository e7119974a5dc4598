//! Extractor for handlers that need to know who asks: `Orang(pelaku): Orang`. On a public route it refuses visitors.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use store::hak::Pelaku;

use crate::{Error, app::AppState, middleware::permintaan::Permintaan};

/// The signed-in person, with the roles that hold today.
pub struct Orang(pub Arc<Pelaku>);

impl FromRequestParts<AppState> for Orang {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Error> {
        Permintaan::dari(&parts.extensions).pelaku().map(Self).ok_or(Error::BelumMasuk)
    }
}
