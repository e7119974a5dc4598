//! Editions on the pages: faults with their lines, draft, decree, comparison, a derived edition chosen for a period.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::peran::{Lingkup, Peran};

use crate::{
    app::{Jawaban, Peramban, TestApp},
    dunia::dunia,
};

/// A multipart form with one file.
async fn unggah(p: &Peramban<'_>, jalur: &str, medan: &[(&str, &str)], nama: &str, isi: &[u8]) -> Jawaban {
    let mut badan = Vec::new();
    for (n, v) in medan {
        badan.extend(format!("--xx\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n").into_bytes());
    }
    badan.extend(format!("--xx\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{nama}\"\r\n\r\n").into_bytes());
    badan.extend(isi);
    badan.extend(b"\r\n--xx--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=xx");
    p.kirim(req.body(Body::from(badan)).unwrap()).await
}

const SK: &[(&str, &str)] = &[("nomor", "3/ILUSTRASI/2026"), ("tanggal", "2026-01-09"), ("dari", "2026-01-01"), ("sampai", "")];
/// A whole PDF, as the check of evidence wants it.
fn pdf() -> Vec<u8> {
    crate::lokus::bukti::pdf("keputusan")
}

#[tokio::test]
async fn an_edition_is_checked_issued_and_ended() {
    let app = TestApp::baru().await;
    let dewi = app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
    let d = dunia(&app).await;
    let biro = app.masuk(d.biro).await;
    dewi.get("/edisi").await.memuat("Belum ada edisi yang didaftarkan").memuat("PEKPPP 2022, formulir A");
    assert_eq!(biro.get("/edisi/impor").await.status, StatusCode::FORBIDDEN);

    let naskah = pekppp::bawaan("pekppp-2022-a").unwrap().1.replacen("id = \"pekppp-2022-a\"", "id = \"pekppp-2026-a\"", 1);
    // Two weights of an aspect are wrong and one key is unknown: each fault with its line.
    let rusak = naskah.replacen("bobot = 17", "bobot = 18", 1).replacen("prinsip = \"Akuntabilitas\"", "prinsipp = \"Akuntabilitas\"", 1);
    let j = unggah(&dewi, "/edisi/impor", &[], "edisi.toml", rusak.as_bytes()).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    let baris = rusak.lines().position(|b| b.starts_with("prinsipp")).unwrap() + 1;
    j.memuat("kesalahan").memuat(&format!(">{baris}<")).memuat("jumlah bobot indikator 101");

    // Broken syntax is said in the words of the reader, with line, column and what stands there.
    let patah = unggah(&dewi, "/edisi/impor", &[], "edisi.toml", b"format = 1\nid = \"x\nnama = 3 3\n").await;
    patah.memuat("Tanda kutip teks ini belum lengkap (kolom 8)").memuat("id = &#34;x").memuat(">2<");
    assert!(!patah.isi.contains("expected"), "{}", patah.isi);

    let j = unggah(&dewi, "/edisi/impor", &[], "edisi.toml", naskah.as_bytes()).await;
    assert_eq!(j.ke(), "/edisi/pekppp-2026-a");
    dewi.get(j.ke()).await.memuat("Rancangan").memuat("Apakah Standar Pelayanan (SP) sudah dibuat?").memuat("Tetapkan edisi");
    assert_eq!(biro.get("/edisi/pekppp-2026-a").await.status, StatusCode::NOT_FOUND, "a draft is the ministry's own");
    dewi.get("/edisi/pekppp-2026-a/banding?dengan=pekppp-2022-a").await.memuat("Tidak ada perbedaan");
    dewi.get("/edisi/pekppp-reduced-24/banding?dengan=pekppp-2022-a").await.memuat("dihapus").memuat("17 % → 25 %").memuat("4,08 % → 6 %");

    let j = unggah(&dewi, "/edisi/pekppp-2026-a/penetapan", SK, "sk.pdf", b"bukan pdf").await;
    j.memuat("Berkas ini bukan PDF");
    let j = unggah(&dewi, "/edisi/pekppp-2026-a/penetapan", SK, "sk.pdf", &pdf()).await;
    assert_eq!(j.ke(), "/edisi/pekppp-2026-a", "{}", j.isi);
    biro.get("/edisi/pekppp-2026-a").await.memuat("Berlaku sejak 1 Januari 2026").memuat("3/ILUSTRASI/2026");
    biro.get("/periode/baru").await.memuat("value=\"pekppp-2026-a\"");
    assert_eq!(biro.post("/edisi/pekppp-2026-a", &[("alasan", "x")]).await.status, StatusCode::FORBIDDEN);
    dewi.post("/edisi/pekppp-2026-a", &[("alasan", " ")]).await.memuat("Tulis alasannya");
    assert_eq!(dewi.post("/edisi/pekppp-2026-a", &[("alasan", "Salah bobot")]).await.ke(), "/edisi/pekppp-2026-a");
    biro.get("/edisi/pekppp-2026-a").await.memuat("Ditarik").memuat("Salah bobot");
    assert!(!biro.get("/periode/baru").await.isi.contains("value=\"pekppp-2026-a\""));
}

