//! Limits of the print workers and their defaults.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// How PDF work is bounded.
#[derive(Debug, Clone)]
pub struct Setelan {
    /// The worker's program; `None` is this binary, also after its file was replaced.
    pub program: Option<PathBuf>,
    /// Arguments that make the program call [`crate::worker_main`].
    pub argumen: Vec<OsString>,
    /// Workers at the same time, at least 1. Default: cores minus one, at most 3: each holds about 125 MB resident.
    pub pekerja: usize,
    /// Documents that may wait beyond those in work; more are refused as busy.
    pub antrean: usize,
    /// For one document, counted from the moment a worker is free for it.
    pub batas_waktu: Duration,
    /// A worker without work leaves after this time.
    pub batas_menganggur: Duration,
    /// A worker is replaced after so many documents, which bounds its memory.
    pub dokumen_per_pekerja: u32,
}

impl Default for Setelan {
    fn default() -> Self {
        let inti = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            program: None,
            argumen: vec!["kerja-pdf".into()],
            pekerja: inti.saturating_sub(1).clamp(1, 3),
            antrean: 64,
            batas_waktu: Duration::from_secs(20),
            batas_menganggur: Duration::from_secs(30),
            dokumen_per_pekerja: 200,
        }
    }
}
