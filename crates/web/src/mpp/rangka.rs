//! The tabs of a mall: the one list of them. A page names its own; who may open it is decided by its route and the store.

use askama::{Template, filters::HtmlSafe};
use store::{hak::AksesMpp, mpp::Mpp};

use crate::konteks::Konteks;

/// What a reader must be for a tab to be shown.
#[derive(Clone, Copy)]
enum Untuk {
    Pembaca,
}

/// Key of the tab, what follows `/mpp/{mpp}`, catalogue key, for whom.
const TAB: &[(&str, &str, &str, Untuk)] = &[
    ("ringkasan", "", "mpp-tab-ringkasan", Untuk::Pembaca),
    ("hari-ini", "/hari-ini", "antrean-tab", Untuk::Pembaca),
    ("pesanan", "/pesanan", "pesanan-tab", Untuk::Pembaca),
    ("jadwal", "/jadwal", "pesanan-jadwal-tab", Untuk::Pembaca),
];

/// The tabs as a part of a page: `{{ tab }}`.
#[derive(Template)]
#[template(path = "mpp/kepala.html")]
pub(crate) struct Tab<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    aktif: &'static str,
    tab: Vec<(&'static str, &'static str, &'static str)>,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    #[must_use]
    pub(crate) fn baru(k: &'a Konteks, akses: &'a AksesMpp, aktif: &'static str) -> Self {
        let boleh = |u: &Untuk| match u {
            Untuk::Pembaca => akses.pembaca().is_ok(),
        };
        let tab = TAB.iter().filter(|(.., u)| boleh(u)).map(|(kunci, jalur, nama, _)| (*kunci, *jalur, *nama)).collect();
        Self { k, m: &akses.mpp, aktif, tab }
    }
}
