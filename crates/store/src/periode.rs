//! Periode: one round of evaluation by one organiser, with its edition, scheme, phases and dates.

use crate::{
    Hasil, StoreError, Waktu,
    id::{InstansiId, PeriodeId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, FromQueryResult)]
pub struct Periode {
    pub id: PeriodeId,
    pub kode: String,
    pub instansi_id: InstansiId,
    pub nama: String,
    pub tahun: i64,
    pub skema: String,
    /// Hash of the edition text for form A, form B; a period has at least one.
    pub edisi_a: Option<String>,
    pub edisi_b: Option<String>,
    /// `konsensus` or `rata-rata`.
    pub penyatuan: String,
    pub ilustrasi: i64,
    pub versi: i64,
}

pub const PILIH: &str = "SELECT id, kode, instansi_id, nama, tahun, skema, edisi_a, edisi_b, penyatuan, ilustrasi, versi FROM periode";

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Periode> {
    c.satu(&format!("{PILIH} WHERE id = $1"), nilai![id]).await
}

/// The four phases of PermenPANRB 29/2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fase {
    Persiapan,
    Pelaksanaan,
    Penyampaian,
    Pemeringkatan,
}

impl Fase {
    pub const SEMUA: [Self; 4] = [Self::Persiapan, Self::Pelaksanaan, Self::Penyampaian, Self::Pemeringkatan];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Persiapan => "persiapan",
            Self::Pelaksanaan => "pelaksanaan",
            Self::Penyampaian => "penyampaian",
            Self::Pemeringkatan => "pemeringkatan",
        }
    }

    fn tertutup(self) -> &'static str {
        match self {
            Self::Persiapan => "fase-persiapan-ditutup",
            Self::Pelaksanaan => "fase-pelaksanaan-ditutup",
            Self::Penyampaian => "fase-penyampaian-ditutup",
            Self::Pemeringkatan => "fase-pemeringkatan-ditutup",
        }
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct FaseKejadian {
    pub fase: String,
    pub jenis: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: uuid::Uuid,
}

/// The newest event of a phase; none means that it is open and was never closed.
pub async fn fase_terakhir<C: ConnectionTrait>(c: &C, periode: PeriodeId, fase: Fase) -> Hasil<Option<FaseKejadian>> {
    c.mungkin(
        "SELECT fase, jenis, alasan, pada, oleh FROM fase_kejadian WHERE periode_id = $1 AND fase = $2 ORDER BY id DESC LIMIT 1",
        nilai![periode, fase.kunci()],
    )
    .await
}

/// Everything is editable until its phase closes. Called inside every write of that phase.
///
/// # Errors
/// `Keadaan("fase-…-ditutup")`.
pub async fn harus_terbuka<C: ConnectionTrait>(c: &C, periode: PeriodeId, fase: Fase) -> Hasil<()> {
    match fase_terakhir(c, periode, fase).await? {
        Some(k) if k.jenis == "tutup" => Err(StoreError::Keadaan(fase.tertutup())),
        _ => Ok(()),
    }
}
