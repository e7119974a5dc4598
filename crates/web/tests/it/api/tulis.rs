//! Writing with a token: scopes, trying, the same write twice, limits; and the page on which tokens are made.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::Value;
use store::{
    kueri::Kueri as _,
    token_api::{self, Lingkup},
};
use web::Konfig;

use crate::{
    app::{Jawaban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

const DUA: &str =
    r#"{"unit":[{"kode":"64.08-a","nama":"Puskesmas A","jenis":"puskesmas"},{"kode":"64.08-b","nama":"Poli B","kode_induk":"64.08-a"}]}"#;

async fn token(app: &TestApp, d: &Dunia, lingkup: &[Lingkup]) -> String {
    let a = pelaku(app, d.admin).await.admin().unwrap();
    token_api::buat(app.store(), &a, "Server", d.kab, lingkup, 30).await.unwrap()
}

async fn kirim(app: &TestApp, token: &str, jalur: &str, jenis: &str, kunci: Option<&str>, isi: &str) -> Jawaban {
    let p = app.tamu();
    let mut req =
        p.permintaan(Method::POST, jalur).header(header::AUTHORIZATION, format!("Bearer {token}")).header(header::CONTENT_TYPE, jenis);
    if let Some(k) = kunci {
        req = req.header("idempotency-key", k);
    }
    p.kirim(req.body(Body::from(isi.to_owned())).unwrap()).await
}

fn isi(j: &Jawaban) -> Value {
    serde_json::from_str(&j.isi).unwrap()
}

#[tokio::test]
async fn a_token_is_shown_once_with_its_scopes_and_can_be_revoked() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let admin = app.masuk(d.admin).await;
    admin.get("/admin/token").await.memuat("Belum ada token");
    let salah = admin.post("/admin/token", &[("nama", ""), ("instansi", "zz"), ("hari", "9999")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Isi nama token").memuat("Tidak ada instansi dengan kode ini").memuat("Pilih sedikitnya satu");
    let j = admin
        .post("/admin/token", &[("nama", "Server"), ("instansi", "64.08"), ("hari", "30"), ("lingkup", "serah"), ("lingkup", "baca")])
        .await;
    j.memuat("Simpan token ini sekarang").memuat("prima_").memuat("Belum pernah").memuat("Menyerahkan berkas terbitan");
    let daftar = admin.get("/admin/token").await;
    assert!(!daftar.isi.contains("prima_"));
    let id = daftar.isi.split("action=\"/admin/token/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(admin.post(&format!("/admin/token/{id}"), &[]).await.ke(), "/admin/token");
    admin.get("/admin/token").await.memuat("Dicabut");
}

#[tokio::test]
async fn units_are_tried_then_stored_and_faults_are_named() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let t = token(&app, &d, &[Lingkup::ImporUnit]).await;
    let unit = async || store::instansi::unit_milik(app.store(), d.kab).await.unwrap().len();
    let awal = unit().await;
    let j = kirim(&app, &t, "/api/v1/unit?uji=true", "application/json", None, DUA).await;
    assert_eq!((isi(&j), unit().await), (serde_json::json!({ "diterapkan": false, "baru": 2, "ubah": 0, "sama": 0 }), awal));
    let j = kirim(&app, &t, "/api/v1/unit", "application/json", None, DUA).await;
    assert_eq!((isi(&j)["diterapkan"].clone(), unit().await), (true.into(), awal + 2));
    let csv = "kode;nama;jenis;kode_instansi;kode_induk;alamat\n64.08-a;Puskesmas A;puskesmas;64.08;;Jl. Satu\n64.08-z;Poli Z;;64;;\n";
    let j = kirim(&app, &t, "/api/v1/unit", "text/csv", None, csv).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    let temuan = &isi(&j)["temuan"][0];
    assert_eq!(
        (&temuan["baris"], &temuan["kolom"], &temuan["galat"]),
        (&3.into(), &"kode_instansi".into(), &"impor-salah-instansi-token".into())
    );
    for salah in ["{", "[]", r#"{"unit":[{"kode":"x"}]}"#, r#"{"unit":[{"kode":"x","nama":"y","lain":1}]}"#, r#"{"unit":[]}"#] {
        let j = kirim(&app, &t, "/api/v1/unit", "application/json", None, salah).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{salah}");
        assert_eq!(j.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(isi(&j)["id"].as_str().map(str::len), Some(32), "{}", j.isi);
    }
    let terpotong = kirim(&app, &t, "/api/v1/unit", "application/json", None, "{\"unit\": [").await;
    assert_eq!(isi(&terpotong)["apa"], "terpotong: isinya berakhir di tengah (baris 1 kolom 10)");
    // Only what the document names is taken; parameters and case of the type do not matter.
    for jenis in ["text/plain", "application/octet-stream", "application/x-www-form-urlencoded", "application/jsonx"] {
        let j = kirim(&app, &t, "/api/v1/unit?uji=true", jenis, None, DUA).await;
        assert_eq!((j.status, isi(&j)["galat"].clone()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-jenis-salah".into()), "{jenis}");
    }
    assert_eq!(kirim(&app, &t, "/api/v1/unit?uji=true", "Application/JSON; charset=utf-8", None, DUA).await.status, StatusCode::OK);
    assert_eq!(unit().await, awal + 2);
}

#[tokio::test]
async fn a_scope_that_is_missing_is_refused() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let (baca, serah) = (token(&app, &d, &[Lingkup::Baca]).await, token(&app, &d, &[Lingkup::Serah]).await);
    let j = kirim(&app, &baca, "/api/v1/unit", "application/json", None, DUA).await;
    assert_eq!((j.status, isi(&j)["galat"].clone()), (StatusCode::FORBIDDEN, "token-lingkup-kurang".into()));
    assert_eq!(kirim(&app, &baca, "/api/v1/serah", "application/zip", None, "PK").await.status, StatusCode::FORBIDDEN);
    let p = app.tamu();
    let lihat = async |kepala: String| {
        let req = p.permintaan(Method::GET, "/api/v1/instansi").header(header::AUTHORIZATION, kepala);
        p.kirim(req.body(Body::empty()).unwrap()).await.status
    };
    for (kepala, harap) in [
        (format!("Bearer {baca}"), StatusCode::OK),
        // The name of the scheme is not case sensitive, and some libraries write it small.
        (format!("bearer  {baca}"), StatusCode::OK),
        (format!("Bearer {serah}"), StatusCode::FORBIDDEN),
        ("Bearer prima_salah".to_owned(), StatusCode::UNAUTHORIZED),
        (format!("Basic {baca}"), StatusCode::UNAUTHORIZED),
    ] {
        assert_eq!(lihat(kepala.clone()).await, harap, "{kepala}");
    }
}

#[tokio::test]
async fn the_same_write_is_done_once() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let t = token(&app, &d, &[Lingkup::ImporUnit]).await;
    let lagi = async |kunci: &str, isi: &str| kirim(&app, &t, "/api/v1/unit", "application/json", Some(kunci), isi).await;
    let pertama = lagi("k-1", DUA).await;
    assert_eq!(isi(&pertama)["baru"], 2);
    let ulang = lagi("k-1", DUA).await;
    assert_eq!((ulang.status, &ulang.isi), (pertama.status, &pertama.isi), "as it was answered then, not as it would be now");
    assert_eq!(ulang.headers["idempotency-replayed"], "true");
    assert_eq!(isi(&lagi("k-2", DUA).await)["sama"], 2);
    let lain = lagi("k-1", r#"{"unit":[{"kode":"64.08-c","nama":"C"}]}"#).await;
    assert_eq!((lain.status, isi(&lain)["galat"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, "api-kunci-ulang-lain".into()));
    assert_eq!(lagi(&"x".repeat(201), DUA).await.status, StatusCode::BAD_REQUEST);
    // A refusal did nothing: nothing of it is kept, and the corrected write may come under the same key.
    let salah = lagi("k-3", "{").await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    let simpan = "SELECT COUNT(*) AS n FROM api_ulang WHERE kunci = 'k-3'";
    assert_eq!(store::kueri::Kueri::angka(app.store().baca(), simpan, vec![]).await.unwrap(), 0);
    assert_eq!(isi(&lagi("k-3", DUA).await)["sama"], 2);
    app.store().jam().maju(86_401);
    assert_eq!(isi(&lagi("k-1", DUA).await)["sama"], 2, "a day later the key is free");
}

#[tokio::test]
async fn a_token_has_a_limit_of_its_own() {
    let app = TestApp::dengan(Konfig { api_per_menit: 2, ..Konfig::default() }).await;
    let d = dunia(&app).await;
    let (a, b) = (token(&app, &d, &[Lingkup::ImporUnit]).await, token(&app, &d, &[Lingkup::ImporUnit]).await);
    let coba = async |t: &str| kirim(&app, t, "/api/v1/unit?uji=true", "application/json", None, DUA).await.status.as_u16();
    assert_eq!([coba(&a).await, coba(&a).await, coba(&a).await, coba(&b).await], [200, 200, 429, 200]);
}

/// The same write again while the first is under way: the program is told when to ask.
#[tokio::test]
async fn who_writes_twice_at_once_is_told_to_wait() {
    let app = TestApp::baru().await;
    let d = dunia(&app).await;
    let t = token(&app, &d, &[Lingkup::ImporUnit]).await;
    let lagi = async |kunci: &str, isi: &str| kirim(&app, &t, "/api/v1/unit", "application/json", Some(kunci), isi).await;
    lagi("k-9", DUA).await;
    let tx = app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE api_ulang SET status = NULL WHERE kunci = 'k-9'", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    let j = lagi("k-9", DUA).await;
    assert_eq!((j.status, &j.headers[header::RETRY_AFTER]), (StatusCode::CONFLICT, &header::HeaderValue::from_static("2")));
    assert_eq!(
        (isi(&j)["galat"].clone(), isi(&j)["title"].clone()),
        ("api-kunci-ulang-berjalan".into(), "Tidak dapat dikerjakan sekarang".into())
    );
}
