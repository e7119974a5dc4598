//! What went wrong, in words and with what to do: the system and the store say it in English and with numbers.

use std::{
    io::{Error, ErrorKind},
    net::AddrParseError,
    num::{IntErrorKind, ParseIntError},
};

use clap::error::{ContextKind as Konteks, ContextValue as Nilai, ErrorKind as Jenis};
use store::{Halangan, StoreError};

pub use store::kata::berkas;

/// What makes of a database that is damaged the most that can be saved.
const RUSAK: &str = "Hentikan program, salin seluruh folder data ke disk lain, lihat yang rusak dengan `prima check`, \
    lalu pulihkan cadangan terakhir (`prima restore`) ke folder lain";

/// Of an older program and damaged: it cannot be backed up, and must not be migrated.
pub const BASIS_LAMA_RUSAK: &str = "basis data ini masih dari program yang lebih lama, dan rusak; hanya keadaannya sendiri yang diperiksa. \
    Jangan jalankan `prima migrate`. Hentikan program, salin seluruh folder data ke disk lain, lalu pulihkan cadangan terakhir \
    (`prima restore`) ke folder lain; programnya boleh yang lama atau yang baru";

/// Restored, but sealed under keys that are not here.
pub const TAK_TERBUKA: &str = "datanya sudah pulih, tetapi data pribadi di atas disegel dengan kunci lain dan tidak dapat dibuka. Ganti \
    instalasi.kunci dengan salinan dari masa cadangan itu (sebelum `prima key reseal --buang-lama`), atau pakai cadangan yang lebih baru";

/// The folder cannot be looked into.
pub const MILIK_LAIN: &str = "folder atau isinya milik pengguna lain; jalankan perintah ini sebagai pengguna program (misalnya \
    `sudo -u prima`), atau perbaiki pemiliknya dengan chown -R";

/// A fault of the store.
#[must_use]
pub fn store(e: &StoreError) -> String {
    match e {
        StoreError::Sibuk => "basis data tidak menjawab: sibuk, terkunci, atau (PostgreSQL) tidak berjalan di alamat itu; coba lagi, \
            atau lihat sebabnya dengan `prima doctor`"
            .into(),
        StoreError::GudangJauh => "penyimpanan objek ([objek]), tempat berkas bukti, tidak menjawab; basis datanya tidak apa-apa. Periksa \
            layanan itu dan jaringannya, lalu ulangi; `prima doctor` menyebut sebabnya"
            .into(),
        StoreError::DiskPenuh => "disk penuh atau hanya dapat dibaca".into(),
        StoreError::Rusak(apa) => format!("data yang tersimpan rusak ({apa}). {RUSAK}"),
        StoreError::TidakDitemukan => "tidak ditemukan".into(),
        StoreError::Tertahan(h) => halangan(h),
        StoreError::Berkas(e) => berkas(e),
        StoreError::Basis(e) => format!("basis data: {e}"),
        StoreError::TakPasti => {
            "sambungan ke basis data putus saat menyimpan; tidak diketahui apakah sudah tersimpan. Periksa dahulu".into()
        }
        StoreError::Keadaan("admin-terakhir") => {
            "ini pengelola sistem terakhir yang dapat masuk; beri peran admin kepada orang lain dahulu".into()
        }
        lain => lain.to_string(),
    }
}

/// What is wrong with a backup, of what the store says of it.
#[must_use]
pub fn cadangan(apa: &str) -> &'static str {
    const KATA: [(&str, &str); 8] = [
        ("not a Prima backup", "akhirnya tidak cocok dengan isinya"),
        ("encrypted, and", "kepala sandinya tidak dapat dibaca"),
        ("manifest", "isinya tidak sama dengan daftar isinya"),
        ("cut off or changed", "isinya tidak dapat dibuka atau dibaca sampai akhir"),
        ("object", "ada berkas di dalamnya yang tidak sama dengan sidiknya"),
        ("its key", "kunci instalasi di dalamnya tidak cocok"),
        ("table", "tabel di dalamnya tidak seperti yang tercatat"),
        ("format", "bentuk berkasnya tidak dikenal program ini"),
    ];
    KATA.iter().find(|(inggris, _)| apa.contains(inggris)).map_or("susunannya bukan susunan cadangan Prima", |(_, kata)| kata)
}

