//! The evidence part of an indicator's card: what is expected, what is there, and the two forms to add (file, link).

use askama::{Template, filters::HtmlSafe};
use pekppp::Indikator;
use store::{bukti::Bukti, id::LokusId};
use uuid::Uuid;

use super::baris::Baris;
use crate::{formulir::Formulir, konteks::Konteks};

/// What the file chooser offers; the content decides.
pub const TERIMA: &str = ".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx";

#[derive(Template)]
#[template(path = "lokus/bukti/formulir.html")]
pub struct TambahBukti<'a> {
    k: &'a Konteks,
    lokus: LokusId,
    i: &'a Indikator,
    bukti: Vec<Baris<'a>>,
    mengisi: bool,
    op: Uuid,
    op_tautan: Uuid,
    f: Formulir,
}

impl HtmlSafe for TambahBukti<'_> {}

impl<'a> TambahBukti<'a> {
    /// `ganti`: the form that came back with faults.
    pub fn baru(k: &'a Konteks, lokus: LokusId, i: &'a Indikator, bukti: Vec<Bukti>, mengisi: bool, ganti: Option<&Formulir>) -> Self {
        let bukti = bukti.into_iter().map(|b| Baris::baru(k, lokus, b, mengisi)).collect();
        let f = ganti.cloned().unwrap_or_default();
        Self { k, lokus, i, bukti, mengisi, op: Uuid::new_v4(), op_tautan: Uuid::new_v4(), f }
    }

    fn medan(&self, nama: &str) -> String {
        format!("{}/{nama}", self.i.kode)
    }

    fn salah_berkas(&self) -> bool {
        !self.f.sah() && self.f.semua_salah().iter().any(|s| s.medan.ends_with("/berkas") || s.medan.ends_with("/keterangan"))
    }

    fn salah_tautan(&self) -> bool {
        !self.f.sah() && !self.salah_berkas()
    }
}
