//! PDF by Typst: PDF/A-2a and PDF/UA-1, bundled fonts, same input same bytes.
//!
//! Templates are ours and embedded (`templat/*.typ`); user text reaches them only as values of a virtual `data.json`,
//! never as markup. Layout blocks for 0.1 s or more and cannot be cancelled: servers use [`crate::Pencetak`].

mod bahan;
mod dunia;
mod gambar_skm;
mod huruf;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::Error;
use crate::masukan::{Dokumen, Kepala};
use bahan::Bahan;
use dunia::Dunia;

/// Lays out one document. Same input, same bytes.
///
/// # Errors
/// [`Error::TataLetak`] when the template or the PDF/A check refuses; [`Error::BukanAngka`] or
/// [`Error::QrTerlaluPanjang`] when an input cannot be drawn.
pub fn render(dokumen: &Dokumen) -> Result<Vec<u8>, Error> {
    let dokumen = &huruf::bersihkan(dokumen, dunia::huruf())?;
    let bahan = Bahan::siapkan(dokumen)?;
    let hasil = susun(&Dunia::new(bahan)?, dokumen.kepala());
    // Typst memoises without bound: 12 MB a report stay behind otherwise, after failures too.
    comemo::evict(0);
    hasil
}

fn susun(dunia: &Dunia, kepala: &Kepala) -> Result<Vec<u8>, Error> {
    let tersusun = typst::compile(dunia);
    for peringatan in &tersusun.warnings {
        tracing::warn!(pesan = %peringatan.message, "typst");
    }
    let dokumen = tersusun.output.map_err(|galat| tata_letak(&galat))?;
    let standar =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|galat| Error::TataLetak(galat.message().to_string()))?;
    let pilihan = PdfOptions {
        ident: Smart::Custom(format!("{}/{}", kepala.dibuat, kepala.nomor.as_deref().unwrap_or_default())),
        creator: Smart::Custom(Some(format!("Prima {}", env!("CARGO_PKG_VERSION")))),
        timestamp: waktu(kepala),
        standards: standar,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&dokumen, &pilihan).map_err(|galat| tata_letak(&galat))
}

fn waktu(kepala: &Kepala) -> Option<Timestamp> {
    let utc = kepala.dibuat.to_zoned(jiff::tz::TimeZone::UTC);
    let bagian = |nilai: i8| u8::try_from(nilai).ok();
    Datetime::from_ymd_hms(
        utc.year().into(),
        bagian(utc.month())?,
        bagian(utc.day())?,
        bagian(utc.hour())?,
        bagian(utc.minute())?,
        bagian(utc.second())?,
    )
    .map(Timestamp::new_utc)
}

fn tata_letak(galat: &[SourceDiagnostic]) -> Error {
    let pesan: Vec<&str> = galat.iter().map(|satu| satu.message.as_str()).collect();
    Error::TataLetak(pesan.join("; "))
}
