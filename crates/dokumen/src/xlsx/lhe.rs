//! The LHE as a workbook. Scores and weights are input cells; values beside the frozen ones are formulas over them,
//! so that a reader can check the figures without any program of ours.

mod f03;

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::Error;
use crate::masukan::{Angka, Kepastian, Lhe, NilaiAkhir};

/// Sheets Ringkasan, Aspek, Indikator, Rekomendasi, F03, Metode.
///
/// # Errors
/// [`Error::BukanAngka`], or a limit of the format.
pub fn lhe(lhe: &Lhe) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, &format!("LHE PEKPPP {} {}", lhe.unit.nama, lhe.periode.tahun), Some(&lhe.kepala))?;
    let keterangan = [format!("{} | {} | {}", lhe.unit.nama, lhe.periode.nama, lhe.periode.edisi)];
    let catatan = Catatan { ilustrasi: lhe.kepala.ilustrasi, baris: &keterangan };
    // Both tables start below title, remarks, an empty row and the header; rows count from 1 in formulas.
    let awal = usize::from(lhe.kepala.ilustrasi) + 5;
    ringkasan(&mut buku, &gaya, lhe, &catatan, awal)?;
    aspek(&mut buku, &gaya, lhe, &catatan, awal)?;
    indikator(&mut buku, &gaya, lhe, &catatan, awal)?;
    rekomendasi(&mut buku, &gaya, lhe, &catatan)?;
    f03::tulis(&mut buku, &gaya, lhe, &catatan, awal)?;
    metode(&mut buku, &gaya, lhe, &catatan)?;
    Ok(buku.save_to_buffer()?)
}

fn ringkasan(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Ringkasan", "Laporan Hasil Evaluasi PEKPPP", catatan)?;
    lembar.kepala(&[
        Kolom::new("Butir", 34.0),
        Kolom::new("Nilai resmi", 40.0),
        Kolom::new("Dihitung ulang di buku kerja ini", 22.0),
        Kolom::new("Rumus", 60.0),
    ])?;
    for (nama, isi) in identitas(lhe) {
        lembar.tulis(&[Sel::Judul(nama.to_owned()), isi, Sel::Kosong, Sel::Kosong])?;
    }
    let NilaiAkhir { f02, bagian_f02, f03, bagian_f03, ipp, .. } = &lhe.nilai;
    let judul = |teks: &str| Sel::Judul(teks.to_owned());
    lembar.tulis(&[judul("Bagian F02 (%)"), bagian_f02.into(), Sel::Kosong, Sel::Kosong])?;
    lembar.tulis(&[judul("Bagian F03 (%)"), bagian_f03.into(), Sel::Kosong, Sel::Kosong])?;
    let ulang_f02 = Sel::Rumus { rumus: format!("=Aspek!F{}", awal + lhe.aspek.len()), hasil: Some(f02.clone()) };
    lembar.tulis(&[judul("Nilai F02"), f02.into(), ulang_f02, "jumlah bobot aspek x nilai aspek / 100".into()])?;
    // The sheet's name looks like a cell, hence the quotes.
    let ulang_f03 = f03::rumus(&lhe.f03, awal)
        .map_or(Sel::Kosong, |_| Sel::Rumus { rumus: format!("='F03'!D{}", awal + lhe.f03.pernyataan.len()), hasil: f03.clone() });
    let sumber_f03 = if matches!(ulang_f03, Sel::Kosong) { 'B' } else { 'C' };
    lembar.tulis(&[judul("Nilai F03"), f03.as_ref().into(), ulang_f03, f03::uraian(lhe.f03.agregasi).into()])?;
    // `baris` counts from 0, so it is the number of the row above: the one with F03.
    let n = lembar.baris;
    let ulang = match (f03, ipp) {
        (Some(_), Some(ipp)) => {
            let rumus = format!("=B{}/100*C{}+B{}/100*{sumber_f03}{n}", n - 3, n - 1, n - 2);
            Sel::Rumus { rumus, hasil: Some(ipp.clone()) }
        }
        _ => Sel::Kosong,
    };
    lembar.tulis(&[judul("Indeks Pelayanan Publik (IPP)"), ipp.as_ref().into(), ulang, "bagian F02 x F02 + bagian F03 x F03".into()])?;
    lembar.tulis(&[judul("Kategori"), Sel::Teks(kategori(&lhe.nilai)), Sel::Kosong, Sel::Kosong])?;
    if let Some(isi) = &lhe.nilai.keterangan {
        lembar.tulis(&[judul("Keterangan"), isi.into(), Sel::Kosong, Sel::Kosong])?;
    }
    lembar.tulis(&[judul("SHA-256 bundel hasil"), (&lhe.hash_hasil).into(), Sel::Kosong, Sel::Kosong])
}

fn identitas(lhe: &Lhe) -> Vec<(&'static str, Sel)> {
    let verifikasi = lhe.kepala.verifikasi.as_ref().map(|verifikasi| &verifikasi.url);
    let status = if lhe.sementara { "Sementara sampai divalidasi" } else { "Final" };
    vec![
        ("Instansi", (&lhe.kepala.instansi).into()),
        ("Unit lokus", (&lhe.unit.nama).into()),
        ("Kode unit", (&lhe.unit.kode).into()),
        ("Formulir", (&lhe.unit.formulir).into()),
        ("Periode", (&lhe.periode.nama).into()),
        ("Skema", (&lhe.periode.skema).into()),
        ("Edisi instrumen", (&lhe.periode.edisi).into()),
        ("Nomor laporan", atau_strip(lhe.kepala.nomor.as_ref())),
        ("Status hasil", status.into()),
        ("Peringkat", atau_strip(lhe.peringkat.as_ref())),
        ("Halaman verifikasi", verifikasi.into()),
    ]
}

