//! Reading a new password: at a terminal without echo and twice, otherwise one line of standard input.

use std::io::{self, BufRead, IsTerminal, Write};

use store::{
    Store,
    sandi::{Lemah, PANJANG_MAKS, PANJANG_MIN},
};

use crate::tempat::Galat;

/// `milik`: address and name, which the password must not be.
pub async fn minta(store: &Store, milik: &[&str]) -> Result<String, Galat> {
    let kata = if io::stdin().is_terminal() {
        let kata = tanpa_gema("Kata sandi baru: ")?;
        if tanpa_gema("Sekali lagi: ")? != kata {
            return Err(Galat::Masukan("kedua kata sandi berbeda".into()));
        }
        kata
    } else {
        let mut baris = String::new();
        io::stdin().lock().read_line(&mut baris)?;
        baris.trim_end_matches(['\r', '\n']).to_owned()
    };
    match store::sandi::boleh(store, &kata, milik).await? {
        Ok(()) => Ok(kata),
        Err(lemah) => Err(Galat::Masukan(format!("kata sandi: {}; dibaca dari masukan baku, tidak dari argumen", alasan(lemah)))),
    }
}

fn alasan(lemah: Lemah) -> String {
    match lemah {
        Lemah::Pendek => format!("sedikitnya {PANJANG_MIN} huruf"),
        Lemah::Panjang => format!("paling banyak {PANJANG_MAKS} huruf"),
        Lemah::Angka => "jangan hanya angka".into(),
        Lemah::Pola => "jangan pola papan ketik atau ulangan".into(),
        Lemah::Milik => "tidak boleh nama atau alamat sendiri".into(),
        Lemah::Umum => "kata yang paling sering dicoba orang; pakai beberapa kata lain".into(),
        Lemah::Bocor => "ada di daftar kata sandi yang pernah bocor".into(),
    }
}

/// Switches the echo off with `stty` (part of every system with terminals) while a line is read, and on again after.
fn tanpa_gema(tanya: &str) -> Result<String, Galat> {
    eprint!("{tanya}");
    io::stderr().flush()?;
    let mati = gema("-echo");
    let mut baris = String::new();
    let dibaca = io::stdin().lock().read_line(&mut baris);
    if mati {
        gema("echo");
        eprintln!();
    }
    dibaca?;
    if !mati {
        return Err(Galat::Lain("gema terminal tidak dapat dimatikan (stty); alirkan kata sandi lewat masukan baku".into()));
    }
    Ok(baris.trim_end_matches(['\r', '\n']).to_owned())
}

fn gema(arg: &str) -> bool {
    std::process::Command::new("stty").arg(arg).stdin(std::process::Stdio::inherit()).status().is_ok_and(|s| s.success())
}
