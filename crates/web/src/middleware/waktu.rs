//! The time limit of a request. Uploads get longer, because an office on a bad line sends 20 MB in minutes, not seconds.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};

use crate::{Error, app::AppState};

const UNGGAHAN: Duration = Duration::from_mins(15);

pub async fn batasi(State(app): State<AppState>, req: Request, next: Next) -> Result<Response, Error> {
    let length = req.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    let limit = if length.is_some_and(|n| n > app.konfig.batas_isi) { UNGGAHAN } else { Duration::from_secs(app.konfig.batas_waktu) };
    tokio::time::timeout(limit, next.run(req)).await.map_err(|_| Error::Lama)
}
