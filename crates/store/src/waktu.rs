//! Time as the database keeps it: UTC microseconds. The clock is a value, so tests can stop it.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// UTC microseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
#[serde(transparent)]
pub struct Waktu(pub i64);

impl Waktu {
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The local day in an office time zone: `WIB`, `WITA` or `WIT`.
    #[must_use]
    pub fn hari(self, zona: &str) -> Date {
        self.timestamp().to_zoned(zona_waktu(zona)).date()
    }

    #[must_use]
    pub fn tambah_detik(self, detik: i64) -> Self {
        Self(self.0.saturating_add(detik.saturating_mul(1_000_000)))
    }
}

/// WIB is UTC+7, WITA UTC+8, WIT UTC+9; none has daylight saving. Anything else is taken as WIB.
#[must_use]
pub fn zona_waktu(zona: &str) -> TimeZone {
    let jam = match zona {
        "WITA" => 8,
        "WIT" => 9,
        _ => 7,
    };
    TimeZone::fixed(jiff::tz::offset(jam))
}

/// The clock: the system's, or one that a test sets.
#[derive(Debug, Clone, Default)]
pub struct Jam(Option<Arc<AtomicI64>>);

impl Jam {
    #[must_use]
    pub fn tetap(mikrodetik: i64) -> Self {
        Self(Some(Arc::new(AtomicI64::new(mikrodetik))))
    }

    #[must_use]
    pub fn sekarang(&self) -> Waktu {
        match &self.0 {
            Some(t) => Waktu(t.load(Ordering::SeqCst)),
            None => Waktu(Timestamp::now().as_microsecond()),
        }
    }

    /// Moves a set clock forward; the system clock is left alone.
    pub fn maju(&self, detik: i64) {
        if let Some(t) = &self.0 {
            t.fetch_add(detik * 1_000_000, Ordering::SeqCst);
        }
    }
}
