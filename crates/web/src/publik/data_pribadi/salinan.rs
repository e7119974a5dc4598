//! The copy that a holder takes along: a ZIP with the values for programs (`data.json`), the same for people (`baca.html`), and the files
//! that belong to it.

use std::{
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
};

use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use serde_json::{Value as Json, json};
use store::{
    Store, StoreError,
    identitas::buka_objek,
    pdp::{
        Subjek,
        salinan::{self, Berkas, Salinan},
    },
};
use tokio_util::io::ReaderStream;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{AppState, Error, admin::data_pribadi::kata, error::Hasil, konteks::Konteks, unduhan};

/// Bytes of files in one copy; what does not fit is named in it.
const BITA_MAKS: usize = 100_000_000;

/// A table in words: its heading, and its rows of names and values.
type BagianKata = (String, Vec<Vec<(String, String)>>);
/// The archive so far, names of the files in it, and of those that are not.
type Muatan = (ZipWriter<File>, Vec<String>, Vec<String>);

#[derive(Template)]
#[template(path = "publik/data_pribadi/salinan.html")]
struct Baca<'a> {
    k: &'a Konteks,
    jenis: &'static str,
    bagian: Vec<BagianKata>,
    berkas: &'a [String],
    tanpa: &'a [String],
    jejak: &'a [(String, i64)],
}

/// Text of a value: lists joined, objects as lines of their own.
fn teks(v: &Json) -> String {
    match v {
        Json::String(s) => s.clone(),
        Json::Array(a) => a.iter().map(teks).collect::<Vec<_>>().join(", "),
        Json::Object(o) => o.iter().map(|(k, v)| format!("{k}: {}", teks(v))).collect::<Vec<_>>().join("; "),
        lain => lain.to_string(),
    }
}

fn bagian(k: &Konteks, s: &Salinan) -> Vec<BagianKata> {
    let nama = |kunci: Option<&'static str>, asli: &str| kunci.map_or_else(|| asli.to_owned(), |x| k.s(x));
    let baris = |b: &serde_json::Map<String, Json>| b.iter().map(|(m, v)| (nama(kata::kolom(m), m), teks(v))).collect();
    s.bagian.iter().map(|b| (nama(kata::bagian(b.tabel), b.tabel), b.baris.iter().map(baris).collect())).collect()
}

/// Puts the files into the archive, numbered so that none hides another; their names there, and those of what is not in it. One file at a
/// time is in memory: the archive grows on the disk, under no name.
async fn muat(store: &Store, semua: &[Berkas]) -> Hasil<Muatan> {
    let tempat = tempfile::tempfile_in(store.folder().join("sementara")).map_err(StoreError::Berkas)?;
    let (mut zip, mut ada, mut tanpa, mut bita) = (ZipWriter::new(tempat), Vec::new(), Vec::new(), 0);
    for (n, b) in semua.iter().enumerate() {
        let aman = |h: char| if h.is_ascii_alphanumeric() || ".-_".contains(h) { h } else { '_' };
        let nama = format!("berkas/{:03}-{}", n + 1, b.nama.chars().map(aman).take(80).collect::<String>());
        match buka_objek(store, &b.objek).await {
            Ok(isi) if bita + isi.len() <= BITA_MAKS => {
                bita += isi.len();
                let satu = nama.clone();
                let tulis = move || taruh(&mut zip, &satu, &isi, CompressionMethod::Stored).map(|()| zip);
                zip = tokio::task::spawn_blocking(tulis).await.map_err(|e| Error::Dalam(e.to_string()))??;
                ada.push(nama);
            }
            Ok(_) | Err(StoreError::Rusak(_)) => tanpa.push(nama),
            Err(e) => return Err(e.into()),
        }
    }
    Ok((zip, ada, tanpa))
}

fn taruh(zip: &mut ZipWriter<File>, nama: &str, isi: &[u8], cara: CompressionMethod) -> Hasil<()> {
    let salah = |e: &dyn std::fmt::Display| Error::Dalam(format!("copy: {e}"));
    zip.start_file(nama, SimpleFileOptions::default().compression_method(cara)).map_err(|e| salah(&e))?;
    zip.write_all(isi).map_err(|e| StoreError::menulis(e).into())
}

/// Makes the copy and sends it. Of one source, and of all, only so many are made at a time.
pub(super) async fn kirim(app: &AppState, k: &Konteks, s: &Subjek) -> Hasil<Response> {
    let _giliran = app.cetak_umum.ambil(k.permintaan.alamat())?;
    let mut salinan = salinan::buat(&app.store, s).await?;
    let (mut zip, berkas, mut tanpa) = muat(&app.store, &salinan.berkas).await?;
    tanpa.append(&mut salinan.ditahan);
    let html = Baca { k, jenis: kata::jenis(s.jenis), bagian: bagian(k, &salinan), berkas: &berkas, tanpa: &tanpa, jejak: &salinan.jejak };
    let html = html.render().map_err(|e| Error::Dalam(e.to_string()))?;
    let tabel: serde_json::Map<String, Json> = salinan.bagian.iter().map(|b| (b.tabel.to_owned(), json!(b.baris))).collect();
    let data = json!({ "jenis": s.jenis.kunci(), "dibuat": k.pada.timestamp().to_string(), "data": tabel, "jejak": salinan.jejak, "berkas": berkas, "tanpa": tanpa });
    let data = serde_json::to_vec_pretty(&data).map_err(|e| Error::Dalam(e.to_string()))?;
    taruh(&mut zip, "data.json", &data, CompressionMethod::Deflated)?;
    taruh(&mut zip, "baca.html", html.as_bytes(), CompressionMethod::Deflated)?;
    let salah = |e: &dyn std::fmt::Display| Error::Dalam(format!("copy: {e}"));
    let mut berkas = zip.finish().map_err(|e| salah(&e))?;
    let panjang = berkas.seek(SeekFrom::End(0)).and_then(|n| berkas.rewind().map(|()| n)).map_err(|e| salah(&e))?;
    let isi = Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(berkas)));
    let mut jawab = unduhan::kirim("application/zip", "data-pribadi.zip", isi);
    jawab.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(panjang));
    Ok(jawab)
}
