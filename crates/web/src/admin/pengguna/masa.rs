//! Days of a role, and the acting official: the fields of the form, and how they read.

use jiff::civil::Date;
use store::{
    akun::kelola::PeranTampil,
    peran::{JenisPengganti, Masa, Pengganti},
};

use crate::{formulir::Formulir, komponen::Opsi, konteks::Konteks};

/// The fields `mulai` and `sampai`.
pub(in crate::admin) fn hari(f: &mut Formulir) -> (Option<Date>, Option<Date>) {
    (f.urai_opsional::<Date>("mulai", "periode-salah-tanggal"), f.urai_opsional::<Date>("sampai", "periode-salah-tanggal"))
}

/// Days, and in whose place.
pub(super) fn urai(f: &mut Formulir) -> Masa {
    let (mulai, sampai) = hari(f);
    f.batasi("jabatan-diganti", 200);
    f.batasi("dasar", 200);
    // All that is missing at once, each at its field; the store asks for the same.
    if JenisPengganti::dari_kunci(f.nilai("pengganti")).is_some() {
        for (isian, kunci) in [
            ("sampai", "peran-pengganti-akhir"),
            ("jabatan-diganti", "pengguna-pengganti-jabatan-wajib"),
            ("dasar", "pengguna-pengganti-dasar-wajib"),
        ] {
            if f.nilai(isian).trim().is_empty() {
                f.salahkan(isian, kunci);
            }
        }
    }
    let pengganti = JenisPengganti::dari_kunci(f.nilai("pengganti")).map(|jenis| Pengganti {
        jenis,
        jabatan: f.nilai("jabatan-diganti").trim().to_owned(),
        dasar: f.nilai("dasar").trim().to_owned(),
    });
    Masa { mulai, sampai, pengganti }
}

/// The field in which a refusal of the store belongs.
pub(super) fn medan(kunci: &str) -> &'static str {
    match kunci {
        "peran-pengganti-jenis" => "pengganti",
        "peran-pengganti-dasar" => "dasar",
        _ => "sampai",
    }
}

pub(super) fn opsi(k: &Konteks) -> Vec<Opsi> {
    vec![
        Opsi::baru("", k.s("pengguna-pengganti-tidak")),
        Opsi::baru("plt", k.s("pengguna-pengganti-plt")).bantu(k.s("pengguna-pengganti-plt-bantu")),
        Opsi::baru("plh", k.s("pengguna-pengganti-plh")).bantu(k.s("pengguna-pengganti-plh-bantu")),
    ]
}

/// In whose place, from when to when, by which decision; `None` for a role that simply holds.
pub(super) fn keterangan(k: &Konteks, p: &PeranTampil) -> Option<String> {
    let hari = tertulis(k, p.mulai.as_deref(), p.sampai.as_deref());
    let ganti = match p.pengganti.as_deref() {
        Some("plt") => Some(k.n("pengguna-plt", "jabatan", p.jabatan.as_deref().unwrap_or_default())),
        Some(_) => Some(k.n("pengguna-plh", "jabatan", p.jabatan.as_deref().unwrap_or_default())),
        None => None,
    };
    let kini = k.pada.hari("WIT").to_string();
    let lewat = p.sampai.as_ref().is_some_and(|s| *s < kini).then(|| k.s("pengguna-masa-lewat"));
    let sso = (p.sso == 1).then(|| k.s("pengguna-peran-sso"));
    let semua: Vec<String> = [ganti, hari, lewat, p.dasar.clone(), sso].into_iter().flatten().collect();
    (!semua.is_empty()).then(|| semua.join(" · "))
}

/// From when to when, in words; `None` without either.
pub(in crate::admin) fn tertulis(k: &Konteks, mulai: Option<&str>, sampai: Option<&str>) -> Option<String> {
    let baca = |d: Option<&str>| d.and_then(|d| d.parse::<Date>().ok()).map(|d| k.tanggal(&d));
    Some(match (baca(mulai), baca(sampai)) {
        (Some(m), Some(s)) => k.a("pengguna-masa-dari-sampai", [("mulai", m.into()), ("sampai", s.into())]),
        (Some(m), None) => k.n("pengguna-masa-mulai", "mulai", m),
        (None, Some(s)) => k.n("pengguna-masa-sampai", "sampai", s),
        (None, None) => return None,
    })
}