/// A dash says that there is none; an empty cell would look forgotten.
fn atau_strip(isi: Option<&String>) -> Sel {
    isi.filter(|isi| !isi.trim().is_empty()).map_or_else(|| "–".into(), Sel::from)
}

fn kategori(nilai: &NilaiAkhir) -> String {
    match (&nilai.kategori, &nilai.kategori_nama) {
        (Some(kode), Some(nama)) => format!("{kode} ({nama})"),
        (Some(kode), None) => kode.clone(),
        (None, _) => "belum ada".to_owned(),
    }
}

fn aspek(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Aspek", "Nilai per aspek", catatan)?;
    lembar.kepala(&[
        Kolom::new("Kode", 8.0),
        Kolom::new("Aspek", 44.0),
        Kolom::new("Bobot (%)", 10.0),
        Kolom::new("Nilai resmi", 14.0),
        Kolom::new("Nilai dihitung ulang", 14.0),
        Kolom::new("Kontribusi pada F02", 16.0),
    ])?;
    let akhir = awal + lhe.indikator.len().max(1) - 1;
    for (i, satu) in lhe.aspek.iter().enumerate() {
        let n = awal + i;
        let rumus =
            format!("=SUMPRODUCT((Indikator!$A${awal}:$A${akhir}=A{n})*Indikator!$D${awal}:$D${akhir}*Indikator!$E${awal}:$E${akhir})/100");
        lembar.tulis(&[
            (&satu.kode).into(),
            (&satu.nama).into(),
            (&satu.bobot).into(),
            (&satu.nilai).into(),
            Sel::Rumus { rumus, hasil: Some(satu.nilai.clone()) },
            Sel::Rumus { rumus: format!("=C{n}*E{n}/100"), hasil: Some(satu.kontribusi.clone()) },
        ])?;
    }
    if lhe.aspek.is_empty() {
        return Ok(());
    }
    let jumlah = |kolom: char| format!("=SUM({kolom}{awal}:{kolom}{})", awal + lhe.aspek.len() - 1);
    lembar.tulis(&[
        Sel::Kosong,
        Sel::Judul("Jumlah = nilai F02".to_owned()),
        Sel::Rumus { rumus: jumlah('C'), hasil: Angka::jumlah(lhe.aspek.iter().map(|a| &a.bobot)) },
        Sel::Kosong,
        Sel::Kosong,
        Sel::Rumus { rumus: jumlah('F'), hasil: Some(lhe.nilai.f02.clone()) },
    ])
}

fn indikator(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Indikator", "Skor per indikator", catatan)?;
    let kolom = [
        Kolom::new("Aspek", 8.0),
        Kolom::new("Kode", 10.0),
        Kolom::new("Indikator", 52.0),
        Kolom::new("Bobot (%)", 10.0),
        Kolom::new("Skor", 8.0),
        Kolom::new("Kontribusi pada aspek", 14.0),
        Kolom::new("Catatan", 44.0),
        Kolom::new("Rekomendasi", 52.0),
    ];
    lembar.kepala(&kolom)?;
    for (i, satu) in lhe.indikator.iter().enumerate() {
        let n = awal + i;
        lembar.tulis(&[
            (&satu.aspek).into(),
            (&satu.kode).into(),
            (&satu.nama).into(),
            (&satu.bobot).into(),
            satu.skor.map_or(Sel::Kosong, |skor| Sel::Bulat(skor.into())),
            Sel::Rumus { rumus: format!("=D{n}*E{n}/100"), hasil: Some(satu.kontribusi.clone()) },
            satu.catatan.as_ref().into(),
            satu.rekomendasi.as_ref().into(),
        ])?;
    }
    lembar.saring(lhe.indikator.len(), kolom.len())
}

fn rekomendasi(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Rekomendasi", "Rekomendasi perbaikan", catatan)?;
    let kolom = [
        Kolom::new("Kode", 10.0),
        Kolom::new("Indikator", 48.0),
        Kolom::new("Rekomendasi", 70.0),
        Kolom::new("Keluaran yang diharapkan", 40.0),
    ];
    lembar.kepala(&kolom)?;
    for satu in &lhe.rekomendasi {
        lembar.tulis(&[(&satu.kode).into(), (&satu.nama).into(), (&satu.isi).into(), satu.keluaran.as_ref().into()])?;
    }
    lembar.saring(lhe.rekomendasi.len(), kolom.len())
}

fn metode(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Metode", "Metode, sumber, dan tingkat kepastian", catatan)?;
    lembar.kepala(&[Kolom::new("Butir", 40.0), Kolom::new("Uraian atau sumber", 90.0), Kolom::new("Kepastian", 18.0)])?;
    for satu in &lhe.metode {
        lembar.tulis(&[(&satu.judul).into(), (&satu.isi).into(), Sel::Kosong])?;
    }
    for satu in &lhe.sumber {
        lembar.tulis(&[(&satu.butir).into(), (&satu.sumber).into(), kepastian(satu.kepastian).into()])?;
    }
    let konversi = Angka::apa_adanya("20");
    lembar.tulis(&["Konversi ke skala 100".into(), "IPP dikali angka ini".into(), (&konversi).into()])
}

fn kepastian(nilai: Kepastian) -> &'static str {
    match nilai {
        Kepastian::Tinggi => "tinggi",
        Kepastian::Sedang => "sedang",
        Kepastian::Rendah => "rendah",
        Kepastian::TidakDitemukan => "tidak ditemukan",
    }
}
