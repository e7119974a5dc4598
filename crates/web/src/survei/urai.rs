//! The body of an answer as pairs of field and value: a form as browsers send it, or the JSON of `survei.js`. Only the shape
//! is read here; what a value means is `terima`'s.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Deserialize;

pub type Pasangan<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tulisan {
    Formulir,
    Json,
}

impl Tulisan {
    /// By the content type; `None` for one that no page of ours sends.
    #[must_use]
    pub fn dari(jenis: &str) -> Option<Self> {
        match jenis.split(';').next().map(str::trim) {
            Some(j) if j.eq_ignore_ascii_case("application/x-www-form-urlencoded") => Some(Self::Formulir),
            Some(j) if j.eq_ignore_ascii_case("application/json") => Some(Self::Json),
            _ => None,
        }
    }
}

/// What the script of the page sends; see `assets/js/survei.js`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kiriman<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    stempel: Cow<'a, str>,
    #[serde(borrow, default)]
    nilai: BTreeMap<Cow<'a, str>, Skalar<'a>>,
    #[serde(borrow, default)]
    profil: BTreeMap<Cow<'a, str>, Skalar<'a>>,
    #[serde(borrow, default)]
    saran: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    bahasa: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    cara: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    tautan: Option<Cow<'a, str>>,
    /// Proof of work.
    #[serde(borrow, default)]
    kerja: Option<Skalar<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Skalar<'a> {
    Angka(u64),
    #[serde(borrow)]
    Teks(Cow<'a, str>),
    Kosong(()),
}

impl<'a> From<Skalar<'a>> for Cow<'a, str> {
    fn from(s: Skalar<'a>) -> Self {
        match s {
            Skalar::Angka(n) => n.to_string().into(),
            Skalar::Teks(t) => t,
            Skalar::Kosong(()) => "".into(),
        }
    }
}

/// `None`: not written as the content type says.
#[must_use]
pub fn urai(tulisan: Tulisan, isi: &[u8]) -> Option<Pasangan<'_>> {
    match tulisan {
        Tulisan::Formulir => Some(form_urlencoded::parse(isi).collect()),
        Tulisan::Json => {
            let k: Kiriman<'_> = serde_json::from_slice(isi).ok()?;
            let tetap = [("id", Some(k.id)), ("stempel", Some(k.stempel)), ("saran", k.saran), ("bahasa", k.bahasa)];
            let lain = [("cara", k.cara), ("tautan", k.tautan), ("kerja", k.kerja.map(Into::into))];
            let tetap = tetap.into_iter().chain(lain).filter_map(|(nama, v)| Some((Cow::Borrowed(nama), v?)));
            let butir = k.nilai.into_iter().chain(k.profil).map(|(nama, v)| (nama, v.into()));
            Some(tetap.chain(butir).collect())
        }
    }
}

#[cfg(test)]
mod tests;
