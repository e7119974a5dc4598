//! The agency's own sign-in against a provider that the test imitates, so that it can also lie: the way there and back, keys that change,
//! and every answer that must not be taken. A real provider is in `e2e/uji/masuk_kuat.uji.mjs`.

use std::sync::{Arc, Mutex};

use axum::{
    Form, Json, Router,
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::{
    kueri::Kueri as _,
    peran::{Lingkup, Masa, Peran},
    sso::peta::{self, PetaBaru},
};
use web::{Konfig, sso::KonfigSso};

mod keluar;

use crate::app::{Jawaban, KINI, Peramban, TestApp};

fn kunci() -> EcdsaKeyPair {
    let r = SystemRandom::new();
    let k = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &r).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, k.as_ref(), &r).unwrap()
}

struct Isi {
    kunci: EcdsaKeyPair,
    kid: &'static str,
    /// What the next token says; changed by a test that lies.
    klaim: Value,
    info: Value,
    penerbit: String,
    /// Forms that came to the token address.
    tukar: Vec<Vec<(String, String)>>,
    /// How often somebody asked for the keys.
    tanya: usize,
}

#[derive(Clone)]
struct Penyedia(Arc<Mutex<Isi>>);

impl Penyedia {
    async fn buka() -> (Self, String) {
        let l = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let alamat = format!("http://{}", l.local_addr().unwrap());
        let isi =
            Isi { kunci: kunci(), kid: "satu", klaim: json!({}), info: json!({}), penerbit: alamat.clone(), tukar: Vec::new(), tanya: 0 };
        let p = Self(Arc::new(Mutex::new(isi)));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(temuan))
            .route("/kunci", get(jwks))
            .route("/token", post(token))
            .route("/info", get(async |State(p): State<Self>| Json(p.0.lock().unwrap().info.clone())))
            .with_state(p.clone());
        tokio::spawn(async move { axum::serve(l, router).await.unwrap() });
        (p, alamat)
    }

    fn ubah(&self, f: impl FnOnce(&mut Isi)) {
        f(&mut self.0.lock().unwrap());
    }
}

async fn temuan(State(p): State<Penyedia>) -> Json<Value> {
    let i = p.0.lock().unwrap().penerbit.clone();
    Json(json!({
        "issuer": i, "authorization_endpoint": format!("{i}/masuk"), "token_endpoint": format!("{i}/token"), "jwks_uri": format!("{i}/kunci"),
        "userinfo_endpoint": format!("{i}/info"),
    }))
}

async fn jwks(State(p): State<Penyedia>) -> Json<Value> {
    // Long enough for others to want the same meanwhile.
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let mut p = p.0.lock().unwrap();
    p.tanya += 1;
    let t = &p.kunci.public_key().as_ref()[1..];
    let (x, y) = (URL_SAFE_NO_PAD.encode(&t[..32]), URL_SAFE_NO_PAD.encode(&t[32..]));
    Json(json!({ "keys": [{ "kty": "X" }, { "kty": "EC", "crv": "P-256", "kid": p.kid, "x": x, "y": y }] }))
}

async fn token(State(p): State<Penyedia>, Form(isi): Form<Vec<(String, String)>>) -> Result<Json<Value>, StatusCode> {
    let mut p = p.0.lock().unwrap();
    p.tukar.push(isi);
    Ok(Json(json!({ "access_token": "a", "token_type": "Bearer", "id_token": p.tandai(&p.klaim) })))
}

impl Isi {
    /// Signed as the provider signs.
    fn tandai(&self, klaim: &Value) -> String {
        let kepala = json!({ "alg": "ES256", "kid": self.kid });
        let isi = [&kepala, klaim].map(|v| URL_SAFE_NO_PAD.encode(v.to_string())).join(".");
        let tanda = self.kunci.sign(&SystemRandom::new(), isi.as_bytes()).unwrap();
        format!("{isi}.{}", URL_SAFE_NO_PAD.encode(tanda))
    }
}

struct Dunia {
    app: TestApp,
    p: Penyedia,
    penerbit: String,
    _folder: tempfile::TempDir,
}

const SURAI: i64 = KINI / 1_000_000;

