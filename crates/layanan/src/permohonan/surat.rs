//! Letters: plain text with places in braces (`{nama}`, `{isian:alamat}`) that are filled from a case. What is filled in is text,
//! never read again for places, so an applicant's words cannot reach another place.

use std::collections::BTreeMap;

/// Places that every case has, with what stands there.
pub const TEMPAT: [&str; 7] = ["nama", "kode", "layanan", "unit", "tanggal-terima", "tanggal", "nomor"];

/// Characters of a template.
pub const SURAT_MAKS: usize = 10_000;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahSurat {
    #[error("lebih dari {SURAT_MAKS} huruf")]
    TerlaluPanjang,
    #[error("tempat {{{0}}} tidak dikenal")]
    Asing(String),
    #[error("kurung kurawal tidak berpasangan")]
    Kurung,
}

enum Bagian<'a> {
    Teks(&'a str),
    Tempat(&'a str),
}

fn urai(templat: &str) -> Result<Vec<Bagian<'_>>, SalahSurat> {
    let (mut bagian, mut sisa) = (Vec::new(), templat);
    while let Some(buka) = sisa.find(['{', '}']) {
        let (awal, lanjut) = sisa.split_at(buka);
        let dalam = lanjut.strip_prefix('{').ok_or(SalahSurat::Kurung)?;
        let (nama, akhir) = dalam.split_once('}').ok_or(SalahSurat::Kurung)?;
        if nama.contains('{') {
            return Err(SalahSurat::Kurung);
        }
        bagian.extend([Bagian::Teks(awal), Bagian::Tempat(nama.trim())]);
        sisa = akhir;
    }
    bagian.push(Bagian::Teks(sisa));
    Ok(bagian)
}

/// Checks a template; `isian`: names of the form's fields.
///
/// # Errors
/// See [`SalahSurat`].
pub fn periksa<'a>(templat: &str, isian: impl Iterator<Item = &'a str>) -> Result<(), SalahSurat> {
    if templat.chars().count() > SURAT_MAKS {
        return Err(SalahSurat::TerlaluPanjang);
    }
    let isian: Vec<&str> = isian.collect();
    for b in urai(templat)? {
        if let Bagian::Tempat(nama) = b {
            let medan = nama.strip_prefix("isian:").is_some_and(|m| isian.contains(&m));
            if !medan && !TEMPAT.contains(&nama) {
                return Err(SalahSurat::Asing(nama.chars().take(60).collect()));
            }
        }
    }
    Ok(())
}

/// The first place in braces that still stands in a letter which is about to be printed: the officer wrote it, or took it over from
/// another letter. `isian`: names of the form's fields. Braces around other words are text.
pub fn tersisa<'t, 'a>(teks: &'t str, isian: impl Iterator<Item = &'a str>) -> Option<&'t str> {
    let isian: Vec<&str> = isian.collect();
    teks.split('{')
        .skip(1)
        .filter_map(|sisa| sisa.split_once('}'))
        .map(|(nama, _)| nama.trim())
        .find(|nama| TEMPAT.contains(nama) || nama.strip_prefix("isian:").is_some_and(|m| isian.contains(&m)))
}

/// The letter. A place without a value becomes a dash.
///
/// # Errors
/// [`SalahSurat::Kurung`].
pub fn isi(templat: &str, nilai: &BTreeMap<String, String>) -> Result<String, SalahSurat> {
    let satu = |b: Bagian<'_>| match b {
        Bagian::Teks(t) => t.to_owned(),
        Bagian::Tempat(nama) => nilai.get(nama).filter(|v| !v.trim().is_empty()).map_or_else(|| "–".to_owned(), Clone::clone),
    };
    Ok(urai(templat)?.into_iter().map(satu).collect())
}
