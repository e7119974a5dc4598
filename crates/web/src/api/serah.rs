//! `POST /api/v1/serah`: a region's program hands in a signed publication with a token of its instansi.

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::io::Read as _;
use store::{
    StoreError,
    diterima::{self, Gagal, Penyerah},
    token_api::{HakSerah, Lingkup},
};
use tempfile::NamedTempFile;

use super::{
    masalah::{dengan, masalah},
    operasi::{Hak, Isi, Jenis, Operasi, Skema, ada},
    token, ulang,
};
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    diterima::muat,
    error::Hasil,
    rute::{Akses, Daftar},
};

const DITERIMA: Skema = Skema {
    nama: "TerbitanDiterima",
    medan: &[
        ada("id", Jenis::Teks, "Nomor penerimaan"),
        ada("keadaan", Jenis::Pilihan(&["belum-divalidasi", "divalidasi", "dikembalikan", "validasi-ditarik"]), "Keadaannya sekarang"),
    ],
};

pub(super) const OPERASI: [Operasi; 1] = [Operasi {
    metode: "post",
    jalur: "/api/v1/serah",
    id: "serahTerbitan",
    ringkas: [
        "Menyerahkan berkas terbitan (ZIP). Berkas yang sama sekali lagi memberi nomor yang sama dan keadaannya sekarang",
        "Hands in a publication file (ZIP). The same file once more gives the same number and how it stands now",
    ],
    kueri: &[],
    isi: &[Isi::Berkas("application/zip")],
    status: 201,
    jawab: &DITERIMA,
    hak: Hak::Token(Lingkup::Serah),
}];

pub(super) fn rute(d: &mut Daftar) {
    d.post_besar(OPERASI[0].jalur, Akses::Publik, muat::BATAS_KIRIMAN, serah);
}

async fn serah(State(app): State<AppState>, alamat: Uri, headers: HeaderMap, badan: Body) -> Hasil {
    let t = match token::periksa(&app, &headers).await? {
        Ok(t) => t,
        Err(r) => return Ok(r),
    };
    let Ok(hak) = t.serah() else { return Ok(masalah(StatusCode::FORBIDDEN, "token-lingkup-kurang")) };
    let panjang = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    if panjang.is_some_and(|n| n > muat::BATAS) {
        // Refused before a byte of it is awaited.
        return Err(Error::TerlaluBesar);
    }
    let Some(berkas) = muat::dari_badan(&app, badan).await? else {
        return Ok(masalah(StatusCode::UNPROCESSABLE_ENTITY, "diterima-pilih"));
    };
    let sidik = sidik(&berkas)?;
    ulang::sekali(&app, t.id.0, &headers, &alamat, &sidik, satu(&app, &hak, berkas)).await
}

/// SHA-256 of the file, piece by piece: it may be large.
fn sidik(berkas: &NamedTempFile) -> Hasil<String> {
    let baca = |e: std::io::Error| Error::from(StoreError::Berkas(e));
    let (mut isi, mut hitung, mut potong) = (berkas.reopen().map_err(baca)?, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let n = isi.read(&mut potong).map_err(baca)?;
        if n == 0 {
            return Ok(hex::encode(hitung.finalize()));
        }
        hitung.update(&potong[..n]);
    }
}

async fn satu(app: &AppState, hak: &HakSerah, berkas: NamedTempFile) -> Hasil {
    match diterima::terima(&app.store, &Penyerah::Program(hak), berkas).await {
        Ok(id) => {
            let keadaan = diterima::keadaan(&app.store, hak, id).await?;
            Ok((StatusCode::CREATED, Json(json!({ "id": id, "keadaan": keadaan }))).into_response())
        }
        Err(Gagal::Bukan(e)) => Ok(dengan(StatusCode::UNPROCESSABLE_ENTITY, "diterima-bukan", &e.to_string(), json!({}))),
        Err(Gagal::TidakSah(semua)) => Ok(tidak_sah(&semua)),
        Err(Gagal::Store(StoreError::Keadaan(kunci))) => Ok(masalah(StatusCode::CONFLICT, kunci)),
        Err(Gagal::Store(e)) => Err(e.into()),
    }
}

/// Every fault by its code and in words.
fn tidak_sah(semua: &[store::hasil::Temuan]) -> Response {
    let temuan: Vec<_> = semua.iter().map(|t| json!({ "kode": t.kode, "pesan": t.pesan })).collect();
    let kunci = "diterima-tidak-sah";
    dengan(StatusCode::UNPROCESSABLE_ENTITY, kunci, &Bahasa::default().s(kunci), json!({ "temuan": temuan }))
}
