//! What went wrong, in words and with what to do: the system and the store say it in English and with numbers.

use std::io::{Error, ErrorKind};

use store::{Halangan, StoreError};

/// What makes of a database that is damaged the most that can be saved.
const RUSAK: &str = "Hentikan program, salin seluruh folder data ke disk lain, lihat yang rusak dengan `prima check`, \
    lalu pulihkan cadangan terakhir (`prima restore`) ke folder lain";

/// The folder cannot be looked into.
pub const MILIK_LAIN: &str = "folder atau isinya milik pengguna lain; jalankan perintah ini sebagai pengguna program (misalnya \
    `sudo -u prima`), atau perbaiki pemiliknya dengan chown -R";

/// A fault of the store.
#[must_use]
pub fn store(e: &StoreError) -> String {
    match e {
        StoreError::Sibuk => "basis data tidak menjawab: sibuk, terkunci, atau (PostgreSQL) tidak berjalan di alamat itu; coba lagi".into(),
        StoreError::DiskPenuh => "disk penuh atau hanya dapat dibaca".into(),
        StoreError::Rusak(apa) => format!("data yang tersimpan rusak ({apa}). {RUSAK}"),
        StoreError::TidakDitemukan => "tidak ditemukan".into(),
        StoreError::Tertahan(h) => halangan(h),
        StoreError::Berkas(e) => berkas(e),
        StoreError::Keadaan("admin-terakhir") => {
            "ini administrator terakhir yang dapat masuk; beri peran admin kepada orang lain dahulu".into()
        }
        lain => lain.to_string(),
    }
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

/// Why a file could not be read or written. What has no word of ours is passed on as the system says it.
#[must_use]
pub fn berkas(e: &Error) -> String {
    match e.kind() {
        ErrorKind::NotFound => "tidak ada berkas seperti itu".into(),
        ErrorKind::AlreadyExists => "sudah ada; pilih nama lain".into(),
        ErrorKind::PermissionDenied => "tidak diizinkan; periksa pemilik dan hak berkasnya".into(),
        ErrorKind::IsADirectory => "itu folder, bukan berkas".into(),
        ErrorKind::InvalidData => "bukan teks UTF-8".into(),
        ErrorKind::ReadOnlyFilesystem => "disk hanya dapat dibaca".into(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk penuh".into(),
        _ => e.to_string(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(berkas(&std::fs::read(folder.path().join("tidak-ada")).unwrap_err()), "tidak ada berkas seperti itu");
        assert_eq!(berkas(&std::fs::read(folder.path()).unwrap_err()), "itu folder, bukan berkas");
        std::fs::write(folder.path().join("x"), [0xff, 0xfe]).unwrap();
        assert_eq!(berkas(&std::fs::read_to_string(folder.path().join("x")).unwrap_err()), "bukan teks UTF-8");
        let dipakai = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let galat = std::net::TcpListener::bind(dipakai.local_addr().unwrap()).unwrap_err();
        assert!(porta(&galat).starts_with("sedang dipakai program lain"), "{galat}");
        assert_eq!(berkas(&Error::other("7 byte, terlalu besar")), "7 byte, terlalu besar");
    }
}
