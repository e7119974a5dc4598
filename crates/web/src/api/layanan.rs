//! Services with their standard in force, as the portal shows them.

use axum::{Json, extract::State, response::IntoResponse as _};
use serde::Deserialize;
use serde_json::{Value, json};
use store::layanan::{self, KOMPONEN, Terbit, katalog};

use super::{
    kueri::Kueri,
    lembar::{BATAS, BERIKUT, Basi, KURSOR, Lembar, basi},
    operasi::{Jenis, Operasi, Skema, ada, kueri, mungkin, pasang},
};
use crate::{AppState, error::Hasil, jalur::Jalur, rute::Daftar};

use Jenis::{Acuan, Benar, Bulat, Larik, Saat, Tanggal, Teks};

const PENYELENGGARA: Skema = Skema {
    nama: "PenyelenggaraLayanan",
    medan: &[ada("kode", Teks, "Kode unit"), ada("nama", Teks, "Nama unit"), ada("instansi", Teks, "Nama instansi")],
};

const LAYANAN: Skema = Skema {
    nama: "Layanan",
    medan: &[
        ada("kode", Teks, "Kode publik, bagian dari alamat"),
        ada("nama", Teks, "Nama layanan"),
        ada("ringkas", Teks, "Satu kalimat"),
        ada("unit", Acuan(&PENYELENGGARA), "Siapa yang memberi"),
        ada("sk_nomor", Teks, "Nomor SK standar pelayanan"),
        ada("sk_tanggal", Tanggal, "Tanggal SK"),
        ada("mulai", Tanggal, "Hari pertama berlaku"),
        ada("tinjau", Tanggal, "Ditinjau paling lambat"),
        mungkin("hari_kerja", Bulat, "Jangka waktu yang dijanjikan"),
        ada("diperbarui", Saat, "Ditetapkan atau ditinjau terakhir"),
        ada("halaman", Teks, "Halaman untuk manusia"),
        ada("ilustrasi", Benar, "true: data contoh"),
    ],
};

const BAGIAN: Skema = Skema {
    nama: "KomponenStandar",
    medan: &[ada("kunci", Teks, "Nama tetap komponen"), ada("isi", Teks, "Isinya, satu butir sebaris; kosong bila tidak diisi")],
};

const RINCI: Skema = Skema {
    nama: "RincianLayanan",
    medan: &[
        ada("layanan", Acuan(&LAYANAN), "Layanan itu"),
        ada("standar", Larik(&Acuan(&BAGIAN)), "Komponen standar pelayanan, menurut urutan peraturan"),
    ],
};

const DAFTAR: Skema = Skema {
    nama: "DaftarLayanan",
    medan: &[ada("semua", Bulat, "Banyaknya yang cocok"), ada("layanan", Larik(&Acuan(&LAYANAN)), "Menurut nama"), BERIKUT],
};

pub(super) const OPERASI: [Operasi; 2] = [
    Operasi::baca(
        "/api/v1/layanan",
        "daftarLayanan",
        ["Layanan yang standarnya berlaku, menurut nama", "Services whose standard is in force, by name"],
        &DAFTAR,
    )
    .dengan(&[KURSOR, BATAS, kueri("cari", Teks, "Bagian dari nama"), kueri("unit", Teks, "Kode unit penyelenggara")]),
    Operasi::baca(
        "/api/v1/layanan/{kode}",
        "rincianLayanan",
        ["Satu layanan dengan standar pelayanannya", "One service with its standard"],
        &RINCI,
    ),
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
    unit: String,
}

fn tulis(alamat: &str, t: &Terbit) -> Value {
    let l = &t.layanan;
    json!({ "kode": l.kode, "nama": t.isi.nama, "ringkas": t.isi.ringkas,
        "unit": { "kode": l.unit_kode, "nama": l.unit, "instansi": l.instansi },
        "sk_nomor": t.sk_nomor, "sk_tanggal": t.sk_tanggal, "mulai": t.mulai, "tinjau": t.tinjau, "hari_kerja": t.isi.hari_kerja,
        "diperbarui": t.diperbarui.timestamp().to_string(), "halaman": format!("{alamat}/pelayanan/{}", l.kode), "ilustrasi": l.ilustrasi == 1 })
}

async fn daftar(State(app): State<AppState>, Kueri(q): Kueri<Saring>) -> Hasil {
    let kecil = q.cari.trim().to_lowercase();
    let semua = katalog(&app.store).await?;
    let cocok = |t: &&Terbit| t.isi.nama.to_lowercase().contains(&kecil) && (q.unit.is_empty() || t.layanan.unit_kode == q.unit);
    let semua: Vec<&Terbit> = semua.layanan.iter().filter(cocok).collect();
    let l = Lembar { kursor: q.kursor, batas: q.batas };
    let (isi, berikut) = match l.potong(&semua, |t| t.layanan.kode.as_str()) {
        Ok(isi) => isi,
        Err(Basi) => return Ok(basi()),
    };
    let isi: Vec<Value> = isi.iter().map(|t| tulis(&app.konfig.alamat, t)).collect();
    Ok(Json(json!({ "semua": semua.len(), "layanan": isi, "berikut": berikut })).into_response())
}

async fn rinci(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = layanan::dari_kode(&app.store, &kode).await?;
    // What the page shows: how the service is delivered, where and when. How the office works inside is not public.
    let umum = KOMPONEN.iter().filter(|k| k.publik).map(|k| k.kunci).chain(["tempat", "jam"]);
    let standar: Vec<Value> = umum.map(|k| json!({ "kunci": k, "isi": t.isi.teks(k) })).collect();
    Ok(Json(json!({ "layanan": tulis(&app.konfig.alamat, &t), "standar": standar })).into_response())
}
