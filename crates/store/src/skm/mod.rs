//! SKM rounds (PermenPANRB 14/2017): what they have beyond the rounds and answers of [`crate::ronde`].
//!
//! Here: a round with its names, and whether it takes answers. `isi` opens and changes one, `penutupan` closes it,
//! [`mod@layanan`] keeps its services, [`tautan`] one-use links, [`mod@ringkas`] counts, [`daftar`] lists. No statistics: crate `skm` computes.

pub mod agregat;
pub mod daftar;
pub mod impor;
mod ingat;
mod isi;
pub mod kertas;
pub(crate) mod kunjungan;
pub mod laporan;
pub mod layanan;
pub mod mutu;
mod penutupan;
pub mod rekap;
pub mod ringkas;
pub mod rtl;
pub mod tautan;
pub mod tempo;
pub mod terbit;

pub use daftar::{BarisRonde, SaringRonde, UnitSaya, milik, milik_unit, unit_saya};
pub(crate) use daftar::{jangkauan, unit_dari};
pub use ingat::ingatkan;
pub use isi::{LayananIsi, RondeIsi, buat, target, ubah};
pub use kunjungan::Penilaian;
pub use layanan::layanan;
pub use penutupan::{buka_lagi, tutup};
pub use ringkas::{Ringkas, Saluran, ringkas};
pub use tautan::tautan_sekali;

pub use crate::ronde::topik_skm as topik;

use crate::{
    Hasil, StoreError, Waktu,
    id::{InstansiId, RondeId, UnitId},
    kueri::Kueri,
    nilai,
    ronde::Bentuk,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A round with the names that every page about it shows.
#[derive(Debug, Clone)]
pub struct RondeSkm {
    pub id: RondeId,
    /// Public and stable: it stands in the address of the published result.
    pub kode: String,
    pub nama: String,
    pub unit_id: UnitId,
    pub unit: String,
    pub unit_kode: String,
    pub unit_induk: Option<UnitId>,
    pub instansi_id: InstansiId,
    pub instansi: String,
    pub wilayah: Option<String>,
    pub zona: String,
    /// Hash of the edition text.
    pub edisi: String,
    pub token: String,
    /// First and last local day on which answers are taken, as `2026-01-31`.
    pub mulai: String,
    pub sampai: String,
    /// Users served in the period, where known.
    pub populasi: Option<i64>,
    /// Minimum sample.
    pub target: i64,
    /// Keys of the unsur in use, in the order of the questionnaire.
    pub unsur: Vec<String>,
    pub ilustrasi: bool,
    pub versi: i64,
    pub dibuat: Waktu,
    /// When it was closed by hand; `None` while it is not, or is open again.
    pub ditutup: Option<Waktu>,
}

/// Whether a round takes answers on a day, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeadaanRonde {
    /// Before its first day.
    Dijadwalkan,
    /// Takes answers.
    Berjalan,
    /// After its last day.
    Selesai,
    /// Closed by hand.
    Ditutup,
}

impl KeadaanRonde {
    pub const SEMUA: [Self; 4] = [Self::Dijadwalkan, Self::Berjalan, Self::Selesai, Self::Ditutup];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Dijadwalkan => "dijadwalkan",
            Self::Berjalan => "berjalan",
            Self::Selesai => "selesai",
            Self::Ditutup => "ditutup",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.kunci() == k)
    }
}

impl RondeSkm {
    /// The last local day on which answers were taken: the planned one, or the day on which it was closed by hand before that.
    #[must_use]
    pub fn akhir(&self) -> String {
        let Some(pada) = self.ditutup else { return self.sampai.clone() };
        // ISO days compare as text. A round that was closed before it began ends on its first day.
        let hari = pada.hari(&self.zona).to_string().max(self.mulai.clone());
        hari.min(self.sampai.clone())
    }

    /// The state on a local day, given whether it is closed by hand. ISO days compare as text.
    #[must_use]
    pub fn keadaan(&self, hari: Date, ditutup: bool) -> KeadaanRonde {
        let hari = hari.to_string();
        if ditutup {
            KeadaanRonde::Ditutup
        } else if hari < self.mulai {
            KeadaanRonde::Dijadwalkan
        } else if hari > self.sampai {
            KeadaanRonde::Selesai
        } else {
            KeadaanRonde::Berjalan
        }
    }
}

