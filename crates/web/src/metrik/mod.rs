//! Figures for monitoring in the text format of Prometheus: what requests were answered and how fast (counted here, in memory), and what
//! waits (asked of the store when somebody looks). Off unless configured. No path, name or address of a person is a label.

mod halaman;
mod tulis;

pub use halaman::{layani, rute};

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use axum::http::{Method, StatusCode};
use serde::{Deserialize, Serialize};

/// The `[metrik]` part of the settings.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigMetrik {
    /// Address and port on which `/metrics` is served apart from the pages, for example `127.0.0.1:9464`; empty: not there.
    pub alamat: String,
    /// With this word as `Authorization: Bearer …` the pages' own address serves `/metrics` as well; empty: not there. Better given as
    /// `PRIMA_METRIK__TOKEN` than written in the file.
    pub token: String,
}

impl std::fmt::Debug for KonfigMetrik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KonfigMetrik").field("alamat", &self.alamat).finish_non_exhaustive()
    }
}

/// Upper ends of the histogram, in microseconds, and as they are written.
const BATAS: [(u64, &str); 11] = [
    (1_000, "0.001"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (50_000, "0.05"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (30_000_000, "30"),
];

/// Statuses that are counted by themselves; any other counts as `lain`.
const STATUS: [u16; 19] = [200, 201, 202, 204, 206, 302, 303, 304, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503];

/// What a request is about; the label of its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kelas {
    Survei,
    Halaman,
    Perubahan,
    Unggahan,
    Masuk,
    Aset,
    Api,
    Aliran,
    Periksa,
    TakDikenal,
}

const KELAS: [(Kelas, &str); 10] = [
    (Kelas::Survei, "survei"),
    (Kelas::Halaman, "halaman"),
    (Kelas::Perubahan, "perubahan"),
    (Kelas::Unggahan, "unggahan"),
    (Kelas::Masuk, "masuk"),
    (Kelas::Aset, "aset"),
    (Kelas::Api, "api"),
    (Kelas::Aliran, "aliran"),
    (Kelas::Periksa, "periksa"),
    (Kelas::TakDikenal, "tak-dikenal"),
];

impl Kelas {
    /// By the pattern of the route, never by its path.
    #[must_use]
    pub fn dari(method: &Method, pola: Option<&str>) -> Self {
        let Some(pola) = pola else { return Self::TakDikenal };
        match pola.split('/').nth(1).unwrap_or_default() {
            "aset" => Self::Aset,
            "api" => Self::Api,
            "sehat" | "healthz" | "readyz" | "metrics" => Self::Periksa,
            "masuk" | "keluar" | "sandi" | "mulai" => Self::Masuk,
            _ if pola.ends_with("/aliran") => Self::Aliran,
            _ if *method == Method::PUT || pola.contains("unggah") => Self::Unggahan,
            _ if matches!(*method, Method::GET | Method::HEAD) => Self::Halaman,
            _ => Self::Perubahan,
        }
    }
}

#[derive(Default)]
struct Seri {
    status: [AtomicU64; STATUS.len() + 1],
    ember: [AtomicU64; BATAS.len() + 1],
    mikro: AtomicU64,
}

/// Counts since the start of the program.
pub struct Metrik {
    seri: [Seri; KELAS.len()],
    mulai: Instant,
}

impl Default for Metrik {
    fn default() -> Self {
        Self { seri: Default::default(), mulai: Instant::now() }
    }
}

impl Metrik {
    /// One request was answered.
    pub fn catat(&self, kelas: Kelas, status: StatusCode, lama: Duration) {
        let seri = &self.seri[KELAS.iter().position(|(k, _)| *k == kelas).unwrap_or(KELAS.len() - 1)];
        let mikro = u64::try_from(lama.as_micros()).unwrap_or(u64::MAX);
        let status = STATUS.iter().position(|s| *s == status.as_u16()).unwrap_or(STATUS.len());
        let ember = BATAS.iter().position(|(b, _)| mikro <= *b).unwrap_or(BATAS.len());
        seri.status[status].fetch_add(1, Ordering::Relaxed);
        seri.ember[ember].fetch_add(1, Ordering::Relaxed);
        seri.mikro.fetch_add(mikro, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_class_comes_from_the_pattern() {
        for (method, pola, harap) in [
            (Method::GET, Some("/lokus/{id}"), Kelas::Halaman),
            (Method::POST, Some("/lokus/{id}/f01/pengiriman"), Kelas::Perubahan),
            (Method::GET, Some("/aset/{*jalur}"), Kelas::Aset),
            (Method::POST, Some("/masuk"), Kelas::Masuk),
            (Method::GET, Some("/readyz"), Kelas::Periksa),
            (Method::GET, None, Kelas::TakDikenal),
        ] {
            assert_eq!(Kelas::dari(&method, pola), harap, "{pola:?}");
        }
    }
}
