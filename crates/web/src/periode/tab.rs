//! The tabs of a period, for the pages whose own `p` is something else than the period.

use askama::{Template, filters::HtmlSafe};
use pekppp::{Skema, skema::Pengatur};
use store::{
    peran::{Lingkup, Peran},
    periode::Periode,
};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "periode/kepala.html")]
pub(super) struct Tab<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
}

impl Konteks {
    /// Whether the reader runs the period, so that links to the organiser's pages are shown; the right itself is the store's.
    pub(crate) fn mengatur(&self, p: &Periode) -> bool {
        let nasional = self.kementerian && Skema::dari_kunci(&p.skema).is_some_and(|s| s.aturan().pengatur != Pengatur::Instansi);
        self.pelaku.as_ref().is_some_and(|x| {
            let milik = Lingkup::Instansi(p.instansi_id);
            x.peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == milik) || (nasional && x.punya(Peran::Nasional))
        })
    }
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    #[must_use]
    pub(super) fn baru(k: &'a Konteks, p: &'a Periode, tab: &'static str) -> Self {
        Self { k, p, tab }
    }
}
