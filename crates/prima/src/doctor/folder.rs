//! The data folder: whose it is, who may look into it, whether it can be written, room on its disk, the key, maintenance mode.

use std::path::Path;

use store::{Kunci, pemeliharaan, ukur};

use super::Laporan;

/// Free room below which somebody should act, and below which the program will stop writing soon; in MB.
const PERHATIAN_MB: u64 = 2_048;
const GAGAL_MB: u64 = 200;

pub fn periksa(l: &mut Laporan, data: &Path) {
    hak(l, data);
    match tempfile::NamedTempFile::new_in(data) {
        Ok(_) => l.baik("folder", format!("{} dapat ditulisi", data.display())),
        Err(e) => {
            l.gagal("folder", format!("{} tidak dapat ditulisi ({e}); periksa pemiliknya dan apakah disk hanya-baca", data.display()));
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
        Err(e) => l.perhatian("pemeliharaan", format!("tidak dapat dibaca: {e}")),
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

fn disk(l: &mut Laporan, data: &Path) {
    let (bebas, seluruh) = match ukur::disk(data) {
        Ok((b, s)) => (b >> 20, s >> 20),
        Err(e) => return l.perhatian("disk", format!("ruangnya tidak dapat dibaca: {e}")),
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

fn kunci(l: &mut Laporan, data: &Path) {
    // Opening makes a key where there is none; looking must not.
    if !data.join("instalasi.kunci").exists() {
        return l.gagal("kunci", "instalasi.kunci tidak ada; ambil dari cadangan. Jangan menjalankan program tanpa kunci yang asli");
    }
    match Kunci::buka(data) {
        Ok(k) => l.baik("kunci", format!("kunci instalasi {}", k.publik().id())),
        Err(e) => l.gagal("kunci", format!("instalasi.kunci tidak dapat dibaca ({e}); pulihkan dari cadangan")),
    }
}
