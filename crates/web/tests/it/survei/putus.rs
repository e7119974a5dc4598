//! Clients that go away in the middle, over a real socket.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};
use web::Konfig;

use super::{f03, ganti};
use crate::{bangun::Dunia, f03::buka};

const SAMBUNGAN: usize = 40;

/// Five times as many clients as there is room for hang up; had one of them kept its place, the last ones would wait for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_clients_that_hang_up_leave_nothing_behind() {
    let d = Dunia::dengan(Konfig { laju: false, survei_per_jam: 0, sambungan_maks: SAMBUNGAN, ..Konfig::default() }).await;
    let jalur = buka(&d).await;
    let f = f03(&d.app.tamu().get(&jalur).await.isi, 4);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = listener.local_addr().unwrap();
    let (henti, tunggu) = oneshot::channel::<()>();
    let server = tokio::spawn(web::layani(listener, d.app.state.clone(), async move { drop(tunggu.await) }));

    let minta = |no: usize| {
        let id = format!("7f2c1d1e-3f0e-4d43-9b4e-{no:012x}");
        let isi = ganti(&f, "id", &id).iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&");
        let kepala = "Host: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded";
        let panjang = isi.len();
        (format!("POST {jalur} HTTP/1.1\r\n{kepala}\r\nContent-Length: {panjang}\r\n\r\n"), isi)
    };
    let mut semua = tokio::task::JoinSet::new();
    for no in 0..200 {
        let (kepala, isi) = minta(no);
        semua.spawn(async move {
            let utuh = format!("{kepala}{isi}").into_bytes();
            // In the headers, in the body, and with the request whole but the answer unread.
            let sampai = [kepala.len() / 2, kepala.len() + isi.len() / 2, utuh.len()][no % 3];
            let mut s = TcpStream::connect(alamat).await.unwrap();
            s.write_all(&utuh[..sampai]).await.unwrap();
            if no % 2 == 0 {
                s.set_zero_linger().unwrap();
            }
        });
    }
    while let Some(satu) = semua.join_next().await {
        satu.unwrap();
    }
    let mut wajar = tokio::task::JoinSet::new();
    for no in 1000..1000 + SAMBUNGAN {
        let (kepala, isi) = minta(no);
        wajar.spawn(async move {
            let mut s = TcpStream::connect(alamat).await.unwrap();
            s.write_all(format!("{kepala}{isi}").as_bytes()).await.unwrap();
            let mut jawaban = String::new();
            timeout(Duration::from_secs(20), s.read_to_string(&mut jawaban)).await.expect("an answer").unwrap();
            jawaban
        });
    }
    while let Some(jawaban) = wajar.join_next().await {
        let jawaban = jawaban.unwrap();
        assert!(jawaban.starts_with("HTTP/1.1 303"), "{jawaban}");
    }
    // A whole request may be taken although nobody waits for its answer; a half one never is.
    let n = d.app.state.survei.diterima.load(std::sync::atomic::Ordering::Relaxed);
    assert!((SAMBUNGAN as u64..=SAMBUNGAN as u64 + 67).contains(&n), "{n} answers");
    henti.send(()).unwrap();
    timeout(Duration::from_secs(10), server).await.expect("it ends").unwrap().unwrap();
}
