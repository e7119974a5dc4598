//! One record a service with the fields that pages of SIPPN show: number of the decree, requirements, procedure, time, cost,
//! product, complaints. No interface of SIPPN is public, so this is its content, not its format.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use store::layanan::{self, Terbit, katalog};

use super::tempat;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/{kode}/sippn.json", Akses::Publik, satu);
    d.get("/pelayanan/unit/{kode}/sippn.json", Akses::Publik, unit);
}

fn catatan(alamat: &str, t: &Terbit) -> Value {
    let l = &t.layanan;
    json!({
        "kode": l.kode,
        "nama": t.isi.nama,
        "deskripsi": t.isi.ringkas,
        "penyelenggara": { "kode": l.unit_kode, "nama": l.unit, "instansi": l.instansi },
        "no_sk": t.sk_nomor,
        "tanggal_sk": t.sk_tanggal,
        "berlaku_mulai": t.mulai,
        "tinjau_paling_lambat": t.tinjau,
        "persyaratan": t.isi.teks("persyaratan"),
        "sistem_mekanisme_prosedur": t.isi.teks("prosedur"),
        "waktu_penyelesaian": t.isi.teks("jangka-waktu"),
        "waktu_hari_kerja": t.isi.hari_kerja,
        "biaya_tarif": t.isi.teks("biaya"),
        "produk_layanan": t.isi.teks("produk"),
        "pengaduan_layanan": t.isi.teks("pengaduan"),
        "lokasi": tempat(t),
        "jam_layanan": t.isi.teks("jam"),
        "diperbarui": t.diperbarui.timestamp().to_string(),
        "alamat": format!("{alamat}/pelayanan/{}", l.kode),
        "ilustrasi": l.ilustrasi == 1,
    })
}

fn jawab(v: Value) -> Response {
    ([(header::CACHE_CONTROL, "public, max-age=60")], Json(v)).into_response()
}

async fn satu(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let t = layanan::dari_kode(&app.store, &kode).await?;
    Ok(jawab(catatan(&app.konfig.alamat, &t)))
}

async fn unit(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let semua: Vec<Value> = u.layanan.iter().filter_map(|n| isi.layanan.get(*n)).map(|t| catatan(&app.konfig.alamat, t)).collect();
    Ok(jawab(json!({ "unit": { "kode": u.kode, "nama": u.nama, "instansi": u.instansi }, "layanan": semua })))
}
