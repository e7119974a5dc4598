//! The form with which a decree comes, whatever it decides: its number, its date, its signed scan. What else a page asks beside them stays
//! with the page, which records its faults in the same form.

use axum::extract::Multipart;
use jiff::civil::Date;
use store::{
    Store,
    objek::{self, Tersimpan},
    sk::SkBaru,
};

use super::{Terkirim, baca, periksa_sk};
use crate::{error::Hasil, formulir::Formulir};

/// Characters of a decree's number.
const NOMOR_MAKS: usize = 120;

/// As it came.
pub struct SkKiriman {
    pub f: Formulir,
    pub tanggal: Option<Date>,
    nomor: Option<String>,
    berkas: Option<Terkirim>,
}

/// Without a fault, its scan kept.
pub struct SkSiap {
    pub nomor: String,
    pub tanggal: Date,
    pub berkas: Tersimpan,
    pub nama_berkas: String,
}

impl SkKiriman {
    /// Faults stay at `nomor`, `tanggal` and `berkas`.
    ///
    /// # Errors
    /// When the request breaks off or is too large.
    pub async fn baca(kiriman: Multipart) -> Hasil<Self> {
        let (mut f, berkas) = baca(kiriman, "berkas").await?;
        f.batasi("nomor", NOMOR_MAKS);
        let nomor = f.wajib("nomor", "periode-sk-salah-nomor");
        let tanggal = f.urai("tanggal", "periode-salah-tanggal");
        periksa_sk(&mut f, berkas.as_ref());
        Ok(Self { f, tanggal, nomor, berkas })
    }

    /// `None` when the form has a fault: no browser sends a chosen file twice, so the form then asks for it again.
    ///
    /// # Errors
    /// When the scan cannot be kept.
    pub fn siap(&mut self, store: &Store) -> Hasil<Option<SkSiap>> {
        if let (Some(nomor), Some(tanggal), Some((nama, isi)), true) = (&self.nomor, self.tanggal, &self.berkas, self.f.sah()) {
            let berkas = objek::simpan(store, isi)?;
            return Ok(Some(SkSiap { nomor: nomor.clone(), tanggal, berkas, nama_berkas: nama.clone() }));
        }
        self.pilih_lagi();
        Ok(None)
    }

    /// A form that is shown again has lost its file.
    pub fn pilih_lagi(&mut self) {
        if self.berkas.is_some() && self.f.salah("berkas").is_none() {
            self.f.salahkan("berkas", "periode-sk-berkas-ulang");
        }
    }
}

impl SkSiap {
    /// For the store; its id is the form's `op`, so that the same form sent twice is one decree.
    #[must_use]
    pub fn baru(&self, f: &Formulir) -> SkBaru<'_> {
        let id = f.nilai("op").parse().unwrap_or_else(|_| store::id::SkId::baru());
        SkBaru { id, nomor: &self.nomor, tanggal: self.tanggal, berkas: &self.berkas, nama_berkas: &self.nama_berkas }
    }
}
