//! Malls of public services: tenants, gerai, counters, which service is given where, which officer sits where. What happens
//! there in a day (tickets, bookings, cases) is of other modules; they take these rows as given.
//!
//! A mall is a unit with a row in `mpp`; its people have roles scoped to that unit (PermenPANRB 92/2021).

mod baca;
pub mod izin;
mod massal;
mod putusan;
mod tugas;
mod tulis;

pub(crate) use baca::{HIDUP, PERNAH, ditempatkan};
pub use baca::{
    NamaGerai, berhenti, dari_id, dari_kode, gerai, gerai_mpp, halangan, loket, milik, nama_gerai, pelaksana_gerai, pelaksana_mpp,
    penempatan, penempatan_hidup, penempatan_layanan, penempatan_mpp, penempatan_satu, semua, tempat_antre, tenan, tenan_mpp,
};
pub use massal::tempatkan_banyak;
pub use putusan::{cabut_izin, jawab_izin};
pub use tugas::{akhiri_tugas, tugaskan};
pub use tulis::{
    GeraiIsi, MppIsi, PenempatanIsi, TenanIsi, akhiri_penempatan, buat, keluarkan_tenan, tambah_gerai, tambah_loket, tambah_tenan,
    tempatkan, tutup_gerai, ubah, ubah_gerai, ubah_penempatan, ubah_tenan,
};

use crate::{
    Waktu,
    id::{AkunId, GeraiId, InstansiId, LayananId, LoketId, PelaksanaId, PenempatanId, TenanId, UnitId},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

/// Kinds of organisation in a mall.
pub const JENIS_TENAN: [&str; 5] = ["kementerian-lembaga", "pemda", "bumn", "bumd", "swasta"];

/// Opening hours of one weekday; `hari` 1 is Monday; times as `08:00`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jam {
    pub hari: i8,
    pub mulai: String,
    pub selesai: String,
}

/// A mall with the names that every page about it shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Mpp {
    pub unit_id: UnitId,
    /// Public and stable: part of its address.
    pub kode: String,
    pub nama: String,
    pub alamat: String,
    pub unit_induk: Option<UnitId>,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub wilayah: Option<String>,
    pub zona: String,
    pub ringkas: String,
    /// [`Jam`] as JSON; read it with [`Mpp::jam`].
    pub jam_json: String,
    pub lintang: Option<String>,
    pub bujur: Option<String>,
    pub ilustrasi: i64,
    pub versi: i64,
}

impl Mpp {
    /// Opening hours by weekday; empty when they cannot be read.
    #[must_use]
    pub fn jam(&self) -> Vec<Jam> {
        serde_json::from_str(&self.jam_json).unwrap_or_default()
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Tenan {
    pub id: TenanId,
    pub mpp_id: UnitId,
    pub nama: String,
    pub jenis: String,
    pub unit_id: Option<UnitId>,
    /// `prima`, or `sendiri`.
    pub sistem: String,
    pub versi: i64,
    pub keluar: Option<Waktu>,
    pub keluar_alasan: Option<String>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Gerai {
    pub id: GeraiId,
    pub mpp_id: UnitId,
    pub tenan_id: TenanId,
    pub tenan: String,
    /// Unit of the tenant in the register.
    pub unit_id: Option<UnitId>,
    pub kode: String,
    pub nama: String,
    pub letak: String,
    /// `fisik`, or `elektronik`.
    pub bentuk: String,
    pub tautan: Option<String>,
    pub versi: i64,
    pub tutup: Option<Waktu>,
    pub tutup_alasan: Option<String>,
}

/// People whom closing a gerai would leave behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Halangan {
    /// Numbers of today that are not over: the gerai stays open.
    pub nomor: i64,
    /// Cases that are not over: the gerai stays open.
    pub permohonan: i64,
    /// Bookings from today on; their holders are told when it closes.
    pub pesanan: i64,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Loket {
    pub id: LoketId,
    pub gerai_id: GeraiId,
    pub nama: String,
}

/// A service given at a gerai.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Penempatan {
    pub id: PenempatanId,
    pub mpp_id: UnitId,
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub layanan_id: LayananId,
    pub layanan: String,
    pub layanan_kode: String,
    /// Unit that gives the service.
    pub unit_id: UnitId,
    /// One to three capital letters before its ticket numbers.
    pub awalan: String,
    pub menit: Option<i64>,
    /// `jadwal`, or `undangan`.
    pub kehadiran: String,
    pub versi: i64,
    pub akhir: Option<Waktu>,
}

/// Where a number can be taken.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TempatAntre {
    pub penempatan_id: PenempatanId,
    pub mpp_kode: String,
    pub mpp: String,
}

/// Where a service was given and is not any more.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Berhenti {
    pub mpp: String,
    pub gerai: String,
    /// 1: the gerai itself was closed.
    pub tutup: i64,
    pub pada: Waktu,
    pub zona: String,
}

/// An officer placed at a gerai.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pelaksana {
    pub id: PelaksanaId,
    pub gerai_id: GeraiId,
    pub gerai: String,
    pub akun_id: AkunId,
    pub nama: String,
    /// Local ISO day, as `sampai`.
    pub mulai: String,
    pub sampai: Option<String>,
    pub akhir: Option<Waktu>,
}
