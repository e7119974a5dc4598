//! Rows against the audit log, some events an hour, from the first to the newest and again. Where it stands is kept in memory only: a start
//! begins anew, and what was told is told once.

use std::sync::{Arc, Mutex, PoisonError};

use store::{
    Store,
    rawat::{self, Letak},
};

use super::{Pekerja, RENTANG};

/// Pieces in one round.
const POTONG: usize = 20;

pub(super) fn mulai(p: &mut Pekerja) {
    let letak = Arc::new(Mutex::new(Letak::default()));
    let jejak = p.berkala(RENTANG, move |s| {
        let letak = letak.clone();
        async move {
            let mulai = letak.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let sampai = putar(&s, mulai).await;
            *letak.lock().unwrap_or_else(PoisonError::into_inner) = sampai;
        }
    });
    p.terputus.push(jejak);
}

/// Where the next round goes on.
async fn putar(store: &Store, mulai: Letak) -> Letak {
    let mut letak = mulai;
    for _ in 0..POTONG {
        match rawat::sepotong(store, &letak).await {
            Ok(Some(sampai)) => letak = sampai,
            Ok(None) => return Letak::default(),
            Err(e) => {
                tracing::warn!(error = %e, "rows could not be compared with the audit log");
                break;
            }
        }
    }
    letak
}
