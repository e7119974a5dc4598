//! A stream (server-sent events) that tells an open page which part of it changed. It names parts only; what changed is
//! read by loading the page again. Who may listen to what is decided by the page that opens it.

use std::{convert::Infallible, time::Duration};

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse as _,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use store::{
    Waktu,
    peristiwa::{self, Terakhir},
};
use tokio::{sync::broadcast::error::RecvError, time::Instant};

use crate::{AppState, error::Hasil, langsung::Ikut, tampil::Alih};

/// A stream ends after this time; the browser comes back by itself, and is asked for its right again.
const UMUR: Duration = Duration::from_mins(10);
const DENYUT: Duration = Duration::from_secs(20);
const KEMBALI: Duration = Duration::from_secs(5);

/// `topik`: each topic with the name of the part of the page. `sejak`: when the page was made, in microseconds.
/// A browser that asks for no stream is sent to the page.
pub async fn alirkan(
    app: &AppState,
    headers: &HeaderMap,
    topik: Vec<(String, &'static str)>,
    sejak: Option<i64>,
    halaman: String,
) -> Hasil {
    let terima = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !terima.contains("text/event-stream") {
        return Alih::ke(halaman).into();
    }
    // Listening begins before the table is read, so that nothing falls between.
    let Some(ikut) = app.langsung.ikut(&app.store) else {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response());
    };
    let sejak = sejak.map_or_else(|| app.store.sekarang(), Waktu);
    let sudah = peristiwa::sejak(&app.store, sejak).await?;
    let aliran = Aliran { ikut, topik, sejak, sudah, akhir: Instant::now() + UMUR };
    let aliran = stream::unfold(aliran, |mut a| async move { a.berikut().await.map(|e| (Ok::<_, Infallible>(e), a)) });
    let sse = Sse::new(aliran).keep_alive(KeepAlive::new().interval(DENYUT));
    // A proxy that collects the answer before passing it on would make the page deaf.
    Ok(([("x-accel-buffering", "no")], sse).into_response())
}

struct Aliran {
    ikut: Ikut,
    topik: Vec<(String, &'static str)>,
    sejak: Waktu,
    /// What had changed already when the stream began.
    sudah: Vec<Terakhir>,
    akhir: Instant,
}

impl Aliran {
    /// The next change that concerns this page; `None` ends the stream.
    async fn berikut(&mut self) -> Option<Event> {
        loop {
            let kabar = if let Some(k) = self.sudah.pop() {
                k
            } else {
                tokio::select! {
                    k = self.ikut.kabar.recv() => match k {
                        Ok(k) => Terakhir { topik: k.topik, pada: k.pada },
                        // Too slow to follow: the browser comes back and reads the table.
                        Err(RecvError::Lagged(_) | RecvError::Closed) => return None,
                    },
                    () = tokio::time::sleep_until(self.akhir) => return None,
                    () = self.ikut.tutup.cancelled() => return None,
                }
            };
            let bagian = self.topik.iter().find(|(t, _)| *t == kabar.topik).map(|(_, b)| *b);
            if let Some(bagian) = bagian.filter(|_| kabar.pada > self.sejak) {
                return Some(Event::default().event("perubahan").data(bagian).retry(KEMBALI));
            }
        }
    }
}
