//! The two languages of the screens and the catalogues (`locales/{id,en}/<area>.ftl`, Fluent), compiled in.
//! A text on a screen exists only there; keys start with the name of their file (`f01-judul` is in `f01.ftl`) and are
//! always written as literals, so that a test can prove that each key exists, in both languages, and is used.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader as _, fluent_bundle::FluentValue, langid, static_loader};

use crate::format;

static_loader! {
    static KATALOG = {
        locales: "./locales",
        fallback_language: "id",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let inggris = bundle.locales.first().is_some_and(|l| l.language.as_str() == "en");
            bundle.set_formatter(Some(if inggris { bilangan_en } else { bilangan_id }));
        },
    };
}

static ID: LanguageIdentifier = langid!("id");
static EN: LanguageIdentifier = langid!("en");

/// The cookie that remembers the choice of a person without an account.
pub const KUKI: &str = "bahasa";

/// Indonesian until the person chooses: the browsers of many offices and phones are set to English, their owners are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bahasa {
    #[default]
    Id,
    En,
}

/// A value put into a text: `[("jumlah", 3.into()), ("nama", "RSUD".into())]`.
pub type Arg<'a> = FluentValue<'a>;

impl Bahasa {
    #[must_use]
    pub fn kode(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The other language, for the switch in the header.
    #[must_use]
    pub fn lain(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn nama(self) -> String {
        self.s("umum-nama-bahasa")
    }

    #[must_use]
    pub fn dari_kode(kode: &str) -> Option<Self> {
        match kode {
            "id" => Some(Self::Id),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The text of a key. A missing key shows the key itself and is logged; a test keeps that from happening.
    #[must_use]
    pub fn s(self, kunci: &str) -> String {
        KATALOG.try_lookup(self.id(), kunci).unwrap_or_else(|| hilang(kunci))
    }

    /// The text of a key with values put in.
    #[must_use]
    pub fn a<'v, const N: usize>(self, kunci: &str, args: [(&'static str, Arg<'v>); N]) -> String {
        let args: HashMap<Cow<'static, str>, Arg<'v>> = args.into_iter().map(|(k, v)| (Cow::Borrowed(k), v)).collect();
        self.dengan(kunci, &args)
    }

    /// As [`Self::a`], for values gathered elsewhere.
    #[must_use]
    pub fn dengan(self, kunci: &str, args: &HashMap<Cow<'static, str>, Arg<'_>>) -> String {
        KATALOG.try_lookup_with_args(self.id(), kunci, args).unwrap_or_else(|| hilang(kunci))
    }

    /// As [`Self::dengan`]; `None` when the catalogue has no such text, or the values do not fit it.
    #[must_use]
    pub fn mungkin(self, kunci: &str, args: &HashMap<Cow<'static, str>, Arg<'_>>) -> Option<String> {
        KATALOG.try_lookup_with_args(self.id(), kunci, args)
    }

    /// Whether the catalogue has the key.
    #[must_use]
    pub fn punya(kunci: &str) -> bool {
        KATALOG.try_lookup(&ID, kunci).is_some()
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}

/// A text in any language that has a folder in `locales/`, else in Indonesian; for pages in more languages than two.
pub(crate) fn teks(bahasa: &LanguageIdentifier, kunci: &str, args: &HashMap<Cow<'static, str>, Arg<'_>>) -> String {
    KATALOG.try_lookup_with_args(bahasa, kunci, args).unwrap_or_else(|| hilang(kunci))
}

fn hilang(kunci: &str) -> String {
    tracing::error!(kunci, "text missing in the catalogue");
    kunci.to_owned()
}

/// Whole numbers from a thousand on stand in groups of three (`3.000`, `3,000`). A year is given as text.
fn bilangan<M>(nilai: &FluentValue<'_>, _: &M, bahasa: Bahasa) -> Option<String> {
    let FluentValue::Number(n) = nilai else { return None };
    let teks = n.as_string();
    let bulat = teks.strip_prefix('-').unwrap_or(&teks);
    (bulat.len() > 3 && bulat.bytes().all(|b| b.is_ascii_digit())).then(|| format::angka(bahasa, &teks))
}

fn bilangan_id<M>(nilai: &FluentValue<'_>, m: &M) -> Option<String> {
    bilangan(nilai, m, Bahasa::Id)
}

fn bilangan_en<M>(nilai: &FluentValue<'_>, m: &M) -> Option<String> {
    bilangan(nilai, m, Bahasa::En)
}

#[cfg(test)]
mod tests {
    use super::Bahasa;

    #[test]
    fn thousands_stand_apart_in_every_sentence() {
        let unit = |b: Bahasa, n: i64| b.a("publik-unit-jumlah", [("jumlah", n.into())]);
        assert_eq!(unit(Bahasa::Id, 3000), "3.000 unit");
        assert_eq!(unit(Bahasa::Id, 999), "999 unit");
        assert_eq!(unit(Bahasa::En, 1_234_567), "1,234,567 units");
        assert_eq!(Bahasa::Id.a("hasil-tahun", [("tahun", "2026".into())]), "tahun 2026");
    }
}
