//! `/lapangan/unit/{lokus}/catatan/{id}`: one photo, voice note or position. `PUT` stores it (the id is the device's, so twice is
//! once), `GET` gives the file to those who may see it, `DELETE` takes an own one back.

use axum::{
    Json,
    body::Body,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;
use store::{
    StoreError,
    berkas::{self, Berkas, SUARA_MAKS, SalahBerkas, Suara, TipeSuara},
    f02, hak,
    hak::{EvaluatorLokus, Pelaku},
    id::{CatatanId, LokusId},
    lapangan::{self, Baru, Catatan, Lampiran, Posisi},
    objek,
    peran::Peran,
};

use super::{perangkat, tolak};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::Alih,
};

const AKSES: Akses = Akses::Peran(&[Peran::Evaluator]);
/// A photo made small on the device has about 400 kB.
const FOTO_MAKS: usize = 2 * 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.put_besar("/lapangan/unit/{lokus}/catatan/{id}", AKSES, SUARA_MAKS + 64 * 1024, simpan);
    d.get("/lapangan/unit/{lokus}/catatan/{id}", Akses::Masuk, lihat);
    d.delete("/lapangan/unit/{lokus}/catatan/{id}", AKSES, hapus);
    d.post("/lapangan/unit/{lokus}/catatan/{id}", AKSES, hapus_formulir);
}

enum Isi {
    Kosong,
    Foto(Berkas),
    Suara(Suara),
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((lokus, id)): Jalur<(LokusId, CatatanId)>,
    kiriman: Result<Multipart, MultipartRejection>,
) -> Hasil {
    let hak = match hak::lokus(&app.store, &pelaku, lokus).await?.evaluator() {
        Err(StoreError::Keadaan(kunci)) => return Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None)),
        hak => hak?,
    };
    let mut kiriman = kiriman?;
    let (mut f, mut mentah) = (Formulir::kosong(), Vec::new());
    while let Some(bagian) = kiriman.next_field().await? {
        match bagian.name().unwrap_or_default().to_owned() {
            n if n == "berkas" => mentah = bagian.bytes().await?.to_vec(),
            n => f.taruh(n, bagian.text().await?),
        }
    }
    let isi = match baca(f.nilai("jenis"), mentah).await? {
        Ok(isi) => isi,
        Err(salah) => return Ok(tolak(StatusCode::UNPROCESSABLE_ENTITY, "isi", k.s(salah.kunci()), None)),
    };
    let (Ok(posisi), Ok(jam)) = (posisi(&f), angka(&f, "perangkat")) else {
        return Ok(tolak(StatusCode::UNPROCESSABLE_ENTITY, "isi", k.s("f02-isi-tak-sah"), None));
    };
    let lampiran = match &isi {
        Isi::Kosong => Lampiran::Posisi,
        Isi::Foto(b) => Lampiran::Foto(b),
        Isi::Suara(s) => Lampiran::Suara(s),
    };
    let baru = Baru { id, indikator: f.nilai("indikator"), keterangan: f.nilai("keterangan"), lampiran, posisi, perangkat: perangkat(jam) };
    catat(&app, &k, &hak, &baru).await
}

async fn catat(app: &AppState, k: &Konteks, hak: &EvaluatorLokus, b: &Baru<'_>) -> Hasil {
    match lapangan::tambah(&app.store, hak, b).await {
        Ok(()) => Ok(Json(json!({ "id": b.id })).into_response()),
        Err(StoreError::Keadaan(kunci)) => Ok(tolak(StatusCode::CONFLICT, "keadaan", k.s(kunci), None)),
        Err(StoreError::OperasiLain) => Ok(tolak(StatusCode::CONFLICT, "operasi", k.s("umum-409-operasi"), None)),
        Err(e) => Err(e.into()),
    }
}

/// Checks the bytes off the threads that answer requests.
async fn baca(jenis: &str, mentah: Vec<u8>) -> Hasil<Result<Isi, SalahBerkas>> {
    let foto = match jenis {
        "posisi" => return Ok(Ok(Isi::Kosong)),
        "foto" if mentah.len() > FOTO_MAKS => return Ok(Err(SalahBerkas::TerlaluBesar)),
        "foto" => true,
        "suara" => false,
        lain => return Err(Error::Rusak(format!("kind of field note: {lain}"))),
    };
    let periksa = move || if foto { berkas::periksa(mentah).map(Isi::Foto) } else { berkas::periksa_suara(mentah).map(Isi::Suara) };
    tokio::task::spawn_blocking(periksa).await.map_err(|e| Error::Dalam(e.to_string()))
}

