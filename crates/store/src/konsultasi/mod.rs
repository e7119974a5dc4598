//! Consultations: a thread of messages or a talk at an agreed time, folded by `layanan::konsultasi`. Whoever holds the code asks;
//! operator or head of the unit, or the liaison officer of the instansi, answers.

mod baca;
mod jam;
mod surat;
mod tulis;

pub use baca::{Baris, Muatan, Tercatat, daftar, dari_id, dari_kode, hitung_selesai, menunggu, muat};
pub use jam::{DiLuar, di_luar};
pub use surat::{SURAT, Surat, bahan};
pub use tulis::{Baru, TEKS_MAKS, Tulis, ajukan, jawab, tanggapi};

use crate::{
    Hasil, Kunci, StoreError, Waktu,
    id::{InstansiId, KonsultasiId, LayananId, UnitId},
    identitas::{Milik, Tersegel},
};
use ::layanan::konsultasi::SalahLangkah;
use sea_orm::FromQueryResult;

/// A consultation with the names that its pages show.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Konsultasi {
    pub id: KonsultasiId,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub zona: String,
    pub unit_id: UnitId,
    pub unit: String,
    pub unit_kode: String,
    pub unit_induk: Option<UnitId>,
    pub layanan_id: Option<LayananId>,
    pub layanan: Option<String>,
    /// Key of `layanan::konsultasi::Cara`.
    pub cara: String,
    topik: Tersegel,
    isi: Tersegel,
    nama: Tersegel,
    surel: Tersegel,
    telepon: Tersegel,
    /// The wished local time (`2026-03-02T09:00`), of a talk.
    pub waktu: Option<String>,
    pub ilustrasi: i64,
    pub pada: Waktu,
    /// Key of `layanan::konsultasi::Keadaan`.
    pub keadaan: String,
    /// The agreed local time.
    pub sepakat: Option<String>,
    /// Of the last step.
    pub terakhir: Waktu,
}

/// Who asks, as far as he said.
#[derive(Debug, Clone)]
pub struct Penanya {
    pub nama: String,
    pub surel: String,
    pub telepon: String,
}

const NAMA: &str = "konsultasi.nama";
const SUREL: &str = "konsultasi.surel";
const TELEPON: &str = "konsultasi.telepon";
const TOPIK: &str = "konsultasi.topik";
const ISI: &str = "konsultasi.isi";
const TEKS: &str = "konsultasi_langkah.teks";

impl Konsultasi {
    /// Name and contact.
    ///
    /// # Errors
    /// `Rusak` when they cannot be opened.
    pub fn penanya(&self, kunci: &Kunci) -> Hasil<Penanya> {
        let buka = |t: &Tersegel, medan| t.buka(kunci, Milik(medan, self.id.0));
        Ok(Penanya { nama: buka(&self.nama, NAMA)?, surel: buka(&self.surel, SUREL)?, telepon: buka(&self.telepon, TELEPON)? })
    }
}

const KOLOM: &str =
    "q.id, q.instansi_id, i.nama AS instansi, i.zona, q.unit_id, u.nama AS unit, u.kode AS unit_kode, u.induk_id AS unit_induk,
    q.layanan_id, l.nama AS layanan, q.cara, q.topik, q.isi, q.nama, q.surel, q.telepon, q.waktu, q.ilustrasi, q.pada, k.keadaan,
    k.waktu AS sepakat, k.pada AS terakhir";
const DARI: &str = "FROM konsultasi q JOIN konsultasi_kini k ON k.konsultasi_id = q.id JOIN instansi i ON i.id = q.instansi_id
    JOIN unit u ON u.id = q.unit_id LEFT JOIN layanan l ON l.id = q.layanan_id";

fn ditolak(e: SalahLangkah) -> StoreError {
    StoreError::Keadaan(match e {
        SalahLangkah::Berakhir => "konsultasi-berakhir",
        SalahLangkah::BelumBerakhir => "konsultasi-belum-berakhir",
        SalahLangkah::BukanTemu => "konsultasi-bukan-temu",
        SalahLangkah::TanpaUsul => "konsultasi-tanpa-usul",
        SalahLangkah::BelumLewat => "konsultasi-belum-lewat",
        SalahLangkah::SudahLewat => "konsultasi-sudah-lewat",
    })
}
