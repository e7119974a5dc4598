//! The age of the newest backup. `prima backup` leaves a note beside the data; backups made otherwise are not known here.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use super::Laporan;
use crate::kata;

/// Name of the note.
pub(super) const BERKAS: &str = "cadangan-terakhir.json";
/// Older than a day and a half: a nightly backup did not run.
const BATAS_JAM: i64 = 36;

#[derive(Serialize, Deserialize)]
pub struct Catatan {
    /// UTC microseconds.
    pub pada: i64,
    pub tersandi: bool,
    /// Nothing was missing or damaged when it was made.
    pub utuh: bool,
}

impl Catatan {
    /// Leaves the note. That it cannot be written is no fault of the backup.
    pub fn tulis(&self, data: &Path) {
        let isi = serde_json::to_vec(self).unwrap_or_default();
        if let Err(e) = fs::write(data.join(BERKAS), isi) {
            eprintln!("prima: catatan umur cadangan tidak dapat ditulis: {}", kata::berkas(&e));
        }
    }
}

pub fn periksa(l: &mut Laporan, data: &Path) {
    let catatan: Option<Catatan> = fs::read(data.join(BERKAS)).ok().and_then(|isi| serde_json::from_slice(&isi).ok());
    let Some(c) = catatan else {
        return l.perhatian(
            "cadangan",
            "belum pernah dibuat dengan `prima backup` dari folder ini; jadwalkan setiap malam, simpan di mesin lain",
        );
    };
    let jam = (store::Jam::default().sekarang().0 - c.pada) / 3_600_000_000;
    let sandi = if c.tersandi { "tersandi" } else { "tidak tersandi" };
    match (jam > BATAS_JAM, c.utuh) {
        (_, false) => l.gagal("cadangan", "cadangan terakhir berlubang: ada berkas bukti yang hilang atau rusak. Jalankan `prima check`"),
        (true, _) => l.perhatian("cadangan", format!("yang terakhir sudah {jam} jam ({sandi}); periksa jadwalnya")),
        (false, _) => l.baik("cadangan", format!("yang terakhir {jam} jam lalu ({sandi})")),
    }
}
