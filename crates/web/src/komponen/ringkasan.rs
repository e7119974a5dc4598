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
    /// `{{ f.ringkasan(k) }}`: nothing when there is no fault.
    #[must_use]
    pub fn ringkasan(&self, k: &Konteks) -> Ringkasan {
        let butir: Vec<_> = self.semua_salah().iter().map(|s| (s.medan.clone(), s.teks(k.bahasa))).collect();
        Ringkasan { judul: k.jumlah("umum-salah-judul", butir.len()), butir }
    }
}

/// The page with each fault of its summary named by the label of its field: "Nomor keputusan: Bagian ini wajib diisi.".
/// The summary is drawn before the fields, so their labels are known only when the page is whole. A fault whose text
/// names its field already, or whose field has no label on the page, stays as it is.
#[must_use]
pub fn sebut_medan(html: String) -> String {
    let Some(awal) = html.find(r#"id="ringkasan-salah""#) else { return html };
    let Some(panjang) = html[awal..].find("</ul>") else { return html };
    let (kepala, sisa) = html.split_at(awal);
    let (daftar, badan) = sisa.split_at(panjang);
    let mut hasil = String::with_capacity(html.len() + 256);
    hasil.push_str(kepala);
    for (n, bagian) in daftar.split(r##"<a href="#"##).enumerate() {
        if n == 0 {
            hasil.push_str(bagian);
            continue;
        }
        hasil.push_str(r##"<a href="#"##);
        match bagian.split_once("\">").map(|(id, teks)| (id, teks, label(badan, id).unwrap_or_default())) {
            Some((id, teks, nama)) if !nama.is_empty() && !teks.to_lowercase().contains(&nama.to_lowercase()) => {
                hasil.extend([id, "\">", nama, ": ", teks]);
            }
            _ => hasil.push_str(bagian),
        }
    }
    hasil.push_str(badan);
    hasil
}

/// The label of the field with this id, as `komponen::medan` draws it; already escaped.
fn label<'a>(badan: &'a str, id: &str) -> Option<&'a str> {
    let satu = |tanda: String, lalu: &str| {
        let (_, sisa) = badan.split_once(&tanda)?;
        let (_, sisa) = sisa.split_once(lalu)?;
        sisa.split('<').next().map(str::trim)
    };
    satu(format!(r#"<label class="medan__label" for="{id}""#), ">")
        .or_else(|| satu(format!(r#"<fieldset id="{id}""#), r#"<legend class="medan__label">"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALAMAN: &str = concat!(
        r##"<div id="ringkasan-salah"><ul><li><a href="#nomor">Bagian ini wajib diisi.</a></li><li><a href="#jenis">Pilih satu.</a></li>"##,
        r##"<li><a href="#nama">Isi nama pertemuan.</a></li><li><a href="#lain">Muat ulang.</a></li></ul></div>"##,
        r#"<label class="medan__label" for="nomor">Nomor &amp; tanggal <span>(opsional)</span></label>"#,
        r#"<fieldset id="jenis" tabindex="-1"><legend class="medan__label">Jenis layanan</legend></fieldset>"#,
        r#"<label class="medan__label" for="nama">Nama pertemuan</label>"#,
    );

    #[test]
    fn faults_are_named_by_their_fields() {
        let html = sebut_medan(HALAMAN.to_owned());
        for ada in [
            r##"<a href="#nomor">Nomor &amp; tanggal: Bagian ini wajib diisi.</a>"##,
            r##"<a href="#jenis">Jenis layanan: Pilih satu.</a>"##,
            r##"<a href="#nama">Isi nama pertemuan.</a>"##,
            r##"<a href="#lain">Muat ulang.</a>"##,
        ] {
            assert!(html.contains(ada), "{ada} in {html}");
        }
        assert!(html.ends_with("Nama pertemuan</label>"));
    }

    #[test]
    fn a_page_without_a_summary_stays_as_it_is() {
        for html in ["<p>Tidak ada.</p>", r#"<div id="ringkasan-salah">"#] {
            assert_eq!(sebut_medan(html.to_owned()), html);
        }
    }
}
