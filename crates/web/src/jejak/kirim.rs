//! The loop that posts what was gathered. A collector that is away costs spans, nothing else: what could not be posted is dropped,
//! and said once until it works again.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::{
    net::TcpStream,
    sync::mpsc::Receiver,
    time::{sleep, timeout},
};

use super::{Rentang, isi};

/// Spans in one post, and how long the first of them waits for others.
const SEKALIGUS: usize = 512;
const JEDA: Duration = Duration::from_secs(2);
const BATAS: Duration = Duration::from_secs(5);

pub(super) async fn selamanya((inang, jalur): (String, String), sumber: Value, mut terima: Receiver<Rentang>) {
    let (mut semua, mut diam) = (Vec::with_capacity(SEKALIGUS), false);
    while terima.recv_many(&mut semua, SEKALIGUS).await > 0 {
        if semua.len() < SEKALIGUS && !terima.is_closed() {
            sleep(JEDA).await;
            while let Some(satu) = (semua.len() < SEKALIGUS).then(|| terima.try_recv().ok()).flatten() {
                semua.push(satu);
            }
        }
        let badan = isi::badan(&sumber, &semua).to_string();
        semua.clear();
        match timeout(BATAS, pos(&inang, &jalur, badan)).await.unwrap_or(Err("no answer in time".into())) {
            Ok(()) => diam = false,
            Err(e) if !diam => {
                tracing::warn!(collector = inang, error = e, "traces could not be handed over and are dropped");
                diam = true;
            }
            Err(_) => {}
        }
    }
}

async fn pos(inang: &str, jalur: &str, badan: String) -> Result<(), String> {
    let garis = TcpStream::connect(inang).await.map_err(|e| e.to_string())?;
    let (mut kirim, sambungan) = http1::handshake(TokioIo::new(garis)).await.map_err(|e| e.to_string())?;
    let jaga = tokio::spawn(sambungan);
    let req = Request::builder()
        .method(Method::POST)
        .uri(jalur)
        .header(header::HOST, inang)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "Prima")
        .body(Body::from(badan))
        .map_err(|e| e.to_string())?;
    let jawab = kirim.send_request(req).await;
    jaga.abort();
    match jawab {
        Ok(j) if j.status().is_success() => Ok(()),
        Ok(j) => Err(format!("status {}", j.status().as_u16())),
        Err(e) => Err(e.to_string()),
    }
}
