//! Reading what is published. Figures are text, exact; an unknown or withdrawn period is a 404 as on the pages.

use axum::{
    Json,
    extract::{Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, btree_map::Entry};
use store::{
    hasil::tulis_kunci,
    kunci_instalasi,
    penerbitan::{self, Publik, Terbitan, versi},
    peringkat::{self, Baris},
};

use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

const BATAS_MAKS: usize = 1000;

pub(super) fn rute(d: &mut Daftar) {
    d.get("/api/v1/periode", Akses::Publik, periode);
    d.get("/api/v1/periode/{periode}/hasil", Akses::Publik, hasil);
    d.get("/api/v1/periode/{periode}/peringkat", Akses::Publik, instansi);
    d.get("/api/v1/periode/{periode}/terbitan", Akses::Publik, terbitan);
    d.get("/api/v1/edisi", Akses::Publik, edisi);
    d.get("/api/v1/kunci", Akses::Publik, kunci);
}

fn jawab(v: Value) -> Response {
    ([(header::CACHE_CONTROL, "public, max-age=60")], Json(v)).into_response()
}

async fn buka(app: &AppState, kode: &str) -> Result<Box<Terbitan>, Error> {
    match penerbitan::publik(&app.store, kode).await? {
        Publik::Terbit(t) => Ok(t),
        Publik::Ditarik { .. } => Err(Error::TidakAda),
    }
}

fn tentang(t: &Terbitan) -> Value {
    let p = &t.periode;
    json!({ "kode": p.kode, "nama": p.nama, "tahun": p.tahun, "skema": p.skema, "ilustrasi": p.ilustrasi == 1,
        "penyelenggara": { "kode": t.instansi_kode, "nama": t.instansi }, "terbit": t.pada.timestamp().to_string() })
}

async fn periode(State(app): State<AppState>) -> Hasil {
    let semua = penerbitan::semua(&app.store).await?;
    Ok(jawab(json!({ "periode": semua.iter().map(tentang).collect::<Vec<_>>() })))
}

#[derive(Deserialize)]
struct Lembar {
    lewati: Option<usize>,
    batas: Option<usize>,
}

async fn hasil(State(app): State<AppState>, Jalur(kode): Jalur<String>, Query(q): Query<Lembar>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let p = peringkat::publik(&app.store, &t).await?;
    let urut = p.kelompok.values().flatten().map(|x| (&x.item, Some(x.peringkat)));
    let semua = urut.chain(p.tanpa_ipp.iter().map(|b| (b, None)));
    let batas = q.batas.unwrap_or(100).clamp(1, BATAS_MAKS);
    let isi: Vec<Value> = semua.skip(q.lewati.unwrap_or(0)).take(batas).map(|(b, n)| satu(&kode, b, n)).collect();
    Ok(jawab(json!({ "periode": tentang(&t), "semua": p.diperingkat() + p.tanpa_ipp.len(), "hasil": isi })))
}

fn satu(periode: &str, b: &Baris, peringkat: Option<usize>) -> Value {
    json!({ "lokus": b.kode, "unit": b.unit, "instansi": { "kode": b.instansi_kode, "nama": b.instansi }, "kelompok": b.kelompok,
        "peringkat": peringkat, "keadaan": b.status, "ipp": b.ipp, "tampil": b.tampil, "kategori": b.kategori, "f02": b.f02, "f03": b.f03,
        "sidik": b.sidik, "berkas": format!("/hasil/{periode}/{}/bundel", b.kode) })
}

async fn instansi(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let p = peringkat::publik(&app.store, &t).await?;
    let satu = |r: &peringkat::RataInstansi| {
        json!({ "kode": r.kode, "nama": r.nama, "unit_lokus": r.lokus, "unit_ber_ipp": r.hasil.unit, "ipp": r.hasil.hasil.ipp.desimal(),
            "tampil": r.hasil.hasil.tampil, "kategori": r.hasil.hasil.kategori })
    };
    Ok(jawab(json!({ "periode": tentang(&t), "instansi": p.instansi.iter().map(satu).collect::<Vec<_>>() })))
}

async fn terbitan(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let satu = |v: versi::Versi| {
        json!({ "nomor": v.nomor, "alasan": v.alasan, "terbit": v.pada.timestamp().to_string(), "sidik": v.sidik, "sha256": v.objek,
            "byte": v.ukuran, "hasil": v.hasil, "berkas": v.objek.as_ref().map(|_| format!("/hasil/{kode}/terbitan/{}", v.nomor)) })
    };
    let semua: Vec<Value> = versi::semua(&app.store, &t).await?.into_iter().map(satu).collect();
    Ok(jawab(json!({ "periode": tentang(&t), "versi": semua })))
}

async fn edisi(State(app): State<AppState>) -> Hasil {
    let mut semua: BTreeMap<String, Value> = BTreeMap::new();
    for t in penerbitan::semua(&app.store).await? {
        for sidik in [t.periode.edisi_a, t.periode.edisi_b].into_iter().flatten() {
            if let Entry::Vacant(tempat) = semua.entry(sidik) {
                let e = store::edisi::dapat(&app.store, tempat.key()).await?;
                let isi = json!({ "id": e.id, "nama": e.nama, "bentuk": format!("{:?}", e.bentuk), "sidik": tempat.key(), "kepastian": e.kepastian });
                tempat.insert(isi);
            }
        }
    }
    Ok(jawab(json!({ "edisi": semua.into_values().collect::<Vec<_>>() })))
}

async fn kunci(State(app): State<AppState>) -> Hasil<Response> {
    let isi = tulis_kunci(&kunci_instalasi::publik(&app.store).await?);
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=60")], isi).into_response())
}
