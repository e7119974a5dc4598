//! `/lokus/{lokus}/langsung`: a stream (server-sent events) that says which part of a lokus changed, and the quiet line on
//! a page that listens to it. It names parts only; what changed is read by loading the page again.

use std::{convert::Infallible, time::Duration};

use askama::{Template, filters::HtmlSafe};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse as _,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use store::{
    Waktu,
    hak::{self, AksesLokus},
    id::LokusId,
    peristiwa,
};
use tokio::{sync::broadcast::error::RecvError, time::Instant};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    langsung::{Ikut, Kabar},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

/// A stream ends after this time; the browser comes back by itself, and is asked for its right again.
const UMUR: Duration = Duration::from_mins(10);
const DENYUT: Duration = Duration::from_secs(20);
const KEMBALI: Duration = Duration::from_secs(5);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/langsung", Akses::Masuk, ikuti);
}

/// The line on a page. `untuk`: parts that the page shows, for example `"f02 f03"`.
#[derive(Template)]
#[template(path = "lokus/langsung.html")]
pub struct Pita<'a> {
    k: &'a Konteks,
    lokus: &'a LokusId,
    untuk: &'static str,
}

impl HtmlSafe for Pita<'_> {}

impl<'a> Pita<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, lokus: &'a LokusId, untuk: &'static str) -> Self {
        Self { k, lokus, untuk }
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// When the page was made, in microseconds.
    sejak: Option<i64>,
}

/// Parts of the lokus by topic. That F02 moves is told to those only who may see where it stands.
fn topik(a: &AksesLokus) -> Vec<(String, &'static str)> {
    let id = a.lokus.id;
    let mut semua = vec![
        (store::f01::topik(id), "f01"),
        (store::ronde::topik(id), "f03"),
        (store::hasil::topik(id), "hasil"),
        (store::berita_acara::topik(id), "berita-acara"),
    ];
    if a.evaluator().is_ok() || a.penyelenggara().is_ok() || a.penanggungjawab().is_ok() {
        semua.push((store::f02::topik(id), "f02"));
    }
    semua
}

async fn ikuti(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    Query(kueri): Query<Kueri>,
    headers: HeaderMap,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let terima = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !terima.contains("text/event-stream") {
        return Alih::ke(format!("/lokus/{id}")).into();
    }
    // Listening begins before the table is read, so that nothing falls between.
    let Some(ikut) = app.langsung.ikut(&app.store) else {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response());
    };
    let sejak = kueri.sejak.map_or_else(|| app.store.sekarang(), Waktu);
    let sudah = peristiwa::sejak(&app.store, sejak).await?;
    let aliran = Aliran { ikut, topik: topik(&akses), sejak, sudah, akhir: Instant::now() + UMUR };
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
    sudah: Vec<Kabar>,
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
                        Ok(k) => k,
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
