//! What a tenant with its own system reports to the portal, and which features that proves. A feature that is only stated is
//! not one that was seen to work.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::fitur::Fitur;
use crate::{KepastianSumber as Yakin, Sumber};

/// Most services in one report.
pub const LAYANAN_MAKS: usize = 1_000;
const TEKS_MAKS: usize = 200;

/// How long a report proves its feature, in days: a list of services, numbers of the queue.
pub const BATAS_LAPOR: (i32, i32, Sumber) =
    (31, 7, Sumber::baru("peraturan meminta fitur terhubung, tanpa jangka waktu laporan; batas ini usulan program", Yakin::Usulan));

/// A service of the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayananLapor {
    pub kode: String,
    pub nama: String,
    /// Page with its requirements.
    pub tautan: String,
}

/// The queue of a service on a local day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AntreanLapor {
    /// Code of a service.
    pub layanan: String,
    pub tanggal: Date,
    /// Numbers given, served, waiting.
    pub diambil: u32,
    pub dilayani: u32,
    pub menunggu: u32,
}

/// Why a report is refused; `baris` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalahLapor {
    #[error("laporan tidak memuat layanan maupun antrean")]
    Kosong,
    #[error("paling banyak {LAYANAN_MAKS} baris")]
    TerlaluBanyak,
    #[error("baris {baris}: {medan} wajib diisi, paling panjang {TEKS_MAKS} huruf")]
    Teks { baris: usize, medan: &'static str },
    #[error("baris {baris}: tautan harus diawali https:// atau http://")]
    Tautan { baris: usize },
    #[error("kode layanan {0} dua kali")]
    Kembar(String),
    #[error("baris {baris}: layanan {kode} tidak ada dalam daftar layanan yang dilaporkan")]
    LayananAsing { baris: usize, kode: String },
    #[error("baris {baris}: tanggal {tanggal} belum tiba")]
    BelumTiba { baris: usize, tanggal: Date },
    #[error("baris {baris}: yang dilayani dan menunggu lebih banyak daripada nomor yang diambil")]
    Jumlah { baris: usize },
}

/// Checks a list of services.
///
/// # Errors
/// The first [`SalahLapor`].
pub fn periksa_layanan(semua: &[LayananLapor]) -> Result<(), SalahLapor> {
    if semua.len() > LAYANAN_MAKS {
        return Err(SalahLapor::TerlaluBanyak);
    }
    let mut kode = BTreeSet::new();
    for (n, l) in semua.iter().enumerate() {
        let baris = n + 1;
        for (medan, t) in [("kode", &l.kode), ("nama", &l.nama)] {
            if t.trim().is_empty() || t.chars().count() > TEKS_MAKS {
                return Err(SalahLapor::Teks { baris, medan });
            }
        }
        if !tautan_sah(&l.tautan) {
            return Err(SalahLapor::Tautan { baris });
        }
        if !kode.insert(l.kode.as_str()) {
            return Err(SalahLapor::Kembar(l.kode.clone()));
        }
    }
    Ok(())
}

/// Empty, or an address of the web.
fn tautan_sah(t: &str) -> bool {
    let web = t.starts_with("https://") || t.starts_with("http://");
    t.is_empty() || (web && t.len() <= 2 * TEKS_MAKS && !t.contains(char::is_whitespace))
}

/// Checks numbers of the queue against the codes that the tenant reported; `kini`: local today.
///
/// # Errors
/// The first [`SalahLapor`].
pub fn periksa_antrean(semua: &[AntreanLapor], kode: &BTreeSet<&str>, kini: Date) -> Result<(), SalahLapor> {
    if semua.len() > LAYANAN_MAKS {
        return Err(SalahLapor::TerlaluBanyak);
    }
    for (n, a) in semua.iter().enumerate() {
        let baris = n + 1;
        if !kode.contains(a.layanan.as_str()) {
            return Err(SalahLapor::LayananAsing { baris, kode: a.layanan.clone() });
        }
        if a.tanggal > kini {
            return Err(SalahLapor::BelumTiba { baris, tanggal: a.tanggal });
        }
        if u64::from(a.dilayani) + u64::from(a.menunggu) > u64::from(a.diambil) {
            return Err(SalahLapor::Jumlah { baris });
        }
    }
    Ok(())
}

/// The features that the last reports prove on a day: information by a list of services, registration by numbers of the queue.
#[must_use]
pub fn terbukti(layanan: Option<Date>, antrean: Option<Date>, kini: Date) -> BTreeSet<Fitur> {
    let segar = |hari: Option<Date>, batas: i32| hari.is_some_and(|h| (kini - h).get_days() <= batas);
    let (informasi, pendaftaran) = (segar(layanan, BATAS_LAPOR.0), segar(antrean, BATAS_LAPOR.1));
    let semua = [(informasi, Fitur::InformasiUmum), (pendaftaran, Fitur::Pendaftaran)];
    semua.into_iter().filter(|(ada, _)| *ada).map(|(_, f)| f).collect()
}
