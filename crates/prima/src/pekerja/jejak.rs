//! Rows against the audit log, once an hour: the newest events, and a piece of the older ones. Where it stands is kept in memory only: a start
//! begins anew at the newest.

use std::sync::Arc;

use store::rawat::{self, Letak};
use tokio::sync::Mutex;

use super::{Pekerja, RENTANG};

pub(super) fn mulai(p: &mut Pekerja) {
    let letak = Arc::new(Mutex::new(Letak::default()));
    let jejak = p.berkala(RENTANG, move |s| {
        let letak = letak.clone();
        async move {
            let mut letak = letak.lock().await;
            if let Err(e) = rawat::putaran(&s, &mut letak).await {
                tracing::warn!(error = %e, "rows could not be compared with the audit log");
            }
        }
    });
    p.terputus.push(jejak);
}
