//! Evidence: whole and in pieces, refusals, download, caption, removal.

mod berkas;
mod unggahan;

use axum::{
    body::Body,
    http::{Method, header},
};

use crate::app::{Jawaban, Peramban};

pub const KODE: &str = "1.a.Ak";

pub fn pdf(isi: &str) -> Vec<u8> {
    format!("%PDF-1.4\n{isi}\nstartxref\n9\n%%EOF\n").into_bytes()
}

/// A multipart form as a browser sends it: text fields, then files.
pub async fn multipart(p: &Peramban<'_>, jalur: &str, teks: &[(&str, &str)], berkas: &[(&str, &[u8])]) -> Jawaban {
    let mut b = Vec::new();
    for (nama, isi) in teks {
        b.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{nama}\"\r\n\r\n{isi}\r\n").into_bytes());
    }
    for (nama, isi) in berkas {
        let kepala =
            format!("--x\r\nContent-Disposition: form-data; name=\"{KODE}/berkas\"; filename=\"{nama}\"\r\nContent-Type: x/y\r\n\r\n");
        b.extend(kepala.into_bytes());
        b.extend_from_slice(isi);
        b.extend(b"\r\n");
    }
    b.extend(b"--x--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    p.kirim(req.header(header::CONTENT_LENGTH, b.len()).body(Body::from(b)).unwrap()).await
}