/// Why an installation is not opened, and what to do about it.
fn halangan(h: &Halangan) -> String {
    match h {
        Halangan::PemulihanSetengah => {
            "pemulihan yang lalu tidak selesai, jadi folder ini belum utuh; jalankan `prima restore` sekali lagi dengan berkas cadangan yang sama".into()
        }
        Halangan::KunciHilang => "instalasi.kunci tidak ada di folder data, padahal basis datanya sudah berisi. Salin instalasi.kunci yang \
            asli dari cadangan atau mesin lama ke folder itu; kunci baru tidak akan dapat membukanya"
            .into(),
        Halangan::KunciLain => "instalasi.kunci di folder data bukan kunci basis data ini. Datanya tidak rusak: kembalikan instalasi.kunci \
            yang asli; bila kuncinya diganti di mesin lain (`prima key rotate`), salin berkas itu dari sana"
            .into(),
        Halangan::KunciRusak { berkas, baris } => {
            format!("{berkas}: baris {baris} bukan isi berkas kunci (baris pertama 64 angka heksadesimal). Kembalikan salinan yang asli")
        }
        Halangan::BasisHilang => "belum ada basis data di tempat itu; periksa --data dan --database, atau jalankan `prima serve`".into(),
        Halangan::ProgramLama(nama) => format!(
            "basis data ini sudah dipakai program yang lebih baru (migrasi {nama}). Datanya tidak rusak: pakai program versi itu atau \
             sesudahnya; memulihkan cadangan lama akan menghilangkan data"
        ),
        Halangan::MigrasiBerubah(nama) => format!(
            "migrasi {nama} di program ini lain dengan yang pernah dijalankan di basis data ini: programnya bukan terbitan resmi, atau \
             basis datanya milik program lain. Pasang program yang asli"
        ),
        Halangan::CatatanHilang { nama, sidik } => format!(
            "kolom atau tabel dari migrasi {nama} sudah ada, tetapi catatannya di tabel migrasi hilang. Bila program lain sedang memperbarui \
             basis data ini, coba lagi sebentar. Bila tidak, seseorang menghapusnya di luar program: cari tahu siapa, lalu pulihkan cadangan \
             sebelum itu (`prima restore`) ke folder lain; atau, bila isinya diyakini tidak diubah, kembalikan catatannya dengan INSERT INTO \
             migrasi (nama, sidik, pada) VALUES ('{nama}', '{sidik}', 0), lalu jalankan `prima check`"
        ),
        Halangan::SkemaLama { ada, program } => format!(
            "basis data ini masih dari program yang lebih lama ({ada} dari {program} migrasi), dan perintah ini tidak mengubahnya. \
             Buat cadangan dahulu (`prima backup`), lalu jalankan `prima migrate` atau mulai programnya"
        ),
        Halangan::CadanganLain(versi) => format!(
            "cadangan ini dibuat program {versi} dengan migrasi yang tidak dikenal program ini; cadangannya tidak rusak. \
             Pakai program versi itu atau sesudahnya"
        ),
        Halangan::ReplikaTanpaPostgres => "[replika] hanya untuk PostgreSQL (--database); hapus replika.alamat dari pengaturan".into(),
    }
}

/// Why another program cannot be reached.
#[must_use]
pub fn sambungan(e: &Error) -> String {
    match e.kind() {
        ErrorKind::ConnectionRefused => "sambungan ditolak; periksa alamat, porta, dan apakah programnya berjalan".into(),
        ErrorKind::TimedOut => "tidak menjawab; periksa dinding api".into(),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => "jaringannya tidak tercapai".into(),
        _ => berkas(e),
    }
}

/// The same where a library wraps what the system said; what the system did not say stays as the library says it.
#[must_use]
pub fn luar(e: &(dyn std::error::Error + 'static)) -> String {
    let mut sebab = Some(e);
    while let Some(s) = sebab {
        if let Some(io) = s.downcast_ref::<Error>() {
            return sambungan(io);
        }
        sebab = s.source();
    }
    e.to_string()
}

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

    #[derive(Debug, thiserror::Error)]
    #[error("Connection error: {0}")]
    struct Bungkus(#[source] Error);

    #[test]
    fn what_a_library_wraps_is_told_in_words() {
        let tolak = std::net::TcpStream::connect("127.0.0.1:1").unwrap_err();
        assert!(luar(&Bungkus(tolak)).starts_with("sambungan ditolak"));
        assert_eq!(luar(&std::fmt::Error), std::fmt::Error.to_string());
    }

    #[test]
    fn a_port_is_told_in_words() {
        let dipakai = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let galat = std::net::TcpListener::bind(dipakai.local_addr().unwrap()).unwrap_err();
        assert!(porta(&galat).starts_with("sedang dipakai program lain"), "{galat}");
    }
}
