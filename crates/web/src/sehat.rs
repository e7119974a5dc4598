//! For load balancers and start scripts. `GET /healthz` (and the older `/sehat`): the program is alive. `GET /readyz`: it can serve
//! people, with one word for each part. An object store that is away is said and turns nobody away: pages without a file go on. Nothing here names a folder, an address or a version.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use store::ukur;

use crate::{
    AppState,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/sehat", Akses::Publik, async || "ok");
    d.get("/healthz", Akses::Publik, async || "ok");
    d.get("/readyz", Akses::Publik, siap);
}

async fn siap(State(app): State<AppState>) -> Response {
    let s = ukur::siap(&app.store, app.konfig.ruang_min.saturating_mul(1 << 20)).await;
    let kata = |ya: bool| if ya { "ok" } else { "gagal" };
    let bagian = [("basis", Some(s.basis)), ("migrasi", Some(s.migrasi)), ("disk", Some(s.disk)), ("objek", s.objek)];
    let bagian = bagian.into_iter().filter_map(|(nama, baik)| Some((nama, kata(baik?))));
    if s.semua() {
        return bagian.flat_map(|(nama, kata)| [nama, " ", kata, "\n"]).collect::<String>().into_response();
    }
    let kepala = [
        (header::RETRY_AFTER, HeaderValue::from_static("10")),
        // Answered already: the error layer leaves it alone.
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
    ];
    let isi: serde_json::Map<String, serde_json::Value> = bagian.map(|(nama, kata)| (nama.to_owned(), kata.into())).collect();
    (StatusCode::SERVICE_UNAVAILABLE, kepala, serde_json::Value::Object(isi).to_string()).into_response()
}
