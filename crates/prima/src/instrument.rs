//! `prima instrument check FILE`: validates an edition, one line a fault.
//!
//! Lives here: reading the file and printing. Must not live here: what makes an edition valid (`pekppp`, `skm`).

use std::{
    borrow::Cow,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use pekppp::Edisi;

use crate::{
    compute::{EXIT_WRONG_INPUT, print},
    kata,
};

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
    match read_any(path) {
        Ok(text) => print(&text),
        Err(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            ExitCode::from(EXIT_WRONG_INPUT)
        }
    }
}

/// The summary of an edition of either kind; a survey says of itself that it is one.
fn read_any(path: &Path) -> Result<String, Vec<String>> {
    let text = read_toml(path)?;
    if skm::adalah_edisi_skm(&text) {
        return parse_skm(path, &text).map(|e| summary_skm(&e));
    }
    parse(path, &text).map(|e| summary(&e))
}

/// Reads an edition from a file; the error is one line a fault, each naming the file.
pub fn read_edition(path: &Path) -> Result<Edisi, Vec<String>> {
    parse(path, &read_toml(path)?)
}

fn read_toml(path: &Path) -> Result<String, Vec<String>> {
    read_text(path).map_err(|e| vec![format!("{}: tidak dapat dibaca: {}; diharapkan berkas TOML", path.display(), kata::berkas(&e))])
}

fn parse(path: &Path, text: &str) -> Result<Edisi, Vec<String>> {
    Edisi::baca(text).map_err(|faults| faults.iter().map(|f| format!("{}: {f}", path.display())).collect())
}

fn parse_skm(path: &Path, text: &str) -> Result<skm::Edisi, Vec<String>> {
    skm::Edisi::baca(text).map_err(|faults| faults.iter().map(|f| format!("{}: {f}", path.display())).collect())
}

/// A survey edition: embedded by id, or read from a file.
pub fn read_skm_edition(name: &str) -> Result<Cow<'static, skm::Edisi>, Vec<String>> {
    if let Some((edisi, _)) = skm::bawaan(name) {
        return Ok(Cow::Borrowed(edisi));
    }
    let path = Path::new(name);
    if path.is_file() {
        return parse_skm(path, &read_toml(path)?).map(Cow::Owned);
    }
    let known: Vec<&str> = skm::semua_bawaan().map(|e| e.id.as_str()).collect();
    Err(vec![format!("edisi \"{name}\" tidak dikenal; diharapkan {} atau nama berkas TOML", known.join(", "))])
}

/// Whether a file is named `-`: what comes in on standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a text file of sensible size, or standard input for `-`.
pub fn read_text(path: &Path) -> io::Result<String> {
    if is_stdin(path) {
        let mut text = String::new();
        let size = io::stdin().lock().take(MAX_BYTES + 1).read_to_string(&mut text)?;
        return if size as u64 > MAX_BYTES {
            Err(io::Error::other(format!("lebih dari {MAX_BYTES} byte, terlalu besar")))
        } else {
            Ok(text)
        };
    }
    let size = fs::metadata(path)?.len();
    if size > MAX_BYTES {
        return Err(io::Error::other(format!("{size} byte, terlalu besar")));
    }
    fs::read_to_string(path)
}

fn summary_skm(edisi: &skm::Edisi) -> String {
    let susunan = edisi.lengkap();
    let kind = match (edisi.ilustrasi, edisi.lama) {
        (true, _) => "Benar; ILUSTRASI, bukan instrumen resmi.",
        (_, true) => "Benar; untuk membaca laporan lama, tidak untuk ronde baru.",
        _ => "Benar; dapat dipakai untuk ronde SKM.",
    };
    format!(
        "{}: {}\n{} unsur, {} pertanyaan, skala {} sampai {}, {} isian profil\n{kind}\n",
        edisi.id,
        edisi.nama,
        susunan.k(),
        susunan.pertanyaan().len(),
        edisi.skala.min,
        edisi.skala.maks,
        edisi.profil.len(),
    )
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
