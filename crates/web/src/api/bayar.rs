//! `POST /api/v1/bayar/qris`: the payment provider says that a bill was paid. Believed only with a signature that holds; the same call
//! again gets the same answer.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::IntoResponse as _,
};
use serde_json::json;
use store::tagihan::qris::{self, Jawaban, Kepala};

use super::{
    masalah::masalah,
    operasi::{Hak, Isi, Jenis, Operasi, Skema, ada},
};
use crate::{
    AppState,
    error::Hasil,
    rute::{Akses, Daftar},
};

const KABAR: Skema = Skema {
    nama: "KabarQris",
    medan: &[
        ada("id", Jenis::Teks, "Nomor transaksi penyedia"),
        ada("tagihan", Jenis::Teks, "Kode tagihan"),
        ada("nominal", Jenis::Bulat, "Rupiah"),
        ada("saat", Jenis::Saat, "Saat dibayar"),
    ],
};

const DICATAT: Skema = Skema {
    nama: "QrisDicatat",
    medan: &[ada("tagihan", Jenis::Teks, "Kode tagihan"), ada("keadaan", Jenis::Pilihan(&["lunas"]), "Keadaan tagihan")],
};

pub(super) const OPERASI: [Operasi; 1] = [Operasi {
    metode: "post",
    jalur: "/api/v1/bayar/qris",
    id: "panggilanQris",
    ringkas: [
        "Kabar pembayaran QRIS dari penyedia, bertanda tangan HMAC-SHA-256 (kepala X-Prima-Mpp, X-Prima-Waktu, X-Prima-Tanda). Kabar dengan id yang sama dijawab sama",
        "News of a QRIS payment from the provider, signed with HMAC-SHA-256 (headers X-Prima-Mpp, X-Prima-Waktu, X-Prima-Tanda). The same id is answered the same",
    ],
    kueri: &[],
    isi: &[Isi::Json(&KABAR)],
    status: 200,
    jawab: &DICATAT,
    hak: Hak::Tanda,
}];

pub(super) fn rute(d: &mut Daftar) {
    d.post(OPERASI[0].jalur, Akses::Publik, terima);
}

async fn terima(State(app): State<AppState>, headers: HeaderMap, badan: Bytes) -> Hasil {
    let kepala = |nama| headers.get(nama).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let k = Kepala { mpp: kepala("x-prima-mpp"), waktu: kepala("x-prima-waktu"), tanda: kepala("x-prima-tanda") };
    Ok(match qris::panggilan(&app.store, k, &badan).await? {
        Jawaban::Dicatat { tagihan } => Json(json!({ "tagihan": store::kode::tampil(&tagihan), "keadaan": "lunas" })).into_response(),
        Jawaban::TidakSesuai { alasan, .. } => masalah(StatusCode::UNPROCESSABLE_ENTITY, alasan),
        Jawaban::TidakSah => masalah(StatusCode::UNAUTHORIZED, "bayar-panggilan-tidak-sah"),
        Jawaban::Rusak => masalah(StatusCode::BAD_REQUEST, "bayar-panggilan-rusak"),
    })
}
