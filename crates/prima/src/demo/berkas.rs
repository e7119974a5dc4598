//! Small files for the example: a one-page PDF that says what it is. Invented, and marked so.

use std::fmt::Write as _;

use store::{
    Hasil, StoreError,
    berkas::{self, Berkas},
};

/// A valid one-page PDF with two lines of plain ASCII text.
pub fn pdf(judul: &str) -> Hasil<Berkas> {
    let judul: String = judul.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').filter(|c| !"()\\".contains(*c)).collect();
    let isi = format!(
        "BT /F1 20 Tf 60 760 Td (ILUSTRASI) Tj 0 -36 Td /F1 14 Tf ({judul}) Tj 0 -24 Td (Berkas contoh, bukan dokumen sebenarnya.) Tj ET"
    );
    let objek = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{isi}\nendstream", isi.len()),
    ];
    let mut teks = "%PDF-1.4\n".to_owned();
    let mut letak = Vec::new();
    for (no, o) in objek.iter().enumerate() {
        letak.push(teks.len());
        let _ = writeln!(teks, "{} 0 obj\n{o}\nendobj", no + 1);
    }
    let xref = teks.len();
    let _ = writeln!(teks, "xref\n0 {}\n0000000000 65535 f ", objek.len() + 1);
    for l in letak {
        let _ = writeln!(teks, "{l:010} 00000 n ");
    }
    let _ = writeln!(teks, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF", objek.len() + 1);
    berkas::periksa(teks.into_bytes()).map_err(|e| StoreError::Rusak(e.to_string()))
}