impl Dunia {
    async fn baru() -> Self {
        let (p, penerbit) = Penyedia::buka().await;
        let folder = tempfile::tempdir().unwrap();
        let berkas = folder.path().join("sso.pem");
        let der = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
        let pem = base64::engine::general_purpose::STANDARD.encode(der.as_ref());
        std::fs::write(&berkas, format!("-----BEGIN PRIVATE KEY-----\n{pem}\n-----END PRIVATE KEY-----\n")).unwrap();
        let sso =
            KonfigSso { penerbit: penerbit.clone(), klien: "prima".into(), kunci: berkas, nama: "SSO Uji".into(), ..KonfigSso::default() };
        let app = TestApp::dengan(Konfig { laju: false, sso, ..Konfig::default() }).await;
        let d = Self { app, p, penerbit, _folder: folder };
        let admin = d.app.akun("pengelola@uji.example", &[(Peran::Admin, Lingkup::Instalasi)]).await;
        let token = store::sesi::buka(d.app.store(), admin, "::1", "uji").await.unwrap();
        let hak = store::sesi::pelaku(d.app.store(), &token, "::1", "uji").await.unwrap().unwrap().admin().unwrap();
        let b = PetaBaru { klaim: "groups", isi: "nasional", peran: Peran::Nasional, lingkup: &Lingkup::Instalasi, masa: Masa::default() };
        peta::tambah(d.app.store(), &hak, &d.penerbit, b).await.unwrap();
        d
    }

    /// To the provider; gives what was asked.
    async fn berangkat(&self, orang: &Peramban<'_>, jalur: &str) -> Vec<(String, String)> {
        let j = orang.get(jalur).await;
        assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
        let (alamat, kueri) = j.ke().split_once('?').unwrap();
        assert_eq!(alamat, format!("{}/masuk", self.penerbit));
        kueri.split('&').map(|p| p.split_once('=').unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
    }

    fn katakan(&self, nonce: &str, ubah: impl FnOnce(&mut Value)) {
        let mut k = json!({
            "iss": self.penerbit, "aud": "prima", "sub": "s-1", "nonce": nonce, "iat": SURAI, "exp": SURAI + 300, "auth_time": SURAI,
            "email": "sari@contoh.go.id", "email_verified": true, "name": "Sari",
        });
        ubah(&mut k);
        self.p.ubah(|i| {
            i.klaim = k;
            i.info = json!({ "sub": "s-1", "groups": ["nasional"], "name": "nama lain" });
        });
    }

    async fn pulang(&self, orang: &Peramban<'_>, state: &str) -> Jawaban {
        orang.get(&format!("/masuk/sso/kembali?code=k&state={state}")).await
    }
}

fn cari<'a>(isi: &'a [(String, String)], nama: &str) -> &'a str {
    isi.iter().find(|(a, _)| a == nama).map_or("", |(_, b)| b)
}

#[tokio::test]
async fn there_and_back_with_the_role_that_follows() {
    let d = Dunia::baru().await;
    let orang = d.app.tamu();
    orang.get("/masuk?kembali=/akun/sesi").await.memuat("Masuk lewat SSO Uji").memuat("/masuk/sso?kembali=/akun/sesi");
    let q = d.berangkat(&orang, "/masuk/sso?kembali=/akun/sesi").await;
    assert_eq!((cari(&q, "response_type"), cari(&q, "code_challenge_method"), cari(&q, "prompt")), ("code", "S256", ""));
    d.katakan(cari(&q, "nonce"), |_| {});
    let j = d.pulang(&orang, cari(&q, "state")).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, "/akun/sesi"), "{}", j.isi);
    orang.get("/akun/sesi").await.memuat("lewat layanan masuk instansi");
    orang.get("/akun").await.memuat("value=\"Sari\"");
    assert_eq!(orang.get("/diterima").await.status, StatusCode::OK, "the role of groups, which only userinfo states");
    // What the program sent: its proof, and the verifier of the challenge.
    let tukar = d.p.0.lock().unwrap().tukar[0].clone();
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(cari(&tukar, "code_verifier"))), cari(&q, "code_challenge"));
    let bukti: Vec<&str> = cari(&tukar, "client_assertion").split('.').collect();
    let klaim: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(bukti[1]).unwrap()).unwrap();
    assert_eq!((klaim["iss"].as_str(), klaim["aud"].as_str()), (Some("prima"), Some(d.penerbit.as_str())));
    let publik: Value = serde_json::from_str(&d.app.tamu().get("/masuk/sso/jwks.json").await.isi).unwrap();
    assert_eq!((publik["keys"][0]["alg"].as_str(), publik["keys"][0].get("d")), (Some("ES256"), None));
    // The same way back again, and in another browser.
    d.pulang(&orang, cari(&q, "state")).await.memuat("Terlalu lama, atau dimulai di jendela lain");
    d.pulang(&d.app.tamu(), cari(&q, "state")).await.memuat("Terlalu lama, atau dimulai di jendela lain");
}

