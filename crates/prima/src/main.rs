//! The command line: one module per subcommand, nothing else here. Results go to standard output, progress and messages
//! to standard error; exit codes as in the command-line contract (0 done, 1 failed, 2 wrong input, 3 a claim does not hold).

mod config;
mod latar;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "prima", version, about = "Evaluation of public service units by the rules of PEKPPP")]
struct Prima {
    #[command(subcommand)]
    perintah: Perintah,
}

#[derive(Subcommand)]
enum Perintah {
    /// Serve the pages.
    Serve(serve::Serve),
    /// Lays out PDF for a serving program; started by it, not by people.
    #[command(hide = true)]
    KerjaPdf,
}

fn main() -> ExitCode {
    match Prima::parse().perintah {
        Perintah::Serve(p) => p.jalankan(),
        Perintah::KerjaPdf => dokumen::worker_main(),
    }
}
