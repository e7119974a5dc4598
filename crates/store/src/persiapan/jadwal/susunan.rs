//! What each unit of a period has to know of its schedule: its own live events and those of the whole period, read once for all units.

use super::{Jadwal, PILIH};
use crate::{
    Hasil, StoreError,
    id::{LokusId, PeriodeId},
    kueri::{Kueri, Value},
    nilai, sidik_hex,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Events of a period at most, and units with events of their own.
pub(super) const PALING: i64 = 200_000;
/// Events that one unit is told at most.
const SEUNIT: usize = 1000;
/// SQL that holds when lokus `l` has a live event of its own.
pub(super) const BERACARA: &str =
    "EXISTS (SELECT 1 FROM jadwal j LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id WHERE j.lokus_id = l.id AND b.jadwal_id IS NULL)";

/// One event as a unit was told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acara {
    pub jenis: String,
    pub judul: String,
    pub mulai: String,
    pub selesai: String,
    pub tempat: String,
    pub tautan: String,
    pub petugas: String,
    pub keterangan: String,
}

impl From<&Jadwal> for Acara {
    fn from(j: &Jadwal) -> Self {
        Self {
            jenis: j.jenis.clone(),
            judul: j.judul.clone(),
            mulai: j.mulai.clone(),
            selesai: j.selesai.clone(),
            tempat: j.tempat.clone(),
            tautan: j.tautan.clone(),
            petugas: j.petugas.clone(),
            keterangan: j.keterangan.clone(),
        }
    }
}

/// The live events of a period, by unit.
pub struct Susunan {
    umum: Vec<Jadwal>,
    milik: HashMap<LokusId, Vec<Jadwal>>,
    /// Content and hash of what a unit without events of its own has to know.
    bersama: Option<(String, String)>,
}

impl Susunan {
    pub async fn baca<C: ConnectionTrait>(c: &C, p: PeriodeId) -> Hasil<Self> {
        Self::saring(c, "", nilai![p]).await
    }

    /// The same for the units after `setelah` up to `sampai` only, so that whoever goes through all units in parts reads each event of
    /// a unit once.
    pub(super) async fn baca_antara<C: ConnectionTrait>(c: &C, p: PeriodeId, (setelah, sampai): (LokusId, LokusId)) -> Hasil<Self> {
        Self::saring(c, "AND (j.lokus_id IS NULL OR (j.lokus_id > $2 AND j.lokus_id <= $3))", nilai![p, setelah, sampai]).await
    }

    async fn saring<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<Value>) -> Hasil<Self> {
        let sql = format!("{PILIH} WHERE j.periode_id = $1 AND b.jadwal_id IS NULL {syarat} ORDER BY j.mulai, j.id LIMIT {PALING}");
        let (mut umum, mut milik) = (Vec::new(), HashMap::<_, Vec<_>>::new());
        for j in c.semua::<Jadwal>(&sql, v).await? {
            match j.lokus_id {
                Some(l) => milik.entry(l).or_default().push(j),
                None => umum.push(j),
            }
        }
        Ok(Self { bersama: rangkai(umum.iter())?, umum, milik })
    }

    /// Content and hash for one unit; `None` when there is nothing to know.
    ///
    /// # Errors
    /// `Rusak` when it cannot be written.
    pub fn isi(&self, lokus: LokusId) -> Hasil<Option<(String, String)>> {
        let Some(milik) = self.milik.get(&lokus) else { return Ok(self.bersama.clone()) };
        let mut semua: Vec<&Jadwal> = self.umum.iter().chain(milik).collect();
        semua.sort_by(|a, b| (&a.mulai, a.id).cmp(&(&b.mulai, b.id)));
        rangkai(semua.into_iter())
    }

    /// Whether a unit that knows `sidik` has something new to know.
    #[must_use]
    pub fn belum(&self, lokus: LokusId, sidik: Option<&str>) -> bool {
        self.isi(lokus).ok().flatten().is_some_and(|(_, kini)| sidik != Some(kini.as_str()))
    }

    /// How many live events there are.
    #[must_use]
    pub fn banyak(&self) -> i64 {
        i64::try_from(self.umum.len() + self.milik.values().map(Vec::len).sum::<usize>()).unwrap_or(i64::MAX)
    }

    /// SHA-256 over every live event and whose it is; `None` without any.
    ///
    /// # Errors
    /// `Rusak` when an event cannot be written.
    pub fn sidik(&self) -> Hasil<Option<String>> {
        if self.banyak() == 0 {
            return Ok(None);
        }
        let mut milik: Vec<_> = self.milik.iter().collect();
        milik.sort_by_key(|(l, _)| l.0);
        let milik = milik.into_iter().flat_map(|(l, semua)| semua.iter().map(move |j| (Some(*l), j)));
        let mut sidik = Sha256::new();
        for (lokus, j) in self.umum.iter().map(|j| (None, j)).chain(milik) {
            let baris = serde_json::to_string(&(lokus, Acara::from(j))).map_err(|e| StoreError::Rusak(e.to_string()))?;
            sidik.update(baris.as_bytes());
            sidik.update(b"\n");
        }
        Ok(Some(hex::encode(sidik.finalize())))
    }

    pub(super) fn umum(&self) -> Option<&str> {
        self.bersama.as_ref().map(|(_, sidik)| sidik.as_str())
    }
}

fn rangkai<'a>(semua: impl Iterator<Item = &'a Jadwal>) -> Hasil<Option<(String, String)>> {
    let acara: Vec<Acara> = semua.take(SEUNIT).map(Acara::from).collect();
    if acara.is_empty() {
        return Ok(None);
    }
    let isi = serde_json::to_string(&acara).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let sidik = sidik_hex(isi.as_bytes());
    Ok(Some((isi, sidik)))
}
