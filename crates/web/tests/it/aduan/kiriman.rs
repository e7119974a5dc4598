//! A file of a report that cannot be taken: where the form says so.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::{BARU, medan, pdf, penghubung, tanpa};
use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::dunia,
};

/// A report with a file.
async fn kirim_berkas(p: &Peramban<'_>, nama: &str, isi: &[u8]) -> Jawaban {
    kirim_semua(p, "tidak", &[(nama, isi)]).await
}

/// A report with files; `tetap`: whether the page keeps what was chosen.
async fn kirim_semua(p: &Peramban<'_>, tetap: &str, berkas: &[(&str, &[u8])]) -> Jawaban {
    let j = p.get(BARU).await;
    let (stempel, kiriman) = (medan(&j, "stempel"), medan(&j, "kiriman"));
    let teks = [
        ("stempel", stempel.as_str()),
        ("kiriman", &kiriman),
        ("jenis", "pengaduan"),
        ("judul", berkas[0].0),
        ("cerita", "Lihat berkas."),
        ("_tetap", tetap),
    ];
    let bagian = |(n, v): (&str, &str)| format!("--b\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n");
    let mut badan: Vec<u8> = teks.map(bagian).concat().into_bytes();
    for (nama, isi) in berkas {
        badan.extend(format!("--b\r\nContent-Disposition: form-data; name=\"lampiran\"; filename=\"{nama}\"\r\n\r\n").into_bytes());
        badan.extend([isi, b"\r\n".as_slice()].concat());
    }
    badan.extend(b"--b--\r\n");
    let req = p.permintaan(Method::POST, BARU).header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    p.kirim(req.body(Body::from(badan)).unwrap()).await
}

/// What was found infected once is refused at the field of the files, in whatever dress it lies; what is remembered of it is no file that is held.
#[tokio::test]
async fn a_file_known_as_infected_is_named_at_its_field() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    penghubung(&app, &d).await;
    let (tamu, isi) = (app.tamu(), pdf(1).into_bytes());
    let baik = kirim_berkas(&tamu, "baik.pdf", &isi).await;
    assert_eq!(baik.status, StatusCode::SEE_OTHER, "{}", baik.isi);
    store::pindai::ingat_isi(app.store(), &store::sidik_hex(&isi), "Uji.Jahat-1").await.unwrap();
    let j = kirim_berkas(&tamu, "jahat.pdf", &isi).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("pemindai virus menemukan isi berbahaya").memuat("href=\"#lampiran\"");
    tanpa(&j, "href=\"#cerita\"");
    tanpa(&j, "Pilih berkasnya sekali lagi");
    app.masuk(d.admin).await.get("/admin/berkas").await.memuat("Tidak ada berkas terinfeksi").memuat("Tidak ada berkas yang ditahan");
}

/// Of several files only the one that cannot be taken is named, so that the page keeps the others.
#[tokio::test]
async fn of_several_files_the_refused_one_is_named() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    penghubung(&app, &d).await;
    let (tamu, baik) = (app.tamu(), pdf(1).into_bytes());
    let dua: [(&str, &[u8]); 2] = [("foto-loket.pdf", &baik), ("catatan.exe", b"MZ bukan berkas")];
    let j = kirim_semua(&tamu, "ya", &dua).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Ditolak: catatan.exe. Berkas lain tetap terpilih.").memuat("data-tolak=\"catatan.exe\"");
    let j = kirim_semua(&tamu, "tidak", &dua).await;
    j.memuat("Ditolak: catatan.exe. Pilih lagi semua berkas");
    assert_eq!(kirim_berkas(&tamu, "foto-loket.pdf", &baik).await.status, StatusCode::SEE_OTHER);
}

/// The answer was lost and something was changed before it was sent again: the first one stands, and nobody says that this one was stored.
#[tokio::test]
async fn a_form_sent_again_with_other_words_is_not_called_received() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let penghubung = app.masuk(penghubung(&app, &d).await).await;
    let tamu = app.tamu();
    let j = tamu.get(BARU).await;
    let (stempel, kiriman) = (medan(&j, "stempel"), medan(&j, "kiriman"));
    let isi = |cerita: &'static str| {
        let isi = [("stempel", stempel.as_str()), ("kiriman", kiriman.as_str()), ("jenis", "pengaduan"), ("judul", "Antrean")];
        [isi.as_slice(), &[("cerita", cerita)]].concat()
    };
    let letak = |teks: &str| j.isi.find(teks).unwrap();
    assert!(letak("baru pilih berkasnya") < letak("name=\"lampiran\""), "said before a file is chosen");
    let ke = tamu.post_multipart(BARU, &isi("Lama.")).await.ke().to_owned();
    tamu.get(&ke).await;
    let j = tamu.post_multipart(BARU, &isi("Lama sekali.")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kode = store::kode::tampil(ke.rsplit('/').next().unwrap());
    j.memuat("pertama sudah sampai").memuat(&kode).memuat(&format!("href=\"{ke}\"")).memuat("Lama sekali.");
    tanpa(&j, "Laporan Anda sudah diterima");
    // So for the officer who types another report into a page that was kept.
    let kiriman = medan(&penghubung.get("/aduan/baru").await, "kiriman");
    let ketik = |cerita: &'static str| {
        let isi = [("kiriman", kiriman.as_str()), ("kanal", "loket"), ("tanggal", "2026-03-01"), ("jenis", "aspirasi"), ("judul", "Kursi")];
        [isi.as_slice(), &[("cerita", cerita)]].concat()
    };
    penghubung.post_multipart("/aduan/baru", &ketik("Tambah kursi.")).await.memuat("/aduan/");
    let j = penghubung.post_multipart("/aduan/baru", &ketik("Kurangi kursi.")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("sudah tercatat lebih dahulu").memuat("Kurangi kursi.");
}
