//! The drawings of the SKM report: unsur with their intervals, how the answers are shared, rounds over time.

use super::bahan::Gambar;
use crate::Error;
use crate::grafik::{BatangRentang, Bingkai, Lebar, Skala, TitikRentang, Tumpuk, batang_rentang, garis_rentang, tumpuk};
use crate::masukan::LaporanSkm;

/// Pixels of a drawing on an A4 page.
const LEBAR: Lebar = Lebar::Tetap(600);

pub fn laporan(l: &LaporanSkm) -> Result<Vec<Gambar>, Error> {
    let mut gambar = Vec::new();
    if l.unsur.is_empty() {
        return Ok(gambar);
    }
    gambar.push(unsur(l)?);
    gambar.push(sebaran(l));
    gambar.extend(riwayat(l)?);
    Ok(gambar)
}

/// From the lowest to the highest IKM that the scale of the answers allows.
fn skala(l: &LaporanSkm) -> Result<Skala, Error> {
    let a = &l.hasil.aturan;
    let (atas, bawah) = a.faktor;
    let ujung = |v: u8| format!("{:.4}", f64::from(v) * f64::from(atas) / f64::from(bawah.max(1)));
    let kelas: Vec<(&str, &str)> = l.kategori.iter().rev().map(|k| (k.mutu.as_str(), k.dari.eksak.as_str())).collect();
    Skala::baru(&ujung(a.min), &ujung(a.maks), &kelas)
}

fn unsur(l: &LaporanSkm) -> Result<Gambar, Error> {
    let label: Vec<String> = l.unsur.iter().map(|u| format!("{} {}", u.kode, u.nama)).collect();
    let isi: Vec<BatangRentang<'_>> = l.unsur.iter().zip(&label).map(|(u, label)| batang(u, label)).collect();
    let nilai: Vec<String> = l.unsur.iter().map(|u| format!("{} {}: {} ({})", u.kode, u.nama, u.konversi.teks, u.mutu)).collect();
    let deskripsi = format!("Nilai konversi tiap unsur dengan rentang kemungkinan 95%. {}.", nilai.join("; "));
    let bingkai = Bingkai { id: "unsur", judul: "Nilai tiap unsur", deskripsi: &deskripsi };
    Ok(("unsur.svg".into(), batang_rentang(bingkai, LEBAR, &skala(l)?, &isi)?, deskripsi))
}

fn batang<'a>(u: &'a crate::masukan::UnsurCetak, label: &'a str) -> BatangRentang<'a> {
    BatangRentang {
        label,
        nilai: Some(&u.konversi),
        rentang: u.rentang.as_ref().map(|(a, b)| (a, b)),
        huruf: &u.mutu,
        kelas: "",
        tanda: u.terendah.then_some("(terendah)"),
        kosong: "",
    }
}

fn sebaran(l: &LaporanSkm) -> Gambar {
    let semua: Vec<(String, Vec<u64>, Vec<String>)> = l
        .unsur
        .iter()
        .flat_map(|u| u.pertanyaan.iter().enumerate().map(move |(no, p)| (u, no, p)))
        .map(|(u, no, p)| {
            let label = if u.pertanyaan.len() > 1 { format!("{}.{} {}", u.kode, no + 1, u.nama) } else { format!("{} {}", u.kode, u.nama) };
            (label, p.jawaban.iter().map(|j| j.1).collect(), p.jawaban.iter().map(|j| j.0.clone()).collect())
        })
        .collect();
    let isi: Vec<Tumpuk<'_>> = semua.iter().map(|(label, hitung, nama)| Tumpuk { label, hitung, nama }).collect();
    let deskripsi = "Sebaran jawaban tiap unsur; jumlahnya ada di tabel lampiran.".to_owned();
    let bingkai = Bingkai { id: "sebaran", judul: "Sebaran jawaban", deskripsi: &deskripsi };
    ("sebaran.svg".into(), tumpuk(bingkai, LEBAR, l.hasil.aturan.min, &isi), deskripsi)
}

fn riwayat(l: &LaporanSkm) -> Result<Option<Gambar>, Error> {
    if l.riwayat.len() < 2 {
        return Ok(None);
    }
    let titik: Vec<TitikRentang<'_>> = l
        .riwayat
        .iter()
        .map(|t| TitikRentang {
            label: &t.label,
            nilai: Some(&t.ikm),
            rentang: t.rentang.as_ref().map(|(a, b)| (a, b)),
            keterangan: &t.kurun,
        })
        .collect();
    let nilai: Vec<String> = l.riwayat.iter().map(|t| format!("{}: {} ({})", t.label, t.ikm.teks, t.mutu)).collect();
    let deskripsi = format!("IKM dari ronde ke ronde. {}.", nilai.join("; "));
    let bingkai = Bingkai { id: "riwayat", judul: "IKM dari waktu ke waktu", deskripsi: &deskripsi };
    Ok(Some(("riwayat.svg".into(), garis_rentang(bingkai, LEBAR, &skala(l)?, &titik)?, deskripsi)))
}
