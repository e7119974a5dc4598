//! Passwords that leaked elsewhere, from a file that the office puts into the data folder: `sandi-bocor.txt`. Either one password a
//! line, or SHA-1 digests in hexadecimal ordered by digest (the form in which large lists are published), `:count` behind or not.
//! The file is read where it lies; nothing is asked over a network.

use crate::Hasil;
use ring::digest;
use std::{
    fs::File,
    io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

const NAMA: &str = "sandi-bocor.txt";
/// Longer lines are no line of such a list.
const BARIS_MAKS: u64 = 1024;

/// Whether the list names this password; `false` without a list.
pub async fn ada(folder: &Path, sandi: &str) -> Hasil<bool> {
    let (jalan, sandi): (PathBuf, String) = (folder.join(NAMA), sandi.to_owned());
    super::di_utas(move || cari(&jalan, &sandi)).await?.map_err(Into::into)
}

fn cari(jalan: &Path, sandi: &str) -> std::io::Result<bool> {
    let mut berkas = match File::open(jalan) {
        Ok(b) => b,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(e),
    };
    let panjang = berkas.metadata()?.len();
    let awal = baris_di(&mut berkas, 0)?;
    if sidik_baris(&awal).is_some() {
        let sidik = hex::encode_upper(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, sandi.as_bytes()));
        return belah(&mut berkas, panjang, &sidik);
    }
    berkas.seek(SeekFrom::Start(0))?;
    let mut pembaca = BufReader::new(berkas);
    let (kecil, mut baris) = (sandi.to_lowercase(), Vec::new());
    while pembaca.by_ref().take(BARIS_MAKS).read_until(b'\n', &mut baris)? > 0 {
        if String::from_utf8_lossy(&baris).trim_end_matches(['\r', '\n']).to_lowercase() == kecil {
            return Ok(true);
        }
        baris.clear();
    }
    Ok(false)
}

/// The digest at the beginning of a line.
fn sidik_baris(baris: &str) -> Option<String> {
    let sidik = baris.split(':').next()?.trim();
    (sidik.len() == 40 && sidik.bytes().all(|b| b.is_ascii_hexdigit())).then(|| sidik.to_uppercase())
}

fn baris_di(berkas: &mut File, letak: u64) -> std::io::Result<String> {
    berkas.seek(SeekFrom::Start(letak))?;
    let mut baris = Vec::new();
    BufReader::new(berkas).take(BARIS_MAKS).read_until(b'\n', &mut baris)?;
    Ok(String::from_utf8_lossy(&baris).into_owned())
}

/// Halves the ordered file until the digest is found or has no place.
fn belah(berkas: &mut File, panjang: u64, sidik: &str) -> std::io::Result<bool> {
    // The line that is looked for begins in `bawah..atas`.
    let (mut bawah, mut atas) = (0, panjang);
    while bawah < atas {
        let tengah = bawah + (atas - bawah) / 2;
        let awal = awal_baris(berkas, tengah, bawah)?;
        let baris = baris_di(berkas, awal)?;
        match sidik_baris(&baris).as_deref().map(|ada| ada.cmp(sidik)) {
            Some(std::cmp::Ordering::Equal) => return Ok(true),
            Some(std::cmp::Ordering::Greater) => atas = awal,
            _ => bawah = awal + baris.len() as u64,
        }
    }
    Ok(false)
}

/// Where the line begins that `letak` is in; `bawah` is the beginning of some line before it.
fn awal_baris(berkas: &mut File, letak: u64, bawah: u64) -> std::io::Result<u64> {
    let dari = letak.saturating_sub(BARIS_MAKS).max(bawah);
    berkas.seek(SeekFrom::Start(dari))?;
    let mut potong = Vec::new();
    BufReader::new(berkas).take(letak - dari).read_to_end(&mut potong)?;
    Ok(potong.iter().rposition(|b| *b == b'\n').map_or(dari, |i| dari + i as u64 + 1))
}

#[cfg(test)]
mod tests;
