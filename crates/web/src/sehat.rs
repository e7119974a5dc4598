//! For load balancers and start scripts. `GET /healthz` (and the older `/sehat`): the program is alive. `GET /readyz`: it can serve
//! people, with one word for each part. Nothing here names a folder, an address or a version.

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
    let isi = format!("basis {}\nmigrasi {}\ndisk {}\n", kata(s.basis), kata(s.migrasi), kata(s.disk));
    if s.semua() {
        return isi.into_response();
    }
    let kepala = [
        (header::RETRY_AFTER, HeaderValue::from_static("10")),
        // Answered already: the error layer leaves it alone.
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
    ];
    let isi = serde_json::json!({ "basis": kata(s.basis), "migrasi": kata(s.migrasi), "disk": kata(s.disk) });
    (StatusCode::SERVICE_UNAVAILABLE, kepala, isi.to_string()).into_response()
}
