//! Units and accounts from XLSX or CSV: a file is read and shown, nothing is stored until it is confirmed.

pub(crate) mod baca;
mod satu;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::header,
    response::IntoResponse,
};
use dokumen::{
    csv::{GayaCsv, tabel_csv},
    xlsx::{Kolom, Sel, tabel_xlsx},
};
use store::{
    StoreError,
    impor::{self, Jenis},
    peran::Peran,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);
const BATAS: usize = 5 * 1024 * 1024;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin/impor", ADMIN, lihat);
    d.post_besar("/admin/impor", ADMIN, BATAS + 64 * 1024, unggah);
    d.get("/admin/impor/templat/{jenis}", ADMIN, templat);
    satu::rute(d);
}

#[derive(Template)]
#[template(path = "admin/impor/unggah.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    jenis: Vec<Opsi>,
}

fn halaman(k: &Konteks, f: Formulir) -> Halaman<'_> {
    let jenis = vec![
        Opsi::baru("unit", k.s("impor-jenis-unit")).bantu(k.s("impor-jenis-unit-isi")),
        Opsi::baru("akun", k.s("impor-jenis-akun")).bantu(k.s("impor-jenis-akun-isi")),
    ];
    Halaman { k, f, jenis }
}

async fn lihat(k: Konteks) -> Hasil {
    let k = k.bantuan("impor");
    // Units come first: accounts refer to them.
    tampil(&halaman(&k, Formulir::isi([("jenis", "unit")])))
}

async fn unggah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut kiriman: Multipart) -> Hasil {
    let hak = pelaku.admin()?;
    let (mut f, mut berkas) = (Formulir::kosong(), None);
    while let Some(bagian) = kiriman.next_field().await? {
        let medan = bagian.name().unwrap_or_default().to_owned();
        match bagian.file_name().map(str::to_owned) {
            Some(nama) if medan == "berkas" => berkas = Some((nama, bagian.bytes().await?)).filter(|(_, isi)| !isi.is_empty()),
            _ => f.taruh(medan, bagian.text().await?),
        }
    }
    let jenis = Jenis::dari_kunci(f.nilai("jenis"));
    if jenis.is_none() {
        f.salahkan("jenis", "impor-salah-jenis");
    }
    if berkas.is_none() {
        f.salahkan("berkas", "impor-berkas-wajib");
    }
    if let (Some(jenis), Some((nama, isi))) = (jenis, berkas) {
        if isi.len() > BATAS {
            return Err(Error::TerlaluBesar);
        }
        match baca::baca(jenis, &isi) {
            Err(baca::Salah(kunci, apa)) => f.salahkan_dengan("berkas", kunci, vec![("apa", apa)]),
            Ok(baris) => match impor::siapkan(&app.store, &hak, jenis, &nama, &baris).await {
                Ok(id) => return Alih::ke(format!("/admin/impor/{id}")).into(),
                Err(StoreError::Keadaan(kunci)) => f.salahkan("berkas", kunci),
                Err(e) => return Err(e.into()),
            },
        }
    }
    let k = k.bantuan("impor");
    tampil_salah(&halaman(&k, f))
}

/// An example file: the header, and a row or two that show the form.
async fn templat(k: Konteks, Jalur(nama): Jalur<String>) -> Hasil {
    let (dasar, akhiran) = nama.rsplit_once('.').ok_or(Error::TidakAda)?;
    let jenis = Jenis::dari_kunci(dasar).ok_or(Error::TidakAda)?;
    let contoh: &[&[&str]] = match jenis {
        Jenis::Unit => &[
            &["64.08-rsud-kudungga", "RSUD Kudungga", "rumah sakit", "64.08", "", "Jl. Soekarno Hatta"],
            &["64.08-rsud-poli-gigi", "Poli Gigi RSUD Kudungga", "poliklinik", "64.08", "64.08-rsud-kudungga", ""],
        ],
        Jenis::Akun => &[
            &["operator@contoh.go.id", "Nama Operator", "Pengelola Data", "unit-operator", "64.08-rsud-kudungga"],
            &["evaluator@contoh.go.id", "Nama Evaluator", "Analis Kebijakan", "evaluator", "64.08"],
        ],
    };
    let judul = if jenis == Jenis::Unit { "impor-templat-unit" } else { "impor-templat-akun" };
    berkas_templat(&k, (&format!("templat-{}", jenis.kunci()), akhiran), judul, (jenis.kolom(), contoh))
}

/// An example file of these columns and rows, as `xlsx` or `csv`; `judul`: catalogue key of what stands above the sheet.
pub(crate) fn berkas_templat(
    k: &Konteks,
    (nama, akhiran): (&str, &str),
    judul: &'static str,
    (kolom, contoh): (&[&str], &[&[&str]]),
) -> Hasil {
    match akhiran {
        "csv" => {
            let baris: Vec<Vec<String>> = contoh.iter().map(|b| b.iter().map(|s| (*s).to_owned()).collect()).collect();
            berkas_csv(&format!("{nama}.csv"), kolom, &baris)
        }
        "xlsx" => {
            let lebar: Vec<Kolom> = kolom.iter().map(|n| Kolom::new(*n, 24.0)).collect();
            let baris: Vec<Vec<Sel>> = contoh.iter().map(|b| b.iter().map(|s| Sel::from(*s)).collect()).collect();
            let isi = tabel_xlsx(&k.s(judul), &lebar, &baris)?;
            let kepala = [
                (header::CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{nama}.xlsx\"")),
            ];
            Ok((kepala, isi).into_response())
        }
        _ => Err(Error::TidakAda),
    }
}

/// A CSV that opens in columns in an Indonesian spreadsheet.
pub(crate) fn berkas_csv(nama: &str, kolom: &[&str], baris: &[Vec<String>]) -> Hasil {
    let isi = tabel_csv(kolom, baris, GayaCsv { pemisah: ';', bom: true }).map_err(|e| Error::Dalam(e.to_string()))?;
    let kepala = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{nama}\"")),
    ];
    Ok((kepala, isi).into_response())
}
