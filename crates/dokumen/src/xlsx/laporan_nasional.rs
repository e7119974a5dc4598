//! The national report as a workbook: the tables of the PDF and the whole lists that are cut there.

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, nama_lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::masukan::{EdisiNasional, LaporanNasional, Rata};
use crate::{Angka, Error};

/// Sheets Ringkasan, for each edition Kategori, Jenis and Wilayah, then Tindak lanjut, Instalasi lain, Belum lengkap, Belum terbit, Uraian, Metode.
///
/// # Errors
/// [`Error::BukanAngka`], or a limit of the format.
pub fn laporan_nasional(l: &LaporanNasional) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    let judul = format!("Laporan Nasional PEKPPP {} {}", l.tahun, l.skema);
    sifat(&mut buku, &judul, Some(&l.kepala))?;
    let mut baris = vec![format!("{judul} | versi {} | {}", l.versi, l.tempat_tanggal)];
    baris.extend(l.kepala.nomor.as_ref().map(|n| format!("Nomor: {n}")));
    baris.extend(l.kepala.verifikasi.as_ref().map(|v| format!("Verifikasi: {}", v.url)));
    baris.extend(l.sementara.clone());
    let mut tulis = Penulis { buku: &mut buku, gaya: &gaya, catatan: Catatan { ilustrasi: l.kepala.ilustrasi, baris: &baris } };
    let angka = l.angka.iter().map(|a| vec![Sel::Judul(a.label.clone()), nilai(&a.nilai), (&a.bawah).into()]).collect();
    tulis.lembar("Ringkasan", &judul, &[("Butir", 34.0), ("Nilai", 14.0), ("Keterangan", 60.0)], angka)?;
    for (i, e) in l.edisi.iter().enumerate() {
        edisi(&mut tulis, i + 1, e)?;
    }
    akhir(&mut tulis, l)?;
    Ok(buku.save_to_buffer()?)
}

struct Penulis<'a> {
    buku: &'a mut Workbook,
    gaya: &'a Gaya,
    catatan: Catatan<'a>,
}

impl Penulis<'_> {
    fn lembar(&mut self, nama: &str, judul: &str, kolom: &[(&str, f64)], baris: Vec<Vec<Sel>>) -> Result<(), Error> {
        let mut lembar = Lembar::baru(self.buku, self.gaya, &nama_lembar(nama, 1), judul, &self.catatan)?;
        lembar.kepala(&kolom.iter().map(|(k, lebar)| Kolom::new(*k, *lebar)).collect::<Vec<_>>())?;
        for sel in &baris {
            lembar.tulis(sel)?;
        }
        lembar.saring(baris.len(), kolom.len())
    }
}

fn bulat(n: u64) -> Sel {
    Sel::Bulat(i64::try_from(n).unwrap_or(i64::MAX))
}

/// A printed whole number (`1.240`) as a number, anything else as text.
fn nilai(teks: &str) -> Sel {
    teks.replace('.', "").parse().map_or_else(|_| Sel::Teks(teks.to_owned()), Sel::Bulat)
}

/// Rounded, exact, category.
fn rata(r: Option<&Rata>) -> [Sel; 3] {
    let eksak = r.map(|r| Angka::apa_adanya(&r.nilai.eksak));
    [r.map(|r| &r.nilai).into(), eksak.as_ref().into(), r.map(|r| &r.kategori).into()]
}

