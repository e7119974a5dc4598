//! What went wrong with a file, in words: the system says it in English and with numbers.

use std::io::{Error, ErrorKind};

/// Why a file could not be read or written. What has no word of ours is passed on as the system says it.
#[must_use]
pub fn berkas(e: &Error) -> String {
    match e.kind() {
        ErrorKind::NotFound => "tidak ada berkas seperti itu".into(),
        ErrorKind::AlreadyExists => "sudah ada; pilih nama lain".into(),
        ErrorKind::PermissionDenied => "tidak diizinkan; periksa pemilik dan hak berkasnya".into(),
        ErrorKind::IsADirectory => "itu folder, bukan berkas".into(),
        ErrorKind::NotADirectory => "sebagian jalannya bukan folder".into(),
        ErrorKind::InvalidData => "bukan teks UTF-8".into(),
        ErrorKind::ReadOnlyFilesystem => "disk hanya dapat dibaca".into(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk penuh".into(),
        // The disk itself (EIO): it has no kind of its own.
        _ if e.raw_os_error() == Some(5) => "disknya gagal membaca bagian itu; kemungkinan rusak".into(),
        // Kinds that have no name of their own yet: ELOOP, EMFILE, ENFILE.
        _ if e.raw_os_error() == Some(40) => "tautan simbolik yang berputar, atau terlalu banyak berantai".into(),
        _ if matches!(e.raw_os_error(), Some(23 | 24)) => "terlalu banyak berkas terbuka di mesin ini".into(),
        ErrorKind::FileTooLarge => "berkasnya melampaui ukuran terbesar yang diizinkan sistem".into(),
        _ => e.to_string(),
    }
}

/// What was found damaged, for a finding: the store says it in English, for the log.
#[must_use]
pub fn rusak(apa: &str) -> String {
    if let Some(sidik) = apa.strip_prefix("edition ").and_then(|a| a.strip_suffix(" was changed")) {
        return format!("naskah edisi {sidik} berubah, sidiknya tidak cocok");
    }
    if let Some(id) = apa.strip_prefix("frozen result ").and_then(|a| a.strip_suffix(" was changed")) {
        return format!("hasil beku {id} berubah, sidiknya tidak cocok");
    }
    if let Some(sidik) = apa.strip_prefix("object ").and_then(|a| a.strip_suffix(" is missing")) {
        return format!("berkas {sidik} hilang");
    }
    // What the database says of itself stands in words already.
    if apa.contains("rusak") {
        return apa.to_owned();
    }
    format!("ada isi yang tidak terbaca sebagaimana mestinya (keterangan teknis: {apa})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_is_told_in_words() {
        assert_eq!(rusak("edition ab12 was changed"), "naskah edisi ab12 berubah, sidiknya tidak cocok");
        assert_eq!(rusak("x: y"), "ada isi yang tidak terbaca sebagaimana mestinya (keterangan teknis: x: y)");
    }

    #[test]
    fn what_the_system_says_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(berkas(&std::fs::read(folder.path().join("tidak-ada")).unwrap_err()), "tidak ada berkas seperti itu");
        assert_eq!(berkas(&std::fs::read(folder.path()).unwrap_err()), "itu folder, bukan berkas");
        let putar = folder.path().join("putar");
        std::os::unix::fs::symlink(&putar, &putar).unwrap();
        assert!(berkas(&std::fs::read(&putar).unwrap_err()).starts_with("tautan simbolik yang berputar"));
        std::fs::write(folder.path().join("x"), [0xff, 0xfe]).unwrap();
        assert_eq!(berkas(&std::fs::read_to_string(folder.path().join("x")).unwrap_err()), "bukan teks UTF-8");
        assert_eq!(berkas(&std::fs::read(folder.path().join("x").join("y")).unwrap_err()), "sebagian jalannya bukan folder");
        assert_eq!(berkas(&ErrorKind::StorageFull.into()), "disk penuh");
        assert!(berkas(&Error::from_raw_os_error(5)).starts_with("disknya gagal membaca"));
        assert_eq!(berkas(&Error::other("7 byte, terlalu besar")), "7 byte, terlalu besar");
    }
}
