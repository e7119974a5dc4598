//! Malls as the public pages show them: where, when, which services; the line now, as on the board; the performance report.

use axum::{Json, extract::State, http::StatusCode, response::IntoResponse as _};
use jiff::civil::Date;
use layanan::{
    antrean::Pintu,
    kinerja::{Angka, Sebaran},
    mpp::Tahap,
};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{StoreError, antrean, kinerja, mpp, perjalanan};

mod skema;
pub(super) use skema::OPERASI;

use super::{
    kueri::Kueri,
    lembar::{Basi, Lembar, basi},
    masalah::masalah,
    operasi::pasang,
};
use crate::{AppState, error::Hasil, jalur::Jalur, publik::mal::buka, rute::Daftar};

pub(super) fn rute(d: &mut Daftar) {
    let [s, r, a, k] = &OPERASI;
    pasang(d, s, daftar);
    pasang(d, r, rinci);
    pasang(d, a, antrean_kini);
    pasang(d, k, kinerja_mpp);
}

fn ringkas(alamat: &str, m: &perjalanan::MalPublik) -> Value {
    json!({ "kode": m.kode, "nama": m.nama, "alamat": m.alamat, "ringkas": m.ringkas, "instansi": m.instansi, "wilayah": m.wilayah,
        "tahap": m.tahap.kunci(), "beroperasi": m.tahap >= Tahap::Beroperasi, "ilustrasi": m.ilustrasi,
        "halaman": m.kode.as_ref().map(|k| format!("{alamat}/mal/{k}")) })
}

async fn daftar(State(app): State<AppState>, Kueri(q): Kueri<Lembar>) -> Hasil {
    // One that is still being prepared may have no address of its own: it comes with the others, under its name.
    let semua = perjalanan::mal_publik(&app.store).await?;
    let (isi, berikut) = match q.potong(&semua, |m| m.kode.as_deref().unwrap_or(&m.nama)) {
        Ok(isi) => isi,
        Err(Basi) => return Ok(basi()),
    };
    let isi: Vec<Value> = isi.iter().map(|m| ringkas(&app.konfig.alamat, m)).collect();
    Ok(Json(json!({ "semua": semua.len(), "mpp": isi, "berikut": berikut })).into_response())
}

async fn rinci(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let (m, p) = buka(&app, &kode).await?;
    let c = app.store.baca();
    let penempatan = mpp::penempatan_mpp(c, m.unit_id).await?;
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none());
    let satu = |g: mpp::Gerai| {
        let layanan = penempatan.iter().filter(|p| p.gerai_id == g.id && p.akhir.is_none());
        let layanan: Vec<Value> =
            layanan.map(|p| json!({ "kode": p.layanan_kode, "nama": p.layanan, "awalan": p.awalan, "menit": p.menit })).collect();
        json!({ "kode": g.kode, "nama": g.nama, "organisasi": g.tenan, "letak": g.letak, "bentuk": g.bentuk, "tautan": g.tautan, "layanan": layanan })
    };
    let jam: Vec<Value> = m.jam().iter().map(|j| json!({ "hari": j.hari, "mulai": j.mulai, "selesai": j.selesai })).collect();
    Ok(Json(json!({ "mpp": ringkas(&app.konfig.alamat, &p), "zona": m.zona, "lintang": m.lintang, "bujur": m.bujur, "jam": jam,
        "gerai": gerai.map(satu).collect::<Vec<_>>() }))
    .into_response())
}

