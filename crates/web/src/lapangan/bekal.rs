//! `GET /lapangan/bekal/{lokus}`: everything about one unit that an evaluator needs for a day without a line: what the unit says,
//! the rubric, names of the evidence, his own sheet and checklists. Asking for it opens F01, as reading it online does.

use axum::{Json, extract::State, http::StatusCode, response::IntoResponse as _};
use pekppp::{F01, Indikator};
use serde_json::{Value, json};
use store::{
    bukti::Bukti,
    f02::{self, Isian, Keterbukaan},
    id::LokusId,
    lapangan::{self, JenisPeriksa},
    peran::Peran,
};

use super::tolak;
use crate::{
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f02::{isian::isi_kini, kartu::Kartu, rangka::Rangka},
    pelaku::Orang,
    rute::{Akses, Daftar},
};

/// Days that a prepared unit may stay on a phone.
const HARI_SIMPAN: i64 = 7;

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan/bekal/{lokus}", Akses::Peran(&[Peran::Evaluator]), lihat);
}

/// What the cards are made from.
struct Muatan {
    f01: F01,
    bukti: Vec<Bukti>,
    isian: Vec<Isian>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.ditugaskan()?;
    let k = r.konteks(k);
    if r.buka == Keterbukaan::BelumDikirim {
        return Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s("f02-tutup-belum-dikirim"), None));
    }
    if r.buka == Keterbukaan::Terbuka
        && let Some(kunci) = super::tertahan(&app, id, pelaku.akun).await?
    {
        return Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None));
    }
    store::f01::buka(&app.store, &hak).await?;
    let f01 = store::f01::f01(&store::f01::semua(app.store.baca(), id).await?);
    let m = Muatan { f01, bukti: store::bukti::daftar(app.store.baca(), id).await?, isian: f02::isian_sendiri(&app.store, &hak).await? };
    let l = r.lokus();
    let bagian: Vec<Value> = r
        .bagian(&k)
        .iter()
        .map(|b| {
            let indikator: Vec<Value> = b.indikator.iter().map(|i| kartu(&k, &r, &m, i)).collect();
            json!({ "kunci": b.kunci, "nama": b.nama, "berbobot": b.berbobot, "indikator": indikator })
        })
        .collect();
    let periksa: Vec<Value> = lapangan::daftar(&app.store, &hak)
        .await?
        .into_iter()
        .map(|d| json!({ "jenis": d.jenis, "indikator": d.indikator, "versi": d.versi, "centang": d.centang, "catatan": d.catatan }))
        .collect();
    let catatan: Vec<Value> = lapangan::milik_lokus(app.store.baca(), id, pelaku.akun)
        .await?
        .into_iter()
        .map(|c| {
            json!({
                "id": c.id, "indikator": c.indikator, "jenis": c.jenis, "keterangan": c.keterangan, "pada": c.pada.0 / 1000,
                "lintang": c.lintang, "bujur": c.bujur, "akurasi": c.akurasi,
            })
        })
        .collect();
    let waktu = app.store.sekarang();
    Ok(Json(json!({
        "lokus": id, "akun": pelaku.akun, "nama": pelaku.nama, "unit": l.unit, "instansi": l.instansi, "periode": l.periode,
        "formulir": l.formulir, "edisi": r.edisi.nama, "ilustrasi": l.ilustrasi == 1, "waktu": waktu.0 / 1000,
        "sampai": waktu.tambah_detik(HARI_SIMPAN * 86_400).0 / 1000, "tutup": r.tutup().map(|t| k.s(t.isi)),
        "bagian": bagian, "periksa": periksa, "catatan": catatan,
    }))
    .into_response())
}

fn kartu(k: &Konteks, r: &Rangka, m: &Muatan, i: &Indikator) -> Value {
    let isian = m.isian.iter().find(|x| x.indikator == i.kode);
    let x = Kartu::baru(k, &r.edisi, i, &m.f01, &[], isian);
    let tanya: Vec<Value> = x.tanya.iter().map(|t| json!({ "tanya": t.tanya, "isi": t.isi })).collect();
    let bukti: Vec<Value> = m.bukti.iter().filter(|b| b.indikator == i.kode).map(bukti).collect();
    let periksa = JenisPeriksa::SEMUA.map(|j| (j.kunci().to_owned(), json!(lapangan::butir(j, i))));
    // With a proposal the phone puts the value into its own words; otherwise this says why there is none.
    let judul = x.usulan.nilai.is_none().then(|| k.s(x.usulan.judul));
    json!({
        "nomor": i.nomor, "kode": i.kode, "nama": i.nama, "bobot": x.bobot, "rubrik": x.rubrik, "kepastian": x.kepastian_rubrik,
        "mengapa": x.mengapa, "tanya": tanya, "bukti": bukti,
        "usulan": { "judul": judul, "nilai": x.usulan.nilai, "alasan": x.usulan.alasan, "kurang": x.usulan.kurang },
        "sel": isian.map(isi_kini), "periksa": Value::Object(periksa.into_iter().collect()),
    })
}

fn bukti(b: &Bukti) -> Value {
    json!({
        "id": b.id, "nama": b.nama, "keterangan": b.keterangan, "ukuran": b.ukuran, "tipe": b.tipe, "tautan": b.tautan,
        "jalur": format!("/lokus/{}/bukti/{}", b.lokus_id, b.id),
    })
}