#[tokio::test]
async fn an_organiser_derives_an_edition_for_mandiri() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let biro = app.masuk(d.biro).await;
    let j = biro.get("/edisi/pekppp-2022-a/turunan").await;
    j.memuat("30 indikator terpilih").memuat("name=\"bobot_1.a.Ak\" value=\"17\"").memuat("jumlah 100 %");

    // Three indicators of the first aspect stay, all others as they are.
    let induk = pekppp::bawaan("pekppp-2022-a").unwrap().0;
    let mut isian: Vec<(String, String)> = vec![("nama".into(), "Kutim ringkas".into()), ("kode".into(), "kutim-24".into())];
    for i in induk.indikator().filter(|i| !i.kode.contains(".a.") || ["1.a.Ak", "2.a.P", "3.a.T"].contains(&i.kode.as_str())) {
        isian.push(("pilih".into(), i.kode.clone()));
        isian.push((format!("bobot_{}", i.kode), i.bobot.as_ref().unwrap().to_string()));
    }
    let kirim = |lain: &[(&str, &str)]| {
        let mut semua = isian.clone();
        semua.extend(lain.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())));
        semua
    };
    let jalur = "/edisi/pekppp-2022-a/turunan";
    let acuan = |v: &[(String, String)]| v.iter().map(|(a, b)| (a.clone(), b.clone())).collect::<Vec<_>>();
    let v = acuan(&kirim(&[("alasan", "Kepbup 1/2026")]));
    let v: Vec<(&str, &str)> = v.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let j = biro.post(jalur, &v).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("Jumlah bobot aspek I adalah 38, seharusnya 100").memuat("Kepbup 1/2026");
    let skala = kirim(&[("alasan", "Kepbup 1/2026"), ("_aksi", "skala")]);
    let v: Vec<(&str, &str)> = skala.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    biro.post(jalur, &v).await.memuat("value=\"850/19\"").memuat("value=\"700/19\"").memuat("value=\"350/19\"").memuat("Kepbup 1/2026");

    let mut tepat = kirim(&[("alasan", "Kepbup 1/2026")]);
    for (n, v) in &mut tepat {
        match n.as_str() {
            "bobot_1.a.Ak" => "850/19".clone_into(v),
            "bobot_2.a.P" => "700/19".clone_into(v),
            "bobot_3.a.T" => "350/19".clone_into(v),
            _ => {}
        }
    }
    let v: Vec<(&str, &str)> = tepat.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(biro.post(jalur, &v).await.ke(), "/edisi/kutim-24");
    biro.get("/edisi/kutim-24").await.memuat("turunan dari pekppp-2022-a").memuat("Kepbup 1/2026").memuat("850/19 %");
    assert!(!biro.get("/periode/baru").await.isi.contains("value=\"kutim-24\""), "a draft is no choice yet");
    let j = unggah(&biro, "/edisi/kutim-24/penetapan", SK, "sk.pdf", &pdf()).await;
    assert_eq!(j.ke(), "/edisi/kutim-24", "{}", j.isi);
    biro.get("/periode/baru").await.memuat("value=\"kutim-24\"");
}
