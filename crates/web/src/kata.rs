//! Catalogue keys for the words that the store keeps as codes.

use pekppp::{Edisi, Skema, Status, skema::Angka};
use std::sync::Arc;
use store::serah::Dasar;

use crate::{bahasa::Bahasa, konteks::Konteks};

impl Konteks {
    /// What stands beside every value of a scheme whose results wait for validation; nothing for the others.
    pub(crate) fn sementara(&self, skema: &str, divalidasi: bool) -> Option<String> {
        menunggu_validasi(skema, divalidasi).then(|| format!("{} {}", self.s("publik-sementara"), self.s("publik-sementara-isi")))
    }

    /// That the ministry validated a value that would be provisional without it; by which letters, where the organising instansi entered them.
    pub(crate) fn tervalidasi(&self, skema: &str, divalidasi: bool, dasar: &[Dasar], instansi: &str) -> Option<String> {
        if !divalidasi || !menunggu_validasi(skema, false) {
            return None;
        }
        if dasar.is_empty() {
            return Some(self.s("publik-tervalidasi"));
        }
        let satu = |d: &Dasar| self.a("publik-surat", [("nomor", d.nomor.clone().into()), ("tanggal", self.hari(&d.tanggal).into())]);
        let surat = dasar.iter().map(satu).collect::<Vec<_>>().join("; ");
        Some(self.a("publik-tervalidasi-surat", [("surat", surat.into()), ("instansi", instansi.to_owned().into())]))
    }

    /// Whether results of the scheme are handed in to the ministry.
    pub(crate) fn diserahkan(&self, skema: &str) -> bool {
        menunggu_validasi(skema, false)
    }

    /// A scheme with the kind of its figure: "PEKPPP mandiri (angka lokal)".
    pub(crate) fn skema_angka(&self, skema: &str) -> String {
        skema_angka(self.bahasa, skema)
    }
}

/// As [`Konteks::skema_angka`], for a document.
pub(crate) fn skema_angka(b: Bahasa, skema: &str) -> String {
    let nama = b.s(kunci_skema(skema));
    match Skema::dari_kunci(skema).map(|s| s.aturan().angka) {
        Some(Angka::Nasional) => format!("{nama} ({})", b.s("publik-angka-nasional")),
        Some(Angka::Lokal) => format!("{nama} ({})", b.s("publik-angka-lokal")),
        Some(Angka::TidakAda) | None => nama,
    }
}

/// Results of some schemes are provisional until the ministry has validated them (PermenPANRB 29/2022).
pub(crate) fn menunggu_validasi(skema: &str, divalidasi: bool) -> bool {
    !divalidasi && Skema::dari_kunci(skema).is_some_and(|s| s.aturan().divalidasi_nasional)
}

/// Whose figure it is, for files: `nasional`, `lokal` or `tidak-ada`.
pub(crate) fn jenis_angka(skema: &str) -> &'static str {
    Skema::dari_kunci(skema).map_or(Angka::TidakAda, |s| s.aturan().angka).kunci()
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
        "bumn-bumd" => "publik-kelompok-bumn-bumd",
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
        Some(store::hasil::TAK_COCOK) => "publik-tak-cocok",
        Some(_) => "publik-alasan-f02",
        None => "publik-alasan-belum",
    }
}

/// The editions of a period by name.
pub(crate) fn nama_edisi(edisi: &[Arc<Edisi>]) -> String {
    edisi.iter().map(|e| e.nama.as_str()).collect::<Vec<_>>().join("; ")
}
