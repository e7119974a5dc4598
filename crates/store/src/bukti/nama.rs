//! File names as people sent them, made harmless and fitting their content.

use crate::berkas::Tipe;

const PANJANG: usize = 120;

/// The last part of the path, without control characters and marks that file systems refuse, at most 120
/// characters, with an ending that fits the content.
#[must_use]
pub fn rapikan_nama(nama: &str, tipe: Tipe) -> String {
    let akhir = nama.rsplit(['/', '\\']).next().unwrap_or_default();
    let bersih: String =
        akhir.chars().filter(|c| !c.is_control() && !tak_tampak(*c)).map(|c| if "<>:\"|?*;".contains(c) { '_' } else { c }).collect();
    let bersih = bersih.trim().trim_matches('.').trim();
    let (pokok, akhiran) = match bersih.rsplit_once('.') {
        Some((p, a)) if tipe.akhiran().contains(&a.to_lowercase().as_str()) => (p.trim(), a.to_owned()),
        _ => (bersih, tipe.akhiran()[0].to_owned()),
    };
    let pokok: String = pokok.chars().take(PANJANG - akhiran.chars().count() - 1).collect();
    let pokok = if pokok.is_empty() { "bukti" } else { pokok.as_str() };
    format!("{pokok}.{akhiran}")
}

/// Marks that turn the reading direction around, so that `gpj.exe` looks like a picture; and zero-width ones.
fn tak_tampak(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_harmless_and_fits() {
        assert_eq!(rapikan_nama("SK Penetapan SP.pdf", Tipe::Pdf), "SK Penetapan SP.pdf");
        assert_eq!(rapikan_nama("C:\\Users\\x\\foto.JPEG", Tipe::Jpeg), "foto.JPEG");
        assert_eq!(rapikan_nama("../../etc/passwd", Tipe::Pdf), "passwd.pdf");
        assert_eq!(rapikan_nama("surat.pdf.exe", Tipe::Pdf), "surat.pdf.exe.pdf");
        assert_eq!(rapikan_nama("a\r\nSet-Cookie: x\"y.png", Tipe::Png), "aSet-Cookie_ x_y.png");
        assert_eq!(rapikan_nama("", Tipe::Docx), "bukti.docx");
        assert_eq!(rapikan_nama("foto\u{202e}gpj.png", Tipe::Png), "fotogpj.png");
        assert_eq!(rapikan_nama(&"x".repeat(500), Tipe::Webp).chars().count(), 120);
    }
}
