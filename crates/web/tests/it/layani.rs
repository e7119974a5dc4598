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
    let app = TestApp::dengan(Konfig { batas_kepala: 1, sambungan_maks: 3, laju: false, ..Konfig::default() }).await;
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

/// A client that opens connections and sends nothing gets its share and no more; others have room.
#[tokio::test]
async fn one_slow_address_does_not_take_the_room_of_the_others() {
    let konfig = Konfig { batas_kepala: 5, sambungan_maks: 20, sambungan_per_alamat: 8, laju: false, ..Konfig::default() };
    let app = TestApp::dengan(konfig).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = listener.local_addr().unwrap();
    let (henti, tunggu) = oneshot::channel::<()>();
    let server = tokio::spawn(web::layani(listener, app.state.clone(), async move { drop(tunggu.await) }));
    let dari = async |ip: &str| {
        let s = tokio::net::TcpSocket::new_v4().unwrap();
        s.bind(format!("{ip}:0").parse().unwrap()).unwrap();
        s.connect(alamat).await.unwrap()
    };
    let minta = b"GET /sehat HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    let mut lambat = Vec::new();
    for _ in 0..8 {
        let mut s = dari("127.0.0.2").await;
        s.write_all(b"GET /sehat HTTP/1.1\r\nHost: ").await.unwrap();
        lambat.push(s);
    }
    let mut lebih = dari("127.0.0.2").await;
    let jawaban = baca(&mut lebih).await;
    assert!(jawaban.starts_with("HTTP/1.1 503") && jawaban.contains("Retry-After"), "{jawaban}");
    for ip in ["127.0.0.3", "127.0.0.4"] {
        let mut s = dari(ip).await;
        s.write_all(minta).await.unwrap();
        assert!(baca(&mut s).await.starts_with("HTTP/1.1 200"), "{ip}");
    }
    // A place that was given back is free again.
    drop(lambat);
    for _ in 0..50 {
        let mut s = dari("127.0.0.2").await;
        let _ = s.write_all(minta).await;
        if baca(&mut s).await.starts_with("HTTP/1.1 200") {
            henti.send(()).unwrap();
            return timeout(Duration::from_secs(10), server).await.expect("it ends").unwrap().unwrap();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the address stays shut out");
}
