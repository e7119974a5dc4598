//! `prima compute sample N`: the sample for a population, by Krejcie and Morgan.
//!
//! Lives here: arguments and output. Must not live here: table and formula (edition and crate `skm`).

use std::process::ExitCode;

use clap::Args;
use serde_json::json;
use skm::{bawaan, sampel};

use super::{EXIT_WRONG_INPUT, print};

/// The table is the same in all editions that ship; this one names it.
const EDITION: &str = "skm-2017";

#[derive(Args)]
pub struct Input {
    /// Banyaknya pengguna layanan dalam periode itu
    #[arg(value_name = "N", allow_hyphen_values = true)]
    population: String,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(input: &Input) -> ExitCode {
    let found = input.population.trim().parse().ok().filter(|_| !input.population.starts_with('+'));
    let computed = found.and_then(|n| Some((n, sampel::ukuran(&bawaan(EDITION)?.0.sampel, n)?)));
    let Some((population, sample)) = computed else {
        eprintln!("N: \"{}\"; diharapkan bilangan bulat, paling sedikit 1", input.population);
        return ExitCode::from(EXIT_WRONG_INPUT);
    };
    if input.json {
        print(&format!("{:#}\n", json!({ "population": population, "sample": sample })))
    } else {
        print(&format!("Populasi {population}, sampel paling sedikit {sample} (Krejcie dan Morgan)\n"))
    }
}
