//! Heads of printed documents that several areas share.

use dokumen::Kepala;
use jiff::civil::Date;
use store::{Waktu, instansi::Instansi, zona_waktu};

use crate::{Error, error::Hasil, konteks::Konteks};

/// Of the evidence of a unit, made of figures: the day, not the moment, so that taken twice on a day it is one document.
///
/// # Errors
/// `Dalam` for a day that no clock can show.
pub fn bukti(k: &Konteks, rumah: Instansi, unit: &str, pada: Date) -> Hasil<Kepala> {
    let dibuat = pada.to_zoned(zona_waktu(&rumah.zona)).map_err(|e| Error::Dalam(e.to_string()))?;
    Ok(Kepala {
        instansi: rumah.nama,
        perangkat: Some(unit.to_owned()),
        nomor: None,
        dibuat: dibuat.timestamp(),
        dibuat_teks: k.tanggal(&pada),
        ilustrasi: k.ilustrasi,
        verifikasi: None,
    })
}

/// Of a poster made now.
pub fn poster(k: &Konteks, instansi: &str, kini: &Waktu) -> Kepala {
    Kepala {
        instansi: instansi.to_owned(),
        perangkat: None,
        nomor: None,
        dibuat: kini.timestamp(),
        dibuat_teks: k.waktu(kini),
        ilustrasi: k.ilustrasi,
        verifikasi: None,
    }
}
