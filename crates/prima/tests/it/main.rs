//! The built program from the outside. One binary, so that the tests run side by side and the program's crates are linked once.

#![cfg(test)]

#[cfg(target_os = "linux")]
mod basis_ulang;
#[cfg(target_os = "linux")]
mod bunuh;
mod cli;
mod deadline;
mod deploy;
mod dukungan;
#[cfg(unix)]
mod jejak;
mod kata;
mod konfigurasi;
mod kunci;
mod latih;
#[cfg(unix)]
mod operasi;
mod pelayan;
#[cfg(target_os = "linux")]
mod penuh;
mod perintah;
mod program;
mod rawat;
#[cfg(target_os = "linux")]
mod selamat;
#[cfg(target_os = "linux")]
mod serah;
mod skm;
mod verify;
