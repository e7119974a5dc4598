use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use store::{f01, kueri::Kueri, nilai};

use super::tersembunyi;
use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

const KODE: &str = "1.a.Ak";

async fn skrip(p: &Peramban<'_>, jalur: &str, isi: &str) -> Jawaban {
    let mut req = p.permintaan(Method::POST, jalur).body(Body::from(isi.to_owned())).unwrap();
    req.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
    req.headers_mut().insert(header::CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
    p.kirim(req).await
}

fn badan(op: &str, versi: i64, layanan: &str) -> String {
    format!("op={op}&versi={versi}&{KODE}%2Fsp_dibuat=ya&{KODE}%2Fjumlah_jenis_pelayanan={layanan}")
}

fn op() -> String {
    uuid::Uuid::new_v4().to_string()
}

#[tokio::test]
async fn the_form_explains_itself_and_saves_without_a_script() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let halaman = p.get(&format!("/lokus/{}/f01/I", d.lokus)).await;
    halaman
        .memuat("Mengapa ditanyakan")
        .memuat("masyarakat dilibatkan dalam penyusunan")
        .memuat("Kepastian:")
        .memuat("Contoh bukti yang diharapkan");
    halaman.memuat("Dijawab hanya bila “Apakah Standar Pelayanan (SP) sudah dibuat?” dijawab Ya.");
    let op = tersembunyi(&halaman, KODE, "op");
    let isian = [("op", op.as_str()), ("versi", "0"), ("1.a.Ak/sp_dibuat", "ya"), ("1.a.Ak/jumlah_jenis_pelayanan", "1.250")];
    let jalur = format!("/lokus/{}/f01/isian/{KODE}", d.lokus);
    let j = p.post(&jalur, &isian).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, format!("/lokus/{}/f01/I#{KODE}", d.lokus).as_str()));
    assert_eq!(p.post(&jalur, &isian).await.status, StatusCode::SEE_OTHER, "pressed twice");
    let j = p.get(&format!("/lokus/{}/f01/I", d.lokus)).await;
    j.memuat("value=\"1250\"").memuat("Isian tersimpan.").memuat("oleh Ibu Uji");
    assert_eq!(tersembunyi(&j, KODE, "versi"), "1");
}

#[tokio::test]
async fn a_fault_keeps_what_was_typed_and_saves_nothing() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let isian =
        [("versi", "0"), ("1.a.Ak/sp_dibuat", "ya"), ("1.a.Ak/jumlah_jenis_pelayanan", "dua belas"), ("1.a.Ak/jumlah_sp", "99999999")];
    let j = p.post(&format!("/lokus/{}/f01/isian/{KODE}", d.lokus), &isian).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("dua belas").memuat("99999999").memuat("Ada 2 isian yang perlu diperbaiki");
    j.memuat("href=\"#1.a.Ak/jumlah_jenis_pelayanan\"").memuat("Tulis bilangan bulat").memuat("dari 0 sampai 10000");
    assert!(f01::semua(d.app.store().baca(), d.lokus).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_second_writer_sees_both_and_chooses() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let jalur = format!("/lokus/{}/f01/isian/{KODE}", d.lokus);
    p.post(&jalur, &[("versi", "0"), ("1.a.Ak/jumlah_jenis_pelayanan", "12")]).await;
    let j = p.post(&jalur, &[("versi", "0"), ("1.a.Ak/jumlah_jenis_pelayanan", "15")]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Ibu Uji menyimpan jawaban lain").memuat("value=\"15\"").memuat(">12</td>").memuat(">15</td>");
    let versi = tersembunyi(&j, KODE, "versi");
    let j = p.post(&jalur, &[("versi", &versi), ("1.a.Ak/jumlah_jenis_pelayanan", "15")]).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER);
    let j = p.get(&format!("/lokus/{}/f01/riwayat/{KODE}", d.lokus)).await;
    j.memuat("Versi 2").memuat("Versi 1").memuat("<dd>12</dd>").memuat("<dd>15</dd>");
}

#[tokio::test]
async fn the_script_gets_json_for_every_outcome() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let jalur = format!("/lokus/{}/f01/isian/{KODE}", d.lokus);
    let (satu, dua) = (op(), op());
    let j = skrip(&p, &jalur, &badan(&satu, 0, "12")).await;
    assert_eq!(j.status, StatusCode::OK);
    j.memuat("\"versi\":1").memuat("\"pukul\":\"Tersimpan 08.00\"").memuat("\"aspek\":{\"kunci\":\"I\"");
    skrip(&p, &jalur, &badan(&satu, 0, "12")).await.memuat("\"versi\":1");
    let j = skrip(&p, &jalur, &badan(&dua, 0, "13")).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("\"bentrok\"").memuat("\"versi\":1");
    let j = skrip(&p, &jalur, &badan(&dua, 1, "x")).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("\"medan\":\"1.a.Ak/jumlah_jenis_pelayanan\"");
    let j = skrip(&d.app.tamu(), &jalur, &badan(&dua, 1, "13")).await;
    assert_eq!(j.status, StatusCode::UNAUTHORIZED, "the session ended: {}", j.isi);
}

#[tokio::test]
async fn hints_are_shown_beside_the_answers() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    let isian = [("versi", "0"), ("1.a.Ak/sp_dibuat", "ya"), ("1.a.Ak/jumlah_jenis_pelayanan", "2"), ("1.a.Ak/jumlah_sp", "9")];
    p.post(&format!("/lokus/{}/f01/isian/{KODE}", d.lokus), &isian).await;
    p.get(&format!("/lokus/{}/f01/I", d.lokus)).await.memuat("Jumlah SP lebih banyak daripada jumlah jenis pelayanan.");
    p.get(&format!("/lokus/{}/f01", d.lokus)).await.memuat("Patut diperiksa lagi").memuat("Jumlah SP lebih banyak");
}

#[tokio::test]
async fn unknown_parts_and_foreign_roles_are_refused() {
    let d = Dunia::baru().await;
    let p = d.operator().await;
    assert_eq!(p.get(&format!("/lokus/{}/f01/IX", d.lokus)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(p.post(&format!("/lokus/{}/f01/isian/9.z", d.lokus), &[]).await.status, StatusCode::NOT_FOUND);
    let kepala = d.kepala().await;
    let j = kepala.post(&format!("/lokus/{}/f01/isian/{KODE}", d.lokus), &[("versi", "0")]).await;
    assert_eq!(j.status, StatusCode::FORBIDDEN);
    let j = kepala.get(&format!("/lokus/{}/f01/I", d.lokus)).await;
    assert!(!j.isi.contains("<form method=\"post\" action=\"/lokus"), "the head reads");
}

#[tokio::test]
async fn a_closed_phase_is_said_and_refuses() {
    let d = Dunia::baru().await;
    let tx = d.app.store().mulai().await.unwrap();
    let sql =
        "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', 'tutup', '', $3, $4)";
    tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), d.periode, tx.pada, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    let p = d.operator().await;
    p.get(&format!("/lokus/{}/f01/I", d.lokus)).await.memuat("Tahap pelaksanaan sudah ditutup");
    let j = p.post(&format!("/lokus/{}/f01/isian/{KODE}", d.lokus), &[("versi", "0"), ("1.a.Ak/sp_dibuat", "ya")]).await;
    assert_eq!(j.status, StatusCode::CONFLICT);
    j.memuat("Tahap pelaksanaan sudah ditutup");
}
