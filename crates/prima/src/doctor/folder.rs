//! The data folder: whose it is, who may look into it, whether it can be written, room on its disk, the key, maintenance mode.

use std::path::Path;

use store::{Halangan, Kunci, StoreError, pemeliharaan, ukur};

use super::{Laporan, cadangan};
use crate::kata;

/// Free room below which somebody should act, and below which the program will stop writing soon; in MB.
const PERHATIAN_MB: u64 = 2_048;
const GAGAL_MB: u64 = 200;

pub fn periksa(l: &mut Laporan, data: &Path) {
    hak(l, data);
    pemilik(l, data);
    match tempfile::NamedTempFile::new_in(data) {
        Ok(_) => l.baik("folder", format!("{} dapat ditulisi", data.display())),
        Err(e) => {
            let sebab = kata::berkas(&e);
            l.gagal("folder", format!("{} tidak dapat ditulisi ({sebab}); periksa pemiliknya dan apakah disk hanya-baca", data.display()));
        }
    }
    disk(l, data);
    kunci(l, data);
    if data.join(store::cadangan::PENANDA).exists() {
        l.gagal("pemulihan", "pemulihan yang lalu tidak selesai; jalankan `prima restore` sekali lagi");
    }
    match pemeliharaan::baca(data) {
        Ok(None) => {}
        Ok(Some(p)) => l.perhatian(
            "pemeliharaan",
            format!("mode pemeliharaan menyala ({}); tidak ada yang dapat menyimpan. Matikan dengan `prima maintenance off`", p.pesan),
        ),
        Err(e) => l.perhatian("pemeliharaan", format!("tidak dapat dibaca: {}", kata::store(&e))),
    }
}

#[cfg(unix)]
fn hak(l: &mut Laporan, data: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mut terbuka = Vec::new();
    for nama in ["", "instalasi.kunci", "prima.db", "prima.toml"] {
        let jalur = data.join(nama);
        if let Ok(m) = std::fs::metadata(&jalur)
            && m.permissions().mode() & 0o077 != 0
        {
            terbuka.push(jalur.display().to_string());
        }
    }
    if terbuka.is_empty() {
        l.baik("hak folder", "hanya pemiliknya yang dapat membaca folder, kunci, dan basis data");
    } else {
        let nama = terbuka.join(", ");
        l.gagal(
            "hak folder",
            format!("pengguna lain di mesin ini dapat membaca {nama}; jalankan chmod 700 untuk folder, chmod 600 untuk berkas"),
        );
    }
}

#[cfg(not(unix))]
fn hak(_l: &mut Laporan, _data: &Path) {}

/// What lies in the folder belongs to who owns the folder. A command that was run as root leaves files that the program cannot open.
#[cfg(unix)]
fn pemilik(l: &mut Laporan, data: &Path) {
    use std::os::unix::fs::MetadataExt as _;
    let milik = |nama: &str| std::fs::metadata(data.join(nama)).ok().map(|m| m.uid());
    let Some(folder) = milik("") else { return };
    let isi = ["instalasi.kunci", "prima.db", "prima.toml", "objek", "sementara", cadangan::BERKAS].map(|n| (n, milik(n)));
    let asing = asing(folder, &isi);
    if !asing.is_empty() {
        let isi = format!(
            "{} bukan milik pemilik folder {}, misalnya karena perintah dijalankan sebagai root; program tidak dapat membukanya. Jalankan chown -R sesuai pemilik foldernya",
            asing.join(", "),
            data.display()
        );
        l.gagal("pemilik", isi);
    }
}

#[cfg(not(unix))]
fn pemilik(_l: &mut Laporan, _data: &Path) {}

/// Names that exist and belong to somebody else.
#[cfg(unix)]
fn asing<'n>(folder: u32, isi: &[(&'n str, Option<u32>)]) -> Vec<&'n str> {
    isi.iter().filter(|(_, uid)| uid.is_some_and(|u| u != folder)).map(|(nama, _)| *nama).collect()
}

fn disk(l: &mut Laporan, data: &Path) {
    let (bebas, seluruh) = match ukur::disk(data) {
        Ok((b, s)) => (b >> 20, s >> 20),
        Err(e) => return l.perhatian("disk", format!("ruangnya tidak dapat dibaca: {}", kata::store(&e))),
    };
    let isi = format!("{bebas} MB bebas dari {seluruh} MB");
    match bebas {
        0..GAGAL_MB => {
            l.gagal("disk", format!("{isi}; hampir penuh, program akan berhenti menyimpan. Tambah ruang atau pindahkan berkas lain"));
        }
        GAGAL_MB..PERHATIAN_MB => l.perhatian("disk", format!("{isi}; siapkan ruang tambahan")),
        _ => l.baik("disk", isi),
    }
}

/// Whether it fits the database is told with that.
fn kunci(l: &mut Laporan, data: &Path) {
    match Kunci::baca(data) {
        Err(StoreError::Tertahan(Halangan::KunciHilang)) => {
            l.gagal("kunci", "instalasi.kunci tidak ada; ambil dari cadangan. Jangan menjalankan program tanpa kunci yang asli");
        }
        Err(e) => l.gagal("kunci", format!("instalasi.kunci tidak dapat dipakai: {}", kata::store(&e))),
        Ok(_) => {}
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::asing;

    #[test]
    fn files_of_somebody_else_are_named_and_missing_ones_are_not() {
        let isi = [("instalasi.kunci", Some(998)), ("prima.db", Some(0)), ("prima.toml", None), ("objek", Some(0))];
        assert_eq!(asing(998, &isi), ["prima.db", "objek"]);
        assert!(asing(0, &isi[1..]).is_empty());
    }
}
