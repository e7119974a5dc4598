//! Words for coaching and sanctions: their kind, whom they concern, for how long, how they stand.

use store::pembinaan::Pembinaan;

use crate::{komponen::Nada, konteks::Konteks};

pub(crate) fn kunci_jenis(s: &str) -> &'static str {
    if s == "sanksi" { "pembinaan-jenis-sanksi" } else { "pembinaan-jenis-pembinaan" }
}

/// The unit with its instansi, or the instansi itself.
pub(crate) fn tentang(m: &Pembinaan) -> String {
    m.unit.as_ref().map_or_else(|| m.instansi.clone(), |u| format!("{u}, {}", m.instansi))
}

pub(crate) fn kurun(k: &Konteks, m: &Pembinaan) -> String {
    let hari = |t: &str| k.hari(t);
    match &m.sampai {
        Some(s) => k.a("pembinaan-dari-sampai", [("dari", hari(&m.dari).into()), ("sampai", hari(s).into())]),
        None => k.n("pembinaan-sejak", "dari", hari(&m.dari)),
    }
}

pub(crate) fn keadaan(m: &Pembinaan) -> (Nada, &'static str) {
    match (m.akhir.as_deref(), m.keterbukaan.as_deref()) {
        (Some("cabut"), _) => (Nada::Netral, "pembinaan-keadaan-dicabut"),
        (Some(_), _) => (Nada::Baik, "pembinaan-keadaan-selesai"),
        (None, Some("umum")) => (Nada::Perhatian, "pembinaan-keadaan-umum"),
        (None, Some(_)) => (Nada::Perhatian, "pembinaan-keadaan-diputus"),
        (None, None) => (Nada::Info, "pembinaan-keadaan-dicatat"),
    }
}
