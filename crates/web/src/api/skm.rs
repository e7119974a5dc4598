//! Published satisfaction surveys. Rounds come only through `store::skm::terbit`, so nothing unpublished can be named.

use axum::{Json, extract::State, response::IntoResponse as _};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    Waktu,
    skm::terbit::{self, IsiTerbit, SaringTerbit},
};

use super::{
    kueri::Kueri,
    lembar::{self, BATAS, BERIKUT, KURSOR, Lembar, basi},
    operasi::{Jenis, Operasi, Skema, ada, kueri, mungkin, pasang},
};
use crate::{AppState, error::Hasil, jalur::Jalur, publik::skm::berlaku, rute::Daftar};

use Jenis::{Acuan, Benar, Bulat, Desimal, Larik, Saat, Tanggal, Teks};

const SKM: Skema = Skema {
    nama: "Skm",
    medan: &[
        ada("kode", Teks, "Kode publik, bagian dari alamat"),
        ada("nama", Teks, "Nama ronde"),
        ada("unit", Teks, "Nama unit"),
        ada("unit_kode", Teks, "Kode unit"),
        ada("instansi", Teks, "Nama instansi"),
        ada("mulai", Tanggal, "Hari pertama"),
        ada("sampai", Tanggal, "Hari terakhir"),
        ada("responden", Bulat, "Jawaban yang dihitung"),
        ada("target", Bulat, "Sasaran responden"),
        ada("ikm", Desimal, "Indeks kepuasan, dua desimal"),
        ada("mutu", Teks, "A sampai D"),
        ada("kinerja", Teks, "Kinerja unit pelayanan dalam kata"),
        ada("edisi", Teks, "Nama tetap kuesioner"),
        ada("terbit", Saat, "Saat terbit"),
        ada("halaman", Teks, "Halaman untuk manusia"),
        ada("ilustrasi", Benar, "true: data contoh"),
    ],
};

const UNSUR: Skema = Skema {
    nama: "UnsurSkm",
    medan: &[
        ada("kunci", Teks, "Nama tetap unsur"),
        ada("nrr", Desimal, "Nilai rata-rata pada skala jawaban"),
        ada("konversi", Desimal, "Nilai konversi"),
        ada("mutu", Teks, "A sampai D"),
    ],
};

const RINCI: Skema = Skema {
    nama: "RincianSkm",
    medan: &[
        ada("skm", Acuan(&SKM), "Ronde itu"),
        ada("unsur", Larik(&Acuan(&UNSUR)), "Menurut urutan peraturan"),
        mungkin("populasi", Bulat, "Penerima layanan dalam masa survei"),
        ada("sidik", Teks, "SHA-256 naskah yang ditandatangani"),
        ada("berkas", Teks, "Alamat berkas bertanda tangan"),
        ada("data", Teks, "Alamat semua angka agregat (JSON)"),
    ],
};

const DAFTAR: Skema = Skema {
    nama: "DaftarSkm",
    medan: &[ada("semua", Bulat, "Banyaknya yang cocok"), ada("skm", Larik(&Acuan(&SKM)), "Masa terbaru dahulu"), BERIKUT],
};

pub(super) const OPERASI: [Operasi; 2] = [
    Operasi::baca(
        "/api/v1/skm",
        "daftarSkm",
        ["Hasil SKM yang terbit, masa terbaru dahulu", "Published surveys, newest period first"],
        &DAFTAR,
    )
    .dengan(&[
        KURSOR,
        BATAS,
        kueri("cari", Teks, "Bagian dari nama unit, instansi, atau ronde"),
        kueri("instansi", Teks, "Kode instansi"),
        kueri("unit", Teks, "Kode unit"),
    ]),
    Operasi::baca("/api/v1/skm/{kode}", "rincianSkm", ["Satu hasil SKM dengan unsurnya", "One survey with its unsur"], &RINCI),
];

pub(super) fn rute(d: &mut Daftar) {
    let [s, r] = &OPERASI;
    pasang(d, s, daftar);
    pasang(d, r, rinci);
}

#[derive(Deserialize)]
struct Saring {
    kursor: Option<String>,
    batas: Option<usize>,
    #[serde(default)]
    cari: String,
    #[serde(default)]
    instansi: String,
    #[serde(default)]
    unit: String,
}

fn tulis(alamat: &str, i: &IsiTerbit, pada: Waktu) -> Value {
    json!({ "kode": i.kode, "nama": i.nama, "unit": i.unit, "unit_kode": i.unit_kode, "instansi": i.instansi, "mulai": i.mulai,
        "sampai": i.sampai, "responden": i.hasil.n, "target": i.target, "ikm": i.hasil.ikm.tampil(2), "mutu": i.hasil.mutu,
        "kinerja": i.hasil.kinerja, "edisi": i.edisi_id, "terbit": pada.timestamp().to_string(),
        "halaman": format!("{alamat}/hasil-skm/{}", i.kode), "ilustrasi": i.ilustrasi })
}

/// Cursor: how many were given, and the code of the last of them. The list may have moved by one since.
fn letak(kursor: Option<&str>) -> Option<(i64, Option<String>)> {
    let Some(k) = kursor else { return Some((0, None)) };
    let k = lembar::baca(k)?;
    let (n, kode) = k.split_once(':')?;
    n.parse::<i64>().ok().filter(|n| (1..1_000_000_000).contains(n)).map(|n| (n, Some(kode.to_owned())))
}

async fn daftar(State(app): State<AppState>, Kueri(q): Kueri<Saring>) -> Hasil {
    let batas = Lembar { kursor: None, batas: q.batas }.batas();
    let Some((n, kode)) = letak(q.kursor.as_deref()) else { return Ok(basi()) };
    let s = SaringTerbit { cari: &q.cari, instansi: &q.instansi, unit_kode: &q.unit };
    // With a cursor the page begins at the last one given, which must still be where it was.
    let lewati = (n - 1).max(0);
    let minta = i64::try_from(batas).unwrap_or(i64::MAX) + i64::from(kode.is_some());
    let (mut isi, semua) = terbit::cari(&app.store, &s, lewati, minta).await?;
    if let Some(kode) = kode {
        if isi.first().is_none_or(|t| t.isi.kode != kode) {
            return Ok(basi());
        }
        isi.remove(0);
    }
    let sudah = n + i64::try_from(isi.len()).unwrap_or(0);
    let berikut = isi.last().filter(|_| sudah < semua).map(|t| lembar::tulis(&format!("{sudah}:{}", t.isi.kode)));
    // What is not what was signed stays out, and its own address says so.
    let isi: Vec<Value> = isi.iter().filter(|t| t.sah).map(|t| tulis(&app.konfig.alamat, &t.isi, t.pada)).collect();
    Ok(Json(json!({ "semua": semua, "skm": isi, "berikut": berikut })).into_response())
}

async fn rinci(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = berlaku(terbit::publik(&app.store, &kode).await?)?;
    let i = &t.isi;
    let unsur: Vec<Value> = i
        .hasil
        .unsur
        .iter()
        .map(|u| json!({ "kunci": u.kunci, "nrr": u.nrr.desimal(), "konversi": u.konversi.desimal(), "mutu": u.mutu }))
        .collect();
    Ok(Json(json!({ "skm": tulis(&app.konfig.alamat, i, t.pada), "unsur": unsur, "populasi": i.populasi, "sidik": t.sidik,
        "berkas": format!("/hasil-skm/{kode}/bundel"), "data": format!("/hasil-skm/{kode}/data.json") }))
    .into_response())
}
