//! `/lokus/{lokus}/unggahan…`: uploads in pieces for the script. JSON throughout; every step may be repeated.
//!
//! `POST …/unggahan` begins, `PUT …/{id}/{posisi}` appends, `GET …/{id}` says how far it is, `POST …/{id}/akhir` finishes,
//! `DELETE …/{id}` gives up.

use askama::Template as _;
use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use store::{
    StoreError, hak,
    id::{LokusId, UnggahanId},
    peran::Peran,
    unggahan::{self, Akhir, Mulai, POTONGAN_MAKS, Terima, Unggahan},
};

use super::baris::Baris;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

const OPERATOR: Akses = Akses::Peran(&[Peran::UnitOperator]);

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/unggahan", OPERATOR, mulai);
    d.get("/lokus/{lokus}/unggahan/{unggahan}", OPERATOR, posisi);
    d.put_besar("/lokus/{lokus}/unggahan/{unggahan}/{posisi}", OPERATOR, POTONGAN_MAKS, tambah);
    d.post("/lokus/{lokus}/unggahan/{unggahan}/akhir", OPERATOR, akhir);
    d.delete("/lokus/{lokus}/unggahan/{unggahan}", OPERATOR, batal);
}

async fn mulai(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, f: Formulir) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.operator()?;
    let edisi = store::edisi::dapat(&app.store, hak.lokus.edisi()?).await?;
    let kode = f.nilai("indikator");
    edisi.cari_indikator(kode).ok_or(Error::TidakAda)?;
    let m = Mulai {
        id: f.nilai("id").parse().map_err(|_| Error::Rusak("upload id".into()))?,
        indikator: kode,
        nama: f.nilai("nama"),
        keterangan: f.nilai("keterangan"),
        ukuran: f.nilai("ukuran").parse().map_err(|_| Error::Rusak("upload size".into()))?,
    };
    match unggahan::mulai(&app.store, &hak, m).await {
        Ok(u) => Ok(keadaan(&u)),
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(&k, kunci)),
        Err(e) => Err(e.into()),
    }
}

async fn posisi(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, unggahan)): Jalur<(LokusId, UnggahanId)>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.operator()?;
    Ok(keadaan(&unggahan::dari_id(&app.store, &hak, unggahan).await?))
}

async fn tambah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, unggahan, posisi)): Jalur<(LokusId, UnggahanId, i64)>,
    isi: Bytes,
) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.operator()?;
    match unggahan::tambah(&app.store, &hak, unggahan, posisi, &isi).await {
        Ok(Terima::Sampai(n)) => Ok(Json(json!({ "diterima": n })).into_response()),
        Ok(Terima::PosisiLain(n)) => Ok((StatusCode::CONFLICT, Json(json!({ "diterima": n }))).into_response()),
        Ok(Terima::Kelebihan) => Ok(tolak(&k, "bukti-salah-berubah")),
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(&k, kunci)),
        Err(e) => Err(e.into()),
    }
}

async fn akhir(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, unggahan)): Jalur<(LokusId, UnggahanId)>,
) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.operator()?;
    let k = k.zona(&hak.lokus.zona);
    match unggahan::selesai(&app.store, &hak, unggahan).await {
        Ok(Akhir::Tersimpan(b)) => {
            let bukti = b.id;
            let html = Baris::baru(&k, id, *b, true).render()?;
            Ok(Json(json!({ "bukti": bukti, "html": html })).into_response())
        }
        Ok(Akhir::BelumLengkap(n)) => Ok((StatusCode::CONFLICT, Json(json!({ "diterima": n }))).into_response()),
        Ok(Akhir::Ditolak(salah)) => Ok(tolak(&k, salah.kunci())),
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(&k, kunci)),
        Err(e) => Err(e.into()),
    }
}

async fn batal(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, unggahan)): Jalur<(LokusId, UnggahanId)>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.operator()?;
    unggahan::batalkan(&app.store, &hak, unggahan).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn keadaan(u: &Unggahan) -> Response {
    Json(json!({ "id": u.id, "diterima": u.diterima, "ukuran": u.ukuran })).into_response()
}

/// A refusal that a retry would not change, with its reason in words.
fn tolak(k: &Konteks, kunci: &str) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "salah": k.s(kunci) }))).into_response()
}
