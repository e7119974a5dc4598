//! `/hasil-skm/{kode}/data.csv`, `data.parquet` and `data.json`: the published totals as files; `…/bundel`: the frozen text as it was signed,
//! with the edition, so that anyone can prove it again.

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};

use super::{Terbuka, buka, sajian};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    skm::unduh::agregat::{self, Asal},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil-skm/{kode}/data.csv", Akses::Publik, csv);
    d.get("/hasil-skm/{kode}/data.parquet", Akses::Publik, parquet);
    d.get("/hasil-skm/{kode}/data.json", Akses::Publik, json);
    d.get("/hasil-skm/{kode}/bundel", Akses::Publik, bundel);
}

async fn csv(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, edisi, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, edisi, k) => (t, edisi, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let j = sajian(&k, &t, &edisi)?;
    Ok(terbuka(unduhan::kirim(unduhan::CSV, &format!("skm-{kode}.csv"), agregat::csv(&Asal::dari_terbitan(&t.isi), &j)?)))
}

async fn parquet(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, edisi, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, edisi, k) => (t, edisi, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let j = sajian(&k, &t, &edisi)?;
    let isi = agregat::parquet(&Asal::dari_terbitan(&t.isi), &j)?;
    Ok(terbuka(unduhan::kirim("application/vnd.apache.parquet", &format!("skm-{kode}.parquet"), isi)))
}

async fn json(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, edisi, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, edisi, k) => (t, edisi, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let j = sajian(&k, &t, &edisi)?;
    let mut isi = agregat::json(&Asal::dari_terbitan(&t.isi), &j);
    isi["terbit"] = t.pada.timestamp().to_string().into();
    isi["sidik"] = t.sidik.clone().into();
    Ok(terbuka(unduhan::kirim(unduhan::JSON, &format!("skm-{kode}.json"), isi.to_string().into_bytes())))
}

async fn bundel(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, ..) => Ok(terbuka(unduhan::kirim(unduhan::JSON, &nama_bundel(&kode), t.berkas(&app.store).await?.into_bytes()))),
        Terbuka::Ditarik(response) => Ok(response),
    }
}

/// What the signed file is called, on the page that explains how to check it too.
pub(super) fn nama_bundel(kode: &str) -> String {
    format!("skm-{kode}-bertanda-tangan.json")
}

/// Open data: any site may read it.
fn terbuka(mut r: Response) -> Response {
    let kepala = r.headers_mut();
    kepala.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    kepala.insert(header::HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    kepala.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    // Names of groups stand in the language of whoever asks: a shared cache must not give one reader's to another.
    kepala.insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    r
}
