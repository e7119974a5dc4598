//! Room for copies: where objects lie in a store elsewhere, the oldest copies in the data folder go when there are too many of them.

use crate::{Hasil, Store, rawat};
use std::{
    fs,
    time::{Duration, SystemTime},
};

/// A copy that is younger may be in use by the request that fetched it.
const MUDA: Duration = Duration::from_hours(1);

/// Removes the oldest copies above the room that the settings give them; how many.
///
/// # Errors
/// When the folder cannot be read. A copy that cannot be removed stays.
pub fn sapu(store: &Store) -> Hasil<u64> {
    let Some(g) = store.gudang() else { return Ok(0) };
    let mut semua: Vec<(SystemTime, u64, std::path::PathBuf)> = rawat::berkas(store)?
        .into_iter()
        .filter_map(|jalur| fs::metadata(&jalur).ok().and_then(|m| Some((m.modified().ok()?, m.len(), jalur))))
        .collect();
    let mut isi: u64 = semua.iter().map(|(_, n, _)| n).sum();
    semua.sort_unstable();
    let (kini, mut dibuang) = (SystemTime::now(), 0);
    for (diubah, ukuran, jalur) in semua {
        if isi <= g.0.tembolok || kini.duration_since(diubah).is_ok_and(|umur| umur < MUDA) {
            break;
        }
        if fs::remove_file(&jalur).is_ok() {
            isi -= ukuran;
            dibuang += 1;
        }
    }
    Ok(dibuang)
}
