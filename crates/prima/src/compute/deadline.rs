//! `prima compute deadline`: the day on which a number of days or working days is over.
//!
//! Lives here: arguments and output. Must not live here: the calendar and the count (crate `layanan`).

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use layanan::{Kalender, Tenggat, baca_daftar, tambah_hari, tambah_hari_kerja};
use serde_json::json;

use super::{EXIT_WRONG_INPUT, print};
use crate::{instrument::read_text, kata};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Unit {
    /// Setiap hari dihitung
    Hari,
    /// Akhir pekan, hari libur nasional, dan cuti bersama tidak dihitung
    HariKerja,
}

#[derive(Args)]
pub struct Input {
    /// Tanggal diterima, misalnya 2026-03-13; hari sesudahnya adalah hari ke-1
    #[arg(long, value_name = "DATE")]
    from: String,
    /// Banyaknya hari
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    days: String,
    #[arg(long, value_enum)]
    unit: Unit,
    /// Hari tambahan: baris `tanggal[,nasional|cuti-bersama|libur|kerja[,nama]]`
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(input: &Input) -> ExitCode {
    match compute(input) {
        Ok((from, t)) if input.json => {
            let mut keluaran = json!({ "from": from.to_string(), "due": t.jatuh.to_string() });
            if !t.perkiraan.is_empty() {
                keluaran["estimated_years"] = json!(t.perkiraan);
            }
            print(&format!("{keluaran:#}\n"))
        }
        Ok((from, t)) => {
            let catatan = match t.perkiraan.as_slice() {
                [] => String::new(),
                tahun => format!(" (perkiraan: daftar hari libur {} belum ditetapkan)", deret(tahun)),
            };
            print(&format!("Diterima {from}, jatuh tempo {}{catatan}\n", t.jatuh))
        }
        Err(salah) => {
            for s in &salah {
                eprintln!("{s}");
            }
            ExitCode::from(EXIT_WRONG_INPUT)
        }
    }
}

fn compute(input: &Input) -> Result<(Date, Tenggat), Vec<String>> {
    let from: Date = input.from.parse().map_err(|_| vec![format!("--from: \"{}\"; diharapkan tanggal seperti 2026-03-13", input.from)])?;
    let mut kalender = Kalender::bawaan();
    if let Some(path) = &input.holidays {
        let teks = read_text(path).map_err(|e| vec![format!("{}: tidak dapat dibaca: {}", path.display(), kata::berkas(&e))])?;
        kalender.pakai(baca_daftar(&teks).map_err(|salah| salah.iter().map(|s| format!("{}: {s}", path.display())).collect::<Vec<_>>())?);
    }
    let banyak: Option<u32> = input.days.parse().ok().filter(|_| !input.days.starts_with('+'));
    let days = banyak.ok_or_else(|| vec![format!("--days: \"{}\"; diharapkan bilangan bulat, paling sedikit 0", input.days)])?;
    let salah_hari = |e: layanan::SalahTenggat| vec![format!("--days: {e}")];
    if input.unit == Unit::Hari {
        let jatuh = tambah_hari(from, days).map_err(salah_hari)?;
        return Ok((from, Tenggat { jatuh, tanpa_daftar: Vec::new(), perkiraan: Vec::new() }));
    }
    let t = tambah_hari_kerja(from, days, &kalender).map_err(salah_hari)?;
    // A wrong date would look right: without the list of a year there is no answer.
    if t.tanpa_daftar.is_empty() {
        return Ok((from, t));
    }
    Err(vec![format!("daftar hari libur {} tidak ada; tambahkan dengan --holidays", deret(&t.tanpa_daftar))])
}

fn deret(tahun: &[i16]) -> String {
    tahun.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
