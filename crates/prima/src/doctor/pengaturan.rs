//! Settings that would stop `prima serve` at its start although nothing outside is wrong; what others connect to is looked at there.

use std::net::ToSocketAddrs as _;

use store::{Halangan, Sumber};
use web::Konfig;

use super::Laporan;
use crate::kata;

pub fn periksa(l: &mut Laporan, k: &Konfig, sumber: &Sumber) {
    let mut salah: Vec<String> = web::app::keluhan(k).iter().map(ToString::to_string).collect();
    if !web::jejak::benar(&k.jejak) {
        salah.push(format!("jejak.alamat: {:?} salah; tulis http://nama:porta, tanpa TLS", k.jejak.alamat));
    }
    if !k.metrik.alamat.is_empty() && k.metrik.alamat.to_socket_addrs().is_err() {
        salah.push(format!("metrik.alamat: {:?} salah; tulis alamat dan porta, misalnya 127.0.0.1:9464", k.metrik.alamat));
    }
    if !k.replika.alamat.is_empty() && matches!(sumber, Sumber::Sqlite) {
        salah.push(kata::store(&Halangan::ReplikaTanpaPostgres.into()));
    }
    if salah.is_empty() {
        return l.baik("pengaturan", "prima.toml dan variabel PRIMA_… dapat dibaca");
    }
    for s in salah {
        l.gagal("pengaturan", format!("{s}. Program tidak mau mulai dengan pengaturan ini"));
    }
}

/// An address with a slash at the end is used without it; many people write it so.
pub fn alamat(l: &mut Laporan, k: &Konfig, tertulis: Option<&str>) {
    if let Some(t) = tertulis.filter(|t| *t != k.alamat) {
        l.perhatian("alamat", format!("tertulis {t:?}, dipakai sebagai {}. Tulis begitu, tanpa garis miring di akhir", k.alamat));
    }
}

pub fn laju(l: &mut Laporan, k: &Konfig) {
    if !k.laju {
        let isi =
            "laju = false: permintaan, kiriman, dan panggilan program tidak dibatasi. Hanya untuk mengukur dan mencoba; hapus baris itu";
        l.perhatian("batas", isi);
    }
}
