//! The binary: command line, configuration, wiring, background jobs.
//!
//! Lives here: the commands and where they go. Must not live here: what a command does.

mod compute;
mod instrument;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Program evaluasi pelayanan publik (PEKPPP).
#[derive(Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Hitung ulang sebuah angka dari berkas masukan
    #[command(subcommand)]
    Compute(Compute),
    /// Edisi instrumen
    #[command(subcommand)]
    Instrument(Instrument),
}

#[derive(Subcommand)]
enum Compute {
    /// IPP satu unit lokus dari nilai F-02 dan jawaban F-03
    Ipp(Input),
    /// IPP instansi dari IPP unit-unitnya
    Instansi(Input),
}

#[derive(clap::Args)]
struct Input {
    /// Berkas JSON masukan
    input: PathBuf,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Instrument {
    /// Periksa berkas edisi; setiap kesalahan satu baris
    Check { file: PathBuf },
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Compute(Compute::Ipp(i)) => compute::run_ipp(&i.input, i.json),
        Command::Compute(Compute::Instansi(i)) => compute::run_instansi(&i.input, i.json),
        Command::Instrument(Instrument::Check { file }) => instrument::run_check(&file),
    }
}
