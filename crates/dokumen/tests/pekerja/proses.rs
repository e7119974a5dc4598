//! A worker for tests: the real loop, but a document that contains `UJI-TIDUR` hangs it and `UJI-MATI` kills it.

use std::io::{self, Read};
use std::process::ExitCode;
use std::time::Duration;

struct Pengintai<R>(R);

impl<R: Read> Read for Pengintai<R> {
    fn read(&mut self, tempat: &mut [u8]) -> io::Result<usize> {
        let panjang = self.0.read(tempat)?;
        let teks = String::from_utf8_lossy(&tempat[..panjang]);
        if teks.contains("UJI-TIDUR") {
            std::thread::sleep(Duration::from_mins(10));
        }
        if teks.contains("UJI-MATI") {
            std::process::exit(9);
        }
        Ok(panjang)
    }
}

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() != Some("kerja-pdf") {
        return ExitCode::FAILURE;
    }
    dokumen::pencetak::layani(&mut Pengintai(io::stdin().lock()), &mut io::stdout().lock())
}