async fn antrean_kini(State(app): State<AppState>, Jalur(kode): Jalur<String>) -> Hasil {
    let (m, _) = buka(&app, &kode).await?;
    let (c, kini) = (app.store.baca(), app.store.sekarang());
    let pintu = match antrean::buka::keadaan(c, &m, kini).await?.pintu {
        Pintu::Terbuka { .. } => "terbuka",
        Pintu::Nanti { .. } => "nanti",
        Pintu::Usai { .. } => "usai",
        Pintu::Libur(_) | Pintu::DitutupKhusus | Pintu::TidakBuka => "tutup",
    };
    // What the board shows: how many wait and are served, never a number or what it is for.
    let satu = |g: antrean::hari::Gerai| json!({ "kode": g.kode, "nama": g.nama, "loket": g.loket, "loket_terbuka": g.terbuka, "menunggu": g.menunggu, "dilayani": g.dilayani });
    let gerai: Vec<Value> = antrean::hari::ringkas(c, m.unit_id, kini).await?.into_iter().filter(|g| g.tutup.is_none()).map(satu).collect();
    let isi = json!({ "mpp": m.kode, "pintu": pintu, "pada": kini.timestamp().to_string(), "gerai": gerai });
    Ok(([(axum::http::header::CACHE_CONTROL, "public, max-age=5")], Json(isi)).into_response())
}

#[derive(Deserialize)]
struct Kurun {
    dari: Option<String>,
    sampai: Option<String>,
}

async fn kinerja_mpp(State(app): State<AppState>, Jalur(kode): Jalur<String>, Kueri(q): Kueri<Kurun>) -> Hasil {
    let (m, _) = buka(&app, &kode).await?;
    let kini = app.store.sekarang().hari(&m.zona);
    let hari = |t: Option<&String>, bawaan: Date| t.map_or(Ok(bawaan), |t| t.parse::<Date>());
    let salah = || masalah(StatusCode::BAD_REQUEST, "kinerja-rentang");
    let (Ok(dari), Ok(sampai)) = (hari(q.dari.as_ref(), kini.first_of_month()), hari(q.sampai.as_ref(), kini)) else { return Ok(salah()) };
    let l = match kinerja::publik(&app.store, &m, dari, sampai).await {
        Err(StoreError::Keadaan("kinerja-rentang")) => return Ok(salah()),
        l => l?,
    };
    let gerai: Vec<Value> = l.gerai.iter().map(|g| bernama(&g.kode, &g.nama, &g.angka)).collect();
    let layanan: Vec<Value> = l.layanan.iter().map(|g| bernama(&g.kode, &g.nama, &g.angka)).collect();
    let hari: Vec<Value> = l.hari.iter().map(|(h, a)| json!({ "tanggal": h.to_string(), "angka": angka(a) })).collect();
    Ok(Json(json!({ "mpp": m.kode, "dari": dari.to_string(), "sampai": sampai.to_string(), "angka": angka(&l.angka), "gerai": gerai,
        "layanan": layanan, "hari": hari, "berkas_masuk": l.berkas.masuk, "berkas_tuntas": l.berkas.tuntas, "berkas_tepat": l.berkas.tepat,
        "pengaduan_masuk": l.pengaduan.masuk, "pengaduan_selesai": l.pengaduan.selesai,
        "survei": l.survei.iter().map(survei).collect::<Vec<_>>(), "ikm": l.skm.as_ref().map(|s| s.hasil.ikm.tampil(2)) }))
    .into_response())
}

fn bernama(kode: &str, nama: &str, a: &Angka) -> Value {
    json!({ "kode": kode, "nama": nama, "angka": angka(a) })
}

/// A survey as the public page shows it: the index only where that shows one.
fn survei(s: &kinerja::Survei) -> Value {
    let h = s.semua.hasil.as_ref();
    json!({ "kode": s.kode, "nama": s.nama, "unit": s.unit, "milik_mal": s.milik_mal, "mulai": s.mulai, "sampai": s.sampai,
        "jawaban": s.semua.n, "ikm": h.map(|h| h.ikm.tampil(2)), "mutu": h.map(|h| json!(h.mutu)) })
}

fn angka(a: &Angka) -> Value {
    let sebaran = |s: Option<Sebaran>| s.map(|s| json!({ "banyak": s.banyak, "tengah": s.tengah, "sembilan_puluh": s.sembilan_puluh }));
    json!({ "nomor": a.nomor, "kunjungan": a.kunjungan, "tidak_hadir": a.tidak_hadir, "batal": a.batal, "tak_terlayani": a.tak_terlayani,
        "dipesan": a.dipesan, "tunggu": sebaran(a.tunggu), "layan": sebaran(a.layan) })
}
