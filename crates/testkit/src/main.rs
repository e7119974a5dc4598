//! `testkit pg COMMAND…`: runs a command with a private PostgreSQL in `PRIMA_UJI_PG`.
//!
//! Passes on the command's exit code. Ctrl-C reaches the command directly; SIGTERM is passed on
//! as a kill, so that no test outlives its database.

use std::ffi::OsString;
use std::process::ExitCode;

use testkit::server::{Server, VARIABEL};
use tokio::process::Command;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut argumen = std::env::args_os().skip(1);
    let (Some(kata), Some(program)) = (argumen.next(), argumen.next()) else {
        return pakai();
    };
    if kata != "pg" {
        return pakai();
    }
    match jalankan(program, argumen.collect()).await {
        Ok(kode) => ExitCode::from(kode),
        Err(galat) => {
            eprintln!("testkit: {galat}");
            ExitCode::FAILURE
        }
    }
}

async fn jalankan(program: OsString, argumen: Vec<OsString>) -> std::io::Result<u8> {
    let mut akhiri = signal(SignalKind::terminate())?;
    let mut sela = signal(SignalKind::interrupt())?;
    let server = Server::mulai()?;
    let mut anak = Command::new(&program)
        .args(argumen)
        .env(VARIABEL, &server.url)
        .kill_on_drop(true)
        .spawn()
        .map_err(|galat| std::io::Error::other(format!("{}: {galat}", program.display())))?;
    let status = loop {
        tokio::select! {
            status = anak.wait() => break status?,
            // The terminal sent it to the command as well: let it end in its own way.
            _ = sela.recv() => {}
            _ = akhiri.recv() => anak.start_kill()?,
        }
    };
    // A command killed by a signal has no code; shells say 128 + n, here 1 is enough.
    Ok(status.code().and_then(|kode| u8::try_from(kode).ok()).unwrap_or(1))
}

fn pakai() -> ExitCode {
    eprintln!("usage: testkit pg COMMAND [ARGUMENT…]");
    ExitCode::from(2)
}
