//! One result out of a publication, as the file of its own that `prima verify` and the check in a browser take.

use super::{
    HASIL, JENIS as JENIS_TERBITAN,
    daftar::sekelompok,
    nama_edisi,
    periksa::{hilang, kecil, rusak},
};
use crate::hasil::{self, Isi, Jenis, Ketat, TidakTerbaca};
use serde_json::Value;
use std::io::{BufReader, Read, Seek};
use zip::ZipArchive;

/// A result of a publication.
#[derive(Debug, Clone)]
pub struct HasilTerbitan {
    pub isi: Isi,
    /// SHA-256 (hex) of its content.
    pub sidik: String,
    /// The signed file.
    pub berkas: String,
}

/// The result of the lokus with this code; `None` when the publication has none. Nothing is checked: the publication was, when it came in.
///
/// # Errors
/// When the archive is not what it was then.
pub fn ambil<R: Read + Seek>(berkas: R, lokus: &str) -> Result<Option<HasilTerbitan>, TidakTerbaca> {
    let mut zip = ZipArchive::new(berkas).map_err(|_| TidakTerbaca(format!("bukan {}", JENIS_TERBITAN.nama)))?;
    let Some(v) = cari(&mut zip, lokus)? else { return Ok(None) };
    let salah = |e: &dyn std::fmt::Display| TidakTerbaca(format!("{HASIL}, {lokus}: {e}"));
    let (isi, amplop): (Isi, _) = Jenis::urai(&v, |v| serde_json::from_value(v.clone()))?;
    let nama = nama_edisi(&isi.edisi.sidik);
    let edisi = String::from_utf8(kecil(&mut zip, &nama)?).map_err(|_| rusak(&nama))?;
    let tanda = v.get("tanda").and_then(Value::as_str).and_then(|t| hex::decode(t).ok()).ok_or_else(|| salah(&"tanda"))?;
    let berkas = hasil::berkas(&amplop.isi.to_string(), &edisi, &amplop.sidik, &tanda).map_err(|e| salah(&e))?;
    Ok(Some(HasilTerbitan { isi, sidik: amplop.sidik, berkas }))
}

fn cari<R: Read + Seek>(zip: &mut ZipArchive<R>, lokus: &str) -> Result<Option<Value>, TidakTerbaca> {
    let mut baca = BufReader::new(zip.by_name(HASIL).map_err(|_| hilang(HASIL))?);
    let mut sudah = 0;
    loop {
        let baris = sekelompok(&mut baca, sudah)?;
        if baris.is_empty() {
            return Ok(None);
        }
        sudah += baris.len() as u64;
        // A line that does not hold the code anywhere need not be taken apart.
        let calon = baris.iter().filter_map(|b| std::str::from_utf8(b).ok()).filter(|b| b.contains(lokus));
        for b in calon {
            let Ketat(v) = serde_json::from_str(b).map_err(|_| rusak(HASIL))?;
            if v.pointer("/isi/lokus/kode").and_then(Value::as_str) == Some(lokus) {
                return Ok(Some(v));
            }
        }
    }
}
