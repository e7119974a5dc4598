//! Extractor for the parts of a path: `Jalur(id): Jalur<LokusId>`, several as a tuple. What does not parse is an address
//! that does not exist (404), not a bad request.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use crate::{Error, app::AppState};

pub struct Jalur<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<AppState> for Jalur<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let Path(nilai) = Path::from_request_parts(parts, app).await.map_err(|_| Error::TidakAda)?;
        Ok(Self(nilai))
    }
}
