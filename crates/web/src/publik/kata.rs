//! Catalogue keys for the words that the store keeps as codes.

use pekppp::{Edisi, Status};
use std::sync::Arc;

use crate::konteks::Konteks;

impl Konteks {
    /// What stands beside every value of a scheme whose results wait for validation; nothing for the others.
    pub(crate) fn sementara(&self, skema: &str) -> Option<String> {
        menunggu_validasi(skema).then(|| format!("{} {}", self.s("publik-sementara"), self.s("publik-sementara-isi")))
    }
}

/// Results of scheme mandiri are provisional until they are validated (PermenPANRB 29/2022).
pub(crate) fn menunggu_validasi(skema: &str) -> bool {
    skema == "mandiri"
}

pub(crate) fn kunci_skema(skema: &str) -> &'static str {
    match skema {
        "nasional" => "publik-skema-nasional",
        "pemantauan" => "publik-skema-pemantauan",
        "khusus" => "publik-skema-khusus",
        _ => "publik-skema-mandiri",
    }
}

/// Groups of instansi that are ranked apart.
pub(crate) fn kunci_kelompok(kelompok: &str) -> &'static str {
    match kelompok {
        "kl" => "publik-kelompok-kl",
        "provinsi" => "publik-kelompok-provinsi",
        "kota" => "publik-kelompok-kota",
        "kabupaten" => "publik-kelompok-kabupaten",
        _ => "publik-kelompok-lain",
    }
}

pub(crate) fn kunci_kepastian(kepastian: &str) -> &'static str {
    if kepastian == "dokumen" { "publik-kepastian-dokumen" } else { "publik-kepastian-pers" }
}

/// Why a frozen result has no IPP.
pub(crate) fn kunci_alasan(status: Option<&str>) -> &'static str {
    match status {
        Some(s) if s == Status::F03Kurang.kunci() => "publik-alasan-f03",
        Some(_) => "publik-alasan-f02",
        None => "publik-alasan-belum",
    }
}

/// The editions of a period by name.
pub(crate) fn nama_edisi(edisi: &[Arc<Edisi>]) -> String {
    edisi.iter().map(|e| e.nama.as_str()).collect::<Vec<_>>().join("; ")
}
