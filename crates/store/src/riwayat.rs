//! IPP values that others published (press, documents): real data, quoted with source and certainty.
//!
//! Never mixed with results of this installation: rankings and lines over the years are made from one or the other.
//! [`impor()`] fills the table from a file; nothing here is computed except the category that the table of the edition gives.

mod baca;
mod berkas;
mod impor;
mod nama;
mod urai;

pub use baca::{PeringkatRiwayat, Pilihan, Ringkas, acuan, dari_slug, milik, peringkat, pilihan, semua_instansi, terdaftar};
pub use berkas::{coba, terapkan};
pub use impor::{Laporan, Perubahan, impor};
pub use nama::{kelompok, slug};
pub use urai::{KOLOM, Salah, SalahBaris};

use crate::{Hasil, StoreError, id::InstansiId};
use pekppp::{Ipp, Pecahan};
use sea_orm::FromQueryResult;

/// What comes with the program: values of 2020 to 2025, collected from the press.
pub const BAWAAN: &str = include_str!("../../../data/riwayat-ipp.csv");

/// Groups that are ranked apart, in the order of pages.
pub const KELOMPOK: [&str; 4] = ["kl", "provinsi", "kota", "kabupaten"];

/// One published value, with two decimals as printed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Riwayat {
    pub id: String,
    /// `instansi`, `unit`, `kelompok` (mean of a group) or `nasional`.
    pub tingkat: String,
    pub kelompok: String,
    pub skema: String,
    pub tahun: i64,
    pub instansi_id: Option<InstansiId>,
    /// As the source writes it.
    pub instansi: String,
    pub slug: String,
    pub unit: Option<String>,
    pub ipp: String,
    pub konversi: Option<String>,
    /// The category as published, if the source gives one.
    pub kategori: Option<String>,
    /// The category that the edition's table gives for the value.
    pub kategori_tabel: String,
    /// `pers` or `dokumen`.
    pub kepastian: String,
    pub catatan: String,
    pub sumber: String,
}

impl Riwayat {
    /// The published category, where it is not the one that the table gives.
    #[must_use]
    pub fn kategori_lain(&self) -> Option<&str> {
        self.kategori.as_deref().filter(|k| *k != self.kategori_tabel)
    }

    /// The source as an address, when it is one.
    #[must_use]
    pub fn tautan(&self) -> Option<&str> {
        let web = self.sumber.starts_with("https://") || self.sumber.starts_with("http://");
        web.then_some(self.sumber.as_str())
    }

    /// Who published it: the host of an address, or the text of the source.
    #[must_use]
    pub fn penerbit(&self) -> &str {
        let tanpa = self.tautan().and_then(|t| t.split_once("://")).map_or(self.sumber.as_str(), |(_, sisa)| sisa);
        if self.tautan().is_none() {
            return tanpa;
        }
        let host = tanpa.split('/').next().unwrap_or(tanpa);
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// # Errors
    /// `Rusak` when the stored text is no index.
    pub fn nilai(&self) -> Hasil<Ipp> {
        let rusak = || StoreError::Rusak(format!("riwayat_ipp {}: {}", self.id, self.ipp));
        let p: Pecahan = self.ipp.parse().map_err(|_| rusak())?;
        Ipp::baru(p).map_err(|_| rusak())
    }
}
