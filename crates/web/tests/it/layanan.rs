//! The loop that takes connections, over a real socket.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};
use web::Konfig;

use crate::app::TestApp;

async fn baca(s: &mut TcpStream) -> String {
    let mut isi = Vec::new();
    timeout(Duration::from_secs(10), s.read_to_end(&mut isi)).await.expect("the connection ends").unwrap();
    String::from_utf8_lossy(&isi).into_owned()
}

#[tokio::test]
async fn clients_that_send_nothing_keep_nobody_out_and_do_not_hold_up_the_end() {
    let app = TestApp::dengan(Konfig { batas_kepala: 1, sambungan_maks: 3, laju_per_detik: 0, ..Konfig::default() }).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = listener.local_addr().unwrap();
    let (henti, tunggu) = oneshot::channel::<()>();
    let berhenti = async move { drop(tunggu.await) };
    let server = tokio::spawn(web::layani(listener, app.state.clone(), berhenti));

    let mut lambat = Vec::new();
    // Nothing at all, and the beginnings of HTTP/1, of HTTP/2, and of either.
    for awal in ["", "P", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "", "GET /sehat HTTP/1.1\r\nHost: x\r\nX-Lambat: "] {
        let mut s = TcpStream::connect(alamat).await.unwrap();
        s.write_all(awal.as_bytes()).await.unwrap();
        lambat.push(s);
    }
    let mut wajar = TcpStream::connect(alamat).await.unwrap();
    wajar.write_all(b"GET /sehat HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    let jawaban = baca(&mut wajar).await;
    assert!(jawaban.starts_with("HTTP/1.1 200") && jawaban.ends_with("ok"), "{jawaban}");
    for s in &mut lambat {
        assert!(!baca(s).await.contains("200"));
    }

    let mut terakhir = TcpStream::connect(alamat).await.unwrap();
    terakhir.write_all(b"GET /sehat HTTP/1.1\r\nHost: x").await.unwrap();
    henti.send(()).unwrap();
    timeout(Duration::from_secs(10), server).await.expect("it ends").unwrap().unwrap();
}
