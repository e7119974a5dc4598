//! Periode: one round of evaluation by one organiser, with its edition, scheme, phases and dates.

mod daftar;
mod fase;
mod isi;

pub use daftar::{Ringkas, daftar};
pub use fase::{FasePeriode, Kejadian, buka_kembali, semua as fase_semua, tutup};
pub use isi::{PeriodeIsi, Rentang, buka, kode_edisi, ubah};

use crate::{
    Hasil, StoreError, Waktu,
    id::{InstansiId, PeriodeId},
    kueri::Kueri,
    nilai,
};
pub use pekppp::Fase;
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

pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Periode> {
    c.satu(&format!("{PILIH} WHERE kode = $1"), nilai![kode]).await
}

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Periode> {
    c.satu(&format!("{PILIH} WHERE id = $1"), nilai![id]).await
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
        Some(k) if k.jenis == "tutup" => Err(StoreError::Keadaan(tertutup(fase))),
        _ => Ok(()),
    }
}

fn tertutup(fase: Fase) -> &'static str {
    match fase {
        Fase::Persiapan => "fase-persiapan-ditutup",
        Fase::Pelaksanaan => "fase-pelaksanaan-ditutup",
        Fase::Penyampaian => "fase-penyampaian-ditutup",
        Fase::Pemeringkatan => "fase-pemeringkatan-ditutup",
    }
}

/// Locks the row that guards the phases and the content of a period (on SQLite the transaction already does).
pub(crate) async fn kunci(tx: &crate::Tx, id: PeriodeId) -> Hasil<()> {
    let sql = format!("{PILIH} WHERE id = $1{}", tx.kunci_baris());
    tx.satu::<Periode>(&sql, nilai![id]).await.map(|_| ())
}
