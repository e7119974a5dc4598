//! How long personal data of a kind of record are kept after it ended. The office sets it with its reason; the program's own figures
//! are a proposal, since the schedule of records (JRA) of each office decides.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The least and the most that may be set, in days.
pub const PALING_SEDIKIT: i64 = 30;
pub const PALING_BANYAK: i64 = 36_500;

/// Kinds of records whose data end with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Permohonan,
    Pengaduan,
    Konsultasi,
    CatatanBaca,
}

impl Jenis {
    pub const SEMUA: [Self; 4] = [Self::Permohonan, Self::Pengaduan, Self::Konsultasi, Self::CatatanBaca];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Permohonan => "permohonan",
            Self::Pengaduan => "pengaduan",
            Self::Konsultasi => "konsultasi",
            Self::CatatanBaca => "catatan-baca",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }

    /// Days where the office set none: a proposal of this program.
    #[must_use]
    pub fn baku(self) -> i64 {
        match self {
            Self::Permohonan | Self::Pengaduan => 1825,
            Self::Konsultasi | Self::CatatanBaca => 730,
        }
    }
}

/// What holds for a kind.
#[derive(Debug, Clone)]
pub struct Masa {
    pub jenis: Jenis,
    pub hari: i64,
    /// Why, and since when; `None`: the program's proposal.
    pub ditetapkan: Option<Tetapan>,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Tetapan {
    hari: i64,
    pub dasar: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

pub(super) async fn satu<C: ConnectionTrait>(c: &C, jenis: Jenis) -> Hasil<Masa> {
    let sql = "SELECT r.hari, r.dasar, r.pada, a.nama AS oleh FROM pdp_retensi r LEFT JOIN akun a ON a.id = r.oleh
        WHERE r.jenis = $1 ORDER BY r.id DESC LIMIT 1";
    let t: Option<Tetapan> = c.mungkin(sql, nilai![jenis.kunci()]).await?;
    Ok(Masa { jenis, hari: t.as_ref().map_or_else(|| jenis.baku(), |t| t.hari), ditetapkan: t })
}

/// What holds for each kind.
///
/// # Errors
/// When the store fails.
pub async fn semua(store: &Store) -> Hasil<Vec<Masa>> {
    let mut v = Vec::new();
    for j in Jenis::SEMUA {
        v.push(satu(store.baca(), j).await?);
    }
    Ok(v)
}

/// Sets it. The same id again does nothing.
///
/// # Errors
/// `Keadaan`: `pdp-hari` out of bounds, `alasan-wajib` without the reason.
pub async fn tetapkan(store: &Store, hak: &Admin, id: Uuid, (jenis, hari): (Jenis, i64), dasar: &str) -> Hasil<()> {
    if !(PALING_SEDIKIT..=PALING_BANYAK).contains(&hari) {
        return Err(StoreError::Keadaan("pdp-hari"));
    }
    if dasar.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let sql = "INSERT INTO pdp_retensi (id, jenis, hari, dasar, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, jenis.kunci(), hari, dasar.trim(), tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "jenis": jenis.kunci(), "hari": hari });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("pdp.retensi", "pdp", jenis.kunci()).rincian(rincian)).await?;
    }
    tx.commit().await
}
