//! The words of editions: state, days in force, exact weights, kinds of F01 questions.

use pekppp::{Bobot, JenisBidang, Pecahan, Sintaks, edisi::banding::Bagian};
use store::edisi::daftar::{EdisiTerdaftar, Keadaan};

use crate::{komponen::Nada, konteks::Konteks};

pub(super) fn keadaan(k: Keadaan) -> (Nada, &'static str) {
    match k {
        Keadaan::Draf => (Nada::Perhatian, "edisi-draf"),
        Keadaan::BelumBerlaku => (Nada::Info, "edisi-belum-berlaku"),
        Keadaan::Berlaku => (Nada::Baik, "edisi-berlaku"),
        Keadaan::Berakhir => (Nada::Netral, "edisi-berakhir"),
        Keadaan::Diganti => (Nada::Netral, "edisi-diganti"),
        Keadaan::Ditarik => (Nada::Bahaya, "edisi-ditarik"),
    }
}

/// Catalogue keys: what is wrong with the syntax, and what should stand there.
pub(super) fn sintaks(s: Sintaks) -> (&'static str, &'static str) {
    match s {
        Sintaks::Kutip => ("edisi-sintaks-kutip", "edisi-sintaks-kutip-harap"),
        Sintaks::GarisMiring => ("edisi-sintaks-miring", "edisi-sintaks-miring-harap"),
        Sintaks::KunciGanda => ("edisi-sintaks-ganda", "edisi-sintaks-ganda-harap"),
        Sintaks::TanpaNilai => ("edisi-sintaks-tanpa", "edisi-sintaks-tanpa-harap"),
        Sintaks::NamaKunci => ("edisi-sintaks-nama", "edisi-sintaks-nama-harap"),
        Sintaks::JudulBagian => ("edisi-sintaks-judul", "edisi-sintaks-judul-harap"),
        Sintaks::Daftar => ("edisi-sintaks-daftar", "edisi-sintaks-daftar-harap"),
        Sintaks::TabelSebaris => ("edisi-sintaks-tabel", "edisi-sintaks-tabel-harap"),
        Sintaks::Nilai => ("edisi-sintaks-nilai", "edisi-sintaks-nilai-harap"),
        Sintaks::Sisa => ("edisi-sintaks-sisa", "edisi-sintaks-sisa-harap"),
        Sintaks::Huruf => ("edisi-sintaks-huruf", "edisi-sintaks-huruf-harap"),
        Sintaks::Lain => ("edisi-sintaks-lain", "edisi-sintaks-lain-harap"),
    }
}

/// Decree and days in force: "Keputusan 3/2026, 9 Januari 2026. Berlaku sejak …"; empty for a draft.
pub(crate) fn berlaku(k: &Konteks, e: &EdisiTerdaftar) -> String {
    let (Some(nomor), Some(tanggal), Some(dari)) = (&e.nomor, &e.tanggal, &e.dari) else { return String::new() };
    let sk = k.a("edisi-sk-kalimat", [("nomor", nomor.clone().into()), ("tanggal", k.hari(tanggal).into())]);
    let masa = match &e.sampai {
        Some(s) => k.a("edisi-masa", [("dari", k.hari(dari).into()), ("sampai", k.hari(s).into())]),
        None => k.n("edisi-masa-terbuka", "dari", k.hari(dari)),
    };
    format!("{sk} {masa}")
}

/// An exact weight: a decimal where it ends, otherwise the fraction.
pub(super) fn persen(k: &Konteks, p: &Pecahan) -> String {
    if p.angka_desimal().is_some() { k.angka(p.desimal()) } else { p.to_string() }
}

pub(super) fn bobot(k: &Konteks, b: Option<&Bobot>) -> String {
    b.map_or_else(|| "–".to_owned(), |b| format!("{} %", persen(k, b.persen())))
}

pub(super) fn jenis_bidang(j: &JenisBidang) -> &'static str {
    match j {
        JenisBidang::YaTidak => "edisi-isian-ya-tidak",
        JenisBidang::Bulat { .. } => "edisi-isian-bulat",
        JenisBidang::Desimal { .. } => "edisi-isian-desimal",
        JenisBidang::Persen => "edisi-isian-persen",
        JenisBidang::Teks { .. } => "edisi-isian-teks",
        JenisBidang::Tanggal => "edisi-isian-tanggal",
        JenisBidang::Pilihan { .. } => "edisi-isian-pilihan",
        JenisBidang::Ganda { .. } => "edisi-isian-ganda",
    }
}

pub(super) fn bagian(b: Bagian) -> &'static str {
    match b {
        Bagian::Nama => "edisi-beda-nama",
        Bagian::Bobot => "edisi-beda-bobot",
        Bagian::Aspek => "edisi-beda-aspek",
        Bagian::Rubrik => "edisi-beda-rubrik",
        Bagian::Isian => "edisi-beda-isian",
        Bagian::Bukti => "edisi-beda-bukti",
        Bagian::Aturan => "edisi-beda-aturan",
    }
}
