//! The published results of a period as one file that anybody can check without Prima's database.
//!
//! A ZIP archive: `terbitan.json` (what is published, signed), `hasil.jsonl` (one result a line, each with its own signature and
//! rank), `edisi/{sidik}.toml` (the text of each edition), and attachments under `lampiran/`. Written and read as a stream: a
//! hundred thousand results need no more memory than ten. When it is made and where it is kept is not here.

mod ambil;
mod daftar;
mod lampiran;
mod periksa;
mod tulis;

pub use ambil::{HasilTerbitan, ambil};
pub use periksa::{Butir, LaporanTerbitan, NaskahEdisi, periksa, periksa_catat};
pub(crate) use periksa::{manifes, sidik_alir};
pub use tulis::{Bahan, LampiranBaru, tulis};

use crate::hasil::{EdisiBundel, InstalasiBundel, Jenis, PeriodeBundel};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Kind and version of the file format.
pub const FORMAT: &str = "prima/terbitan/1";
const JENIS: Jenis = Jenis { format: FORMAT, nama: "bundel terbitan Prima", peristiwa: "diterbitkan" };

const MANIFES: &str = "terbitan.json";
const HASIL: &str = "hasil.jsonl";
const LAMPIRAN: &str = "lampiran/";

fn nama_edisi(sidik: &str) -> String {
    format!("edisi/{sidik}.toml")
}

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IsiTerbitan {
    /// Of the publication.
    pub id: Uuid,
    /// 1, 2, … of the period; every version stays.
    pub nomor: i64,
    /// Why there is a new version; empty for the first.
    pub alasan: String,
    /// Hash of the version before.
    pub sebelumnya: Option<String>,
    pub ilustrasi: bool,
    pub instalasi: InstalasiBundel,
    pub periode: PeriodeBundel,
    pub edisi: Vec<EdisiBundel>,
    pub hasil: DaftarHasil,
    pub lampiran: Vec<Lampiran>,
    /// UTC.
    pub diterbitkan: String,
}

/// Binds `hasil.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaftarHasil {
    pub sidik: String,
    pub baris: u64,
    /// How many of them have an IPP, and so a rank.
    pub diperingkat: u64,
}

/// A file beside the figures, such as the announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lampiran {
    pub nama: String,
    pub sidik: String,
    pub ukuran: u64,
}

/// What stands on a line of `hasil.jsonl` beside the signed result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tempat {
    /// Ranking category.
    kelompok: String,
    /// `None` without an IPP.
    peringkat: Option<u64>,
    /// Why the result is public without minutes signed by all three parties.
    alasan_tanpa_ba: Option<String>,
}
