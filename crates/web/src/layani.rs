//! The loop that takes connections: a bounded number, each of which must send its headers in time, so that nobody keeps the
//! program busy by sending nothing. What a request means begins in `middleware`.

use std::{future::Future, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{extract::ConnectInfo, http::Request};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::ServiceExt as _;

use crate::{
    AppState,
    sambungan::{PerAlamat, Tempat},
};

/// How long requests under way may take after the program was told to stop.
const AKHIR: Duration = Duration::from_secs(20);
/// How long connections that are open may still begin a request after the program was told to stop.
const BARU: Duration = Duration::from_secs(1);
/// What an address hears that holds too many connections already. Nothing is read of its request.
const PENUH: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// Serves until `berhenti` is ready, then lets the requests under way finish.
///
/// # Errors
/// When the listener cannot be used at all.
pub async fn layani(listener: TcpListener, app: AppState, berhenti: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    // HTTP/1 only, also where another crate switches HTTP/2 on: while it is unknown which of the two a client will speak, and on
    // an idle HTTP/2 connection, no time limit holds.
    let mut pembuat = Builder::new(TokioExecutor::new()).http1_only();
    let batas = Duration::from_secs(app.konfig.batas_kepala.max(1));
    pembuat.http1().timer(TokioTimer::new()).header_read_timeout(batas);
    let izin = Arc::new(Semaphore::new(app.konfig.sambungan_maks.max(1)));
    let per_alamat = PerAlamat::baru(app.konfig.sambungan_per_alamat, app.konfig.sambungan_maks.max(1));
    let router = super::aplikasi(app.clone());
    let penjaga = GracefulShutdown::new();
    let mut berhenti = pin!(berhenti);
    loop {
        let (aliran, klien, izin) = tokio::select! {
            satu = terima(&listener, &izin) => satu,
            () = &mut berhenti => break,
        };
        let Some(tempat) = tempat(&app, &per_alamat, klien, izin.semaphore().available_permits()) else {
            // The socket is new, so these few bytes fit; a client that is gone loses only the explanation.
            let _ = aliran.try_write(PENUH);
            continue;
        };
        let router = router.clone();
        let layanan = TowerToHyperService::new(tower::service_fn(move |mut req: Request<_>| {
            req.extensions_mut().insert(ConnectInfo(klien));
            router.clone().oneshot(req)
        }));
        let sambungan = pembuat.serve_connection(TokioIo::new(aliran), layanan);
        let sambungan = penjaga.watch(sambungan.into_owned());
        tokio::spawn(async move {
            if let Err(e) = sambungan.await {
                tracing::debug!(error = %e, "a connection ended early");
            }
            drop((izin, tempat));
        });
    }
    drop(listener);
    // Streams of live pages would hold their connections for minutes.
    app.langsung.tutup();
    // A connection that was taken a moment ago may not have sent its request yet; it would be closed without an answer.
    if izin.available_permits() < app.konfig.sambungan_maks.max(1) {
        tokio::time::sleep(BARU).await;
    }
    if tokio::time::timeout(AKHIR, penjaga.shutdown()).await.is_err() {
        tracing::warn!("connections were still open when the program stopped");
    }
    Ok(())
}

/// Room for one more connection of this address. Behind a proxy of ours everyone has the proxy's, so it is not limited.
fn tempat(app: &AppState, per_alamat: &Arc<PerAlamat>, klien: SocketAddr, sisa: usize) -> Option<Tempat> {
    let alamat = klien.ip().to_canonical();
    if app.tepercaya(alamat) { Some(Tempat::bebas()) } else { per_alamat.ambil(alamat, sisa) }
}

/// The next connection, once there is room for it.
async fn terima(listener: &TcpListener, izin: &Arc<Semaphore>) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        // The semaphore is never closed.
        let Ok(satu) = Arc::clone(izin).acquire_owned().await else { continue };
        match listener.accept().await {
            Ok((aliran, klien)) => {
                // Answers are small and whole: no waiting for more to send.
                let _ = aliran.set_nodelay(true);
                return (aliran, klien, satu);
            }
            Err(e) if matches!(e.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) => {}
            Err(e) => {
                tracing::error!(error = %e, "no connection can be taken");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
