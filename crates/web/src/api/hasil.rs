//! Published periods with their results, rankings, versions and editions. Figures are text, exact; an unknown or withdrawn period
//! is a 404 as on the pages.

mod skema;

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    hasil::tulis_kunci,
    kunci_instalasi,
    penerbitan::{self, Publik, Terbitan, versi},
    peringkat::{self, Baris},
};

pub(super) use skema::{IPP, OPERASI, PERIODE};

use super::{
    kueri::Kueri,
    lembar::{Basi, Lembar, basi},
    operasi::pasang,
};
use crate::{AppState, Error, error::Hasil, jalur::Jalur, rute::Daftar};

pub(super) fn rute(d: &mut Daftar) {
    let [p, h, s, i, t, e, k] = &OPERASI;
    pasang(d, p, periode);
    pasang(d, h, hasil);
    pasang(d, s, satu_hasil);
    pasang(d, i, instansi);
    pasang(d, t, terbitan);
    pasang(d, e, edisi);
    pasang(d, k, kunci);
}

async fn buka(app: &AppState, kode: &str) -> Result<Box<Terbitan>, Error> {
    match penerbitan::publik(&app.store, kode).await? {
        Publik::Terbit(t) => Ok(t),
        Publik::Ditarik { .. } => Err(Error::TidakAda),
    }
}

pub(super) fn tentang(t: &Terbitan) -> Value {
    let p = &t.periode;
    json!({ "kode": p.kode, "nama": p.nama, "tahun": p.tahun, "skema": p.skema, "ilustrasi": p.ilustrasi == 1,
        "penyelenggara": { "kode": t.instansi_kode, "nama": t.instansi }, "terbit": t.pada.timestamp().to_string() })
}

async fn periode(State(app): State<AppState>, Kueri(q): Kueri<Lembar>) -> Hasil {
    let Ok(setelah) = q.setelah() else { return Ok(basi()) };
    let Some(dapat) = penerbitan::setelah(&app.store, setelah.as_deref(), q.minta()).await? else { return Ok(basi()) };
    let (isi, berikut) = q.halaman(&dapat, |t| &t.periode.kode);
    Ok(Json(json!({ "periode": isi.iter().map(tentang).collect::<Vec<_>>(), "berikut": berikut })).into_response())
}

/// As [`Lembar`], with the number to skip of the first form of this interface.
#[derive(Deserialize)]
struct LembarHasil {
    kursor: Option<String>,
    batas: Option<usize>,
    lewati: Option<usize>,
}

async fn hasil(State(app): State<AppState>, Jalur(kode): Jalur<String>, Kueri(q): Kueri<LembarHasil>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let p = peringkat::publik(&app.store, &t).await?;
    let urut = p.kelompok.values().flatten().map(|x| (&x.item, Some(x.peringkat)));
    let semua: Vec<(&Baris, Option<usize>)> = urut.chain(p.tanpa_ipp.iter().map(|b| (b, None))).skip(q.lewati.unwrap_or(0)).collect();
    let l = Lembar { kursor: q.kursor, batas: q.batas };
    let (isi, berikut) = match l.potong(&semua, |(b, _)| &b.kode) {
        Ok(isi) => isi,
        Err(Basi) => return Ok(basi()),
    };
    let isi: Vec<Value> = isi.iter().map(|(b, n)| satu(&kode, b, *n)).collect();
    let jumlah = p.diperingkat() + p.tanpa_ipp.len();
    Ok(Json(json!({ "periode": tentang(&t), "semua": jumlah, "hasil": isi, "berikut": berikut })).into_response())
}

async fn satu_hasil(State(app): State<AppState>, Jalur((kode, lokus)): Jalur<(String, String)>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let p = peringkat::publik(&app.store, &t).await?;
    let urut = p.kelompok.values().flatten().map(|x| (&x.item, Some(x.peringkat)));
    let (b, n) = urut.chain(p.tanpa_ipp.iter().map(|b| (b, None))).find(|(b, _)| *b.kode == *lokus).ok_or(Error::TidakAda)?;
    Ok(Json(json!({ "periode": tentang(&t), "hasil": satu(&kode, b, n) })).into_response())
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
    Ok(Json(json!({ "periode": tentang(&t), "instansi": p.instansi.iter().map(satu).collect::<Vec<_>>() })).into_response())
}

async fn terbitan(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = buka(&app, &kode).await?;
    let satu = |v: versi::Versi| {
        json!({ "nomor": v.nomor, "alasan": v.alasan, "terbit": v.pada.timestamp().to_string(), "sidik": v.sidik, "sha256": v.objek,
            "byte": v.ukuran, "hasil": v.hasil, "berkas": v.objek.as_ref().map(|_| format!("/hasil/{kode}/terbitan/{}", v.nomor)) })
    };
    let semua: Vec<Value> = versi::semua(&app.store, &t).await?.into_iter().map(satu).collect();
    Ok(Json(json!({ "periode": tentang(&t), "versi": semua })).into_response())
}

async fn edisi(State(app): State<AppState>) -> Hasil {
    let mut semua: Vec<Value> = Vec::new();
    for sidik in penerbitan::edisi(&app.store).await? {
        let e = store::edisi::dapat(&app.store, &sidik).await?;
        semua.push(json!({ "id": e.id, "nama": e.nama, "bentuk": format!("{:?}", e.bentuk), "sidik": sidik, "kepastian": e.kepastian }));
    }
    Ok(Json(json!({ "edisi": semua })).into_response())
}

async fn kunci(State(app): State<AppState>) -> Hasil<Response> {
    let isi = tulis_kunci(&kunci_instalasi::publik(&app.store).await?);
    Ok(([(header::CONTENT_TYPE, "application/json")], isi).into_response())
}
