//! Values over years: dots joined by lines; a missing year breaks the line rather than inventing a value.

use std::fmt::Write as _;

use super::svg::{Gaya, aman, buka, legenda, putus, px, teks, tinggi_legenda, warna};
use super::{Bingkai, SKALA};
use crate::Error;
use crate::masukan::TitikTahun;

/// One line. `titik` in any order; one value per year.
#[derive(Debug, Clone)]
pub struct GarisTahun<'a> {
    pub nama: &'a str,
    pub titik: &'a [TitikTahun],
}

const LEBAR: f64 = 640.0;
const TINGGI: f64 = 260.0;
const KIRI: f64 = 34.0;
const KANAN: f64 = 30.0;
const ATAS: f64 = 18.0;
const BAWAH: f64 = 30.0;

/// Scale 0 to 5; years run without gaps from the first to the last.
///
/// # Errors
/// [`Error::BukanAngka`] when a value is no decimal.
pub fn garis_tahun(bingkai: Bingkai<'_>, seri: &[GarisTahun<'_>]) -> Result<String, Error> {
    let tinggi_penuh = TINGGI + tinggi_legenda(seri.len());
    let mut keluar = buka("grafik-garis", LEBAR, tinggi_penuh, bingkai);
    for tingkat in 0..=5_u8 {
        let y = tinggi(f64::from(tingkat));
        let _ = write!(
            keluar,
            "<line class=\"kisi\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"#d1d5db\"/>",
            px(KIRI),
            px(LEBAR - KANAN),
            y = px(y)
        );
        teks(&mut keluar, KIRI - 8.0, y + 4.0, Gaya::new("skala", "end", 10.5).redup(), &tingkat.to_string());
    }
    let semua = seri.iter().flat_map(|satu| satu.titik).map(|titik| titik.tahun);
    if let (Some(awal), Some(akhir)) = (semua.clone().min(), semua.max()) {
        let langkah = usize::try_from((akhir - awal) / 12 + 1).unwrap_or(1);
        for tahun in (awal..=akhir).step_by(langkah) {
            let x = mendatar(tahun, awal, akhir);
            teks(&mut keluar, x, TINGGI - 10.0, Gaya::new("tahun", "middle", 11.0).redup(), &tahun.to_string());
        }
        for (i, satu) in seri.iter().enumerate() {
            satu_garis(&mut keluar, i, satu, (awal, akhir))?;
        }
    }
    if seri.len() > 1 {
        legenda(&mut keluar, seri.iter().map(|satu| satu.nama), KIRI, TINGGI);
    }
    keluar.push_str("</svg>");
    Ok(keluar)
}

fn tinggi(nilai: f64) -> f64 {
    let dasar = TINGGI - BAWAH;
    dasar - (dasar - ATAS) * nilai.clamp(0.0, SKALA) / SKALA
}

fn mendatar(tahun: i16, awal: i16, akhir: i16) -> f64 {
    let (kiri, kanan) = (KIRI + 24.0, LEBAR - KANAN - 24.0);
    if akhir == awal {
        return f64::midpoint(kiri, kanan);
    }
    kiri + (kanan - kiri) * f64::from(tahun - awal) / f64::from(akhir - awal)
}

fn satu_garis(keluar: &mut String, i: usize, seri: &GarisTahun<'_>, (awal, akhir): (i16, i16)) -> Result<(), Error> {
    let mut titik: Vec<&TitikTahun> = seri.titik.iter().collect();
    titik.sort_by_key(|satu| satu.tahun);
    let mut jalur = String::new();
    let mut tanda = String::new();
    let mut sebelum: Option<i16> = None;
    for satu in titik {
        let nilai = satu.nilai.untuk_gambar()?;
        let (x, y) = (mendatar(satu.tahun, awal, akhir), tinggi(nilai));
        let perintah = if sebelum.is_some_and(|tahun| tahun + 1 == satu.tahun) { 'L' } else { 'M' };
        sebelum = Some(satu.tahun);
        let _ = write!(jalur, "{perintah}{} {}", px(x), px(y));
        let keterangan = satu.keterangan.as_deref().map(|isi| format!(" ({isi})")).unwrap_or_default();
        let _ = write!(
            tanda,
            "<circle class=\"titik\" cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"{}\"><title>{} {}: {}{}</title></circle>",
            px(x),
            px(y),
            warna(i),
            aman(seri.nama),
            satu.tahun,
            aman(&satu.nilai.teks),
            aman(&keterangan)
        );
        // Labels of the first line stand above its dots, those of the others below.
        let geser = if i == 0 { -9.0 } else { 18.0 };
        teks(&mut tanda, x, y + geser, Gaya::new("nilai", "middle", 11.0).tebal(), &satu.nilai.teks);
    }
    let _ = write!(
        keluar,
        "<g class=\"seri seri-{i}\"><path d=\"{jalur}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.2\" \
         stroke-dasharray=\"{}\"/>{tanda}</g>",
        warna(i),
        putus(i)
    );
    Ok(())
}
