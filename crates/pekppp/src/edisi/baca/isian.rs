//! F01 fields of an edition file.

use naskah::{Pembaca, Tabel};

use super::aturan::syarat;
use crate::{
    edisi::{Bidang, JenisBidang, Opsi},
    pecahan::Pecahan,
};

const JENIS: [(&str, &str); 8] = [
    ("ya-tidak", "ya-tidak"),
    ("bulat", "bulat"),
    ("desimal", "desimal"),
    ("persen", "persen"),
    ("teks", "teks"),
    ("tanggal", "tanggal"),
    ("pilihan", "pilihan"),
    ("ganda", "ganda"),
];

/// Numbers without a bound of their own stay below this; also keeps arithmetic small.
const BULAT_MAKS: i64 = 1_000_000_000;
const HURUF_MAKS: i64 = 500;

pub(super) fn bidang(p: &mut Pembaca, t: &Tabel) -> Option<Bidang> {
    let kunci = p.teks(t, "kunci");
    if let Some(k) = &kunci
        && !kunci_baik(k)
    {
        p.catat(t, "kunci", &format!("\"{k}\""), "huruf kecil, angka dan garis bawah, diawali huruf");
    }
    let pertanyaan = p.teks(t, "pertanyaan");
    let bantuan = p.teks_opsional(t, "bantuan").ok();
    let wajib = p.ya_tidak(t, "wajib", true);
    let tampil_jika = match p.teks_opsional(t, "tampil_jika").ok()? {
        Some(teks) => Some(syarat(p, t, "tampil_jika", &teks)?),
        None => None,
    };
    let jenis = jenis(p, t);
    Some(Bidang { kunci: kunci?, pertanyaan: pertanyaan?, bantuan: bantuan?, jenis: jenis?, wajib: wajib?, tampil_jika })
}

fn jenis(p: &mut Pembaca, t: &Tabel) -> Option<JenisBidang> {
    let Some(jenis) = p.salah_satu(t, "jenis", &JENIS) else {
        t.abaikan();
        return None;
    };
    Some(match jenis {
        "ya-tidak" => JenisBidang::YaTidak,
        "bulat" => JenisBidang::Bulat {
            min: p.bulat_opsional(t, "min").ok()?.unwrap_or(0),
            maks: p.bulat_opsional(t, "maks").ok()?.unwrap_or(BULAT_MAKS),
        },
        "desimal" => JenisBidang::Desimal {
            min: p.desimal_opsional(t, "min").ok()?.unwrap_or_else(Pecahan::nol),
            maks: p.desimal_opsional(t, "maks").ok()?.unwrap_or_else(|| Pecahan::bulat(BULAT_MAKS)),
        },
        "persen" => JenisBidang::Persen,
        "teks" => {
            let maks = p.bulat_opsional(t, "maks_huruf").ok()?.unwrap_or(HURUF_MAKS);
            JenisBidang::Teks { maks_huruf: u32::try_from(maks).ok()? }
        }
        "tanggal" => JenisBidang::Tanggal,
        "pilihan" => JenisBidang::Pilihan { opsi: p.daftar(t, "opsi", opsi) },
        _ => JenisBidang::Ganda { opsi: p.daftar(t, "opsi", opsi) },
    })
}

fn opsi(p: &mut Pembaca, t: &Tabel) -> Option<Opsi> {
    let kunci = p.teks(t, "kunci");
    if let Some(k) = &kunci
        && !kunci_baik(k)
    {
        p.catat(t, "kunci", &format!("\"{k}\""), "huruf kecil, angka dan garis bawah, diawali huruf");
    }
    let label = p.teks(t, "label");
    Some(Opsi { kunci: kunci?, label: label? })
}

fn kunci_baik(kunci: &str) -> bool {
    kunci.starts_with(|c: char| c.is_ascii_lowercase()) && kunci.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
