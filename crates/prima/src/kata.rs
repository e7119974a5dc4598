//! What went wrong on the command line, in words: the system and the reader of arguments say it in English.

use std::{
    io::{Error, ErrorKind},
    net::AddrParseError,
    num::{IntErrorKind, ParseIntError},
};

use clap::error::{ContextKind as Konteks, ContextValue as Nilai, ErrorKind as Jenis};

pub use store::kata::berkas;

/// Why an address cannot be listened on.
#[must_use]
pub fn porta(e: &Error) -> String {
    match e.kind() {
        ErrorKind::AddrInUse => "sedang dipakai program lain; pilih porta lain, atau hentikan program itu".into(),
        ErrorKind::PermissionDenied => "tidak diizinkan; porta di bawah 1024 perlu hak khusus".into(),
        ErrorKind::AddrNotAvailable => "bukan alamat mesin ini".into(),
        _ => e.to_string(),
    }
}

/// What is wrong with what was typed: one line that names the option, what stands there, and what is expected. `None` for what is no fault,
/// as a call for help.
#[must_use]
pub fn perintah(e: &clap::Error) -> Option<String> {
    let teks = |k: Konteks| match e.get(k) {
        Some(Nilai::String(s)) => s.clone(),
        Some(Nilai::Strings(s)) => s.join(", "),
        _ => String::new(),
    };
    // An option with its value's name: `--unit <UNIT>`; what stands at its place alone keeps its name.
    let nama = |k: Konteks| match teks(k) {
        t if t.starts_with('-') => t.split(", ").map(|t| t.split(' ').next().unwrap_or_default()).collect::<Vec<_>>().join(", "),
        t => t,
    };
    let saran = |k: Konteks| Some(teks(k)).filter(|t| !t.is_empty()).map(|t| format!("; mungkin maksudnya {t}")).unwrap_or_default();
    let (arg, isi) = (nama(Konteks::InvalidArg), teks(Konteks::InvalidValue));
    let apa = match e.kind() {
        Jenis::DisplayHelp | Jenis::DisplayVersion | Jenis::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        Jenis::InvalidValue if isi.is_empty() => format!("{arg}: nilainya belum ditulis{}", pilihan(&teks(Konteks::ValidValue))),
        Jenis::InvalidValue => format!("{arg}: \"{isi}\" tidak dikenal{}", pilihan(&teks(Konteks::ValidValue))),
        Jenis::ValueValidation => format!("{arg}: \"{isi}\" {}", sebab(e)),
        Jenis::UnknownArgument => format!("{arg}: tidak dikenal di sini{}", saran(Konteks::SuggestedArg)),
        Jenis::InvalidSubcommand => {
            format!("{}: perintah itu tidak ada{}", teks(Konteks::InvalidSubcommand), saran(Konteks::SuggestedSubcommand))
        }
        Jenis::MissingSubcommand => "perintahnya belum lengkap".to_owned(),
        Jenis::MissingRequiredArgument => format!("wajib disebut: {arg}"),
        Jenis::ArgumentConflict if nama(Konteks::PriorArg).is_empty() || nama(Konteks::PriorArg) == arg => {
            format!("{arg}: disebut dua kali")
        }
        Jenis::ArgumentConflict => format!("{arg}: tidak dapat bersama {}", nama(Konteks::PriorArg)),
        Jenis::NoEquals => format!("{arg}: tulis nilainya dengan tanda sama dengan"),
        Jenis::TooManyValues | Jenis::TooFewValues | Jenis::WrongNumberOfValues => format!("{arg}: banyaknya nilai tidak sesuai"),
        Jenis::InvalidUtf8 => "ada yang bukan teks UTF-8".to_owned(),
        _ => e.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    Some(format!("{apa}. Lihat --help"))
}

fn pilihan(semua: &str) -> String {
    if semua.is_empty() { String::new() } else { format!("; pilihannya {semua}") }
}

/// Why a value was not taken. Sentences of our own readers pass as they are.
fn sebab(e: &clap::Error) -> String {
    let Some(s) = std::error::Error::source(e) else { return "tidak dapat dipakai".to_owned() };
    if let Some(n) = s.downcast_ref::<ParseIntError>() {
        return match n.kind() {
            IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => "di luar batas".to_owned(),
            _ => "bukan bilangan bulat".to_owned(),
        };
    }
    if s.is::<AddrParseError>() { "bukan alamat dan porta, misalnya 127.0.0.1:8080".to_owned() } else { s.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_told_in_words() {
        let dipakai = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let galat = std::net::TcpListener::bind(dipakai.local_addr().unwrap()).unwrap_err();
        assert!(porta(&galat).starts_with("sedang dipakai program lain"), "{galat}");
    }
}
