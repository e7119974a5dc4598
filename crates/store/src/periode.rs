//! Periode: one round of evaluation by one organiser, with its edition, scheme, phases and dates.

mod daftar;
mod fase;
mod isi;
pub(crate) mod kabar;
mod perpanjangan;
pub mod salin;
mod skema;

pub(crate) use daftar::lingkup;
pub use daftar::{Ringkas, daftar};
pub use fase::{FasePeriode, Kejadian, Penutupan, buka_kembali, semua as fase_semua, tutup};
pub use isi::{PeriodeIsi, Rentang, buka, kode_edisi, ubah};
pub use kabar::ingatkan;
pub use perpanjangan::{
    BANYAK_MAKS, Perpanjangan, akhiri as akhiri_perpanjangan, daftar as daftar_perpanjangan, harus_terbuka_lokus, perpanjang,
    perpanjang_banyak, perpanjangan_lokus,
};
pub use skema::aturan;
pub(crate) use skema::{harus_boleh_mengatur, harus_dinilai};

use crate::{
    Hasil, Store, StoreError, Waktu, dialect,
    id::{InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    nilai,
};
pub use pekppp::Fase;
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, FromQueryResult};

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

/// What a phase can be asked on. Only in a transaction a lock outlives the question.
pub trait Penanya: ConnectionTrait {
    const MENULIS: bool;
}

impl Penanya for DatabaseTransaction {
    const MENULIS: bool = true;
}

impl Penanya for DatabaseConnection {
    const MENULIS: bool = false;
}

/// Everything is editable until its phase closes. Called inside every write of that phase: there it shares the period's
/// row, so that a closing waits for the write, and a write that comes after the closing sees it.
///
/// # Errors
/// `Keadaan("fase-…-ditutup")`.
pub async fn harus_terbuka<C: Penanya>(c: &C, periode: PeriodeId, fase: Fase) -> Hasil<()> {
    if C::MENULIS {
        let bagi = dialect::kunci_bagi(c.get_database_backend());
        c.satu::<Terkunci>(&format!("SELECT id FROM periode WHERE id = $1{bagi}"), nilai![periode]).await?;
    }
    match fase_terakhir(c, periode, fase).await? {
        Some(k) if k.jenis == "tutup" => Err(StoreError::Keadaan(tertutup(fase))),
        _ => Ok(()),
    }
}

/// Why a write of this phase would be refused now: the key of [`harus_terbuka`], so that a page leaves out what cannot be
/// done and says why.
pub async fn alasan_tertutup(store: &Store, periode: PeriodeId, fase: Fase) -> Hasil<Option<&'static str>> {
    match harus_terbuka(store.baca(), periode, fase).await {
        Ok(()) => Ok(None),
        Err(StoreError::Keadaan(kunci)) => Ok(Some(kunci)),
        Err(e) => Err(e),
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

#[derive(FromQueryResult)]
struct Terkunci {
    #[expect(dead_code, reason = "only the lock on the row matters")]
    id: PeriodeId,
}

/// Shares the period of a lokus for one write below it. Rows are taken in the order period, lokus, round, minutes; a
/// write that takes a lokus first and asks for its phase later would wait crosswise with a freezing.
pub(crate) async fn bagi_lokus(tx: &crate::Tx, id: LokusId) -> Hasil<()> {
    let sql = format!("SELECT id FROM periode WHERE id = (SELECT periode_id FROM lokus WHERE id = $1){}", tx.kunci_bagi());
    tx.mungkin::<Terkunci>(&sql, nilai![id]).await.map(|_| ())
}
