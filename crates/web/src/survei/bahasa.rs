//! The four languages of the public survey. Officers' pages have two (`crate::bahasa`); Javanese and Sundanese have a
//! `survei.ftl` only, and what they lack is shown in Indonesian.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, langid};

use crate::bahasa::{self, Arg, Bahasa};

static ID: LanguageIdentifier = langid!("id");
static EN: LanguageIdentifier = langid!("en");
static JV: LanguageIdentifier = langid!("jv");
static SU: LanguageIdentifier = langid!("su");

/// Language of a survey page. Indonesian is the language of the instrument; the others are our translations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BahasaSurvei {
    #[default]
    Id,
    En,
    Jv,
    Su,
}

impl BahasaSurvei {
    pub const SEMUA: [Self; 4] = [Self::Id, Self::En, Self::Jv, Self::Su];

    #[must_use]
    pub fn kode(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Jv => "jv",
            Self::Su => "su",
        }
    }

    #[must_use]
    pub fn dari_kode(kode: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|b| b.kode() == kode)
    }

    /// `?bahasa=` decides; without it a browser set to a regional language, else Indonesian. A browser set to English is
    /// not believed: many phones are, and their owners do not read it.
    #[must_use]
    pub fn pilih(kueri: Option<&str>, accept_language: Option<&str>) -> Self {
        if let Some(bahasa) = kueri.and_then(Self::dari_kode) {
            return bahasa;
        }
        let utama = accept_language.and_then(|a| a.split([',', ';']).next()).unwrap_or_default();
        match utama.split('-').next().map(str::trim) {
            Some("jv") => Self::Jv,
            Some("su") => Self::Su,
            _ => Self::Id,
        }
    }

    /// Whether speakers of the language have not looked at our words yet.
    #[must_use]
    pub fn belum_diperiksa(self) -> bool {
        matches!(self, Self::Jv | Self::Su)
    }

    /// The language of officers' pages that this one leans on for dates.
    #[must_use]
    pub fn umum(self) -> Bahasa {
        if self == Self::En { Bahasa::En } else { Bahasa::Id }
    }

    /// The text of a key, as [`Bahasa::s`].
    #[must_use]
    pub fn s(self, kunci: &str) -> String {
        bahasa::teks(self.id(), kunci, &HashMap::new())
    }

    /// The text of a key with values, as [`Bahasa::a`].
    #[must_use]
    pub fn a<'v, const N: usize>(self, kunci: &str, args: [(&'static str, Arg<'v>); N]) -> String {
        let args: HashMap<Cow<'static, str>, Arg<'v>> = args.into_iter().map(|(k, v)| (Cow::Borrowed(k), v)).collect();
        bahasa::teks(self.id(), kunci, &args)
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
            Self::Jv => &JV,
            Self::Su => &SU,
        }
    }
}

#[cfg(test)]
mod tests;
