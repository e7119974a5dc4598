//! One piece of evidence in a list: name, kind, size, caption, who and when, and for its owner the ways to change it.

use askama::{Template, filters::HtmlSafe};
use store::{berkas::Tipe, bukti::Bukti, id::LokusId};

use crate::{format, konteks::Konteks};

#[derive(Template)]
#[template(path = "lokus/bukti/baris.html")]
pub struct Baris<'a> {
    k: &'a Konteks,
    lokus: LokusId,
    b: Bukti,
    /// Whether this person may change or delete it now.
    ubah: bool,
}

impl HtmlSafe for Baris<'_> {}

impl<'a> Baris<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, lokus: LokusId, b: Bukti, ubah: bool) -> Self {
        Self { k, lokus, b, ubah }
    }

    fn ukuran(&self) -> String {
        self.b.ukuran.and_then(|n| u64::try_from(n).ok()).map(|n| format::ukuran(self.k.bahasa, n)).unwrap_or_default()
    }

    fn bergambar(&self) -> bool {
        super::kecil::bergambar(self.b.tipe())
    }

    fn tipe(&self) -> &'static str {
        match self.b.tipe() {
            Some(Tipe::Pdf) => "PDF",
            Some(Tipe::Jpeg) => "JPEG",
            Some(Tipe::Png) => "PNG",
            Some(Tipe::Webp) => "WebP",
            Some(Tipe::Xlsx) => "XLSX",
            Some(Tipe::Docx) => "DOCX",
            None => "",
        }
    }

    fn asal(&self) -> String {
        let (nama, pada) = (self.b.oleh_nama.clone(), self.k.waktu(&self.b.pada));
        self.k.a("bukti-asal", [("nama", nama.into()), ("pada", pada.into())])
    }
}
