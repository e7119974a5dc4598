//! Proposed F01 answers from what Prima holds about a unit. A proposal never becomes an answer by itself: the operator
//! sees it beside what stands and takes it or not. A source is a file here that gives [`Usulan`]: surveys, reports of citizens, standards of
//! service, what was served in malls.

mod aduan;
pub mod layanan;
pub mod mal;
mod skm;

use crate::{
    Hasil, Store, StoreError,
    hak::OperatorUnit,
    id::{OperasiId, RondeId, UnitId},
    lokus::Lokus,
    sidik_hex,
};
use jiff::civil::Date;
use pekppp::{Edisi, Jawaban, JawabanIndikator};

/// Which document stands behind an answer; the page makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuktiUsulan {
    /// A report of a round that was made already: SHA-256 of its PDF.
    LaporanSkm { ronde: RondeId, nama: String, pdf: String },
    /// The plan of a round with what became of it, as it stands.
    RencanaSkm { ronde: RondeId, nama: String },
    /// The announcement of a published result.
    PenerbitanSkm { ronde: RondeId, nama: String },
    /// Measures of the reports of a unit in these days, with their definitions.
    UkuranAduan { unit: UnitId, nama: String, dari: Date, sampai: Date },
    /// The standards of a unit on that day, with their decrees, components and reviews.
    StandarLayanan { unit: UnitId, nama: String, pada: Date },
    /// What a unit served in malls in these days: numbers, times, hours, courses of officers.
    PelayananMal { unit: UnitId, nama: String, dari: Date, sampai: Date },
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asal {
    /// Page, from the root.
    pub tautan: String,
    pub nama: String,
}

/// The proposal for one indicator. Fields that the source knows nothing about are absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usulan {
    /// Code of the indicator.
    pub indikator: String,
    pub jawaban: JawabanIndikator,
    pub asal: Vec<Asal>,
    pub bukti: Vec<BuktiUsulan>,
    /// Local days it was measured in, both included; one day twice is what stood on that day.
    pub kurun: Option<(Date, Date)>,
}

impl Usulan {
    /// Whether it was measured, wholly or partly, after the year that is evaluated.
    #[must_use]
    pub fn sesudah(&self, tahun: i64) -> bool {
        self.kurun.is_some_and(|(_, sampai)| i64::from(sampai.year()) > tahun)
    }
}

/// All proposals for a lokus, in the order of the edition.
///
/// # Errors
/// When the store fails.
pub async fn usulan(store: &Store, lokus: &Lokus, edisi: &Edisi) -> Hasil<Vec<Usulan>> {
    let mut semua = skm::usulan(store, lokus, edisi).await?;
    semua.extend(aduan::usulan(store, lokus, edisi).await?);
    semua.extend(layanan::usulan(store, lokus, edisi).await?);
    semua.extend(mal::usulan(store, lokus, edisi).await?);
    let urut = |u: &Usulan| edisi.semua_indikator().position(|i| i.kode == u.indikator);
    semua.sort_by_key(urut);
    Ok(semua)
}

/// What would stand after taking a proposal: proposed fields replace, choices of several are joined, the rest stays.
#[must_use]
pub fn terapkan(kini: &JawabanIndikator, usulan: &JawabanIndikator) -> JawabanIndikator {
    let mut baru = kini.clone();
    for (kunci, j) in usulan {
        let j = match (kini.get(kunci), j) {
            (Some(Jawaban::Ganda(lama)), Jawaban::Ganda(tambah)) => {
                // "None of these" stands alone.
                Jawaban::Ganda(lama.union(tambah).filter(|o| *o != "tidak_ada").cloned().collect())
            }
            _ => j.clone(),
        };
        baru.insert(kunci.clone(), j);
    }
    baru
}

/// The operation id under which a generated document becomes evidence: the same document is the same evidence, however
/// often a proposal is taken.
#[must_use]
pub fn operasi(hak: &OperatorUnit, indikator: &str, isi: &[u8]) -> OperasiId {
    let sidik = sidik_hex(format!("prefill\n{}\n{indikator}\n{}", hak.lokus.id, sidik_hex(isi)).as_bytes());
    let mut b = [0_u8; 16];
    // Hex of our own making always decodes.
    let _ = hex::decode_to_slice(&sidik[..32], &mut b);
    OperasiId(uuid::Builder::from_custom_bytes(b).into_uuid())
}

/// One proposal by the code of its indicator.
///
/// # Errors
/// `TidakDitemukan` when nothing is proposed for it.
pub async fn satu(store: &Store, lokus: &Lokus, edisi: &Edisi, indikator: &str) -> Hasil<Usulan> {
    let semua = usulan(store, lokus, edisi).await?;
    semua.into_iter().find(|u| u.indikator == indikator).ok_or(StoreError::TidakDitemukan)
}

/// Whether the unit has anything that proposals are made from: four queries at most, for pages that only offer the way there.
///
/// # Errors
/// When the store fails.
pub async fn ada(store: &Store, lokus: &Lokus) -> Hasil<bool> {
    Ok(skm::ada(store, lokus).await?
        || aduan::ada(store, lokus).await?
        || layanan::ada(store, lokus).await?
        || mal::ada(store, lokus).await?)
}
