//! The copy that a holder takes along: a ZIP with the values for programs (`data.json`), the same for people (`baca.html`), and the files
//! that belong to it.

use std::io::{Cursor, Write as _};

use askama::Template;
use axum::response::Response;
use serde_json::{Value as Json, json};
use store::{
    objek,
    pdp::{
        Subjek,
        salinan::{self, Salinan},
    },
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{AppState, Error, admin::data_pribadi::kata, error::Hasil, konteks::Konteks, publik::lampiran};

/// Bytes of files in one copy; what does not fit is named in it.
const BITA_MAKS: usize = 100_000_000;

/// A table in words: its heading, and its rows of names and values.
type BagianKata = (String, Vec<Vec<(String, String)>>);
/// Files with their names, and the names of those that did not fit.
type Muatan = (Vec<(String, Vec<u8>)>, Vec<String>);

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

/// Files by the name in the archive, numbered so that none hides another; and the names of what did not fit.
fn muat(app: &AppState, s: &Salinan) -> Hasil<Muatan> {
    let (mut ada, mut tanpa, mut bita) = (Vec::new(), Vec::new(), 0);
    for (n, b) in s.berkas.iter().enumerate() {
        let aman = |h: char| if h.is_ascii_alphanumeric() || ".-_".contains(h) { h } else { '_' };
        let nama = format!("berkas/{:03}-{}", n + 1, b.nama.chars().map(aman).take(80).collect::<String>());
        match objek::baca(&app.store, &b.objek) {
            Ok(isi) if bita + isi.len() <= BITA_MAKS => {
                bita += isi.len();
                ada.push((nama, isi));
            }
            Ok(_) | Err(store::StoreError::Rusak(_)) => tanpa.push(nama),
            Err(e) => return Err(e.into()),
        }
    }
    Ok((ada, tanpa))
}

/// Makes the copy and sends it.
pub(super) async fn kirim(app: &AppState, k: &Konteks, s: &Subjek) -> Hasil<Response> {
    let salinan = salinan::buat(&app.store, s).await?;
    let (berkas, tanpa) = muat(app, &salinan)?;
    let nama: Vec<String> = berkas.iter().map(|(n, _)| n.clone()).collect();
    let html = Baca { k, jenis: kata::jenis(s.jenis), bagian: bagian(k, &salinan), berkas: &nama, tanpa: &tanpa, jejak: &salinan.jejak };
    let html = html.render().map_err(|e| Error::Dalam(e.to_string()))?;
    let tabel: serde_json::Map<String, Json> = salinan.bagian.iter().map(|b| (b.tabel.to_owned(), json!(b.baris))).collect();
    let data = json!({ "jenis": s.jenis.kunci(), "dibuat": k.pada.timestamp().to_string(), "data": tabel, "jejak": salinan.jejak, "berkas": nama, "tanpa": tanpa });
    let data = serde_json::to_vec_pretty(&data).map_err(|e| Error::Dalam(e.to_string()))?;
    let zip = bungkus(&[("data.json".to_owned(), data), ("baca.html".to_owned(), html.into_bytes())], &berkas)
        .map_err(|e| Error::Dalam(e.to_string()))?;
    Ok(lampiran("application/zip", "data-pribadi.zip", zip))
}

fn bungkus(teks: &[(String, Vec<u8>)], berkas: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (semua, cara) in [(teks, CompressionMethod::Deflated), (berkas, CompressionMethod::Stored)] {
        for (nama, isi) in semua {
            zip.start_file(nama, SimpleFileOptions::default().compression_method(cara))?;
            zip.write_all(isi)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}
