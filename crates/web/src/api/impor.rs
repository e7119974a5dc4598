//! `POST /api/v1/unit`: a program registers or changes units of its instansi, all or nothing; with `uji=true` it is only told what
//! would come of it.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::IntoResponse as _,
};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    StoreError,
    impor::{self, Baris, Jenis as JenisImpor},
    token_api::{HakImporUnit, Lingkup},
};

use super::{
    kueri::Kueri,
    masalah::{dengan, masalah},
    operasi::{Hak, Isi, Jenis, Operasi, Skema, ada, boleh, kueri},
    token, ulang,
};
use crate::{
    AppState,
    admin::impor::baca,
    bahasa::Bahasa,
    error::Hasil,
    rute::{Akses, Daftar},
};

const BATAS: usize = 5 * 1024 * 1024;

const UNIT: Skema = Skema {
    nama: "UnitMasuk",
    medan: &[
        ada("kode", Jenis::Teks, "Kode publik: huruf kecil, angka, titik, dan tanda hubung"),
        ada("nama", Jenis::Teks, "Nama, paling panjang 200 huruf"),
        boleh("jenis", Jenis::Teks, "Misalnya puskesmas; boleh kosong"),
        boleh("kode_induk", Jenis::Teks, "Kode unit di atasnya; boleh kosong"),
        boleh("alamat", Jenis::Teks, "Alamat; boleh kosong"),
    ],
};

const KIRIMAN: Skema =
    Skema { nama: "KirimanUnit", medan: &[ada("unit", Jenis::Larik(&Jenis::Acuan(&UNIT)), "1 sampai 10.000 unit instansi pemilik token")] };

const HASIL: Skema = Skema {
    nama: "HasilImporUnit",
    medan: &[
        ada("diterapkan", Jenis::Benar, "false: hanya dicoba"),
        ada("baru", Jenis::Bulat, "Unit baru"),
        ada("ubah", Jenis::Bulat, "Unit yang berubah"),
        ada("sama", Jenis::Bulat, "Unit yang sudah sama"),
    ],
};

pub(super) const OPERASI: [Operasi; 1] = [Operasi {
    metode: "post",
    jalur: "/api/v1/unit",
    id: "imporUnit",
    ringkas: [
        "Mendaftarkan atau mengubah unit instansi pemilik token, semua atau tidak sama sekali. Badan: JSON, atau CSV/XLSX seperti templat impor. Baris yang salah disebut satu per satu",
        "Registers or changes units of the token's instansi, all or nothing. Body: JSON, or CSV/XLSX as the import template. Wrong rows are named one by one",
    ],
    kueri: &[kueri("uji", Jenis::Benar, "true: hanya dicoba, tidak ada yang disimpan")],
    isi: &[Isi::Json(&KIRIMAN), Isi::Berkas("text/csv"), Isi::Berkas("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")],
    status: 200,
    jawab: &HASIL,
    hak: Hak::Token(Lingkup::ImporUnit),
}];

pub(super) fn rute(d: &mut Daftar) {
    d.post_besar(OPERASI[0].jalur, Akses::Publik, BATAS, terima);
}

#[derive(Deserialize)]
struct Uji {
    #[serde(default)]
    uji: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kiriman {
    unit: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    kode: String,
    nama: String,
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    kode_induk: String,
    #[serde(default)]
    alamat: String,
}

async fn terima(State(app): State<AppState>, Kueri(q): Kueri<Uji>, alamat: Uri, headers: HeaderMap, badan: Bytes) -> Hasil {
    let t = match token::periksa(&app, &headers).await? {
        Ok(t) => t,
        Err(r) => return Ok(r),
    };
    let Ok(hak) = t.impor_unit() else { return Ok(masalah(StatusCode::FORBIDDEN, "token-lingkup-kurang")) };
    let jenis = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let jenis = jenis.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !OPERASI[0].isi.iter().any(|i| i.jenis() == jenis) {
        return Ok(masalah(StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-jenis-salah"));
    }
    let baris = match baris(&jenis, &badan, &hak.instansi_kode) {
        Ok(b) => b,
        Err((kunci, apa)) => return Ok(salah_bentuk(kunci, &apa)),
    };
    let sidik = store::sidik_hex(&badan);
    ulang::sekali(&app, t.id.0, &headers, &alamat, &sidik, terapkan(&app, &hak, &baris, q.uji)).await
}

fn salah_bentuk(kunci: &'static str, apa: &str) -> axum::response::Response {
    let isi = Bahasa::default().a(kunci, [("apa", apa.into())]);
    dengan(StatusCode::UNPROCESSABLE_ENTITY, kunci, &isi, json!({ "apa": apa }))
}

/// Rows in the order of the columns of an import.
fn baris(jenis: &str, badan: &[u8], instansi: &str) -> Result<Vec<Baris>, (&'static str, String)> {
    if jenis != "application/json" {
        return baca::baca(JenisImpor::Unit, badan).map_err(|s| (s.0, s.1));
    }
    let k: Kiriman = serde_json::from_slice(badan).map_err(|e| ("api-json-salah", store::json::salah(&e)))?;
    let satu = |(n, u): (usize, Unit)| {
        let sel = [u.kode, u.nama, u.jenis, instansi.to_owned(), u.kode_induk, u.alamat].map(|s| s.replace('\0', ""));
        Baris { nomor: n + 1, sel: sel.into() }
    };
    Ok(k.unit.into_iter().enumerate().map(satu).collect())
}

async fn terapkan(app: &AppState, hak: &HakImporUnit, baris: &[Baris], uji: bool) -> Hasil {
    let t = match impor::unit_program(&app.store, hak, baris, uji).await {
        Err(StoreError::Keadaan(kunci)) => return Ok(masalah(StatusCode::UNPROCESSABLE_ENTITY, kunci)),
        t => t?,
    };
    if t.salah.is_empty() {
        let v = json!({ "diterapkan": t.diterapkan, "baru": t.baru, "ubah": t.ubah, "sama": t.sama });
        return Ok(Json(v).into_response());
    }
    let b = Bahasa::default();
    let satu = |s: &impor::Salah| json!({ "baris": s.nomor, "kolom": s.kolom, "galat": s.kunci, "isi": b.a(s.kunci, [("nilai", s.nilai.as_str().into())]) });
    let salah: Vec<Value> = t.salah.iter().take(1000).map(satu).collect();
    let kunci = "impor-ada-salah";
    Ok(dengan(StatusCode::UNPROCESSABLE_ENTITY, kunci, &b.s(kunci), json!({ "temuan": salah, "temuan_semua": t.salah.len() })))
}
