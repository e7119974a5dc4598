//! Maintenance mode: a file in the data folder, so that it can be switched while the database is away, and every node of a shared
//! folder sees it. While it is there pages are read and nothing is written: neither by people nor in the background.

use crate::{Hasil, StoreError, Waktu};
use serde::{Deserialize, Serialize};
use std::{fs, io::ErrorKind, path::Path};

/// Name of the file.
pub const BERKAS: &str = "pemeliharaan.json";

/// Since when (UTC microseconds), and what people are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pemeliharaan {
    pub sejak: i64,
    pub pesan: String,
}

/// Switches it on, or changes what people are told.
///
/// # Errors
/// `DiskPenuh` or `Berkas` when the folder cannot be written.
pub fn nyalakan(folder: &Path, pesan: &str, pada: Waktu) -> Hasil<()> {
    let sejak = baca(folder)?.map_or(pada.0, |p| p.sejak);
    let isi = serde_json::to_vec(&Pemeliharaan { sejak, pesan: pesan.to_owned() }).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let sementara = folder.join(format!("{BERKAS}.baru"));
    fs::write(&sementara, isi).and_then(|()| fs::rename(&sementara, folder.join(BERKAS))).map_err(StoreError::menulis)
}

/// Switches it off; whether it was on.
///
/// # Errors
/// As [`nyalakan`].
pub fn matikan(folder: &Path) -> Hasil<bool> {
    match fs::remove_file(folder.join(BERKAS)) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(StoreError::menulis(e)),
    }
}

/// Whether it is on. A file that cannot be understood counts as on: somebody wanted nothing to be written.
///
/// # Errors
/// `Berkas` when the folder cannot be read.
pub fn baca(folder: &Path) -> Hasil<Option<Pemeliharaan>> {
    match fs::read(folder.join(BERKAS)) {
        Ok(isi) => Ok(Some(serde_json::from_slice(&isi).unwrap_or(Pemeliharaan { sejak: 0, pesan: String::new() }))),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_changed_and_off() {
        let folder = tempfile::tempdir().unwrap();
        let f = folder.path();
        assert_eq!(baca(f).unwrap(), None);
        nyalakan(f, "sampai pukul 20.00", Waktu(5)).unwrap();
        nyalakan(f, "sampai pukul 21.00", Waktu(9)).unwrap();
        assert_eq!(baca(f).unwrap(), Some(Pemeliharaan { sejak: 5, pesan: "sampai pukul 21.00".into() }));
        fs::write(f.join(BERKAS), "?").unwrap();
        assert!(baca(f).unwrap().is_some());
        assert!(matikan(f).unwrap() && !matikan(f).unwrap());
    }
}
