//! `/papan/{mpp}/langsung`: the stream of a board. It begins with the whole board, so a board that was away shows at once what
//! is so now.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::sse::Event,
};
use futures_util::{FutureExt as _, Stream, StreamExt as _, stream};
use tokio::time::{Instant, sleep_until};
use tokio_stream::wrappers::WatchStream;

use super::Kueri;
use crate::{
    AppState,
    antrean::{
        aliran::{Siapa, alirkan},
        siaran::Penonton,
    },
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/papan/{mpp}/langsung", Akses::Publik, ikuti);
}

/// Between two drawings of one board: in a rush a hall changes many times in this while, and nobody reads faster.
const JEDA: Duration = Duration::from_millis(100);

struct Papan {
    app: AppState,
    k: Konteks,
    semua: Vec<Penonton>,
    kirim: Option<Arc<str>>,
}

impl Papan {
    /// The board, if it is another than the one sent last.
    fn baru(&mut self) -> Option<Event> {
        let lines = super::garis(&self.semua);
        if lines.len() < self.semua.len() {
            return None;
        }
        let data = match self.app.antrean.gambar.papan(&self.k, &lines) {
            Ok(d) => d,
            Err(e) => {
                tracing::warn!(error = %e, "a board could not be drawn");
                return None;
            }
        };
        if self.kirim.as_ref() == Some(&data) {
            return None;
        }
        let e = Event::default().event("papan").data(&*data);
        self.kirim = Some(data);
        Some(e)
    }
}

async fn ikuti(
    State(app): State<AppState>,
    k: Konteks,
    Jalur(kode): Jalur<String>,
    Query(kueri): Query<Kueri>,
    headers: HeaderMap,
) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &kode).await?;
    let semua = super::tonton(&app, &super::gerai(&app, &m, &kueri).await?);
    let ubah = stream::select_all(semua.iter().cloned().map(WatchStream::new));
    let siapa = Siapa::Papan(k.permintaan.alamat());
    let papan = Papan { app: app.clone(), k, semua, kirim: None };
    alirkan(&app, &headers, format!("/papan/{}", m.kode), siapa, gambari(papan, ubah))
}

/// Draws after each change, the first at once, those that come within [`JEDA`] of a drawing together.
fn gambari<S: Stream + Unpin + Send + 'static>(papan: Papan, ubah: S) -> impl Stream<Item = Event> + Send + 'static {
    stream::unfold((papan, ubah, Instant::now()), |(mut papan, mut ubah, mut boleh)| async move {
        loop {
            ubah.next().await?;
            sleep_until(boleh).await;
            while let Some(lagi) = ubah.next().now_or_never() {
                lagi?;
            }
            if let Some(e) = papan.baru() {
                boleh = Instant::now() + JEDA;
                return Some((e, (papan, ubah, boleh)));
            }
        }
    })
}
