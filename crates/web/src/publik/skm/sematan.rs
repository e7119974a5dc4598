//! `/hasil-skm/{kode}/sematan`: the figure as a small page of its own that other sites may put into a frame. No script, no
//! cookie, no picture; its few styles stand in the page and are named by their hash in the content security policy.

use std::sync::LazyLock;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use store::skm::terbit::{self, Publik};

use super::kurun;
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    middleware::keamanan::BolehDibingkai,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil-skm/{kode}/sematan", Akses::Publik, lihat);
}

const GAYA: &str = "*{box-sizing:border-box}body{margin:0;font:15px/1.4 system-ui,sans-serif;color:#14202e;background:#fff}\
main{border:1px solid #d3dae2;border-top:5px solid #06264d;border-radius:8px;padding:12px 14px;min-height:100vh}\
p{margin:0 0 6px}h1{font-size:15px;margin:0 0 2px;line-height:1.3}.k{color:#4a5868;font-size:13px}\
.n{font-size:38px;font-weight:750;line-height:1.1;letter-spacing:-.02em}.m{display:inline-block;min-width:34px;text-align:center;\
background:#06264d;color:#fff;border-radius:6px;font-size:20px;font-weight:700;padding:3px 8px;margin-left:4px;vertical-align:6px}\
.i{background:#3d2900;color:#fff4d6;font-size:12px;font-weight:700;padding:1px 6px;border-radius:3px}a{color:#0b4f9e}\
@media(prefers-color-scheme:dark){body{background:#16212e;color:#e8edf3}main{border-color:#33445a}.k{color:#b3c0ce}a{color:#8fc1ff}}";

static CSP: LazyLock<String> = LazyLock::new(|| {
    let sidik = STANDARD.encode(Sha256::digest(GAYA));
    format!("default-src 'none'; style-src 'sha256-{sidik}'; base-uri 'none'; form-action 'none'; frame-ancestors *")
});

#[derive(Template)]
#[template(path = "publik/skm/sematan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    /// `None`: there is nothing to show, for the reason in `pesan`.
    isi: Option<&'a store::skm::terbit::IsiTerbit>,
    /// Key of a sentence.
    pesan: &'static str,
    unit: &'a str,
    ilustrasi: bool,
    url: String,
}

impl Halaman<'_> {
    /// The styles as an element, exactly as their hash was made.
    #[expect(clippy::unused_self, reason = "called from the template")]
    fn gaya(&self) -> String {
        format!("<style>{GAYA}</style>")
    }

    fn kurun(&self, i: &store::skm::terbit::IsiTerbit) -> String {
        kurun(self.k, i)
    }

    fn n(&self, i: &store::skm::terbit::IsiTerbit) -> String {
        self.k.n("hasilskm-n", "n", self.k.angka(i.hasil.n.to_string()))
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let url = format!("{}/hasil-skm/{kode}", app.konfig.alamat);
    let (status, html) = match terbit::publik(&app.store, &kode).await? {
        Publik::Terbit(t) => {
            let i = &t.isi;
            let h = Halaman { k: &k, isi: Some(i), pesan: "", unit: &i.unit, ilustrasi: i.ilustrasi || k.ilustrasi, url };
            (StatusCode::OK, h.render()?)
        }
        Publik::Ditarik { unit, ilustrasi, .. } => {
            let pesan = "hasilskm-ditarik-judul";
            let h = Halaman { k: &k, isi: None, pesan, unit: &unit, ilustrasi: ilustrasi || k.ilustrasi, url };
            (StatusCode::GONE, h.render()?)
        }
        Publik::TakCocok { unit, ilustrasi, .. } => {
            let pesan = "hasilskm-takcocok";
            let h = Halaman { k: &k, isi: None, pesan, unit: &unit, ilustrasi: ilustrasi || k.ilustrasi, url };
            (StatusCode::CONFLICT, h.render()?)
        }
    };
    Ok(bingkai((status, Html(html)).into_response()))
}

/// Only this page may stand in the frame of another site.
fn bingkai(mut r: Response) -> Response {
    let kepala = r.headers_mut();
    kepala.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_str(&CSP).unwrap_or(HeaderValue::from_static("default-src 'none'")));
    kepala.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    kepala.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    kepala.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    r.extensions_mut().insert(BolehDibingkai);
    r
}
