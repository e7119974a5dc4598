//! Services of units and their standards: drafts, issued versions, reviews, the maklumat, and what the public finds.
//!
//! A standard in force is never changed. What is in force on a day follows from the rows (`standar_berlaku`), not from a
//! switch. Words for people are the pages' matter.

mod baca;
mod indeks;
mod ingat;
pub mod komponen;
pub mod maklumat;
pub mod massal;
pub mod pengumuman;
mod terbit;
mod tulis;
mod usul;

pub use baca::{Baris, Berlaku, Keadaan, Rancangan, Riwayat, Saring, berlaku, dari_id, milik, rancangan, riwayat, unit_saya};
pub use indeks::{Ditemukan, ForumTerbit, Jawab, Katalog, MalTerbit, UnitTerbit, katalog};
pub use ingat::ingatkan;
pub use komponen::{KOMPONEN, Komponen, TAMBAHAN};
pub use terbit::{Terbit, dari_kode, dari_nama, semua};
pub use tulis::{Sk, TEKS_MAKS, buat, simpan, tetapkan, tinjau, tutup};
pub use usul::{Usul, usulan, usulkan};

pub(crate) use indeks::Singgahan;

use crate::{
    Waktu,
    id::{InstansiId, LayananId, UnitId},
};
use jiff::civil::Date;
use sea_orm::{FromQueryResult, Value};
use std::collections::BTreeMap;

/// A service with the names that every page about it shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Layanan {
    pub id: LayananId,
    /// Public and stable: part of its address.
    pub kode: String,
    pub nama: String,
    pub unit_id: UnitId,
    pub unit: String,
    pub unit_kode: String,
    pub alamat: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub zona: String,
    pub ilustrasi: i64,
    pub versi: i64,
    /// When it was ended.
    pub tutup: Option<Waktu>,
    pub tutup_alasan: Option<String>,
}

/// What one version says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Isi {
    pub nama: String,
    /// One sentence in plain words.
    pub ringkas: String,
    /// Text of each component ([`KOMPONEN`]) and of [`TAMBAHAN`] under its key; empty ones are left out.
    pub teks: BTreeMap<String, String>,
    /// The promised time in working days, where it is one.
    pub hari_kerja: Option<i64>,
}

impl Isi {
    #[must_use]
    pub fn teks(&self, kunci: &str) -> &str {
        self.teks.get(kunci).map_or("", String::as_str)
    }

    /// Components that are filled, of the fourteen.
    #[must_use]
    pub fn lengkap(&self) -> usize {
        KOMPONEN.iter().filter(|k| !self.teks(k.kunci).is_empty()).count()
    }

    /// Components that must be published and are missing.
    pub fn kurang(&self) -> impl Iterator<Item = &'static str> + '_ {
        KOMPONEN.iter().filter(|k| k.publik && self.teks(k.kunci).is_empty()).map(|k| k.kunci)
    }
}

/// Local today in the three zones (WIT, WITA, WIB), for [`HARI`].
pub(crate) fn hari_ini(kini: Waktu) -> Vec<Value> {
    ["WIT", "WITA", "WIB"].map(|z| Value::from(hari(kini, z).to_string())).into()
}

fn hari(kini: Waktu, zona: &str) -> Date {
    kini.hari(zona)
}

/// Today in the zone of the instansi `i`, with [`hari_ini`] as `$1` to `$3`.
pub(crate) const HARI: &str = "CASE i.zona WHEN 'WIT' THEN $1 WHEN 'WITA' THEN $2 ELSE $3 END";

/// The standard in force of the service `l`.
fn berlaku_sql() -> String {
    format!(
        "(SELECT x.id FROM standar x JOIN standar_berlaku y ON y.standar_id = x.id
          WHERE x.layanan_id = l.id AND y.mulai <= {HARI} ORDER BY y.mulai DESC, x.nomor DESC LIMIT 1)"
    )
}

const KOLOM: &str = "l.id, l.kode, l.nama, l.unit_id, u.nama AS unit, u.kode AS unit_kode, u.alamat, i.id AS instansi_id,
    i.nama AS instansi, i.zona, l.ilustrasi, l.versi, c.pada AS tutup, c.alasan AS tutup_alasan";
const DARI: &str = "FROM layanan l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
    LEFT JOIN layanan_tutup c ON c.layanan_id = l.id";
