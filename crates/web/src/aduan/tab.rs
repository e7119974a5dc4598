//! The parts of the area, as tabs.

use askama::{Template, filters::HtmlSafe};
use store::hak::KotakAduan;

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "aduan/tab.html")]
pub(super) struct Tab<'a> {
    k: &'a Konteks,
    aktif: &'static str,
    penghubung: bool,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    pub(super) fn baru(k: &'a Konteks, kotak: &KotakAduan, aktif: &'static str) -> Self {
        Self { k, aktif, penghubung: !kotak.instansi.is_empty() }
    }
}
