//! Numbers, dates and times as people of the two languages write them. Pure; words come from the catalogue.

use jiff::{
    Timestamp,
    civil::Date,
    tz::{TimeZone, offset},
};
use serde::{Deserialize, Serialize};

use crate::bahasa::Bahasa;

const BULAN: [&str; 12] = [
    "umum-bulan-januari",
    "umum-bulan-februari",
    "umum-bulan-maret",
    "umum-bulan-april",
    "umum-bulan-mei",
    "umum-bulan-juni",
    "umum-bulan-juli",
    "umum-bulan-agustus",
    "umum-bulan-september",
    "umum-bulan-oktober",
    "umum-bulan-november",
    "umum-bulan-desember",
];

/// The office's time zone. None of the three has daylight saving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Zona {
    #[default]
    Wib,
    Wita,
    Wit,
}

impl Zona {
    /// As the store names it and as people write it.
    #[must_use]
    pub fn nama(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    #[must_use]
    pub fn dari_nama(nama: &str) -> Option<Self> {
        [Self::Wib, Self::Wita, Self::Wit].into_iter().find(|z| z.nama() == nama)
    }

    #[must_use]
    pub fn tz(self) -> TimeZone {
        TimeZone::fixed(offset(match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }))
    }
}

/// `21 November 2026` in both languages.
#[must_use]
pub fn tanggal(bahasa: Bahasa, tanggal: Date) -> String {
    format!("{} {}", tanggal.day(), bulan(bahasa, tanggal))
}

/// A stored day (`2026-11-21`) as [`tanggal`] says it; what is no day stays as it is.
#[must_use]
pub fn hari(bahasa: Bahasa, iso: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |t| tanggal(bahasa, t))
}

/// 64 digits in groups of eight, so that two people can read them to each other.
pub(crate) fn berkelompok(heksa: &str) -> String {
    heksa.as_bytes().chunks(8).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>().join(" ")
}

/// `November 2026`.
#[must_use]
pub fn bulan(bahasa: Bahasa, tanggal: Date) -> String {
    let bulan = usize::try_from(tanggal.month() - 1).ok().and_then(|i| BULAN.get(i)).map_or(String::new(), |k| bahasa.s(k));
    format!("{bulan} {}", tanggal.year())
}

/// `21 November 2026 pukul 15.30 WITA` / `21 November 2026, 15:30 WITA`.
#[must_use]
pub fn waktu(bahasa: Bahasa, saat: Timestamp, zona: Zona) -> String {
    let lokal = saat.to_zoned(zona.tz());
    let jam = match bahasa {
        Bahasa::Id => format!("{:02}.{:02}", lokal.hour(), lokal.minute()),
        Bahasa::En => format!("{:02}:{:02}", lokal.hour(), lokal.minute()),
    };
    bahasa.a("umum-waktu", [("tanggal", tanggal(bahasa, lokal.date()).into()), ("jam", jam.into()), ("zona", zona.nama().into())])
}

/// The decimal that [`angka`] wrote in that language's form; `None` for anything else.
#[must_use]
pub fn baca_angka(bahasa: Bahasa, teks: &str) -> Option<String> {
    let (ribuan, koma) = pemisah(bahasa);
    let polos: String = teks.chars().filter(|c| *c != ribuan).map(|c| if c == koma { '.' } else { c }).collect();
    let digit = polos.strip_prefix('-').unwrap_or(&polos);
    let berangka = digit.starts_with(|c: char| c.is_ascii_digit()) && digit.chars().all(|c| c.is_ascii_digit() || c == '.');
    (berangka && angka(bahasa, &polos) == teks).then_some(polos)
}

/// What parts thousands and decimals.
const fn pemisah(bahasa: Bahasa) -> (char, char) {
    match bahasa {
        Bahasa::Id => ('.', ','),
        Bahasa::En => (',', '.'),
    }
}

/// A decimal written with a point (`1234.5`) in the language's form (`1.234,5`). Digits are never changed.
#[must_use]
pub fn angka(bahasa: Bahasa, desimal: &str) -> String {
    let (ribuan, koma) = pemisah(bahasa);
    let (tanda, angka) = desimal.strip_prefix('-').map_or(("", desimal), |rest| ("-", rest));
    let (bulat, pecahan) = angka.split_once('.').map_or((angka, None), |(b, p)| (b, Some(p)));
    let mut hasil = String::from(tanda);
    for (i, digit) in bulat.chars().enumerate() {
        if i > 0 && (bulat.len() - i).is_multiple_of(3) {
            hasil.push(ribuan);
        }
        hasil.push(digit);
    }
    if let Some(pecahan) = pecahan {
        hasil.push(koma);
        hasil.push_str(pecahan);
    }
    hasil
}

/// A size in bytes for people: `312 kB`, `4,2 MB`.
#[must_use]
pub fn ukuran(bahasa: Bahasa, bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", angka(bahasa, &bytes.div_ceil(1000).to_string()));
    }
    let tenths = bytes / 100_000;
    format!("{} MB", angka(bahasa, &format!("{}.{}", tenths / 10, tenths % 10)))
}

/// An address as people type it: without `https://`.
#[must_use]
pub fn alamat_pendek(url: &str) -> String {
    url.split_once("://").map_or(url, |(_, sisa)| sisa).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(angka(Bahasa::Id, "4.29"), "4,29");
        assert_eq!(angka(Bahasa::Id, "-1234567.5"), "-1.234.567,5");
        assert_eq!(angka(Bahasa::En, "1234567.5"), "1,234,567.5");
        assert_eq!(angka(Bahasa::Id, "100"), "100");
        for (bahasa, teks, polos) in [(Bahasa::Id, "1.250", "1250"), (Bahasa::Id, "83,21", "83.21"), (Bahasa::En, "-1,250.5", "-1250.5")] {
            assert_eq!(baca_angka(bahasa, teks).as_deref(), Some(polos));
        }
        for teks in ["", "-", "AB", "83.21", "08.00", "1.25", "9 dari 10", "1,2,3", "2026-11"] {
            assert_eq!(baca_angka(Bahasa::Id, teks), None, "{teks}");
        }
        assert_eq!(ukuran(Bahasa::Id, 4_210_000), "4,2 MB");
        assert_eq!(ukuran(Bahasa::En, 311_001), "312 kB");
    }

    #[test]
    fn times_are_shown_in_the_office_zone() {
        let saat: Timestamp = "2026-11-21T20:30:00Z".parse().unwrap();
        assert_eq!(waktu(Bahasa::Id, saat, Zona::Wita), "22 November 2026 pukul 04.30 WITA");
        assert_eq!(waktu(Bahasa::En, saat, Zona::Wita), "22 November 2026, 04:30 WITA");
    }
}
