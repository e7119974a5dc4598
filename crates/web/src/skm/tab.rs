//! The way around the pages of one round, on each of them.

use askama::{Template, filters::HtmlSafe};
use store::id::RondeId;

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "skm/tab.html")]
pub struct Tab<'a> {
    k: &'a Konteks,
    butir: Vec<(String, &'static str, bool)>,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    /// `kini`: last part of the path of the page shown; empty for the summary.
    #[must_use]
    pub fn baru(k: &'a Konteks, ronde: &RondeId, kini: &str) -> Self {
        let semua = [
            ("", "skm-tab-ringkasan"),
            ("hasil", "skm-tab-hasil"),
            ("mutu", "skm-tab-mutu"),
            ("laporan", "skm-tab-laporan"),
            ("tindak-lanjut", "skm-tab-tindak-lanjut"),
            ("penerbitan", "skm-tab-penerbitan"),
        ];
        let jalur = |bagian: &str| format!("/survei/{ronde}{}{bagian}", if bagian.is_empty() { "" } else { "/" });
        Self { k, butir: semua.into_iter().map(|(bagian, kunci)| (jalur(bagian), kunci, bagian == kini)).collect() }
    }
}
