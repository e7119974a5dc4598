//! The words for how a unit moved since an earlier year: its rank among the units of both years, and its value.

use std::cmp::Ordering;

use pekppp::Ipp;
use store::nasional::Dulu;

use crate::konteks::Konteks;

/// As [`kata`], with the year; for a table that has no column for it.
pub(crate) fn sejak(k: &Konteks, dulu: Option<&Dulu>, ipp: &Ipp, tahun: i64) -> String {
    let tahun = tahun.to_string();
    let kini = ipp.pecahan().skala(2).unwrap_or_default();
    match dulu {
        None => k.n("publik-gerak-baru", "tahun", tahun),
        Some(d) => k.a("publik-gerak", [("arah", kata(k, d, kini).into()), ("tahun", tahun.into())]),
    }
}

/// `▲ naik 1 (3 unit dibandingkan); IPP turun 0,72`. `kini`: hundredths as they are shown.
pub(crate) fn kata(k: &Konteks, d: &Dulu, kini: i64) -> String {
    let nilai = nilai(k, kini - i64::from(d.tampil));
    let Some(arah) = d.gerak.arah() else { return nilai };
    let peringkat = match arah {
        Ordering::Greater => format!("▲ {}", k.jumlah("nasional-naik", d.gerak.langkah())),
        Ordering::Less => format!("▼ {}", k.jumlah("nasional-turun", d.gerak.langkah())),
        Ordering::Equal => k.s("nasional-tetap"),
    };
    k.a(
        "nasional-gerak",
        [("peringkat", peringkat.into()), ("jumlah", k.angka(d.gerak.dibanding.to_string()).into()), ("nilai", nilai.into())],
    )
}

/// The difference of two values as they were shown, so that a reader can do the sum.
fn nilai(k: &Konteks, beda: i64) -> String {
    let teks = || k.angka(format!("{}.{:02}", beda.abs() / 100, beda.abs() % 100));
    match beda.cmp(&0) {
        Ordering::Greater => k.n("nasional-ipp-naik", "selisih", teks()),
        Ordering::Less => k.n("nasional-ipp-turun", "selisih", teks()),
        Ordering::Equal => k.s("nasional-ipp-tetap"),
    }
}
