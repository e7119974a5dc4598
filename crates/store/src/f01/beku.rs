//! The content of a submission: answers and evidence of one moment as one JSON text with its hash.
//!
//! The head of the unit approves what was shown: the page carries this hash, and a submission whose content has another
//! one is refused. Maps are ordered, so the same content is the same text.

use super::baca;
use crate::{
    Hasil, StoreError, bukti,
    id::{BuktiId, LokusId, PengirimanId},
    kueri::Kueri,
    nilai, sidik_hex,
};
use pekppp::JawabanIndikator;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beku {
    pub isian: BTreeMap<String, IsianBeku>,
    pub bukti: Vec<BuktiBeku>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IsianBeku {
    pub versi: i64,
    pub jawaban: JawabanIndikator,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuktiBeku {
    pub id: BuktiId,
    pub indikator: String,
    pub nama: String,
    pub keterangan: String,
    /// SHA-256 of a file.
    pub sidik: Option<String>,
    /// Address of something outside Prima; its content is not frozen.
    pub tautan: Option<String>,
}

impl Beku {
    /// The text that is stored, and its hash.
    pub fn teks(&self) -> Hasil<(String, String)> {
        let teks = serde_json::to_string(self).map_err(|e| StoreError::Rusak(e.to_string()))?;
        let sidik = sidik_hex(teks.as_bytes());
        Ok((teks, sidik))
    }

    pub fn baca(isi: &str) -> Hasil<Self> {
        serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("F01 submission: {e}")))
    }
}

#[derive(FromQueryResult)]
struct Isi {
    isi: String,
}

/// What a submission of this lokus holds, also a withdrawn or returned one.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus.
pub async fn beku_dari<C: ConnectionTrait>(c: &C, lokus: LokusId, id: PengirimanId) -> Hasil<Beku> {
    let b: Isi = c.satu("SELECT isi FROM f01_pengiriman WHERE id = $1 AND lokus_id = $2", nilai![id, lokus]).await?;
    Beku::baca(&b.isi)
}

/// What a submission at this moment would hold.
pub async fn beku_kini<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Beku> {
    let isian = baca::semua(c, lokus).await?;
    let bukti = bukti::daftar(c, lokus).await?;
    Ok(Beku {
        isian: isian.into_iter().map(|(kode, i)| (kode, IsianBeku { versi: i.versi, jawaban: i.jawaban })).collect(),
        bukti: bukti
            .into_iter()
            .map(|b| BuktiBeku {
                id: b.id,
                indikator: b.indikator,
                nama: b.nama,
                keterangan: b.keterangan,
                sidik: b.objek,
                tautan: b.tautan,
            })
            .collect(),
    })
}
