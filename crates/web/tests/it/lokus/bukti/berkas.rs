use axum::http::{StatusCode, header};
use store::{
    bukti,
    peran::{Lingkup, Peran},
};

use super::{KODE, multipart, pdf};
use crate::{app::Peramban, bangun::Dunia};

async fn kirim(d: &Dunia, p: &Peramban<'_>, berkas: &[(&str, &[u8])]) -> crate::app::Jawaban {
    let teks = [("indikator", KODE), ("op", &uuid::Uuid::new_v4().to_string()), ("1.a.Ak/keterangan", "SK 2023")];
    multipart(p, &format!("/lokus/{}/bukti", d.lokus), &teks, berkas).await
}

async fn semua(d: &Dunia) -> Vec<bukti::Bukti> {
    bukti::daftar(d.app.store().baca(), d.lokus).await.unwrap()
}

#[tokio::test]
async fn several_files_in_one_piece() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let j = kirim(&d, &p, &[("a.pdf", &pdf("a")), ("b.pdf", &pdf("b"))]).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, format!("/lokus/{}/f01/I#{KODE}", d.lokus).as_str()));
    p.get(&format!("/lokus/{}/f01/I", d.lokus))
        .await
        .memuat("Bukti sudah aman tersimpan.")
        .memuat("a.pdf")
        .memuat("SK 2023")
        .memuat("PDF ·");
    assert_eq!(semua(&d).await.len(), 2);
}