pub(crate) const KOLOM: &str = "r.id, k.kode, k.nama, r.unit_id, u.nama AS unit, u.kode AS unit_kode, u.induk_id AS unit_induk,
    i.id AS instansi_id, i.nama AS instansi, i.wilayah, i.zona, r.edisi, r.token, k.mulai, k.sampai, k.populasi, k.target, k.unsur,
    k.ilustrasi, k.versi, r.dibuat,
    (SELECT CASE WHEN t.jenis = 'tutup' THEN t.pada END FROM ronde_tutup t WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1) AS ditutup";
pub(crate) const DARI: &str =
    "FROM skm_ronde k JOIN ronde r ON r.id = k.ronde_id JOIN unit u ON u.id = r.unit_id JOIN instansi i ON i.id = u.instansi_id";

/// A row of [`KOLOM`].
#[derive(Debug, FromQueryResult)]
pub(crate) struct Baris {
    id: RondeId,
    kode: String,
    nama: String,
    unit_id: UnitId,
    unit: String,
    unit_kode: String,
    unit_induk: Option<UnitId>,
    instansi_id: InstansiId,
    instansi: String,
    wilayah: Option<String>,
    zona: String,
    edisi: String,
    token: String,
    mulai: String,
    sampai: String,
    populasi: Option<i64>,
    target: i64,
    unsur: String,
    ilustrasi: i64,
    versi: i64,
    dibuat: Waktu,
    ditutup: Option<Waktu>,
}

impl TryFrom<Baris> for RondeSkm {
    type Error = StoreError;
    fn try_from(b: Baris) -> Hasil<Self> {
        let unsur = serde_json::from_str(&b.unsur).map_err(|e| StoreError::Rusak(format!("unsur of round {}: {e}", b.id)))?;
        Ok(Self {
            id: b.id,
            kode: b.kode,
            nama: b.nama,
            unit_id: b.unit_id,
            unit: b.unit,
            unit_kode: b.unit_kode,
            unit_induk: b.unit_induk,
            instansi_id: b.instansi_id,
            instansi: b.instansi,
            wilayah: b.wilayah,
            zona: b.zona,
            edisi: b.edisi,
            token: b.token,
            mulai: b.mulai,
            sampai: b.sampai,
            populasi: b.populasi,
            target: b.target,
            unsur,
            ilustrasi: b.ilustrasi == 1,
            versi: b.versi,
            dibuat: b.dibuat,
            ditutup: b.ditutup,
        })
    }
}

async fn satu<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<sea_orm::Value>) -> Hasil<RondeSkm> {
    c.satu::<Baris>(&format!("SELECT {KOLOM} {DARI} WHERE {syarat}"), v).await?.try_into()
}

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: RondeId) -> Hasil<RondeSkm> {
    satu(c, "r.id = $1", nilai![id]).await
}

/// The round behind a public link.
pub async fn dari_token<C: ConnectionTrait>(c: &C, token: &str) -> Hasil<RondeSkm> {
    satu(c, "r.token = $1", nilai![token]).await
}

/// The round behind the address of its result. Whether that is published is another question: [`terbit()`].
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<RondeSkm> {
    satu(c, "k.kode = $1", nilai![kode]).await
}

impl RondeSkm {
    /// What the round asks, by its edition.
    ///
    /// # Errors
    /// `Rusak` when the stored unsur do not fit the edition.
    pub fn susunan<'e>(&self, edisi: &'e ::skm::Edisi) -> Hasil<::skm::Susunan<'e>> {
        susunan(edisi, &self.unsur, &self.kode)
    }
}

/// An edition without the unsur that a round leaves out. `kode`: of the round, for the fault.
pub(crate) fn susunan<'e>(edisi: &'e ::skm::Edisi, unsur: &[String], kode: &str) -> Hasil<::skm::Susunan<'e>> {
    let tanpa: Vec<&str> = edisi.unsur.iter().map(|u| u.kunci.as_str()).filter(|k| !unsur.iter().any(|u| u == k)).collect();
    edisi.susunan(&tanpa).map_err(|e| StoreError::Rusak(format!("unsur of round {kode}: {e}")))
}

