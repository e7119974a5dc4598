//! PDF: the header was seen; here the end must be there too, or the file was cut off.

use super::SalahBerkas;

/// Trailing bytes after the end mark that writers and mail gateways leave.
const EKOR: usize = 2048;

pub(super) fn periksa(isi: &[u8]) -> Result<(), SalahBerkas> {
    let ekor = isi.get(isi.len().saturating_sub(EKOR)..).unwrap_or(isi);
    if !memuat(ekor, b"%%EOF") {
        return Err(SalahBerkas::Terpotong);
    }
    if !memuat(ekor, b"startxref") {
        return Err(SalahBerkas::Rusak);
    }
    Ok(())
}

fn memuat(isi: &[u8], cari: &[u8]) -> bool {
    isi.windows(cari.len()).any(|w| w == cari)
}
