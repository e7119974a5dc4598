//! How a round stands: counts by what became of the answers, by the way they came, and by quality flag. From counters only.

use crate::{
    Hasil,
    id::{BundelId, RondeId},
    kueri::Kueri,
    nilai,
    ronde::kubus::{self, Keadaan},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet};

/// Answers by the way they came; those that count and those that were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saluran {
    pub daring: u64,
    pub kios: u64,
    pub tautan: u64,
    pub kertas: u64,
    pub impor: u64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ringkas {
    /// Complete answers that count.
    pub pakai: u64,
    /// With a gap: not counted, never a zero.
    pub kurang: u64,
    /// Those of `kurang` that came on paper.
    pub kurang_kertas: u64,
    /// Left out by an analyst with a reason.
    pub kecuali: u64,
    /// Of `pakai`: where they came from.
    pub saluran: Saluran,
    /// By bit of the flag: answers that count, and answers left out.
    pub tanda: BTreeMap<u8, (u64, u64)>,
}

impl Ringkas {
    /// All answers that came, counted or not.
    #[must_use]
    pub fn masuk(&self) -> u64 {
        self.pakai + self.kurang + self.kecuali
    }
}

#[derive(FromQueryResult)]
struct Bundel {
    id: BundelId,
}

pub async fn ringkas<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Ringkas> {
    let mut r = Ringkas::default();
    let sql = "SELECT id FROM bundel_kertas WHERE ronde_id = $1 ORDER BY id LIMIT 10000";
    let bundel: BTreeSet<String> = c.semua::<Bundel>(sql, nilai![ronde]).await?.into_iter().map(|b| b.id.to_string()).collect();
    for k in Keadaan::SEMUA {
        for (kelompok, n) in kubus::per_kelompok(c, ronde, k).await? {
            match k {
                Keadaan::Pakai => r.pakai += n,
                Keadaan::Kurang => {
                    r.kurang += n;
                    r.kurang_kertas += if bundel.contains(&kelompok) { n } else { 0 };
                    continue;
                }
                Keadaan::Kecuali => {
                    r.kecuali += n;
                    continue;
                }
            }
            let tempat = match kelompok.as_str() {
                "daring" => &mut r.saluran.daring,
                "kios" => &mut r.saluran.kios,
                "tautan" => &mut r.saluran.tautan,
                id if bundel.contains(id) => &mut r.saluran.kertas,
                _ => &mut r.saluran.impor,
            };
            *tempat += n;
        }
    }
    for (bit, n) in kubus::tanda(c, ronde, Keadaan::Pakai).await? {
        r.tanda.entry(bit).or_default().0 = n;
    }
    for (bit, n) in kubus::tanda(c, ronde, Keadaan::Kecuali).await? {
        r.tanda.entry(bit).or_default().1 = n;
    }
    Ok(r)
}
