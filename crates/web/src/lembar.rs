//! A page of a long list: "1–25 dari 240", and the way to the pages beside it. Keeps the filters of the address.

mod utuh;

use askama::{Template, filters::HtmlSafe};

use crate::{formulir::Formulir, konteks::Konteks};

/// Rows shown at once.
pub const BATAS: i64 = 25;

#[derive(Template)]
#[template(path = "komponen/lembar.html")]
pub struct Lembar {
    teks: String,
    sebelum: Option<(String, String)>,
    berikut: Option<(String, String)>,
    label: String,
}

impl HtmlSafe for Lembar {}

/// How many rows to skip for page `h` (from 1).
#[must_use]
pub fn lewati(h: Option<i64>) -> i64 {
    Daftar { nama: "h", batas: BATAS }.lewati(h)
}

/// A list with a page of its own: its name in the address, and how many rows are shown at once.
pub struct Daftar {
    pub nama: &'static str,
    pub batas: i64,
}

impl Daftar {
    /// How many rows to skip for page `h` (from 1).
    #[must_use]
    pub fn lewati(&self, h: Option<i64>) -> i64 {
        (h.unwrap_or(1).clamp(1, 100_000) - 1) * self.batas
    }
}

impl Konteks {
    /// `kueri`: the filters as `&name=value…`, already encoded (see [`kueri`]).
    #[must_use]
    pub fn lembar(&self, h: Option<i64>, ada: usize, dari: i64, kueri: &str) -> Lembar {
        self.lembar_lain(&Daftar { nama: "h", batas: BATAS }, h, ada, dari, kueri)
    }

    /// The same for a list that is not the only one of its page.
    #[must_use]
    pub fn lembar_lain(&self, d: &Daftar, h: Option<i64>, ada: usize, dari: i64, kueri: &str) -> Lembar {
        let (kini, awal) = (h.unwrap_or(1).clamp(1, 100_000), d.lewati(h));
        let akhir = awal + i64::try_from(ada).unwrap_or(0);
        self.lembar_rentang(d.nama, kini, [awal, akhir, dari], kueri)
    }
}

/// The address of a list that is searched by one word.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
pub struct Cari {
    pub h: Option<i64>,
    pub cari: String,
}

impl Cari {
    /// As a form on the same page carries it along.
    #[must_use]
    pub fn dari(f: &Formulir) -> Self {
        Self { h: f.nilai("h").parse().ok(), cari: f.nilai("cari").to_owned() }
    }

    #[must_use]
    pub fn kueri(&self) -> String {
        kueri([("cari", self.cari.as_str())])
    }
}

/// Filters as the end of an address, `&name=value…`, encoded; those without a value are left out.
#[must_use]
pub fn kueri<'a>(saring: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    saring.into_iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| format!("&{n}={}", persen(v))).collect::<Vec<_>>().concat()
}

/// Percent-encodes a value for an address.
#[must_use]
pub fn persen(s: &str) -> String {
    s.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-._~".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
