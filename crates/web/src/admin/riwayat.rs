//! `/admin/riwayat`: IPP values that others published, from XLSX or CSV: a file is read and shown, nothing is stored until it is confirmed at
//! `/admin/riwayat/impor`. The text of the file travels in the page; it is checked again when it comes back.

use askama::Template;
use axum::extract::{Multipart, State};
use store::{
    hak::Admin,
    peran::Peran,
    riwayat::{self, KOLOM, Laporan, Perubahan, Pilihan, Salah, SalahBaris},
};

use super::impor::berkas_templat;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::kunci_kelompok,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tabel,
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);
const JALUR: &str = "/admin/riwayat";
/// Of a file, and of its text.
const BATAS: usize = 1024 * 1024;
/// Faults listed at once; the rest come after these are mended.
const TEMUAN_MAKS: usize = 100;

pub fn rute(d: &mut Daftar) {
    d.get(JALUR, ADMIN, lihat);
    d.post_besar(JALUR, ADMIN, BATAS + 64 * 1024, periksa);
    // Each sign of the text may take three in a form.
    d.post_besar("/admin/riwayat/impor", ADMIN, 4 * BATAS, simpan);
    d.get("/admin/riwayat/templat/{akhiran}", ADMIN, templat);
}

/// A file that was read.
struct Hasilnya {
    nama: String,
    teks: String,
    l: Laporan,
}

#[derive(Template)]
#[template(path = "admin/riwayat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ada: Vec<Pilihan>,
    hasil: Option<Hasilnya>,
}

#[expect(clippy::unused_self, reason = "called by the template")]
impl Halaman<'_> {
    fn temuan<'h>(&self, h: &'h Hasilnya) -> impl Iterator<Item = &'h SalahBaris> {
        h.l.salah.iter().take(TEMUAN_MAKS)
    }

    /// What stands there, and what is expected.
    fn salah(&self, s: &SalahBaris) -> (String, String) {
        let (tertulis, kunci, nilai) = match &s.salah {
            Salah::TanpaKolom => ("", "riwayat-salah-kolom", s.kolom.to_owned()),
            Salah::Kosong => ("", "riwayat-salah-kosong", String::new()),
            Salah::HarusKosong => ("", "riwayat-salah-harus-kosong", String::new()),
            Salah::TakDikenal(x) => (x.as_str(), "riwayat-salah-tak-dikenal", self.k.s(pilihan(s.kolom))),
            Salah::BukanTahun(x) => (x.as_str(), "riwayat-salah-tahun", String::new()),
            Salah::BukanAngka(x, maks) => (x.as_str(), "riwayat-salah-angka", maks.to_string()),
            Salah::Ganda(x) => (x.as_str(), "riwayat-salah-ganda", String::new()),
            Salah::TakTerbaca(_) => ("", "riwayat-salah-baris", String::new()),
        };
        (tertulis.to_owned(), self.k.n(kunci, "nilai", nilai))
    }

    fn kelompok(&self, p: &Pilihan) -> String {
        self.k.s(kunci_kelompok(&p.kelompok))
    }

    fn aksi(&self, p: &Perubahan) -> (Nada, &'static str) {
        if p.lama.is_some() { (Nada::Perhatian, "impor-aksi-ubah") } else { (Nada::Info, "impor-aksi-baru") }
    }
}

/// Catalogue key of the words that a column takes.
fn pilihan(kolom: &str) -> &'static str {
    match kolom {
        "tingkat" => "riwayat-pilihan-tingkat",
        "skema" => "riwayat-pilihan-skema",
        "kategori" => "riwayat-pilihan-kategori",
        _ => "riwayat-pilihan-kepastian",
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, f: Formulir, hasil: Option<Hasilnya>) -> Result<Halaman<'a>, Error> {
    Ok(Halaman { k, f, ada: riwayat::pilihan(&app.store).await?, hasil })
}

/// The page with what a file would do; 422 when it has faults.
async fn tunjukkan(app: &AppState, k: Konteks, hak: &Admin, nama: String, teks: String) -> Hasil {
    let k = k.bantuan("tahun-lalu");
    let l = riwayat::coba(&app.store, hak, &teks).await?;
    let bersih = l.salah.is_empty();
    let isi = halaman(app, &k, Formulir::kosong(), Some(Hasilnya { nama, teks, l })).await?;
    if bersih { tampil(&isi) } else { tampil_salah(&isi) }
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    let k = k.bantuan("tahun-lalu");
    tampil(&halaman(&app, &k, Formulir::kosong(), None).await?)
}

async fn periksa(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut kiriman: Multipart) -> Hasil {
    let hak = pelaku.admin()?;
    let (mut f, mut berkas) = (Formulir::kosong(), None);
    while let Some(bagian) = kiriman.next_field().await? {
        match (bagian.name().unwrap_or_default().to_owned(), bagian.file_name().map(str::to_owned)) {
            (medan, Some(nama)) if medan == "berkas" => berkas = Some((nama, bagian.bytes().await?)).filter(|(_, isi)| !isi.is_empty()),
            (medan, _) => f.taruh(medan, bagian.text().await?),
        }
    }
    if f.aksi() == "bawaan" {
        let nama = k.s("riwayat-bawaan");
        return tunjukkan(&app, k, &hak, nama, riwayat::BAWAAN.to_owned()).await;
    }
    match berkas {
        None => f.salahkan("berkas", "impor-berkas-wajib"),
        Some((_, isi)) if isi.len() > BATAS => return Err(Error::TerlaluBesar),
        Some((nama, isi)) => match tabel::sebagai_csv(&isi) {
            Ok(teks) if teks.len() > BATAS => f.salahkan("berkas", "impor-salah-besar"),
            Ok(teks) => return tunjukkan(&app, k, &hak, nama, teks).await,
            Err(tabel::Salah(kunci, apa)) => f.salahkan_dengan("berkas", kunci, vec![("apa", apa)]),
        },
    }
    let k = k.bantuan("tahun-lalu");
    tampil_salah(&halaman(&app, &k, f, None).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    if riwayat::terapkan(&app.store, &hak, f.nilai("isi")).await?.salah.is_empty() {
        return Alih::ke(JALUR).pesan("riwayat-tersimpan").into();
    }
    tunjukkan(&app, k, &hak, f.nilai("nama").to_owned(), f.nilai("isi").to_owned()).await
}

/// An example file: the header, and two rows that show the form.
async fn templat(k: Konteks, Jalur(akhiran): Jalur<String>) -> Hasil {
    let contoh: &[&[&str]] = &[
        &[
            "2024-001",
            "instansi",
            "nasional",
            "2024",
            "Kab. Contoh",
            "",
            "4.12",
            "",
            "A-",
            "dokumen",
            "",
            "Keputusan Menteri PANRB tentang hasil PEKPPP 2024",
        ],
        &[
            "2024-002",
            "unit",
            "nasional",
            "2024",
            "Kab. Contoh",
            "RSUD Contoh",
            "3.87",
            "",
            "B",
            "pers",
            "",
            "https://berita.contoh.id/pekppp",
        ],
    ];
    berkas_templat(&k, ("templat-riwayat", &akhiran), "riwayat-templat", (&KOLOM, contoh))
}
