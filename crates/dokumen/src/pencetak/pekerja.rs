//! The worker's side: read a document or a picture, write its PDF or the small picture, until stdin closes. Runs in a process of its own.

use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use super::protokol::{BERHASIL, GAGAL, Permintaan, TERBESAR, bingkai};
use crate::{Error, kecil, pdf};

/// Main function of the worker process. The binary calls it when started with the hidden argument.
/// Ends with success when its parent closes the pipe, also by dying.
#[must_use]
pub fn worker_main() -> ExitCode {
    layani(&mut io::stdin().lock(), &mut io::stdout().lock())
}

/// The worker's loop over any pair of pipes; tests put a saboteur in between.
#[doc(hidden)]
pub fn layani(masuk: &mut impl Read, keluar: &mut impl Write) -> ExitCode {
    match sampai_habis(masuk, keluar) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn sampai_habis(masuk: &mut impl Read, keluar: &mut impl Write) -> io::Result<()> {
    while let Some(permintaan) = baca(masuk)? {
        let (status, isi) = match kerjakan(&permintaan) {
            Ok(pdf) => (BERHASIL, pdf),
            Err(pesan) => (GAGAL, pesan.into_bytes()),
        };
        let mut jawaban = Vec::with_capacity(isi.len() + 1);
        jawaban.push(status);
        jawaban.extend_from_slice(&isi);
        let pesan = bingkai(&jawaban).ok_or(ErrorKind::FileTooLarge)?;
        keluar.write_all(&pesan)?;
        keluar.flush()?;
    }
    Ok(())
}

/// `None` at the end of input between two messages.
fn baca(masuk: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut panjang = [0; 4];
    match masuk.read_exact(&mut panjang) {
        Ok(()) => {}
        Err(galat) if galat.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        Err(galat) => return Err(galat),
    }
    let panjang = u32::from_le_bytes(panjang);
    if panjang > TERBESAR {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut isi = Vec::new();
    masuk.take(panjang.into()).read_to_end(&mut isi)?;
    Ok(Some(isi))
}

fn kerjakan(permintaan: &[u8]) -> Result<Vec<u8>, String> {
    let permintaan: Permintaan = serde_json::from_slice(permintaan).map_err(|galat| galat.to_string())?;
    lakukan(&permintaan).map_err(|galat| galat.to_string())
}

/// The work itself, in this process.
pub(super) fn lakukan(permintaan: &Permintaan) -> Result<Vec<u8>, Error> {
    match permintaan {
        Permintaan::Pdf(dokumen) => pdf::render(dokumen),
        Permintaan::Kecil(berkas) => {
            let isi = std::fs::read(berkas).map_err(|galat| Error::Gambar(galat.to_string()))?;
            kecil::kecilkan(&isi)
        }
    }
}
