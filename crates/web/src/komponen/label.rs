//! What the fields of a form are called. The list of faults stands above the fields, so it is drawn before anybody has said their labels:
//! a page with faults is drawn twice (`tampil::tampil_salah`). The first drawing learns here, the second names each fault.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

/// By the name of the field. Copies of a form share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Label(Arc<Mutex<BTreeMap<String, String>>>);

impl Label {
    /// `false` when a field of this name has spoken before: where several forms share one, faults are named by the first.
    pub(super) fn catat(&self, medan: &str, label: &str) -> bool {
        let Ok(mut semua) = self.0.lock() else { return false };
        if semua.contains_key(medan) {
            return false;
        }
        semua.insert(medan.to_owned(), label.to_owned());
        true
    }

    pub(super) fn ganti(&self, medan: &str, label: &str) {
        if let Ok(mut semua) = self.0.lock() {
            semua.insert(medan.to_owned(), label.to_owned());
        }
    }

    pub(super) fn cari(&self, medan: &str) -> Option<String> {
        self.0.lock().ok()?.get(medan).cloned()
    }
}
