//! The list of faults above a form, each a link to its field and named after it. Gets the focus when the page opens.

use askama::{Template, filters::HtmlSafe};

use crate::{formulir::Formulir, konteks::Konteks};

#[derive(Template)]
#[template(path = "komponen/ringkasan.html")]
pub struct Ringkasan {
    judul: String,
    butir: Vec<(String, String)>,
}

impl HtmlSafe for Ringkasan {}

impl Formulir {
    /// `{{ f.ringkasan(k) }}`: nothing when there is no fault. Once the fields were drawn, each fault is named by the label of its field.
    #[must_use]
    pub fn ringkasan(&self, k: &Konteks) -> Ringkasan {
        let teks = |s: &crate::formulir::Salah| sebut(self.label().cari(&s.medan), s.teks(k.bahasa));
        let butir: Vec<_> = self.semua_salah().iter().map(|s| (s.medan.clone(), teks(s))).collect();
        Ringkasan { judul: k.jumlah("umum-salah-judul", butir.len()), butir }
    }
}

/// "Nomor keputusan: Bagian ini wajib diisi." A text that names its field already stays as it is.
fn sebut(label: Option<String>, teks: String) -> String {
    match label {
        Some(l) if !l.is_empty() && !teks.to_lowercase().contains(&l.to_lowercase()) => format!("{l}: {teks}"),
        _ => teks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_named_by_its_field_once() {
        let teks = "Isi nama pertemuan.";
        for (label, harap) in
            [(Some("Jenis"), "Jenis: Isi nama pertemuan."), (Some("Nama pertemuan"), teks), (Some(""), teks), (None, teks)]
        {
            assert_eq!(sebut(label.map(str::to_owned), teks.to_owned()), harap);
        }
    }

    #[test]
    fn the_first_field_of_a_name_names_its_fault() {
        let mut f = Formulir::isi([("nomor", "")]);
        f.salahkan("nomor", "umum-wajib");
        assert_eq!(f.label().cari("nomor"), None, "nothing is drawn yet");
        assert!(f.label().catat("nomor", "Nomor SK"));
        assert!(!f.clone().label().catat("nomor", "Nomor lain"));
        assert_eq!(f.label().cari("nomor").as_deref(), Some("Nomor SK"));
    }
}
