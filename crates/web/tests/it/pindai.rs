//! Quarantine with a virus scanner that speaks as `clamd` does: what people see while a file waits, when it is clean and when it is not.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use axum::http::StatusCode;
use store::{
    bukti,
    peran::{Lingkup, Peran},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, UnixListener},
};
use web::{
    Konfig,
    pindai::{KonfigPindai, putaran, putaran_lama},
};

use crate::{
    app::Peramban,
    bangun::Dunia,
    lokus::bukti::{KODE, multipart, pdf},
};

/// The harmless test virus, put together here so that no scanner finds it in the sources.
fn eicar() -> String {
    [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"].concat()
}

/// One conversation: reads the pieces, and finds the test virus wherever it stands.
async fn jawab(mut s: impl AsyncRead + AsyncWrite + Unpin, hidup: bool) -> std::io::Result<()> {
    let mut perintah = Vec::new();
    while !perintah.ends_with(&[0]) {
        perintah.push(s.read_u8().await?);
    }
    if perintah == b"zPING\0" {
        return s.write_all(b"PONG\0").await;
    }
    assert_eq!(perintah, b"zINSTREAM\0");
    let mut isi = Vec::new();
    loop {
        let n = s.read_u32().await? as usize;
        if n == 0 {
            break;
        }
        let mulai = isi.len();
        isi.resize(mulai + n, 0);
        s.read_exact(&mut isi[mulai..]).await?;
    }
    let ada = isi.windows(eicar().len()).any(|w| w == eicar().as_bytes());
    let kata: &[u8] = match (hidup, ada) {
        (false, _) => b"INSTREAM size limit exceeded. ERROR\0",
        (true, true) => b"stream: Eicar-Test-Signature FOUND\0",
        (true, false) => b"stream: OK\0",
    };
    s.write_all(kata).await
}

/// A scanner on loopback; `false` in the switch: it only answers with faults.
async fn klamd() -> (String, Arc<AtomicBool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (alamat, hidup) = (listener.local_addr().unwrap(), Arc::new(AtomicBool::new(true)));
    let saklar = hidup.clone();
    tokio::spawn(async move {
        while let Ok((s, _)) = listener.accept().await {
            tokio::spawn(jawab(s, saklar.load(Ordering::Relaxed)));
        }
    });
    (format!("tcp:{alamat}"), hidup)
}

async fn dunia(alamat: String) -> Dunia {
    let pindai = KonfigPindai { alamat, ..KonfigPindai::default() };
    Dunia::dengan(Konfig { laju: false, pindai, ..Konfig::default() }).await
}

async fn unggah(d: &Dunia, p: &Peramban<'_>, nama: &str, isi: &[u8]) -> (StatusCode, Option<String>) {
    let op = uuid::Uuid::new_v4().to_string();
    let teks = [("indikator", KODE), ("op", op.as_str()), ("1.a.Ak/keterangan", "SK")];
    let j = multipart(p, &format!("/lokus/{}/bukti", d.lokus), &teks, &[(nama, isi)]).await;
    let b = bukti::daftar(d.app.store().baca(), d.lokus).await.unwrap().into_iter().rfind(|b| b.nama == nama);
    (j.status, b.map(|b| format!("/lokus/{}/bukti/{}", d.lokus, b.id)))
}

#[tokio::test]
async fn a_file_is_given_out_once_the_scanner_said_so() {
    let (alamat, hidup) = klamd().await;
    let d = dunia(alamat).await;
    let (operator, biro) = (d.operator().await, d.penyelenggara().await);
    let admin = d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    admin.get("/admin/berkas").await.memuat("Bekerja").memuat("Tidak ada berkas yang ditahan");

    // The scanner is away: the file is stored, given to nobody, and the page says why.
    hidup.store(false, Ordering::Relaxed);
    let bersih = unggah(&d, &operator, "bersih.pdf", &pdf("a")).await.1.unwrap();
    let jahat = unggah(&d, &operator, "jahat.pdf", &pdf(&eicar())).await.1.unwrap();
    for p in [&operator, &biro] {
        let j = p.get(&bersih).await;
        assert_eq!(j.status, StatusCode::CONFLICT);
        j.memuat("Berkas tidak dapat dibuka").memuat("sedang diperiksa dari virus");
    }
    putaran(&d.app.state).await.unwrap();
    assert_eq!(biro.get(&bersih).await.status, StatusCode::CONFLICT);
    admin.get("/admin/berkas").await.memuat("2 berkas menunggu").memuat("Menunggu");
    assert_eq!(operator.get(&format!("/lokus/{}/f01/sippn", d.lokus)).await.status, StatusCode::CONFLICT, "not through an archive either");

    // It is back.
    hidup.store(true, Ordering::Relaxed);
    d.app.store().jam().maju(301);
    putaran(&d.app.state).await.unwrap();
    assert_eq!(biro.get(&bersih).await.status, StatusCode::OK);
    for p in [&operator, &biro] {
        let j = p.get(&jahat).await;
        assert_eq!(j.status, StatusCode::CONFLICT);
        j.memuat("ditahan karena pemindai virus menemukan isi berbahaya");
    }
    admin.get("/admin/berkas").await.memuat("Eicar-Test-Signature").memuat("1 berkas terinfeksi ditahan");
    operator.get("/pemberitahuan").await.memuat("pemindai virus menemukan").memuat("Eicar-Test-Signature");
    admin.get("/pemberitahuan").await.memuat("Eicar-Test-Signature");
    let (status, lagi) = unggah(&d, &operator, "jahat-lagi.pdf", &pdf(&eicar())).await;
    assert!(status.is_client_error() && lagi.is_none(), "known content is refused at once: {status}");
    assert_eq!(biro.get("/admin/berkas").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_socket_file_and_a_scanner_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let jalur = folder.path().join("clamd.ctl");
    let d = dunia(format!("unix:{}", jalur.display())).await;
    let operator = d.operator().await;
    let admin = d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let berkas = unggah(&d, &operator, "a.pdf", &pdf("a")).await.1.unwrap();
    putaran(&d.app.state).await.unwrap();
    admin.get("/admin/berkas").await.memuat("Tidak menjawab").memuat("1 berkas menunggu");
    // Who sent it sees its name and why it waits, and may take it away.
    let buang = format!("{}/penghapusan", unggah(&d, &operator, "keliru.pdf", &pdf("b")).await.1.unwrap());
    operator.get(&buang).await.memuat("keliru.pdf").memuat("Sedang diperiksa dari virus").memuat("Hapus");
    assert_eq!(operator.post(&buang, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(operator.get(&buang).await.status, StatusCode::NOT_FOUND);
    let listener = UnixListener::bind(&jalur).unwrap();
    tokio::spawn(async move {
        while let Ok((s, _)) = listener.accept().await {
            tokio::spawn(jawab(s, true));
        }
    });
    d.app.store().jam().maju(301);
    putaran(&d.app.state).await.unwrap();
    assert_eq!(operator.get(&berkas).await.status, StatusCode::OK);
    assert!(!operator.get(&format!("{berkas}/penghapusan")).await.isi.contains("Sedang diperiksa"));
}

#[tokio::test]
async fn files_from_before_the_scanner_are_looked_at_too() {
    let (alamat, hidup) = klamd().await;
    let d = dunia(alamat).await;
    let operator = d.operator().await;
    let admin = d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    d.app.store().pasang_karantina(false);
    let bersih = unggah(&d, &operator, "bersih.pdf", &pdf("a")).await.1.unwrap();
    let jahat = unggah(&d, &operator, "jahat.pdf", &pdf(&eicar())).await.1.unwrap();
    d.app.store().pasang_karantina(true);
    admin.get("/admin/berkas").await.memuat("2 berkas belum pernah diperiksa");
    // A scanner that cannot judge them: they stay open, and are asked about in the next round again.
    hidup.store(false, Ordering::Relaxed);
    let sampai = putaran_lama(&d.app.state, "").await.unwrap().unwrap();
    assert_eq!(putaran_lama(&d.app.state, &sampai).await.unwrap(), None, "the end of all");
    assert_eq!(operator.get(&jahat).await.status, StatusCode::OK);
    hidup.store(true, Ordering::Relaxed);
    // New uploads come first.
    let baru = unggah(&d, &operator, "baru.pdf", &pdf("c")).await.1.unwrap();
    assert_eq!(putaran_lama(&d.app.state, "").await.unwrap().as_deref(), Some(""));
    putaran(&d.app.state).await.unwrap();
    assert!(putaran_lama(&d.app.state, "").await.unwrap().is_some());
    assert_eq!(putaran_lama(&d.app.state, "").await.unwrap(), None);
    for (berkas, status) in [(&bersih, StatusCode::OK), (&baru, StatusCode::OK), (&jahat, StatusCode::CONFLICT)] {
        assert_eq!(operator.get(berkas).await.status, status);
    }
    operator.get(&format!("{jahat}/penghapusan")).await.memuat("Ditahan: mengandung virus").memuat("jahat.pdf");
    operator.get("/pemberitahuan").await.memuat("Eicar-Test-Signature");
    admin.get("/admin/berkas").await.memuat("Tidak ada berkas yang belum pernah diperiksa").memuat("1 berkas terinfeksi ditahan");
}

#[tokio::test]
async fn without_a_scanner_nothing_waits() {
    let d = Dunia::baru().await;
    let operator = d.operator().await;
    let berkas = unggah(&d, &operator, "a.pdf", &pdf("a")).await.1.unwrap();
    assert_eq!(operator.get(&berkas).await.status, StatusCode::OK);
    let admin = d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    admin.get("/admin/berkas").await.memuat("Tidak dipasang");
    let salah = Konfig { pindai: KonfigPindai { alamat: "tcp:10.0.0.5:3310".into(), ..KonfigPindai::default() }, ..Konfig::default() };
    let folder = tempfile::tempdir().unwrap();
    let s = store::Store::buka(folder.path(), &store::Sumber::Sqlite, store::Jam::default()).await.unwrap();
    let e = web::AppState::baru(s, salah, dokumen::Pencetak::dalam_proses()).await.err().unwrap();
    assert!(e.to_string().contains("pindai.alamat"), "evidence does not cross a network without protection: {e}");
}
