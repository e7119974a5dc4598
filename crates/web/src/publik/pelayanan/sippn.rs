//! One record a service with the fields that pages of SIPPN show: number of the decree, requirements, procedure, time, cost,
//! product, complaints. No interface of SIPPN is public, so this is its content, not its format: JSON for programs, a workbook for
//! the officer who types or pastes it there.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use dokumen::xlsx::{Kolom, LembarTabel, Sel, buku_xlsx};
use serde_json::{Value, json};
use store::{
    layanan::{self, Terbit, katalog},
    pesanan::{self, Undang},
};

use super::{konteks, tempat};
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    layanan::kunci_komponen,
    publik::kapan,
    rute::{Akses, Daftar},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/{kode}/sippn.json", Akses::Publik, satu);
    d.get("/pelayanan/unit/{kode}/sippn.json", Akses::Publik, unit);
    d.get("/pelayanan/unit/{kode}/sippn.xlsx", Akses::Publik, buku);
}

fn catatan(alamat: &str, t: &Terbit, undang: &[Undang]) -> Value {
    let l = &t.layanan;
    // The record is in Indonesian whoever asks.
    let hadir = kapan::baris(Bahasa::Id, undang);
    let jam: Vec<&str> = Some(t.isi.teks("jam")).filter(|j| !j.is_empty()).into_iter().chain(hadir.iter().map(String::as_str)).collect();
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
        "jam_layanan": jam.join("\n"),
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
    let undang = pesanan::undangan_layanan(app.store.baca(), t.layanan.id, app.store.sekarang()).await?;
    Ok(jawab(catatan(&app.konfig.alamat, &t, &undang)))
}

async fn unit(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let undang = pesanan::undangan_semua(app.store.baca(), app.store.sekarang()).await?;
    let satu = |t: &Terbit| catatan(&app.konfig.alamat, t, undang.get(&t.layanan.id).map_or(&[][..], Vec::as_slice));
    let semua: Vec<Value> = u.layanan.iter().filter_map(|n| isi.layanan.get(*n)).map(satu).collect();
    Ok(jawab(json!({ "unit": { "kode": u.kode, "nama": u.nama, "instansi": u.instansi }, "layanan": semua })))
}

/// Components of a page of SIPPN, in its order.
const KOMPONEN: [&str; 6] = ["persyaratan", "prosedur", "jangka-waktu", "biaya", "produk", "pengaduan"];

/// One row a service.
async fn buku(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let k = konteks(k, u.ilustrasi, &u.zona);
    let kolom = ["cari-kolom-nama", "cari-kolom-sk", "cari-kolom-tanggal-sk"].map(|x| k.s(x));
    let kolom =
        kolom.into_iter().chain(KOMPONEN.map(|x| k.s(kunci_komponen(x)))).chain(["cari-kolom-tempat", "cari-kolom-alamat"].map(|x| k.s(x)));
    let baris = |t: &Terbit| {
        let awal = [t.isi.nama.clone(), t.sk_nomor.clone(), k.hari(&t.sk_tanggal)];
        let akhir = [tempat(t).to_owned(), format!("{}/pelayanan/{}", app.konfig.alamat, t.layanan.kode)];
        awal.into_iter().chain(KOMPONEN.map(|x| t.isi.teks(x).to_owned())).chain(akhir).map(|x| Sel::from(&x)).collect()
    };
    let judul = k.n("cari-unit-buku", "unit", &u.nama);
    let lembar = LembarTabel {
        nama: k.s("cari-unit-lembar"),
        judul: judul.clone(),
        catatan: vec![k.s("cari-unit-catatan")],
        kolom: kolom.map(|j| Kolom::new(j, 36.0)).collect(),
        baris: u.layanan.iter().filter_map(|n| isi.layanan.get(*n)).map(baris).collect(),
    };
    Ok(unduhan::kirim(unduhan::XLSX, &format!("layanan-{kode}.xlsx"), buku_xlsx(&judul, k.ilustrasi, &[lembar])?))
}
