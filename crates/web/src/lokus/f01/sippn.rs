//! `/lokus/{lokus}/f01/sippn`: F01 to be typed into SIPPN: one archive with a workbook in the order of the official form and the
//! evidence under names by rule (`[NOMOR]_[NAMA]`, docs of Kutai Barat, domain section 7). The archive is written to a file and sent
//! from there, so the memory does not grow with the evidence.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufReader, BufWriter, Seek as _, Write as _},
    path::PathBuf,
};

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use dokumen::xlsx::{Kolom, LembarTabel, Sel, buku_xlsx};
use pekppp::f01::terlihat;
use store::{Store, bukti::Bukti, id::LokusId, objek};
use tokio::sync::Semaphore;
use tokio_util::io::ReaderStream;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{muatan::Muatan, tampilan::dalam_kata};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
};

/// Archives being made at once; each reads all evidence of a unit.
static ARSIP: Semaphore = Semaphore::const_new(2);
/// Bytes of evidence in one archive; a unit has 31 indicators of at most 50 files.
const ISI_MAKS: i64 = 2 * 1024 * 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/sippn", Akses::Masuk, unduh);
}

/// Evidence with the name it gets in the archive.
struct Berkas {
    nama: String,
    sidik: String,
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    if m.bukti.iter().filter_map(|b| b.ukuran).sum::<i64>() > ISI_MAKS {
        return Err(Error::TerlaluBesar);
    }
    for sidik in m.bukti.iter().filter_map(|b| b.objek.as_deref()) {
        store::pindai::boleh(&app.store, sidik).await?;
    }
    let izin = ARSIP.acquire().await.map_err(|e| Error::Dalam(e.to_string()))?;
    let (buku, berkas) = susun(&k, &m)?;
    let store = app.store.clone();
    let arsip = tokio::task::spawn_blocking(move || tulis(&store, &buku, &berkas)).await.map_err(|e| Error::Dalam(e.to_string()))??;
    drop(izin);
    let panjang = arsip.metadata().map_err(|e| Error::Dalam(e.to_string()))?.len();
    let mut response = Response::new(Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(arsip))));
    let nama = HeaderValue::from_str(&format!("attachment; filename=\"F01-{}-SIPPN.zip\"", m.lokus().kode));
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    h.insert(header::CONTENT_DISPOSITION, nama.map_err(|e| Error::Dalam(e.to_string()))?);
    h.insert(header::CONTENT_LENGTH, HeaderValue::from(panjang));
    h.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// The workbook, and which file gets which name in the archive.
fn susun(k: &Konteks, m: &Muatan) -> Hasil<(Vec<u8>, Vec<Berkas>)> {
    let kosong = pekppp::JawabanIndikator::new();
    let (mut baris, mut berkas, mut terpakai) = (Vec::new(), Vec::new(), BTreeSet::new());
    for b in m.bagian(k) {
        for i in b.indikator {
            let jawaban = m.f01.get(&i.kode).unwrap_or(&kosong);
            let bukti: Vec<String> = m
                .bukti
                .iter()
                .filter(|x| x.indikator == i.kode)
                .map(|x| match (&x.objek, &x.tautan) {
                    (Some(sidik), _) => {
                        let nama = nama_berkas(i.nomor, x, &mut terpakai);
                        berkas.push(Berkas { nama: nama.clone(), sidik: sidik.clone() });
                        nama
                    }
                    (None, tautan) => tautan.clone().unwrap_or_default(),
                })
                .collect();
            // The evidence stands beside the first question of its indicator, as on the form.
            let mut bukti = Some(bukti.join("\n"));
            for q in terlihat(i, jawaban) {
                let isi = jawaban.get(&q.kunci).map(|j| dalam_kata(k, q, j)).unwrap_or_default();
                baris.push(vec![
                    Sel::Bulat(i64::from(i.nomor)),
                    Sel::from(i.kode.as_str()),
                    Sel::from(b.nama.as_str()),
                    Sel::from(i.nama.as_str()),
                    Sel::from(q.pertanyaan.as_str()),
                    Sel::Teks(isi),
                    Sel::Teks(bukti.take().unwrap_or_default()),
                ]);
            }
        }
    }
    let kolom = [
        ("sippn-nomor", 6.0),
        ("sippn-kode", 10.0),
        ("sippn-aspek", 24.0),
        ("sippn-indikator", 44.0),
        ("sippn-pertanyaan", 50.0),
        ("sippn-jawaban", 34.0),
        ("sippn-bukti", 50.0),
    ];
    let lembar = LembarTabel {
        nama: "F01".into(),
        judul: format!("F01 {}", m.lokus().unit),
        catatan: vec![m.lokus().periode.clone(), m.edisi.nama.clone(), k.s("sippn-catatan")],
        kolom: kolom.map(|(kunci, lebar)| Kolom::new(k.s(kunci), lebar)).into(),
        baris,
    };
    Ok((buku_xlsx(&format!("F01 {}", m.lokus().unit), k.ilustrasi, &[lembar])?, berkas))
}

