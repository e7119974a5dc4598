//! What server and worker say to each other over the worker's stdin and stdout.
//!
//! A message is a length (u32, little endian) and that many bytes. Request: as JSON, a document or the file of a picture.
//! Answer: one status byte, then the PDF or the small picture (0) or the message of a failure as UTF-8 (1).

use std::path::PathBuf;

use crate::masukan::Dokumen;

#[derive(serde::Serialize, serde::Deserialize)]
pub enum Permintaan {
    Pdf(Box<Dokumen>),
    Kecil(PathBuf),
}

/// Upper bound of a message: refuses a broken peer's length before memory is taken.
pub const TERBESAR: u32 = 64 * 1024 * 1024;

pub const BERHASIL: u8 = 0;
pub const GAGAL: u8 = 1;

/// Frames `isi`, or `None` when it is larger than [`TERBESAR`].
pub fn bingkai(isi: &[u8]) -> Option<Vec<u8>> {
    let panjang = u32::try_from(isi.len()).ok().filter(|panjang| *panjang <= TERBESAR)?;
    let mut pesan = Vec::with_capacity(isi.len() + 4);
    pesan.extend_from_slice(&panjang.to_le_bytes());
    pesan.extend_from_slice(isi);
    Some(pesan)
}
