//! The provider says that a person left it.

use super::*;

const KEJADIAN: &str = "http://schemas.openid.net/event/backchannel-logout";

#[tokio::test]
async fn leaving_the_provider_ends_the_session_once_a_token() {
    let d = Dunia::baru().await;
    let (orang, luar) = (d.app.tamu(), d.app.tamu());
    let masuk = async || {
        let q = d.berangkat(&orang, "/masuk/sso?kembali=/akun/sesi").await;
        d.katakan(cari(&q, "nonce"), |k| k["sid"] = json!("di-sana"));
        d.pulang(&orang, cari(&q, "state")).await;
        orang.get("/akun/sesi").await.memuat("lewat layanan masuk instansi");
    };
    let token = |ubah: &dyn Fn(&mut Value)| {
        let mut k = json!({
            "iss": d.penerbit, "aud": "prima", "iat": SURAI, "exp": SURAI + 120, "jti": "j-1", "sub": "s-1", "sid": "di-sana",
            "events": { KEJADIAN: {} },
        });
        ubah(&mut k);
        d.p.0.lock().unwrap().tandai(&k)
    };
    masuk().await;
    // Anybody may post; only the provider's signature on a logout token counts.
    let q = d.berangkat(&luar, "/masuk/sso").await;
    let palsu = token(&|_| {}).replace('.', "A.");
    let id = token(&|k| k["nonce"] = json!(cari(&q, "nonce")));
    let lain = token(&|k| k["aud"] = json!("program-lain"));
    let basi = token(&|k| k["iat"] = json!(SURAI - 301));
    for t in ["", "a.b.c", &palsu, &id, &lain, &basi] {
        let j = luar.post("/masuk/sso/keluar", &[("logout_token", t)]).await;
        assert_eq!((j.status, j.isi.as_str()), (StatusCode::BAD_REQUEST, r#"{"error":"invalid_request"}"#), "{t}");
    }
    orang.get("/akun/sesi").await.memuat("lewat layanan masuk instansi");
    let baik = token(&|_| {});
    let j = luar.post("/masuk/sso/keluar", &[("logout_token", &*baik)]).await;
    assert_eq!((j.status, &j.headers["cache-control"]), (StatusCode::OK, &axum::http::HeaderValue::from_static("no-store")));
    assert!(orang.get("/akun/sesi").await.ke().starts_with("/masuk?"));
    // A copy of the token ends nothing a second time.
    masuk().await;
    assert_eq!(luar.post("/masuk/sso/keluar", &[("logout_token", &*baik)]).await.status, StatusCode::BAD_REQUEST);
    orang.get("/akun/sesi").await.memuat("lewat layanan masuk instansi");
    let semua = token(&|k| {
        k["jti"] = json!("j-2");
        k.as_object_mut().unwrap().remove("sid");
    });
    assert_eq!(luar.post("/masuk/sso/keluar", &[("logout_token", &*semua)]).await.status, StatusCode::OK);
    assert_eq!(orang.get("/akun/sesi").await.status, StatusCode::SEE_OTHER);
}
