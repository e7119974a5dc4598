//! `prima compute skm INPUT.csv`: respondents' answers to NRR, IKM and class.
//!
//! Lives here: arguments and the output of CLI.md. Reading rows is `baris`, the header is `kepala`. Must not live here:
//! rules or arithmetic (crate `skm`).

mod baris;
mod kepala;

use std::{
    fs,
    io::{Read, stdin},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use skm::{Bobot, Edisi, HasilSkm, Hitungan, Urutan, hitung};

use self::baris::{Rejected, Rows};
use super::{Faults, Output, finish};
use crate::instrument::{is_stdin, read_skm_edition};

/// Larger inputs are refused before they are read.
const MAX_BYTES: u64 = 512 << 20;

#[derive(Args)]
pub struct Input {
    /// Berkas CSV jawaban; satu baris satu responden. `-`: dari masukan baku
    input: PathBuf,
    /// Urutan u1..u9: menurut peraturan atau menurut kuesioner
    #[arg(long, value_enum)]
    order: Option<Order>,
    /// Bobot; selain exact hanya untuk mencocokkan dengan laporan lama
    #[arg(long, value_enum, default_value = "exact")]
    weight: Weight,
    /// Id edisi atau berkas TOML
    #[arg(long, default_value = "skm-2017")]
    instrument: String,
    /// Unsur yang tidak ditanyakan (k berkurang); boleh diulang
    #[arg(long, value_name = "UNSUR")]
    without: Vec<String>,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Order {
    Regulation,
    Questionnaire,
}

#[derive(Clone, Copy, ValueEnum)]
enum Weight {
    Exact,
    #[value(name = "0.111")]
    ThreeDecimals,
    #[value(name = "0.11")]
    TwoDecimals,
}

pub(super) fn run(input: &Input) -> ExitCode {
    finish(&input.input, input.json, compute(input))
}

fn compute(input: &Input) -> Result<Output, Faults> {
    let edisi = read_skm_edition(&input.instrument)?;
    let without: Vec<&str> = input.without.iter().map(String::as_str).collect();
    let susunan = edisi.susunan(&without).map_err(|e| vec![format!("--without: {e}")])?;
    let answers = open(input)?;
    let order = input.order.map(|o| match o {
        Order::Regulation => Urutan::Peraturan,
        Order::Questionnaire => Urutan::Kuesioner,
    });
    let rows = baris::read(answers, &susunan, order)?;
    let hitungan = Hitungan::dari_jawaban(&susunan, &rows.answers);
    if hitungan.n == 0 {
        let mut faults: Faults = rows.rejected.iter().map(Rejected::to_string).collect();
        faults.push("tidak ada baris yang dapat dihitung; diharapkan paling sedikit satu jawaban lengkap".into());
        return Err(faults);
    }
    let weight = match input.weight {
        Weight::Exact => Bobot::Persis,
        Weight::ThreeDecimals => Bobot::Desimal(3),
        Weight::TwoDecimals => Bobot::Desimal(2),
    };
    let hasil = hitung(&susunan, &hitungan, weight).map_err(|e| vec![e.to_string()])?;
    let straight = rows.answers.iter().filter(|j| skm::kualitas::lurus(j.nilai())).count();
    Ok(Output {
        json: document(&edisi, &hasil, &rows, straight),
        text: summary(&edisi, &hasil, &rows),
        warnings: rows.rejected.iter().map(|r| format!("{r}; tidak dihitung")).collect(),
    })
}

/// The file, or standard input for `-`.
fn open(input: &Input) -> Result<Box<dyn Read>, Faults> {
    if is_stdin(&input.input) {
        return Ok(Box::new(stdin().take(MAX_BYTES)));
    }
    let file = fs::File::open(&input.input)
        .map_err(|e| vec![format!("tidak dapat dibaca: {}; diharapkan berkas CSV", crate::kata::berkas(&e))])?;
    if file.metadata().is_ok_and(|m| m.len() > MAX_BYTES) {
        return Err(vec![format!("lebih dari {MAX_BYTES} byte; diharapkan berkas yang lebih kecil")]);
    }
    Ok(Box::new(file))
}

fn document(edisi: &Edisi, hasil: &HasilSkm, rows: &Rows, straight: usize) -> Value {
    let p = &edisi.penilaian;
    let unsur = |u: &skm::HasilUnsur| json!({ "key": u.kunci, "nrr": u.nrr.tampil(p.nrr_desimal), "mutu": u.mutu });
    json!({
        "n": hasil.n,
        "rejected": rows.rejected.iter().map(Rejected::json).collect::<Vec<_>>(),
        "unsur": hasil.unsur.iter().map(unsur).collect::<Vec<_>>(),
        "index": hasil.indeks.tampil(4),
        "ikm": hasil.ikm.tampil(p.ikm_desimal),
        "mutu": hasil.mutu,
        "kinerja": hasil.kinerja,
        "weight": hasil.bobot.kunci(edisi),
        "quality": { "straight_lined": straight, "duplicates": rows.duplicates },
    })
}

fn summary(edisi: &Edisi, hasil: &HasilSkm, rows: &Rows) -> String {
    let p = &edisi.penilaian;
    let mut lines =
        vec![format!("Edisi      {}", hasil.edisi), format!("Responden  {} ({} baris tidak dihitung)", hasil.n, rows.rejected.len())];
    for u in &hasil.unsur {
        let nama = edisi.cari_unsur(&u.kunci).map_or(u.kunci.as_str(), |x| x.nama.as_str());
        lines.push(format!("{:<10} {}  {}  {}", u.kunci, u.nrr.tampil(p.nrr_desimal), u.mutu, nama));
    }
    let ikm = hasil.ikm.tampil(p.ikm_desimal);
    lines.push(format!("IKM        {ikm} ({} {}), indeks {}", hasil.mutu, hasil.kinerja, hasil.indeks.tampil(4)));
    if hasil.bobot != Bobot::Persis {
        lines.push(format!("Bobot {}: hanya untuk mencocokkan dengan laporan lama", hasil.bobot.kunci(edisi)));
    }
    lines.join("\n") + "\n"
}
