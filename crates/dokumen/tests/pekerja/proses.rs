//! A worker for tests: the real loop, but a document that contains `UJI-TIDUR` hangs it and `UJI-MATI` kills it.
//! With `induk` it is the server instead: it replaces its own file and prints the document from standard input.

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
    if std::env::args().nth(1).as_deref() == Some("induk") {
        return induk();
    }
    if std::env::args().nth(1).as_deref() != Some("kerja-pdf") {
        return ExitCode::FAILURE;
    }
    dokumen::pencetak::layani(&mut Pengintai(io::stdin().lock()), &mut io::stdout().lock())
}

fn induk() -> ExitCode {
    let cetak = || -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let sendiri = std::env::current_exe()?;
        std::fs::remove_file(&sendiri)?;
        std::fs::write(&sendiri, "another program")?;
        let dokumen: dokumen::Dokumen = serde_json::from_reader(io::stdin())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(runtime.block_on(dokumen::Pencetak::new(dokumen::Setelan::default()).cetak(dokumen))?)
    };
    match cetak() {
        Ok(isi) if isi.starts_with(b"%PDF-") => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(galat) => {
            eprintln!("{galat}");
            ExitCode::FAILURE
        }
    }
}
