//! A stream (server-sent events) of one page of the queue: what it says is the page's; here is only that there is room for it,
//! that it ends after a while and when the server stops, and how a browser comes back.

use std::{convert::Infallible, net::IpAddr, time::Duration};

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse as _,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{Stream, StreamExt as _};

use crate::{AppState, error::Hasil, sambungan::Tempat, tampil::Alih};

/// A stream ends after this time; the browser comes back by itself, and is asked for its right again.
const UMUR: Duration = Duration::from_mins(10);
const DENYUT: Duration = Duration::from_secs(15);
/// A board that lost its server is back within this and the time of one request.
const KEMBALI: Duration = Duration::from_secs(2);

/// Who listens. Streams that need no account are counted by their source, boards apart from phones: a hall with its own Wi-Fi is one
/// source, and its phones must not make its boards dark.
#[derive(Debug, Clone, Copy)]
pub enum Siapa {
    Petugas,
    Papan(IpAddr),
    Tiket(IpAddr),
}

/// Sends what `isi` says. A browser that asks for no stream is sent to the page.
pub fn alirkan(
    app: &AppState,
    headers: &HeaderMap,
    halaman: String,
    siapa: Siapa,
    isi: impl Stream<Item = Event> + Send + 'static,
) -> Hasil {
    let terima = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !terima.contains("text/event-stream") {
        return Alih::ke(halaman).into();
    }
    let sumber = match siapa {
        Siapa::Petugas => Some(Tempat::bebas()),
        Siapa::Papan(alamat) => app.aliran_papan.ambil(alamat, app.langsung.sisa()),
        Siapa::Tiket(alamat) => app.aliran_tiket.ambil(alamat, app.langsung.sisa()),
    };
    let Some(tempat) = sumber.and_then(|s| Some((s, app.langsung.tempat()?))) else {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "20")]).into_response());
    };
    let tutup = app.langsung.berhenti();
    let usai = async move {
        tokio::select! {
            () = tutup.cancelled() => {}
            () = tokio::time::sleep(UMUR) => {}
        }
    };
    let isi = isi.take_until(usai).map(move |e| {
        // Held as long as the stream lives.
        let _ = &tempat;
        Ok::<_, Infallible>(e.retry(KEMBALI))
    });
    let sse = Sse::new(isi).keep_alive(KeepAlive::new().interval(DENYUT));
    // A proxy that collects the answer before passing it on would make the page deaf.
    Ok(([("x-accel-buffering", "no")], sse).into_response())
}

/// One event: its name and its data.
pub fn peristiwa(nama: &str, data: &serde_json::Value) -> Event {
    Event::default().event(nama).data(data.to_string())
}
