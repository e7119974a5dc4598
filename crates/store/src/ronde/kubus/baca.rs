//! Reading cells. Paper bundles that an evaluator rejected are left out here, since a rejection changes no counter.

use super::{
    Baris, KOLOM, Keadaan, Sel, angka,
    lipat::{PENUH, SEMUA, TANDA},
};
use crate::{Hasil, StoreError, id::RondeId, kueri::Kueri, nilai, ronde::ringkas::ditolak};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// (group, cell, counters) of one level, without rejected paper.
async fn tingkat<C: ConnectionTrait>(c: &C, ronde: RondeId, tingkat: u8, k: Keadaan) -> Hasil<Vec<(String, String, Sel)>> {
    let tolak = ditolak(c, ronde).await?;
    let sql = format!(
        "SELECT {KOLOM} FROM jawaban_kubus
         WHERE ronde_id = $1 AND tingkat = $2 AND keadaan = $3 AND n > 0 ORDER BY kelompok, sel LIMIT 10000000"
    );
    let baris: Vec<Baris> = c.semua(&sql, nilai![ronde, i64::from(tingkat), k.kunci()]).await?;
    let sah = baris.into_iter().filter(|b| !tolak.contains(&b.kelompok));
    sah.map(|b| b.isi().map(|s| (b.kelompok, b.sel, s))).collect()
}

/// Everything of a round. An empty [`Sel`] while there is nothing.
pub async fn seluruh<C: ConnectionTrait>(c: &C, ronde: RondeId, k: Keadaan) -> Hasil<Sel> {
    let mut s = Sel::default();
    for (_, _, lain) in tingkat(c, ronde, SEMUA, k).await? {
        s.gabung(&lain)?;
    }
    Ok(s)
}

/// By one dimension of the profile (1..=5), 255 for "not said".
pub async fn per_dimensi<C: ConnectionTrait>(c: &C, ronde: RondeId, dimensi: u8, k: Keadaan) -> Hasil<BTreeMap<u8, Sel>> {
    let mut m: BTreeMap<u8, Sel> = BTreeMap::new();
    for (_, sel, s) in tingkat(c, ronde, dimensi.clamp(1, 5), k).await? {
        m.entry(angka(&sel)?).or_default().gabung(&s)?;
    }
    Ok(m)
}

/// By two dimensions of the profile (1..=5), in the order asked for.
pub async fn silang<C: ConnectionTrait>(c: &C, ronde: RondeId, a: u8, b: u8, k: Keadaan) -> Hasil<BTreeMap<(u8, u8), Sel>> {
    let mut m: BTreeMap<(u8, u8), Sel> = BTreeMap::new();
    for (_, sel, s) in tingkat(c, ronde, PENUH, k).await? {
        let bagian = sel.split('.').map(angka).collect::<Hasil<Vec<u8>>>()?;
        let di = |d: u8| bagian.get(usize::from(d.clamp(1, 5)) - 1).copied();
        let (Some(a), Some(b)) = (di(a), di(b)) else { return Err(StoreError::Rusak(format!("a survey counter is called {sel}"))) };
        m.entry((a, b)).or_default().gabung(&s)?;
    }
    Ok(m)
}

/// Number of answers with each quality flag, by its bit.
pub async fn tanda<C: ConnectionTrait>(c: &C, ronde: RondeId, k: Keadaan) -> Hasil<BTreeMap<u8, u64>> {
    let mut m = BTreeMap::new();
    for (_, sel, s) in tingkat(c, ronde, TANDA, k).await? {
        *m.entry(angka(&sel)?).or_default() += s.n;
    }
    Ok(m)
}

/// Number of answers by where they came from: `daring`, `kios`, `tautan`, or the id of a paper bundle or import.
pub async fn per_kelompok<C: ConnectionTrait>(c: &C, ronde: RondeId, k: Keadaan) -> Hasil<BTreeMap<String, u64>> {
    let mut m = BTreeMap::new();
    for (kelompok, _, s) in tingkat(c, ronde, SEMUA, k).await? {
        *m.entry(kelompok).or_default() += s.n;
    }
    Ok(m)
}
