//! `/api/v1`: what is published, for programs, as JSON; and the way in for signed publications. One table ([`OPERASI`]) says what
//! there is; the routes, the OpenAPI document and its test are made from it. Nothing is shown here that a public page does not.

mod baca;
mod bayar;
mod openapi;
mod serah;
mod tenan;

pub use openapi::dokumen;

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::rute::{Akses, Daftar};

/// One operation.
#[derive(Debug, Clone, Copy)]
pub struct Operasi {
    pub metode: &'static str,
    pub jalur: &'static str,
    pub id: &'static str,
    pub ringkas: &'static str,
    /// Query parameters: name, what it is.
    pub kueri: &'static [(&'static str, &'static str)],
    /// Status of success, and the fields of its answer with their JSON types.
    pub jawab: (u16, &'static [(&'static str, &'static str)]),
    /// Whether it needs a token.
    pub token: bool,
}

const LEMBAR: &[(&str, &str)] =
    &[("lewati", "Hasil yang dilewati, bawaan 0"), ("batas", "Hasil yang diberikan, 1 sampai 1000, bawaan 100")];

/// Everything there is under `/api/v1`.
pub const OPERASI: [Operasi; 10] = [
    Operasi {
        metode: "get",
        jalur: "/api/v1/openapi.json",
        id: "openapi",
        ringkas: "Dokumen ini",
        kueri: &[],
        jawab: (200, &[("openapi", "string"), ("info", "object"), ("paths", "object"), ("components", "object")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/periode",
        id: "daftarPeriode",
        ringkas: "Periode yang hasilnya terbit sekarang, terbaru dahulu",
        kueri: &[],
        jawab: (200, &[("periode", "array")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/periode/{periode}/hasil",
        id: "hasilPeriode",
        ringkas: "Hasil yang terbit, menurut kategori dan peringkat; yang tanpa IPP terakhir",
        kueri: LEMBAR,
        jawab: (200, &[("periode", "object"), ("semua", "integer"), ("hasil", "array")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/periode/{periode}/peringkat",
        id: "peringkatInstansi",
        ringkas: "Rata-rata tiap instansi",
        kueri: &[],
        jawab: (200, &[("periode", "object"), ("instansi", "array")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/periode/{periode}/terbitan",
        id: "versiTerbitan",
        ringkas: "Semua versi berkas terbitan dengan alasan dan alamat unduhnya",
        kueri: &[],
        jawab: (200, &[("periode", "object"), ("versi", "array")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/edisi",
        id: "daftarEdisi",
        ringkas: "Instrumen yang dipakai periode yang terbit",
        kueri: &[],
        jawab: (200, &[("edisi", "array")]),
        token: false,
    },
    Operasi {
        metode: "get",
        jalur: "/api/v1/kunci",
        id: "daftarKunci",
        ringkas: "Kunci untuk memeriksa berkas, dalam bentuk yang dibaca prima verify --keys",
        kueri: &[],
        jawab: (200, &[("format", "string"), ("kunci", "array")]),
        token: false,
    },
    Operasi {
        metode: "post",
        jalur: "/api/v1/serah",
        id: "serahTerbitan",
        ringkas: "Menyerahkan berkas terbitan (badan: ZIP). Berkas yang sama sekali lagi memberi nomor yang sama dan keadaannya sekarang: belum-divalidasi, divalidasi, atau dikembalikan",
        kueri: &[],
        jawab: (201, &[("id", "string"), ("keadaan", "string")]),
        token: true,
    },
    Operasi {
        metode: "post",
        jalur: "/api/v1/bayar/qris",
        id: "panggilanQris",
        ringkas: "Kabar pembayaran QRIS dari penyedia, bertanda tangan HMAC-SHA-256 (kepala X-Prima-Mpp, X-Prima-Waktu, X-Prima-Tanda). Kabar dengan id yang sama dijawab sama",
        kueri: &[],
        jawab: (200, &[("tagihan", "string"), ("keadaan", "string")]),
        token: false,
    },
    Operasi {
        metode: "post",
        jalur: "/api/v1/mpp/{kode}/tenan/{tenan}/fitur",
        id: "laporTenan",
        ringkas: "Organisasi di MPP dengan sistem sendiri melaporkan daftar layanan dan nomor antreannya (badan: JSON); jawabannya fitur yang terbukti dan tingkat sambungan",
        kueri: &[],
        jawab: (200, &[("tingkat", "string"), ("terbukti", "array"), ("kurang", "array")]),
        token: true,
    },
];

/// The routes of this area; a test holds them against [`OPERASI`].
pub fn rute(d: &mut Daftar) {
    d.get("/api/v1/openapi.json", Akses::Publik, async || Json(dokumen()));
    baca::rute(d);
    bayar::rute(d);
    serah::rute(d);
    tenan::rute(d);
}

/// A fault for a program: a key that stays, and a sentence.
fn galat(status: StatusCode, kunci: &str, isi: &str) -> Response {
    (status, Json(json!({ "galat": kunci, "isi": isi }))).into_response()
}
