//! Personal data (UU 27/2022): the register, how long they are kept, the purge, copies for their holders, what holders ask for, and who
//! opened what. Sealing is `crate::identitas`, breaches are `crate::insiden`. Evidence of evaluation and records that law asks to keep
//! are never erased here.

pub mod baca;
mod bersih;
pub mod cari;
pub mod daftar;
mod hapus;
pub mod permintaan;
pub mod retensi;
pub mod salinan;

pub use bersih::{Jalan, bersihkan, harian, hitung, jalan_terakhir, setel_harian, setiap_hari};
pub(crate) use hapus::terhapus;

use crate::{Hasil, Store, StoreError, id::AkunId, kode, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// 3 x 24 hours, in seconds: answers to holders of data, and notices of a breach (article 46).
pub const TENGGAT_DETIK: i64 = 3 * 86_400;

/// What a person's data hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Akun,
    Permohonan,
    Pengaduan,
    Konsultasi,
    Pesanan,
}

impl Jenis {
    pub const SEMUA: [Self; 5] = [Self::Akun, Self::Permohonan, Self::Pengaduan, Self::Konsultasi, Self::Pesanan];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Akun => "akun",
            Self::Permohonan => "permohonan",
            Self::Pengaduan => "pengaduan",
            Self::Konsultasi => "konsultasi",
            Self::Pesanan => "pesanan",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }
}

/// A record and whose it is: made from the code that its holder has, or for the holder of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subjek {
    pub jenis: Jenis,
    pub id: Uuid,
    /// The code as it is stored; empty for an account.
    pub kode: String,
}

impl Subjek {
    #[must_use]
    pub fn akun(id: AkunId) -> Self {
        Self { jenis: Jenis::Akun, id: id.0, kode: String::new() }
    }

    /// Whoever holds the code of a case, report, consultation or booking.
    ///
    /// # Errors
    /// `TidakDitemukan` for a code of nothing, or of something that holds no personal data.
    pub async fn dari_kode(store: &Store, teks: &str) -> Hasil<Self> {
        let (j, kode) = kode::rapikan(teks).ok_or(StoreError::TidakDitemukan)?;
        let (jenis, tabel) = match j {
            kode::Jenis::Permohonan => (Jenis::Permohonan, "permohonan"),
            kode::Jenis::Aduan => (Jenis::Pengaduan, "pengaduan"),
            kode::Jenis::Konsultasi => (Jenis::Konsultasi, "konsultasi"),
            kode::Jenis::Janji => (Jenis::Pesanan, "pesanan"),
            kode::Jenis::Tiket | kode::Jenis::Tagihan => return Err(StoreError::TidakDitemukan),
        };
        let b: Baris = store.baca().satu(&format!("SELECT id FROM {tabel} WHERE kode = $1"), nilai![kode.as_str()]).await?;
        Ok(Self { jenis, id: b.id, kode })
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
}