/// Shape of an answer to a round that asks this.
///
/// # Errors
/// `Rusak` for an edition with more questions than an answer can hold.
pub fn bentuk(s: &::skm::Susunan<'_>) -> Hasil<Bentuk> {
    let (skala, n) = (s.edisi().skala, s.pertanyaan().len());
    let pertanyaan = u16::try_from(n).map_err(|_| StoreError::Rusak(format!("an edition with {n} questions")))?;
    Ok(Bentuk { pertanyaan, min: skala.min, maks: skala.maks })
}

/// Flag of an answer that came after the round's last day (paper, import).
pub const TANDA_LUAR_HARI: u32 = 1 << 6;
/// Flag of an answer that has the same value everywhere.
pub const TANDA_LURUS: u32 = 1;

/// The newest closing or opening by hand.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Penutupan {
    /// `tutup` or `buka`.
    pub jenis: String,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// What was last done by hand to a round; `None`: nothing yet.
pub async fn penutupan_akhir<C: ConnectionTrait>(c: &C, id: RondeId) -> Hasil<Option<Penutupan>> {
    let sql = "SELECT t.jenis, t.alasan, t.pada, a.nama AS oleh FROM ronde_tutup t JOIN akun a ON a.id = t.oleh
        WHERE t.ronde_id = $1 ORDER BY t.id DESC LIMIT 1";
    c.mungkin(sql, nilai![id]).await
}

/// The state of a round on a local day (`Waktu::hari` with the round's zone).
pub async fn keadaan<C: ConnectionTrait>(c: &C, r: &RondeSkm, hari: Date) -> Hasil<KeadaanRonde> {
    let n = c.angka(&format!("SELECT COUNT(*) AS n FROM ronde r WHERE r.id = $1 AND {DITUTUP}"), nilai![r.id]).await?;
    Ok(r.keadaan(hari, n > 0))
}

/// SQL that holds when round `r` is closed by hand.
pub(crate) const DITUTUP: &str =
    "COALESCE((SELECT t.jenis FROM ronde_tutup t WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1), 'buka') = 'tutup'";
/// SQL that holds when the result of round `r` is published.
pub(crate) const TERBIT: &str = "EXISTS (SELECT 1 FROM skm_terbit b LEFT JOIN skm_terbit_tarik x ON x.terbit_id = b.id
    WHERE b.ronde_id = r.id AND x.terbit_id IS NULL)";

/// What anyone can read of the surveys of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KabarHasil {
    /// A result is published.
    Terbit,
    /// None is, and a round takes answers.
    Berjalan,
    Belum,
}

#[derive(FromQueryResult)]
struct Hitung {
    terbit: i64,
    berjalan: i64,
}

/// What there is of a unit's surveys on a local day.
///
/// # Errors
/// When the store fails.
pub async fn kabar_hasil<C: ConnectionTrait>(c: &C, unit: UnitId, hari: Date) -> Hasil<KabarHasil> {
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(CASE WHEN {TERBIT} THEN 1 ELSE 0 END), 0) AS bigint) AS terbit,
         CAST(COALESCE(SUM(CASE WHEN k.mulai <= $2 AND k.sampai >= $2 AND NOT ({DITUTUP}) THEN 1 ELSE 0 END), 0) AS bigint) AS berjalan
         FROM ronde r JOIN skm_ronde k ON k.ronde_id = r.id WHERE r.unit_id = $1"
    );
    let h: Hitung = c.satu(&sql, nilai![unit, hari.to_string()]).await?;
    Ok(match h {
        Hitung { terbit: 1.., .. } => KabarHasil::Terbit,
        Hitung { berjalan: 1.., .. } => KabarHasil::Berjalan,
        Hitung { .. } => KabarHasil::Belum,
    })
}

/// Whether the result of a round is published: then nothing about the round changes until it is taken back.
pub async fn terbit<C: ConnectionTrait>(c: &C, id: RondeId) -> Hasil<bool> {
    Ok(c.angka(&format!("SELECT COUNT(*) AS n FROM ronde r WHERE r.id = $1 AND {TERBIT}"), nilai![id]).await? > 0)
}

/// Whether any answer is stored, counted or not.
pub async fn terisi<C: ConnectionTrait>(c: &C, id: RondeId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM jawaban WHERE ronde_id = $1 LIMIT 1) x";
    Ok(c.angka(sql, nilai![id]).await? > 0)
}
