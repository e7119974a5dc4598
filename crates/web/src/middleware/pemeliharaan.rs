//! Maintenance mode at the door: pages are read, whatever writes is answered with 503 and words, and the form comes back to be sent
//! again. Switched by `prima maintenance` (`store::pemeliharaan`).

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use store::pemeliharaan;

use crate::{Error, app::AppState};

/// How long it may take until a node sees that the switch was turned.
const UMUR: Duration = Duration::from_millis(500);

/// The switch as this node last saw it.
pub struct Sakelar {
    folder: PathBuf,
    ingat: Mutex<Option<(Instant, Option<Arc<str>>)>>,
}

impl Sakelar {
    #[must_use]
    pub fn baru(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ingat: Mutex::default() }
    }

    /// What people are told while it is on (may be empty); `None` while it is off.
    #[must_use]
    pub fn pesan(&self) -> Option<Arc<str>> {
        let mut ingat = self.ingat.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((kapan, pesan)) = &*ingat
            && kapan.elapsed() < UMUR
        {
            return pesan.clone();
        }
        let pesan = match pemeliharaan::baca(&self.folder) {
            Ok(p) => p.map(|p| Arc::from(p.pesan)),
            Err(e) => {
                tracing::warn!(error = %e, "the switch of maintenance cannot be read; it stays as it was");
                ingat.take().and_then(|(_, lama)| lama)
            }
        };
        *ingat = Some((Instant::now(), pesan.clone()));
        pesan
    }
}

/// Whether a request of this method may pass.
pub(crate) fn boleh(app: &AppState, method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) || app.pemeliharaan.pesan().is_none()
}

pub async fn jaga(State(app): State<AppState>, req: Request, next: Next) -> Result<Response, Error> {
    if boleh(&app, req.method()) { Ok(next.run(req).await) } else { Err(Error::Pemeliharaan) }
}