#[tokio::test]
async fn who_is_not_let_in_is_told_as_whom_and_may_be_another() {
    let d = Dunia::baru().await;
    let orang = d.app.tamu();
    let q = d.berangkat(&orang, "/masuk/sso?kembali=/akun").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    d.p.ubah(|i| i.info = json!({ "sub": "s-1", "groups": [] }));
    let j = d.pulang(&orang, cari(&q, "state")).await;
    assert_eq!(j.status, StatusCode::FORBIDDEN);
    j.memuat("Anda belum mempunyai akun di sini").memuat("mengenal Anda sebagai sari@contoh.go.id");
    j.memuat("/masuk/sso?kembali=/akun&amp;lain=1");
    // The provider is asked to ask, or it would say the same person again.
    let q = d.berangkat(&orang, "/masuk/sso?kembali=/akun&lain=1").await;
    assert_eq!(cari(&q, "prompt"), "login");
    d.katakan(cari(&q, "nonce"), |_| {});
    let j = d.pulang(&orang, cari(&q, "state")).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, "/akun"), "{}", j.isi);
}

type Ubah = Box<dyn FnOnce(&mut Value)>;

#[tokio::test]
async fn answers_that_lie_open_nothing() {
    let d = Dunia::baru().await;
    let kini = SURAI;
    let salah: Vec<(&str, Ubah)> = vec![
        ("nonce", Box::new(|k| k["nonce"] = json!("lain"))),
        ("iss", Box::new(|k| k["iss"] = json!("https://lain.example"))),
        ("aud", Box::new(|k| k["aud"] = json!("program-lain"))),
        ("exp", Box::new(move |k| k["exp"] = json!(kini - 61))),
        ("sub", Box::new(|k| k["sub"] = json!("s-2"))),
    ];
    for (apa, ubah) in salah {
        let orang = d.app.tamu();
        let q = d.berangkat(&orang, "/masuk/sso").await;
        d.katakan(cari(&q, "nonce"), ubah);
        let j = d.pulang(&orang, cari(&q, "state")).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{apa}");
        j.memuat("tidak dapat dipercaya");
        assert!(!orang.kuki.borrow().contains_key("sesi"), "{apa}");
    }
    let orang = d.app.tamu();
    let q = d.berangkat(&orang, "/masuk/sso").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    d.pulang(&orang, "palsu").await.memuat("Terlalu lama");
    orang.get(&format!("/masuk/sso/kembali?error=access_denied&state={}", cari(&q, "state"))).await.memuat("Anda membatalkannya");
    let q = d.berangkat(&orang, "/masuk/sso").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    let lain = format!("/masuk/sso/kembali?code=k&state={}&iss=https%3A%2F%2Flain.example", cari(&q, "state"));
    orang.get(&lain).await.memuat("tidak dapat dipercaya");
    // Somebody else's key under the same name; then the provider changes its key properly.
    let q = d.berangkat(&orang, "/masuk/sso").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    d.p.ubah(|i| i.kunci = kunci());
    d.pulang(&orang, cari(&q, "state")).await.memuat("tidak dapat dipercaya");
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let q = d.berangkat(&orang, "/masuk/sso").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    d.p.ubah(|i| i.kid = "dua");
    let j = d.pulang(&orang, cari(&q, "state")).await;
    assert_eq!(j.status, StatusCode::SEE_OTHER, "{}", j.isi);
}

