//! The job of all certificates: printed side by side by the worker processes, written one by one into a ZIP beside the database, so
//! memory holds a few of them only. Ends with a list of what is in the file.

use std::{
    io::{Seek, Write},
    sync::Arc,
    time::Duration,
};

use dokumen::{csv::GayaCsv, tabel_csv};
use futures_util::{StreamExt as _, stream};
use store::{
    ekspor, hak,
    id::PutusanId,
    pekerjaan::Pekerjaan,
    penghargaan::{
        cetak::{self, Tugas},
        putusan::Putusan,
    },
    sesi, sidik_hex,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::super::cetak::Cetak;
use crate::{AppState, Error, error::Hasil, skm::ekspor::Jadi};

/// Certificates that are asked for ahead of those in work, so that no worker waits.
const DI_MUKA: usize = 6;

/// Does a job of the kind [`cetak::PIAGAM`]: makes the file, or removes it once it has expired.
///
/// # Errors
/// A sentence for the administrator; the job is tried again.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<Jadi, String> {
    let isi = cetak::urai(&p.isi).map_err(|e| e.to_string())?;
    if isi.siap {
        ekspor::hapus_berkas(&app.store, p.id).map_err(|e| e.to_string())?;
        return Ok(Jadi::Usai);
    }
    match buat(app, p, isi).await {
        Ok(()) => Ok(Jadi::Siap),
        // Nobody is left to print for, or the file was thrown away, or who asked may no longer have it.
        Err(Error::TidakAda | Error::TidakBerhak(_)) => Ok(Jadi::Usai),
        Err(e) => Err(e.to_string()),
    }
}

fn galat(e: impl std::fmt::Display) -> Error {
    Error::Dalam(format!("certificates: {e}"))
}

async fn buat(app: &AppState, p: &Pekerjaan, isi: Tugas) -> Hasil<()> {
    let store = &app.store;
    let pelaku = sesi::tanpa_sesi(store, isi.oleh).await?.ok_or(Error::TidakAda)?;
    let hak = hak::periode(store, &pelaku, isi.periode).await?.penyelenggara()?;
    let semua = cetak::penerima(store, &hak, isi.penghargaan).await?;
    if semua.is_empty() {
        return Err(Error::TidakAda);
    }
    let c = Cetak::baru(app, &hak).await?;
    let folder = ekspor::siapkan_folder(store)?;
    let mut zip = ZipWriter::new(tempfile::NamedTempFile::new_in(folder).map_err(galat)?);
    let (mut sidik, mut daftar): (Vec<(PutusanId, String)>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let banyak = i64::try_from(semua.len()).unwrap_or(i64::MAX);
    let (app_cetak, c) = (app.clone(), Arc::new(c));
    let mut cetakan = stream::iter(semua).map(move |d| cetak_satu(app_cetak.clone(), c.clone(), d)).buffered(DI_MUKA);
    let mut lapor = tokio::time::Instant::now();
    while let Some(jadi) = cetakan.next().await {
        let (d, pdf) = jadi?;
        let (nama, jejak) = (nama_berkas(sidik.len() + 1, &d), sidik_hex(&pdf));
        taruh(&mut zip, &nama, &pdf)?;
        daftar.push(vec![nama, d.penerima.clone(), d.penerima_di.clone(), d.nama.clone(), d.kode.clone(), jejak.clone()]);
        sidik.push((d.id, jejak));
        if lapor.elapsed() > Duration::from_secs(1) {
            lapor = tokio::time::Instant::now();
            let jadi = i64::try_from(sidik.len()).unwrap_or(banyak);
            cetak::maju(store, p, &Tugas { jadi, semua: banyak, ..isi.clone() }).await?;
        }
    }
    let kolom = ["berkas", "penerima", "instansi", "penghargaan", "kode_verifikasi", "sha256_pdf"];
    taruh(&mut zip, "daftar.csv", &tabel_csv(&kolom, &daftar, GayaCsv::default())?)?;
    let mut berkas = zip.finish().map_err(galat)?;
    let ukuran = i64::try_from(berkas.stream_position().map_err(galat)?).unwrap_or(i64::MAX);
    cetak::catat(store, &hak, &sidik).await?;
    ekspor::pasang(store, p.id, berkas)?;
    let siap = cetak::siap(store, p, &Tugas { jadi: banyak, semua: banyak, ukuran, ..isi }).await;
    if siap.is_err() {
        ekspor::hapus_berkas(store, p.id)?;
    }
    Ok(siap?)
}

/// Others print too: while the queue is full it is tried again.
async fn cetak_satu(app: AppState, c: Arc<Cetak>, d: Putusan) -> Hasil<(Putusan, Vec<u8>)> {
    loop {
        match app.pencetak.cetak(c.piagam(&d)).await {
            Err(dokumen::Error::Sibuk(_)) => tokio::time::sleep(Duration::from_millis(500)).await,
            hasil => return Ok((d, hasil?)),
        }
    }
}

/// PDF files are compressed already.
fn taruh(zip: &mut ZipWriter<impl Write + Seek>, nama: &str, isi: &[u8]) -> Hasil<()> {
    zip.start_file(nama, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).map_err(galat)?;
    zip.write_all(isi).map_err(galat)
}

/// `0012-rsud-kudungga-a7k2….pdf`: in the order of the list, found by name.
fn nama_berkas(nomor: usize, d: &Putusan) -> String {
    let mut nama = String::new();
    for huruf in d.penerima.chars().take(60) {
        if huruf.is_ascii_alphanumeric() {
            nama.push(huruf.to_ascii_lowercase());
        } else if !nama.ends_with('-') && !nama.is_empty() {
            nama.push('-');
        }
    }
    format!("{nomor:04}-{}-{}.pdf", nama.trim_end_matches('-'), d.kode)
}
