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

/// Anybody may post a token under a key that nobody knows, and each such token makes the program ask for the keys once more.
#[tokio::test]
async fn strangers_do_not_make_the_program_ask_without_end() {
    let d = Dunia::baru().await;
    let luar = d.app.tamu();
    let palsu = format!("{}.e30.AA", URL_SAFE_NO_PAD.encode(json!({ "alg": "ES256", "kid": "tidak-dikenal" }).to_string()));
    let kirim = || async { luar.post("/masuk/sso/keluar", &[("logout_token", &*palsu)]).await.status };
    let mulai = std::time::Instant::now();
    let jawab = futures_util::future::join_all((0..30).map(|_| kirim())).await;
    let detik = usize::try_from(mulai.elapsed().as_secs()).unwrap();
    assert!(jawab.iter().all(|s| *s == StatusCode::BAD_REQUEST), "{jawab:?}");
    let tanya = d.p.0.lock().unwrap().tanya;
    assert!(tanya <= 2 + detik, "asked {tanya} times in {detik} s");
}

/// A provider that is away is not asked by everybody who knocks meanwhile.
#[tokio::test]
async fn a_provider_that_fails_is_asked_again_a_moment_later() {
    let d = Dunia::baru().await;
    let luar = d.app.tamu();
    d.p.ubah(|i| i.penerbit = "https://lain.example".into());
    assert_eq!(luar.get("/masuk/sso").await.status, StatusCode::SERVICE_UNAVAILABLE);
    d.p.ubah(|i| i.penerbit.clone_from(&d.penerbit));
    let mulai = std::time::Instant::now();
    let segera = luar.get("/masuk/sso").await.status;
    assert!(segera == StatusCode::SERVICE_UNAVAILABLE || mulai.elapsed().as_secs() > 0, "{segera}");
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    assert_eq!(luar.get("/masuk/sso").await.status, StatusCode::SEE_OTHER);
}
