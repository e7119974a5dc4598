//! The schedule as bars over the weeks, below the phases, each in a row of its own because they may overlap: places in an SVG, no text of its own. The table below it
//! says the same.

use jiff::civil::{Date, DateTime};
use store::{
    Waktu,
    periode::FasePeriode,
    persiapan::jadwal::{Jadwal, Jenis},
};

use crate::{error::Hasil, konteks::Konteks};

/// Width of the names and of the whole picture, and height of a row, in units of the drawing.
const KIRI: i64 = 280;
const LEBAR: i64 = 1100;
const TINGGI: i64 = 28;
const ATAS: i64 = 30;
/// More bars than these cannot be told apart; the table has them all.
const BARIS_MAKS: usize = 60;

pub(super) struct Gantt {
    pub tinggi: i64,
    pub fase: Vec<Pita>,
    pub bulan: Vec<(i64, String)>,
    pub batang: Vec<Batang>,
    pub hari_ini: Option<i64>,
    /// Events that the picture leaves out.
    pub sisa: usize,
}

pub(super) struct Pita {
    pub x: i64,
    pub y: i64,
    pub lebar: i64,
    pub nama: String,
    /// Name and days.
    pub penuh: String,
}

pub(super) struct Batang {
    pub x: i64,
    pub y: i64,
    pub lebar: i64,
    /// Part of a class name.
    pub kelas: &'static str,
    pub nama: String,
    pub penuh: String,
}

impl Pita {
    pub fn dasar(&self) -> i64 {
        self.y + 14
    }
}

impl Batang {
    pub fn dasar(&self) -> i64 {
        self.y + 14
    }
}

struct Skala {
    awal: Date,
    menit: i64,
}

impl Skala {
    fn x(&self, w: DateTime) -> i64 {
        let hari = i64::from((w.date() - self.awal).get_days());
        let menit = hari * 1440 + i64::from(w.hour()) * 60 + i64::from(w.minute());
        KIRI + menit.clamp(0, self.menit) * (LEBAR - KIRI) / self.menit
    }

    fn hari(&self, d: Date) -> i64 {
        self.x(d.at(0, 0, 0, 0))
    }
}

impl Gantt {
    pub fn susun(k: &Konteks, semua: &[Jadwal], fase: &[FasePeriode], kini: Waktu) -> Hasil<Self> {
        let hidup: Vec<&Jadwal> = semua.iter().filter(|j| j.batal.is_none()).collect();
        let mut hari: Vec<Date> = fase.iter().flat_map(|f| [f.mulai, f.selesai]).collect();
        for j in &hidup {
            hari.extend([j.mulai()?.date(), j.selesai()?.date()]);
        }
        let kini = kini.hari(k.zona.nama());
        let (awal, akhir) = (hari.iter().min().copied().unwrap_or(kini), hari.iter().max().copied().unwrap_or(kini));
        let skala = Skala { awal, menit: (i64::from((akhir - awal).get_days()) + 1).max(1) * 1440 };
        let mut batang = Vec::new();
        for (n, j) in hidup.iter().take(BARIS_MAKS).enumerate() {
            batang.push(satu(k, &skala, j, fase.len() + n)?);
        }
        let baris = i64::try_from(fase.len() + batang.len()).unwrap_or(0);
        Ok(Self {
            tinggi: ATAS + baris * TINGGI + 10,
            fase: fase.iter().enumerate().map(|(n, f)| pita(k, &skala, f, n)).collect(),
            bulan: bulan(k, &skala, awal, akhir),
            hari_ini: (awal..=akhir).contains(&kini).then(|| skala.hari(kini)),
            sisa: hidup.len() - batang.len(),
            batang,
        })
    }
}

fn satu(k: &Konteks, skala: &Skala, j: &Jadwal, n: usize) -> Hasil<Batang> {
    let (mulai, selesai) = (j.mulai()?, j.selesai()?);
    let x = skala.x(mulai);
    let penuh = j.unit.as_ref().map_or_else(|| j.judul.clone(), |u| format!("{u}: {}", j.judul));
    Ok(Batang {
        x,
        y: letak(n),
        lebar: (skala.x(selesai) - x).max(8),
        kelas: kelas(&j.jenis),
        nama: pendek(&penuh),
        penuh: format!("{penuh}. {}", super::waktu::rentang(k, mulai, selesai)),
    })
}

fn pita(k: &Konteks, skala: &Skala, f: &FasePeriode, n: usize) -> Pita {
    let x = skala.hari(f.mulai);
    let akhir = skala.x(f.selesai.at(23, 59, 0, 0));
    let nama = k.s(crate::periode::kunci_fase(f.fase));
    let penuh = format!("{nama}, {} – {}", k.tanggal(&f.mulai), k.tanggal(&f.selesai));
    Pita { x, y: letak(n), lebar: (akhir - x).max(1), nama, penuh }
}

/// Top of a row.
fn letak(n: usize) -> i64 {
    ATAS + i64::try_from(n).unwrap_or(0) * TINGGI
}

/// First days of months inside the picture, with their short names.
fn bulan(k: &Konteks, skala: &Skala, awal: Date, akhir: Date) -> Vec<(i64, String)> {
    let mut hasil = Vec::new();
    let mut d = awal.first_of_month();
    while d <= akhir && hasil.len() < 48 {
        if d >= awal {
            let nama = k.tanggal(&d).split(' ').nth(1).map(|b| b.chars().take(3).collect()).unwrap_or_default();
            hasil.push((skala.hari(d), nama));
        }
        let Ok(lanjut) = d.last_of_month().tomorrow() else { break };
        d = lanjut;
    }
    hasil
}

fn kelas(jenis: &str) -> &'static str {
    match Jenis::dari_kunci(jenis) {
        Some(Jenis::Sosialisasi | Jenis::Pendampingan | Jenis::Bimtek) => "belajar",
        Some(Jenis::Presentasi | Jenis::Wawancara | Jenis::Pengamatan) => "lapangan",
        Some(Jenis::Tenggat) => "tenggat",
        Some(Jenis::Pengumuman | Jenis::Rapat) | None => "rapat",
    }
}

fn pendek(teks: &str) -> String {
    const HURUF: usize = 34;
    if teks.chars().count() <= HURUF { teks.to_owned() } else { teks.chars().take(HURUF - 1).chain(['…']).collect() }
}
