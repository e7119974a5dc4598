//! The tabs of a period, for the pages whose own `p` is something else than the period.

use askama::{Template, filters::HtmlSafe};
use store::periode::Periode;

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "periode/kepala.html")]
pub(super) struct Tab<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    #[must_use]
    pub(super) fn baru(k: &'a Konteks, p: &'a Periode, tab: &'static str) -> Self {
        Self { k, p, tab }
    }
}