/// All three figures or none.
fn posisi(f: &Formulir) -> Result<Option<Posisi>, ()> {
    match (angka(f, "lintang")?, angka(f, "bujur")?, angka(f, "akurasi")?) {
        (None, None, None) => Ok(None),
        (Some(l), Some(b), Some(a)) => Posisi::baru(l, b, a).map(Some).ok_or(()),
        _ => Err(()),
    }
}

fn angka(f: &Formulir, nama: &str) -> Result<Option<i64>, ()> {
    let teks = f.nilai(nama);
    if teks.is_empty() { Ok(None) } else { teks.parse().map(Some).map_err(|_| ()) }
}

/// Own notes at any time; those of another evaluator when his sheet may be seen.
async fn lihat(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((lokus, id)): Jalur<(LokusId, CatatanId)>) -> Hasil {
    let c = lapangan::dari_id(app.store.baca(), lokus, id).await?;
    if !boleh(&app, &pelaku, lokus, &c).await? {
        return Err(Error::TidakAda);
    }
    let sidik = c.objek.as_deref().ok_or(Error::TidakAda)?;
    let nama = if c.indikator.is_empty() { "lapangan".to_owned() } else { format!("lapangan-{}", c.indikator) };
    match TipeSuara::dari_mime(c.tipe.as_deref().unwrap_or_default()) {
        Some(tipe) => suara(&app, sidik, tipe, &nama).await,
        None => crate::berkas::kirim(&app, sidik, berkas::Tipe::Jpeg, &format!("{nama}.jpg")).await,
    }
}

/// What a replaced evaluator left is read by himself and by those who read his sheet ([`hak::AksesLokus::membaca_diganti`]).
async fn boleh(app: &AppState, pelaku: &Pelaku, lokus: LokusId, c: &Catatan) -> Hasil<bool> {
    let hak = hak::pernah_evaluator(&app.store, pelaku, lokus).await;
    if c.oleh == pelaku.akun && hak.is_ok() {
        return Ok(true);
    }
    let akses = hak::lokus(&app.store, pelaku, lokus).await?;
    let pandangan = f02::pandangan(&app.store, &akses).await?;
    let lembar = f02::lembar_semua(app.store.baca(), lokus).await?;
    Ok(match lembar.iter().find(|l| l.akun_id == c.oleh) {
        Some(l) => pandangan.melihat(l.selesai.is_some()),
        None => pandangan.semua() && akses.membaca_diganti(),
    })
}

/// At most 3 MB, always as a download.
async fn suara(app: &AppState, sidik: &str, tipe: TipeSuara, nama: &str) -> Hasil<Response> {
    store::pindai::boleh(&app.store, sidik).await?;
    let (store, sidik) = (app.store.clone(), sidik.to_owned());
    let isi = tokio::task::spawn_blocking(move || objek::baca(&store, &sidik)).await.map_err(|e| Error::Dalam(e.to_string()))??;
    let mut response = Response::new(Body::from(isi));
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static(tipe.mime()));
    h.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let cara = format!("attachment; filename=\"{nama}.{}\"", tipe.akhiran());
    h.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&cara).map_err(|e| Error::Dalam(e.to_string()))?);
    Ok(response)
}

async fn hapus(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((lokus, id)): Jalur<(LokusId, CatatanId)>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, lokus).await?.evaluator()?;
    lapangan::hapus(&app.store, &hak, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The same for a form without script.
async fn hapus_formulir(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((lokus, id)): Jalur<(LokusId, CatatanId)>,
    f: Formulir,
) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, lokus).await?.evaluator()?;
    if f.aksi() != "hapus" {
        return Err(Error::Rusak("action on a field note".into()));
    }
    lapangan::hapus(&app.store, &hak, id).await?;
    Alih::ke(format!("/lokus/{lokus}/f02/lapangan")).pesan("lapangan-catatan-dihapus").into()
}
