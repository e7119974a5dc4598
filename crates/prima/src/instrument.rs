//! `prima instrument check FILE`: validates an edition, one line a fault.
//!
//! Lives here: reading the file and printing. Must not live here: what makes an edition valid (`pekppp`).

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use pekppp::Edisi;

use crate::compute::{EXIT_WRONG_INPUT, print};

/// A file beyond this is no edition; it is refused before it is read.
const MAX_BYTES: u64 = 4 << 20;

#[derive(Subcommand)]
pub enum Instrument {
    /// Periksa berkas edisi; setiap kesalahan satu baris
    Check { file: PathBuf },
}

impl Instrument {
    pub fn jalankan(&self) -> ExitCode {
        match self {
            Self::Check { file } => run_check(file),
        }
    }
}

/// Exit 0: valid (a summary on standard output). Exit 2: faults on standard error.
fn run_check(path: &Path) -> ExitCode {
    match read_edition(path) {
        Ok(edisi) => print(&summary(&edisi)),
        Err(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            ExitCode::from(EXIT_WRONG_INPUT)
        }
    }
}

/// Reads an edition from a file; the error is one line a fault, each naming the file.
pub fn read_edition(path: &Path) -> Result<Edisi, Vec<String>> {
    let file = path.display();
    let text = read_text(path).map_err(|e| vec![format!("{file}: tidak dapat dibaca: {e}; diharapkan berkas TOML")])?;
    Edisi::baca(&text).map_err(|faults| faults.iter().map(|f| format!("{file}: {f}")).collect())
}

/// Reads a text file of sensible size.
pub fn read_text(path: &Path) -> io::Result<String> {
    let size = fs::metadata(path)?.len();
    if size > MAX_BYTES {
        return Err(io::Error::other(format!("{size} byte, terlalu besar")));
    }
    fs::read_to_string(path)
}

fn summary(edisi: &Edisi) -> String {
    let mut text = format!(
        "{}: {}\n{} aspek, {} indikator berbobot, {} tambahan, {} pernyataan F-03\n",
        edisi.id,
        edisi.nama,
        edisi.aspek.len(),
        edisi.indikator().count(),
        edisi.tambahan.len(),
        edisi.f03.pernyataan.len(),
    );
    match edisi.dapat_dipakai() {
        Ok(()) => text.push_str("Benar; dapat dipakai untuk periode.\n"),
        Err(halangan) => {
            text.push_str("Benar, tetapi belum dapat dipakai untuk periode:\n");
            let lines: Vec<String> = halangan
                .iter()
                .map(|h| {
                    format!(
                        "- {h}
"
                    )
                })
                .collect();
            text.push_str(&lines.concat());
        }
    }
    text
}
