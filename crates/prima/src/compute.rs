//! `prima compute …`: recomputes a figure from an input file.
//!
//! Lives here: exit codes and printing shared by the figures, one file each below. Must not live here:
//! any arithmetic (`pekppp`, `skm`, `layanan`). Nothing goes to standard output unless the exit code is 0.

mod deadline;
mod instansi;
mod ipp;
mod json;
mod sample;
mod skm;

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};

use self::json::Json;
use crate::{instrument::read_text, kata};

/// The input is wrong; one line a fault went to standard error.
pub const EXIT_WRONG_INPUT: u8 = 2;

/// What a figure prints: the document or the summary, and warnings for standard error.
struct Output {
    json: serde_json::Value,
    text: String,
    warnings: Vec<String>,
}

/// Faults of the input, one line each, without the file name.
type Faults = Vec<String>;

/// The shapes are those of the command-line contract.
#[derive(Subcommand)]
pub enum Compute {
    /// IPP satu unit lokus dari nilai F-02 dan jawaban F-03
    Ipp(Input),
    /// IPP instansi dari IPP unit-unitnya
    Instansi(Input),
    /// NRR, IKM, dan mutu dari jawaban responden SKM
    Skm(skm::Input),
    /// Jumlah sampel untuk populasi N
    Sample(sample::Input),
    /// Tanggal jatuh tempo menurut kalender hari kerja
    Deadline(deadline::Input),
}

#[derive(Args)]
pub struct Input {
    /// Berkas JSON masukan; `-`: dari masukan baku
    input: PathBuf,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

impl Compute {
    pub fn jalankan(&self) -> ExitCode {
        match self {
            Self::Ipp(i) => run(&i.input, i.json, ipp::compute),
            Self::Instansi(i) => run(&i.input, i.json, instansi::compute),
            Self::Skm(i) => skm::run(i),
            Self::Sample(i) => sample::run(i),
            Self::Deadline(i) => deadline::run(i),
        }
    }
}

fn run(path: &Path, json: bool, compute: fn(&Json) -> Result<Output, Faults>) -> ExitCode {
    let parsed = read_text(path)
        .map_err(|e| vec![format!("tidak dapat dibaca: {}; diharapkan berkas JSON", kata::berkas(&e))])
        .and_then(|text| Json::parse(&text).map_err(|e| vec![format!("{}; diharapkan JSON yang benar", store::json::salah(&e))]));
    finish(path, json, parsed.and_then(|input| compute(&input)))
}

/// Warnings and faults to standard error, the document or the summary to standard output.
fn finish(path: &Path, json: bool, result: Result<Output, Faults>) -> ExitCode {
    match result {
        Ok(output) => {
            for warning in &output.warnings {
                eprintln!("{}: peringatan: {warning}", path.display());
            }
            if json { print(&format!("{:#}\n", output.json)) } else { print(&output.text) }
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}: {fault}", path.display());
            }
            ExitCode::from(EXIT_WRONG_INPUT)
        }
    }
}

/// Writes to standard output; a closed pipe is exit 1, not a panic.
pub fn print(text: &str) -> ExitCode {
    match stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
