//! Lists of holidays as data: reading one, and the national ones that ship with the program.
//!
//! A list is comma-separated text: `tanggal[,jenis[,nama[,kepastian]]]`. Lines that begin with `#` and a heading are skipped.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::kalender::JenisHari;

/// National holidays and cuti bersama of 2025, 2026 (decreed) and 2027 (estimated); sources are named in the file.
const BAWAAN: &str = include_str!("../../../data/libur-nasional.csv");

/// How far a list can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kepastian {
    /// By the decree of that year, or stated by the office.
    Tetap,
    /// Calculated before the decree.
    Perkiraan,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarisLibur {
    pub tanggal: Date,
    pub jenis: JenisHari,
    pub nama: String,
    pub kepastian: Kepastian,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("baris {baris}: {salah}")]
pub struct SalahDaftar {
    /// From 1.
    pub baris: usize,
    pub salah: String,
}

/// Reads a list; every fault is named. A line with a date alone is a national holiday.
///
/// # Errors
/// See [`SalahDaftar`].
pub fn baca_daftar(teks: &str) -> Result<Vec<BarisLibur>, Vec<SalahDaftar>> {
    let (mut hari, mut salah) = (Vec::new(), Vec::new());
    for (n, b) in teks.trim_start_matches('\u{feff}').lines().enumerate().map(|(n, b)| (n + 1, b.trim())) {
        if b.is_empty() || b.starts_with('#') || b.starts_with("tanggal") {
            continue;
        }
        match baris(b) {
            Ok(b) => hari.push(b),
            Err(sebab) => salah.push(SalahDaftar { baris: n, salah: sebab }),
        }
    }
    if salah.is_empty() { Ok(hari) } else { Err(salah) }
}

fn baris(b: &str) -> Result<BarisLibur, String> {
    let mut kolom = b.split(',').map(str::trim);
    let tanggal = kolom.next().unwrap_or_default();
    let tanggal = tanggal.parse().map_err(|_| format!("tanggal \"{tanggal}\"; diharapkan bentuk 2026-12-31"))?;
    let jenis = match kolom.next().filter(|j| !j.is_empty()) {
        Some(j) => j.parse().map_err(|e: crate::SalahKalender| e.to_string())?,
        None => JenisHari::Nasional,
    };
    let nama = kolom.next().unwrap_or_default().to_owned();
    let kepastian = match kolom.next().unwrap_or_default() {
        "" | "tetap" => Kepastian::Tetap,
        "perkiraan" => Kepastian::Perkiraan,
        lain => return Err(format!("kepastian \"{lain}\"; diharapkan tetap atau perkiraan")),
    };
    Ok(BarisLibur { tanggal, jenis, nama, kepastian })
}

static NASIONAL: LazyLock<Vec<BarisLibur>> = LazyLock::new(|| baca_daftar(BAWAAN).unwrap_or_default());

/// The lists that ship. A test reads the file.
#[must_use]
pub fn nasional() -> Vec<BarisLibur> {
    NASIONAL.clone()
}

/// The years that ship, with their certainty.
#[must_use]
pub fn tahun_bawaan() -> Vec<(i16, Kepastian)> {
    let mut tahun: Vec<(i16, Kepastian)> = NASIONAL.iter().map(|b| (b.tanggal.year(), b.kepastian)).collect();
    tahun.dedup();
    tahun
}
