//! `POST /api/v1/mpp/{kode}/tenan/{tenan}/fitur`: the program of a tenant with a system of its own reports its services and its
//! queue, with a token of that tenant. Each part that comes is checked by the rules and proves its feature for a while.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse as _, Response},
};
use layanan::mpp::Tingkat;
use serde_json::json;
use store::{
    id::TenanId,
    tenan::{self, HakTenan, LaporanIsi},
};

use super::{
    masalah::{dengan, tanpa_hak, terlalu_sering},
    operasi::{Hak, Isi, Jenis, Operasi, Skema, ada, boleh},
    token, ulang,
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

/// Bytes of a report: a thousand services with their links.
const BATAS: usize = 1024 * 1024;

const LAYANAN: Skema = Skema {
    nama: "LayananDilaporkan",
    medan: &[
        ada("kode", Jenis::Teks, "Kode layanan di sistem organisasi itu"),
        ada("nama", Jenis::Teks, "Nama"),
        boleh("tautan", Jenis::Teks, "Alamat halaman layanan"),
    ],
};

const ANTREAN: Skema = Skema {
    nama: "AntreanDilaporkan",
    medan: &[
        ada("layanan", Jenis::Teks, "Kode layanan"),
        ada("tanggal", Jenis::Tanggal, "Hari"),
        ada("diambil", Jenis::Bulat, "Nomor yang diambil"),
        ada("dilayani", Jenis::Bulat, "Yang dilayani"),
        ada("menunggu", Jenis::Bulat, "Yang menunggu"),
    ],
};

const LAPORAN: Skema = Skema {
    nama: "LaporanTenan",
    medan: &[
        boleh("layanan", Jenis::Larik(&Jenis::Acuan(&LAYANAN)), "Daftar layanan; membuktikan informasi"),
        boleh("antrean", Jenis::Larik(&Jenis::Acuan(&ANTREAN)), "Nomor antrean; membuktikan pendaftaran"),
    ],
};

const HASIL: Skema = Skema {
    nama: "TingkatSambungan",
    medan: &[
        ada("tingkat", Jenis::Pilihan(&["penuh", "minimal", "kurang"]), "Tingkat sambungan yang terbukti"),
        ada("terbukti", Jenis::Larik(&Jenis::Teks), "Fitur yang terbukti"),
        ada("kurang", Jenis::Larik(&Jenis::Teks), "Fitur yang belum"),
    ],
};

pub(super) const OPERASI: [Operasi; 1] = [Operasi {
    metode: "post",
    jalur: "/api/v1/mpp/{kode}/tenan/{tenan}/fitur",
    id: "laporTenan",
    ringkas: [
        "Organisasi di MPP dengan sistem sendiri melaporkan daftar layanan dan nomor antreannya; jawabannya fitur yang terbukti dan tingkat sambungan",
        "An organisation in a mall with a system of its own reports its services and its line; answered with the features proven and the level of connection",
    ],
    kueri: &[],
    isi: &[Isi::Json(&LAPORAN)],
    status: 200,
    jawab: &HASIL,
    hak: Hak::Tenan,
}];

pub(super) fn rute(d: &mut Daftar) {
    d.post_besar(OPERASI[0].jalur, Akses::Publik, BATAS, lapor);
}

/// The right behind the token, if it is one of this tenant in this mall.
async fn hak(app: &AppState, headers: &HeaderMap, kode: &str, tenan: TenanId) -> Result<Result<HakTenan, Response>, Error> {
    let Some(rahasia) = token::rahasia(headers) else { return Ok(Err(tanpa_hak())) };
    let hak = tenan::token(&app.store, rahasia).await?.filter(|h| h.tenan.id == tenan && h.mpp.kode == kode);
    Ok(match hak {
        None => Err(tanpa_hak()),
        Some(h) => app.laju_api.token(h.token.0).map(|()| h).map_err(terlalu_sering),
    })
}

async fn lapor(
    State(app): State<AppState>,
    Jalur((kode, id)): Jalur<(String, TenanId)>,
    alamat: Uri,
    headers: HeaderMap,
    badan: Bytes,
) -> Hasil {
    let hak = match hak(&app, &headers, &kode, id).await? {
        Ok(h) => h,
        Err(r) => return Ok(r),
    };
    let sidik = store::sidik_hex(&badan);
    ulang::sekali(&app, hak.token.0, &headers, &alamat, &sidik, satu(&app, &hak, &badan)).await
}

async fn satu(app: &AppState, hak: &HakTenan, badan: &[u8]) -> Hasil {
    let salah = |kunci, isi: &str| dengan(StatusCode::UNPROCESSABLE_ENTITY, kunci, isi, json!({}));
    let isi: LaporanIsi = match serde_json::from_slice(badan) {
        Ok(isi) => isi,
        Err(e) => return Ok(salah("laporan-bentuk", &e.to_string())),
    };
    if let Err(e) = tenan::lapor(&app.store, hak, isi).await? {
        return Ok(salah("laporan-isi", &e.to_string()));
    }
    let kini = app.store.sekarang().hari(&hak.mpp.zona);
    let s = tenan::fitur(app.store.baca(), &hak.tenan, &hak.mpp.zona, kini).await?;
    let (tingkat, kurang) = match s.tingkat_terbukti() {
        Tingkat::Penuh => ("penuh", Vec::new()),
        Tingkat::Minimal => ("minimal", Vec::new()),
        Tingkat::Kurang(apa) => ("kurang", apa.into_iter().map(tenan::Fitur::kunci).collect()),
    };
    let terbukti: Vec<&str> = s.terbukti.iter().map(|f| f.kunci()).collect();
    Ok(Json(json!({ "tingkat": tingkat, "terbukti": terbukti, "kurang": kurang })).into_response())
}
