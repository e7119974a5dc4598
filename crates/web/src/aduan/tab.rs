//! The parts of the area, as tabs.

use askama::{Template, filters::HtmlSafe};
use store::{
    hak::KotakAduan,
    peran::{Lingkup, Peran, PeranLingkup},
};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "aduan/tab.html")]
pub(super) struct Tab<'a> {
    k: &'a Konteks,
    aktif: &'static str,
    penghubung: bool,
    /// The list of reports itself.
    laporan: bool,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    pub(super) fn baru(k: &'a Konteks, kotak: &KotakAduan, aktif: &'static str) -> Self {
        Self { k, aktif, penghubung: !kotak.instansi.is_empty(), laporan: true }
    }

    /// On pages that people above an office read, too.
    pub(super) fn atas(k: &'a Konteks, aktif: &'static str) -> Self {
        let di_instansi = |p: &PeranLingkup| p.peran == Peran::Penghubung && matches!(p.lingkup, Lingkup::Instansi(_));
        let penghubung = k.pelaku.as_ref().is_some_and(|p| p.peran.iter().any(di_instansi));
        Self { k, aktif, penghubung, laporan: k.mengurus_aduan() }
    }
}