fn edisi(tulis: &mut Penulis<'_>, nomor: usize, e: &EdisiNasional) -> Result<(), Error> {
    let judul = |apa: &str| format!("{apa} | {}", e.nama);
    let kategori = e.kategori.iter();
    let kategori = kategori.map(|k| vec![(&k.kategori).into(), (&k.nama).into(), (&k.rentang).into(), bulat(k.unit), (&k.persen).into()]);
    let kolom = [("Kategori", 12.0), ("Arti", 30.0), ("Rentang", 16.0), ("Unit", 10.0), ("Persen", 10.0)];
    tulis.lembar(&format!("Kategori {nomor}"), &judul("Sebaran kategori"), &kolom, kategori.collect())?;
    let kelompok = e
        .kelompok
        .iter()
        .map(|k| vec![(&k.nama).into(), bulat(k.instansi), bulat(k.unit), k.tertinggi.as_ref().into(), k.terendah.as_ref().into()]);
    let kolom = [("Jenis instansi", 34.0), ("Instansi", 10.0), ("Unit", 10.0), ("Rata tertinggi", 14.0), ("Rata terendah", 14.0)];
    tulis.lembar(&format!("Jenis {nomor}"), &judul("Menurut jenis instansi"), &kolom, kelompok.collect())?;
    let wilayah = e.wilayah.iter().map(|b| {
        let hitung = [b.instansi, b.administratif, b.barang, b.jasa, b.beku, b.terbit].map(bulat);
        std::iter::once(Sel::from(&b.nama)).chain(hitung).chain(rata(b.rata.as_ref())).collect()
    });
    let kolom = [
        ("Provinsi", 34.0),
        ("Instansi", 10.0),
        ("Administratif", 13.0),
        ("Barang", 10.0),
        ("Jasa", 10.0),
        ("Dibekukan", 11.0),
        ("Terbit", 10.0),
        ("Rata", 9.0),
        ("Rata tanpa pembulatan", 18.0),
        ("Kategori", 10.0),
    ];
    tulis.lembar(&format!("Wilayah {nomor}"), &judul("Rekap menurut provinsi dan cakupan"), &kolom, wilayah.collect())
}

fn akhir(tulis: &mut Penulis<'_>, l: &LaporanNasional) -> Result<(), Error> {
    let tindak = l.tindak_lanjut.iter();
    let tindak = tindak.map(|b| vec![(&b.nama).into(), bulat(b.rekomendasi), bulat(b.direncanakan), bulat(b.diterima), bulat(b.lewat)]);
    let kolom = [("Provinsi", 34.0), ("Rekomendasi", 14.0), ("Ada rencana", 14.0), ("Selesai", 12.0), ("Lewat", 10.0)];
    tulis.lembar("Tindak lanjut", "Tindak lanjut rekomendasi", &kolom, tindak.collect())?;
    let lain = l.dari_lain.iter().map(|d| {
        let awal = [Sel::from(&d.instansi), (&d.periode).into(), bulat(d.versi), bulat(d.unit), bulat(d.dinilai), (&d.kategori).into()];
        awal.into_iter().chain([d.tertinggi.as_ref().into(), d.terendah.as_ref().into(), (&d.sidik).into()]).collect()
    });
    let kolom = [
        ("Penyelenggara", 40.0),
        ("Periode", 44.0),
        ("Versi", 8.0),
        ("Unit", 10.0),
        ("Ber-IPP", 10.0),
        ("Unit tiap kategori", 30.0),
        ("Tertinggi", 10.0),
        ("Terendah", 10.0),
        ("SHA-256 terbitan", 66.0),
    ];
    tulis.lembar("Instalasi lain", "Hasil dari instalasi lain yang dinyatakan sah", &kolom, lain.collect())?;
    let kurang = l.kurang.iter().map(|k| vec![(&k.perihal).into(), bulat(k.jumlah), (&k.arti).into()]);
    tulis.lembar("Belum lengkap", "Yang belum lengkap", &[("Perihal", 40.0), ("Jumlah", 10.0), ("Artinya", 80.0)], kurang.collect())?;
    let belum = l.belum_terbit.iter();
    let belum = belum.map(|b| vec![(&b.instansi).into(), (&b.periode).into(), bulat(b.unit), bulat(b.beku), (&b.keadaan).into()]);
    let kolom = [("Penyelenggara", 40.0), ("Periode", 44.0), ("Unit", 10.0), ("Dibekukan", 11.0), ("Keadaan", 16.0)];
    tulis.lembar("Belum terbit", "Periode yang belum terbit", &kolom, belum.collect())?;
    let bab = [("Pendahuluan", &l.pendahuluan), ("Simpulan", &l.simpulan), ("Saran", &l.saran)];
    let uraian = bab.into_iter().flat_map(|(bab, isi)| isi.iter().map(move |p| vec![Sel::Judul(bab.into()), p.into()]));
    tulis.lembar("Uraian", "Uraian penyelenggara", &[("Bab", 18.0), ("Isi", 110.0)], uraian.collect())?;
    let metode = l.metode.iter().map(|m| vec![(&m.judul).into(), (&m.isi).into()]);
    let sumber = l.sumber.iter().map(|s| vec![(&s.butir).into(), (&s.sumber).into()]);
    let kolom = [("Butir", 40.0), ("Uraian atau sumber", 100.0)];
    tulis.lembar("Metode", "Metode, sumber, dan tingkat kepastian", &kolom, metode.chain(sumber).collect())
}