/// `07_SK Penetapan.pdf`; a second file of the same name gets `-2` before its ending.
fn nama_berkas(nomor: u32, b: &Bukti, terpakai: &mut BTreeSet<String>) -> String {
    let (pokok, akhiran) = b.nama.rsplit_once('.').map_or((b.nama.as_str(), String::new()), |(p, a)| (p, format!(".{a}")));
    // Names are harmless already; a folder of an archive must not begin in one.
    let pokok: String = pokok.chars().map(|c| if matches!(c, '/' | '\\') { '-' } else { c }).collect();
    let mut ke = 1;
    loop {
        let tambahan = if ke == 1 { String::new() } else { format!("-{ke}") };
        let nama = format!("bukti/{nomor:02}_{pokok}{tambahan}{akhiran}");
        if terpakai.insert(nama.to_lowercase()) {
            return nama;
        }
        ke += 1;
    }
}

fn tulis(store: &Store, buku: &[u8], berkas: &[Berkas]) -> Hasil<File> {
    let folder: PathBuf = store.folder().join("sementara");
    let salah = |e: io::Error| Error::Dalam(format!("archive: {e}"));
    let arsip = tempfile::tempfile_in(folder).map_err(salah)?;
    let mut z = ZipWriter::new(BufWriter::new(arsip));
    let mampat = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Evidence is compressed already.
    let utuh = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let zip = |e: zip::result::ZipError| Error::Dalam(format!("archive: {e}"));
    z.start_file("F01.xlsx", mampat).map_err(zip)?;
    z.write_all(buku).map_err(salah)?;
    for b in berkas {
        z.start_file(b.nama.as_str(), utuh).map_err(zip)?;
        let mut isi = BufReader::new(File::open(objek::lokal(store, &b.sidik)?).map_err(salah)?);
        io::copy(&mut isi, &mut z).map_err(salah)?;
    }
    let mut arsip = z.finish().map_err(zip)?.into_inner().map_err(|e| salah(e.into_error()))?;
    arsip.rewind().map_err(salah)?;
    Ok(arsip)
}

#[cfg(test)]
mod tests {
    use store::{
        Waktu,
        id::{AkunId, BuktiId},
    };

    use super::*;

    #[test]
    fn names_follow_the_rule_and_never_meet() {
        let bukti = |nama: &str| Bukti {
            id: BuktiId::baru(),
            lokus_id: LokusId::baru(),
            indikator: String::new(),
            jenis: "berkas".into(),
            objek: None,
            tautan: None,
            nama: nama.into(),
            keterangan: String::new(),
            pada: Waktu(0),
            oleh: AkunId::baru(),
            oleh_nama: String::new(),
            ukuran: None,
            tipe: None,
            pindai: None,
        };
        let mut ada = BTreeSet::new();
        assert_eq!(nama_berkas(7, &bukti("SK Penetapan.pdf"), &mut ada), "bukti/07_SK Penetapan.pdf");
        assert_eq!(nama_berkas(7, &bukti("sk penetapan.pdf"), &mut ada), "bukti/07_sk penetapan-2.pdf");
        assert_eq!(nama_berkas(31, &bukti("../x/y.pdf"), &mut ada), "bukti/31_..-x-y.pdf");
    }
}