#[tokio::test]
async fn a_refused_file_is_named_and_the_good_one_kept() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let j = kirim(&d, &p, &[("baik.pdf", &pdf("a")), ("virus.pdf", b"MZ\x90"), ("potong.pdf", &pdf("b")[..12]), ("kosong.pdf", b"")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("virus.pdf: Isinya program komputer").memuat("potong.pdf: Berkas terpotong").memuat("kosong.pdf: Berkas ini kosong");
    j.memuat("value=\"SK 2023\"").memuat("baik.pdf</a>");
    assert_eq!(semua(&d).await.len(), 1);
    let j = kirim(&d, &p, &[]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Pilih berkas dahulu.");
}

#[tokio::test]
async fn a_file_over_the_size_is_413_and_the_form_comes_back() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let mut besar = pdf("x");
    besar.resize(21 * 1024 * 1024, b' ');
    let j = kirim(&d, &p, &[("besar.pdf", &besar)]).await;
    assert_eq!(j.status, StatusCode::PAYLOAD_TOO_LARGE);
    j.memuat("besar.pdf: Berkas lebih besar dari 20 MB").memuat("value=\"SK 2023\"");
    assert!(semua(&d).await.is_empty());
    assert_eq!(std::fs::read_dir(d.app.store().folder().join("sementara")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_download_is_by_reference_in_a_sandbox() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    kirim(&d, &p, &[("SK é.pdf", &pdf("a"))]).await;
    let b = semua(&d).await.remove(0);
    let jalur = format!("/lokus/{}/bukti/{}", d.lokus, b.id);
    let biro = d.penyelenggara().await;
    let halaman = biro.get(&format!("/lokus/{}/f01/I", d.lokus)).await;
    assert_eq!(halaman.isi.matches(&jalur).count(), 1, "shown once, without ways to change it");
    let j = biro.get(&jalur).await;
    assert_eq!((j.status, j.isi.as_bytes()), (StatusCode::OK, pdf("a").as_slice()));
    assert_eq!(j.headers[header::CONTENT_TYPE], "application/pdf");
    assert!(j.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("sandbox"));
    assert!(j.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("inline; filename=\""));
    assert_eq!(j.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    let asing = d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("11".into())).await;
    assert_eq!(asing.get(&jalur).await.status, StatusCode::NOT_FOUND);
    let sidik = b.objek.unwrap();
    assert!(p.get(&format!("/lokus/{}/bukti/{sidik}", d.lokus)).await.status.is_client_error(), "never by hash");
}

#[tokio::test]
async fn a_link_is_marked_as_outside() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let jalur = format!("/lokus/{}/bukti/tautan", d.lokus);
    let j = p.post(&jalur, &[("indikator", KODE), ("1.a.Ak/tautan", "http://video.id/1"), ("1.a.Ak/judul-tautan", "Alur")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("value=\"http://video.id/1\"").memuat("value=\"Alur\"").memuat("dimulai dengan https://");
    let j = p.post(&jalur, &[("indikator", KODE), ("1.a.Ak/tautan", "https://video.id/1"), ("1.a.Ak/judul-tautan", "Alur")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    p.get(&format!("/lokus/{}/f01/I", d.lokus)).await.memuat("Alur").memuat("Tautan di luar Prima, isinya tidak dibekukan");
    let b = semua(&d).await.remove(0);
    assert_eq!(p.get(&format!("/lokus/{}/bukti/{}", d.lokus, b.id)).await.ke(), "https://video.id/1");
    // A letter that no header takes is no fault of the program.
    let j = p.post(&jalur, &[("indikator", KODE), ("1.a.Ak/tautan", "https://video.id/é"), ("1.a.Ak/judul-tautan", "Alur dua")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    let b = semua(&d).await.into_iter().find(|b| b.nama == "Alur dua").unwrap();
    assert_eq!(p.get(&format!("/lokus/{}/bukti/{}", d.lokus, b.id)).await.ke(), "https://video.id/%C3%A9");
}

#[tokio::test]
async fn captions_change_and_removal_asks_first() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    kirim(&d, &p, &[("a.pdf", &pdf("a"))]).await;
    let jalur = format!("/lokus/{}/bukti/{}", d.lokus, semua(&d).await[0].id);
    p.get(&format!("{jalur}/keterangan")).await.memuat("SK 2023");
    assert_eq!(p.post(&format!("{jalur}/keterangan"), &[("keterangan", "SK 2024")]).await.status, StatusCode::SEE_OTHER);
    let j = p.post(&format!("{jalur}/keterangan"), &[("keterangan", &"x".repeat(501))]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    p.get(&format!("{jalur}/penghapusan")).await.memuat("Hapus bukti ini?").memuat("a.pdf").memuat("SK 2024");
    for _ in 0..2 {
        assert_eq!(p.post(&format!("{jalur}/penghapusan"), &[]).await.status, StatusCode::SEE_OTHER);
    }
    assert!(semua(&d).await.is_empty());
    assert_eq!(p.get(&jalur).await.status, StatusCode::NOT_FOUND);
    assert_eq!(p.get(&format!("/lokus/{}/bukti", d.lokus)).await.ke(), format!("/lokus/{}/f01", d.lokus), "a reload after a fault");
    let evaluator = d.evaluator("eva@uji.example").await;
    assert_eq!(evaluator.post(&format!("{jalur}/penghapusan"), &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_picture_is_listed_with_a_small_one_that_is_made_once() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let png = dokumen::qr_png("https://uji.example", 8).unwrap();
    kirim(&d, &p, &[("loket.png", &png), ("sk.pdf", &pdf("a"))]).await;
    let bukti = semua(&d).await;
    let (gambar, lain) = (bukti.iter().find(|b| b.nama == "loket.png").unwrap(), bukti.iter().find(|b| b.nama == "sk.pdf").unwrap());
    let jalur = |b: &bukti::Bukti| format!("/lokus/{}/bukti/{}/kecil", d.lokus, b.id);
    let halaman = p.get(&format!("/lokus/{}/f01/I", d.lokus)).await;
    halaman.memuat(&format!("src=\"{}\" alt=\"\"", jalur(gambar)));
    assert!(!halaman.isi.contains(&jalur(lain)), "only pictures have one");

    let j = p.get(&jalur(gambar)).await;
    assert_eq!((j.status, j.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, "image/jpeg"));
    let s = d.app.store();
    let sidik = gambar.objek.as_deref().unwrap();
    assert!(store::objek::kecil(s, sidik).is_some_and(|isi| isi.starts_with(&[0xff, 0xd8])), "kept for the next look");
    store::objek::simpan_kecil(s, sidik, b"").unwrap();
    assert_eq!(
        p.get(&jalur(gambar)).await.headers[header::CONTENT_TYPE],
        "image/svg+xml; charset=utf-8",
        "what cannot be made shows the sign of a file"
    );

    assert_eq!(p.get(&jalur(lain)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(d.app.sebagai(Peran::Pembina, Lingkup::Wilayah("11".into())).await.get(&jalur(gambar)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(d.app.tamu().get(&jalur(gambar)).await.status, StatusCode::SEE_OTHER);
}

/// A photo of a phone: where and with what it was taken stays with whoever took it.
#[tokio::test]
async fn evidence_loses_the_place_where_it_was_taken() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let seg = |penanda: u8, isi: &[u8]| [&[0xff, penanda][..], &u16::try_from(isi.len() + 2).unwrap().to_be_bytes(), isi].concat();
    let foto = [
        &[0xff, 0xd8][..],
        &seg(0xe1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS -0.5 117.5"),
        &seg(0xe1, b"http://ns.adobe.com/xap/1.0/\0rahasia"),
        &seg(0xdb, &[0; 65]),
        &seg(0xc0, &[8, 0, 1, 0, 1, 1, 0, 0, 0]),
        &seg(0xda, &[1, 0, 0, 0, 63, 0]),
        &[0x12, 0x34, 0xff, 0xd9],
    ]
    .concat();
    assert_eq!(kirim(&d, &p, &[("loket.jpg", &foto)]).await.status, StatusCode::SEE_OTHER);
    let b = semua(&d).await.remove(0);
    let isi = store::objek::baca(d.app.store(), b.objek.as_deref().unwrap()).unwrap();
    let memuat = |cari: &[u8]| isi.windows(cari.len()).any(|w| w == cari);
    assert!(!memuat(b"GPS") && !memuat(b"rahasia"), "what is stored has no place in it");
    assert!(memuat(b"MM\0*"), "only how it is to be turned");
    assert_eq!(p.get(&format!("/lokus/{}/bukti/{}", d.lokus, b.id)).await.status, StatusCode::OK);
}
