//! Figures of one publication, for lists of its units. They come from its rows once these are found to be what was signed: one file is read,
//! and no board is made.

use super::{
    bukti,
    papan::{self, BarisKiriman},
};
use crate::{Hasil, Store, id::TerimaId};
use std::collections::{HashMap, HashSet};

/// IPP as shown (two decimals) and code of its category, by the code of the lokus.
pub type Angka = HashMap<String, (String, String)>;

/// Figures of those of `lokus` that the national board counts; empty where the publication does not count. `None` where its rows are not what
/// was received: then no name in them is, either.
pub async fn angka(store: &Store, id: TerimaId, lokus: &[&str]) -> Hasil<Option<Angka>> {
    let Some(semua) = papan::menurut_id(store, id).await? else { return Ok(None) };
    if papan::dihitung(store, id).await?.is_none() || !bukti::terbukti(store.baca(), store.kunci(), id).await? {
        return Ok(Some(Angka::new()));
    }
    let diminta: HashSet<&str> = lokus.iter().copied().collect();
    let dipakai: Vec<BarisKiriman> = semua.into_iter().filter(|b| diminta.contains(b.lokus_kode.as_str())).collect();
    let urut: Vec<i64> = dipakai.iter().map(|b| b.urut).collect();
    let ganti = papan::terganti(store, id, &urut).await?;
    let satu = |b: BarisKiriman| {
        let nilai = (b.tampil.filter(|_| !ganti.contains(&b.urut))?, b.kategori.unwrap_or_default());
        Some((b.lokus_kode, nilai))
    };
    Ok(Some(dipakai.into_iter().filter_map(satu).collect()))
}
