//! The queue against a mail server on the loopback: it takes a mail, refuses one, comes back after it was away.

use std::sync::Mutex;

use store::{Jam, Sumber, id::PekerjaanId};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use web::{
    AppState, Konfig,
    surat::{Cara, KonfigSurat, Tls},
};

use super::*;

/// What the server took: envelope recipient and the mail as it came.
pub(super) type Kotak = Arc<Mutex<Vec<(String, String)>>>;

/// Speaks as much SMTP as one mail needs; refuses recipients whose name begins with `tolak`.
async fn layani(mut s: TcpStream, kotak: Kotak) -> std::io::Result<()> {
    let (baca, mut tulis) = s.split();
    let mut baris = BufReader::new(baca).lines();
    let mut kepada = String::new();
    tulis.write_all(b"220 uji\r\n").await?;
    while let Some(b) = baris.next_line().await? {
        let jawab = match b.split_at(4.min(b.len())).0.to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" => "250 uji\r\n",
            "RCPT" if b.contains("<tolak") => "451 coba nanti\r\n",
            "RCPT" => {
                kepada.clone_from(&b);
                "250 ok\r\n"
            }
            "DATA" => {
                tulis.write_all(b"354 isi\r\n").await?;
                let mut isi = String::new();
                while let Some(b) = baris.next_line().await?.filter(|b| b != ".") {
                    isi.push_str(&b);
                    isi.push('\n');
                }
                kotak.lock().unwrap().push((kepada.clone(), isi));
                "250 diterima\r\n"
            }
            "QUIT" => return tulis.write_all(b"221 sampai\r\n").await,
            _ => "250 ok\r\n",
        };
        tulis.write_all(jawab.as_bytes()).await?;
    }
    Ok(())
}

pub(super) fn server(l: TcpListener) -> Kotak {
    let kotak = Kotak::default();
    let milik = kotak.clone();
    tokio::spawn(async move {
        while let Ok((s, _)) = l.accept().await {
            tokio::spawn(layani(s, milik.clone()));
        }
    });
    kotak
}

async fn antre(store: &Store, kepada: &str) -> PekerjaanId {
    let tx = store.mulai().await.unwrap();
    let s = Surel { kepada: kepada.into(), judul: "Kata sandi".into(), isi: "Tautan Anda".into(), sampai: None };
    let id = pekerjaan::antrekan(&tx, SUREL, &s).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub(super) async fn tunggu(mut jadi: impl AsyncFnMut() -> bool) {
    for _ in 0..200 {
        if jadi().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it did not happen");
}

#[tokio::test]
async fn mail_goes_out_by_smtp_and_what_is_refused_is_tried_again() {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = l.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::buka(folder.path(), &Sumber::Sqlite, Jam::default()).await.unwrap();
    let surat = KonfigSurat { cara: Cara::Smtp, server: "127.0.0.1".into(), port, tls: Tls::Tanpa, ..KonfigSurat::default() };
    let app = AppState::baru(store.clone(), Konfig { surat, ..Konfig::default() }, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let kotak = server(l);
    let p = Pekerja::mulai(&store, app);
    antre(&store, "tolak@contoh.id").await;
    let id = antre(&store, "ani@contoh.id").await;
    tunggu(async || kotak.lock().unwrap().len() == 1).await;
    let (kepada, isi) = kotak.lock().unwrap()[0].clone();
    assert!(kepada.contains("<ani@contoh.id>"), "{kepada}");
    assert!(isi.contains("Subject: Kata sandi") && isi.contains("Tautan Anda"), "{isi}");
    // Sent again after a stop it would have the same name.
    assert!(isi.contains(&format!("Message-ID: <{id}@localhost>")), "{isi}");
    // The refused one keeps the words of the server and its next try.
    let sisa = "SELECT COUNT(*) AS n FROM pekerjaan WHERE coba = 1 AND galat LIKE '%coba nanti%'";
    tunggu(async || store::kueri::Kueri::angka(store.baca(), sisa, vec![]).await.unwrap() == 1).await;
    p.berhenti().await;
}

#[tokio::test]
async fn a_mail_waits_for_a_server_that_is_away() {
    let l = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let alamat = l.local_addr().unwrap();
    drop(l);
    let folder = tempfile::tempdir().unwrap();
    let jam = Jam::tetap(1_772_409_600_000_000);
    let store = Store::buka(folder.path(), &Sumber::Sqlite, jam).await.unwrap();
    let surat =
        KonfigSurat { cara: Cara::Smtp, server: "127.0.0.1".into(), port: alamat.port(), tls: Tls::Tanpa, ..KonfigSurat::default() };
    let app = AppState::baru(store.clone(), Konfig { surat, ..Konfig::default() }, dokumen::Pencetak::dalam_proses()).await.unwrap();
    let p = Pekerja::mulai(&store, app);
    antre(&store, "ani@contoh.id").await;
    let gagal = "SELECT COUNT(*) AS n FROM pekerjaan WHERE coba = 1 AND galat IS NOT NULL";
    tunggu(async || store::kueri::Kueri::angka(store.baca(), gagal, vec![]).await.unwrap() == 1).await;
    let kotak = server(TcpListener::bind(alamat).await.unwrap());
    store.jam().maju(10);
    tunggu(async || kotak.lock().unwrap().len() == 1).await;
    let sisa = "SELECT COUNT(*) AS n FROM pekerjaan";
    tunggu(async || store::kueri::Kueri::angka(store.baca(), sisa, vec![]).await.unwrap() == 0).await;
    p.berhenti().await;
}
