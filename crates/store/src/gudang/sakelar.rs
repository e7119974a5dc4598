//! A store that takes connections and says nothing costs seconds to find out. Once it was found, everybody else is told at once for a while,
//! and then one asks again.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// For so long nobody waits for it again.
const ISTIRAHAT: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(super) struct Sakelar(Mutex<Option<Instant>>);

impl Sakelar {
    /// Whether to ask. Whoever may ask after a pause is the only one until it is known.
    pub fn boleh(&self) -> bool {
        let mut diam = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match *diam {
            Some(sejak) if sejak.elapsed() < ISTIRAHAT => false,
            Some(_) => {
                *diam = Some(Instant::now());
                true
            }
            None => true,
        }
    }

    /// It said something, whatever it was.
    pub fn menjawab(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub fn diam(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }
}
