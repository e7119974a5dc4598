use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use store::{id::LokusId, kueri::Kueri, nilai};
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

const KODE: &str = "1.a.Ak";

async fn bawa(p: &Peramban<'_>, lokus: LokusId, isi: &str) -> Jawaban {
    let badan = format!("--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"F01.prima.json\"\r\n\r\n{isi}\r\n--x--\r\n");
    let req = p.permintaan(Method::POST, &format!("/lokus/{lokus}/f01/luring"));
    p.kirim(req.header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").body(Body::from(badan)).unwrap()).await
}

/// What the downloaded form says about itself.
async fn acuan(p: &Peramban<'_>, lokus: LokusId) -> Value {
    let j = p.get(&format!("/lokus/{lokus}/f01/luring/berkas")).await;
    assert_eq!(j.status, StatusCode::OK, "{}", j.isi);
    assert!(j.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    assert!(!j.isi.contains("src=\"/") && !j.isi.contains("<link"), "it stands alone");
    let mulai = j.isi.find("data-acuan=\"").unwrap() + 12;
    let teks = j.isi[mulai..].split('"').next().unwrap().replace("&#34;", "\"").replace("&quot;", "\"");
    serde_json::from_str(&teks).unwrap()
}

fn bundel(acuan: &Value, op: Uuid, versi: i64, layanan: &str, bukti: Value) -> Value {
    json!({
        "format": acuan["format"], "lokus": acuan["lokus"], "edisi": acuan["edisi"], "bukti": bukti,
        "indikator": [{ "kode": KODE, "op": op, "versi": versi, "isi": { "sp_dibuat": ["ya"], "jumlah_jenis_pelayanan": [layanan] } }],
    })
}

async fn angka(d: &Dunia, sql: &str) -> i64 {
    d.app.store().baca().angka(sql, vec![]).await.unwrap()
}

#[tokio::test]
async fn a_form_filled_without_a_line_comes_back_once() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let a = acuan(&p, d.lokus).await;
    let bukti =
        |isi: &[u8]| json!([{ "op": Uuid::new_v4(), "indikator": KODE, "nama": "sk.pdf", "keterangan": "", "isi": STANDARD.encode(isi) }]);
    let b = bundel(&a, Uuid::new_v4(), 0, "12", bukti(b"<html>bukan bukti</html>")).to_string();
    for isian in [
        "Satu indikator tersimpan.",
        "Tidak ada isian baru yang tersimpan. Tidak ada bukti baru. Satu indikator sudah ada dan tidak berubah.",
    ] {
        bawa(&p, d.lokus, &b).await.memuat(isian).memuat("sk.pdf: ").memuat("Tidak ada bukti baru.");
    }
    assert_eq!(angka(&d, "SELECT COUNT(*) AS n FROM f01_ubah").await, 1);
    assert_eq!(angka(&d, "SELECT COUNT(*) AS n FROM bukti").await, 0);

    // Somebody saved meanwhile: both are shown, and only a press decides.
    let j = bawa(&p, d.lokus, &bundel(&a, Uuid::new_v4(), 0, "14", json!([])).to_string()).await;
    j.memuat("Pakai isian dari berkas").memuat(">12<").memuat(">14<").memuat("name=\"versi\" value=\"1\"");
    assert_eq!(angka(&d, "SELECT COUNT(*) AS n FROM f01_ubah").await, 1);
    let pakai = [("versi", "1"), ("1.a.Ak/sp_dibuat", "ya"), ("1.a.Ak/jumlah_jenis_pelayanan", "14")];
    assert_eq!(p.post(&format!("/lokus/{}/f01/isian/{KODE}", d.lokus), &pakai).await.status, StatusCode::SEE_OTHER);
    assert_eq!(angka(&d, "SELECT versi AS n FROM f01").await, 2);
}

#[tokio::test]
async fn a_file_of_something_else_changes_nothing() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let a = acuan(&p, d.lokus).await;
    let baik = bundel(&a, Uuid::new_v4(), 0, "12", json!([]));
    let dengan = |kunci: &str, nilai: Value| {
        let mut b = baik.clone();
        b[kunci] = nilai;
        b.to_string()
    };
    let kasus = [
        (dengan("edisi", json!("00")), "instrumen lain"),
        (dengan("lokus", json!(Uuid::now_v7())), "unit atau periode lain"),
        (dengan("format", json!("lain")), "bukan hasil formulir F01"),
        ("<html>".to_owned(), "bukan hasil formulir F01"),
    ];
    for (isi, alasan) in kasus {
        let j = bawa(&p, d.lokus, &isi).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat(alasan);
    }
    let j = bawa(&p, d.lokus, &bundel(&a, Uuid::new_v4(), 0, "dua belas", json!([])).to_string()).await;
    j.memuat("Berapa jumlah jenis pelayanan");
    assert_eq!(angka(&d, "SELECT COUNT(*) AS n FROM f01").await, 0);
    let kepala = d.kepala().await;
    assert_eq!(kepala.get(&format!("/lokus/{}/f01/luring", d.lokus)).await.status, StatusCode::FORBIDDEN);
}

/// The phase is closed; the organiser gives this unit two more days, and the file is taken.
#[tokio::test]
async fn more_time_for_one_unit_lets_the_file_in() {
    let d = Dunia::baru().await;
    let (p, biro) = (d.operator().await, d.penyelenggara().await);
    let a = acuan(&p, d.lokus).await;
    let tx = d.app.store().mulai().await.unwrap();
    let sql =
        "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', 'tutup', '', 1, $3)";
    tx.jalankan(sql, nilai![Uuid::now_v7(), d.periode, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let b = bundel(&a, Uuid::new_v4(), 0, "12", json!([])).to_string();
    assert_eq!(bawa(&p, d.lokus, &b).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let jalur = format!("/lokus/{}/perpanjangan", d.lokus);
    biro.get(&jalur).await.memuat("Belum ada perpanjangan");
    let j = biro.post(&jalur, &[("sampai", "2001-01-01"), ("alasan", "banjir")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("paling lama 90 hari lagi").memuat("banjir");
    let sampai = d.app.store().sekarang().hari("WITA").tomorrow().unwrap().to_string();
    assert_eq!(biro.post(&jalur, &[("sampai", &sampai), ("alasan", "banjir")]).await.status, StatusCode::SEE_OTHER);
    biro.get(&jalur).await.memuat("Berlaku").memuat("banjir");
    bawa(&p, d.lokus, &b).await.memuat("Satu indikator tersimpan.");
    bawa(&p, d.lokus, &b).await.memuat("Isi berkas ini sudah ada di Prima; tidak ada yang berubah.");
    assert_eq!(p.get(&jalur).await.status, StatusCode::FORBIDDEN);
}