#[tokio::test]
async fn asked_once_more_and_only_the_same_person() {
    let d = Dunia::baru().await;
    let orang = d.app.tamu();
    let q = d.berangkat(&orang, "/masuk/sso").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    d.pulang(&orang, cari(&q, "state")).await;
    orang.get("/masuk/ulang?kembali=/akun").await.memuat("Buktikan lewat SSO Uji");
    // The provider remembered her and did not ask: in, but an act of weight asks.
    for (sejak, status) in [(SURAI - 3600, StatusCode::UNAUTHORIZED), (SURAI, StatusCode::NOT_FOUND)] {
        let lain = d.app.tamu();
        let q = d.berangkat(&lain, "/masuk/sso").await;
        assert_eq!(cari(&q, "max_age"), "604800");
        d.katakan(cari(&q, "nonce"), |k| k["auth_time"] = json!(sejak));
        d.pulang(&lain, cari(&q, "state")).await;
        assert_eq!(lain.post(&format!("/akun/kunci-sandi/{}", uuid::Uuid::now_v7()), &[]).await.status, status, "{sejak}");
    }
    let q = d.berangkat(&orang, "/masuk/sso/ulang?kembali=/akun").await;
    assert_eq!((cari(&q, "prompt"), cari(&q, "max_age")), ("login", "0"));
    d.katakan(cari(&q, "nonce"), |k| k["auth_time"] = json!(SURAI - 600));
    d.pulang(&orang, cari(&q, "state")).await.memuat("tidak dapat dipercaya");
    let q = d.berangkat(&orang, "/masuk/sso/ulang?kembali=/akun").await;
    d.katakan(cari(&q, "nonce"), |k| k["sub"] = json!("s-9"));
    d.p.ubah(|i| i.info = json!({ "sub": "s-9" }));
    d.pulang(&orang, cari(&q, "state")).await.memuat("bukan pemilik akun ini");
    let q = d.berangkat(&orang, "/masuk/sso/ulang?kembali=/akun").await;
    d.katakan(cari(&q, "nonce"), |_| {});
    let j = d.pulang(&orang, cari(&q, "state")).await;
    assert_eq!((j.status, j.ke()), (StatusCode::SEE_OTHER, "/akun"));
    // The page for what waits in another window.
    let tertahan = [("_tertahan-ke", "/akun"), ("_tertahan-isi", "nama=Ani"), ("_aksi", "sudah")];
    orang.post("/masuk/ulang", &tertahan).await.memuat("Ani");
    orang.post("/masuk", &tertahan).await.memuat("Ani");
    assert_eq!(d.app.tamu().post("/masuk", &tertahan).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_administrators_page_and_a_provider_that_is_down() {
    let d = Dunia::baru().await;
    let admin = d.app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
    let j = admin.get("/admin/sso").await;
    j.memuat("groups").memuat("/masuk/sso/kembali").memuat("private_key_jwt, ES256").memuat("/masuk/sso/keluar");
    let j = admin
        .post("/admin/sso", &[("_aksi", "peta"), ("klaim", "unit"), ("nilai-klaim", "biro"), ("peran", "auditor"), ("lingkup", "tak ada")])
        .await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    let peta =
        [("_aksi", "peta"), ("klaim", "unit"), ("nilai-klaim", "biro"), ("peran", "nasional"), ("lingkup", ""), ("sampai", "2026-12-31")];
    assert_eq!(admin.post("/admin/sso", &peta).await.status, StatusCode::SEE_OTHER);
    admin.get("/admin/sso").await.memuat("Sampai 31 Desember 2026");
    let j = admin.post("/admin/sso", &[("_aksi", "domain"), ("domain", "bukan domain")]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(admin.post("/admin/sso", &[("_aksi", "domain"), ("domain", "contoh.go.id")]).await.status, StatusCode::SEE_OTHER);
    assert!(!admin.get("/admin/sso").await.isi.contains("Tidak berlaku"));
    let tx = d.app.store().mulai().await.unwrap();
    let palsu = "INSERT INTO sso_domain (id, penerbit, domain, pada, oleh) SELECT peta.id, d.penerbit, 'jahat.id', 1, d.oleh
        FROM sso_domain d CROSS JOIN sso_peta peta LIMIT 1";
    tx.jalankan(palsu, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    admin.get("/admin/sso").await.memuat("jahat.id").memuat("Tidak berlaku").memuat("tanpa lewat program, jadi tidak berlaku");
    d.app.store().jam().maju(700);
    let j = admin.post("/admin/sso", &[("_aksi", "domain"), ("domain", "lain.go.id")]).await;
    assert_eq!(j.status, StatusCode::UNAUTHORIZED, "asked once more");
    // Off: no button, no way.
    let mati = TestApp::baru().await;
    assert!(!mati.tamu().get("/masuk").await.isi.contains("/masuk/sso"));
    for jalur in ["/masuk/sso", "/masuk/sso/jwks.json", "/masuk/sso/kembali?code=a&state=b"] {
        assert_eq!(mati.tamu().get(jalur).await.status, StatusCode::NOT_FOUND);
    }
    mati.sebagai(Peran::Admin, Lingkup::Instalasi).await.get("/admin/sso").await.memuat("Belum diatur");
    // It calls itself otherwise, which is told as not reachable.
    let d = Dunia::baru().await;
    d.p.ubah(|i| i.penerbit = "https://lain.example".into());
    let j = d.app.tamu().get("/masuk/sso").await;
    assert_eq!(j.status, StatusCode::SERVICE_UNAVAILABLE);
    j.memuat("sedang tidak dapat dihubungi");
}
