//! How far each rank of a period could move, as it stands now: beside the ranking of officers, who see it before it is published.

use super::PeringkatPeriode;
use crate::{
    Hasil, Store,
    hak::PembacaPeriode,
    id::{HasilId, PeriodeId},
    kueri::Kueri,
    nasional::{Sisi, SisiPeriode, pita},
    nilai,
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// Ranked units up to which bands stand beside the ranks; a larger ranking is read by pages without them.
pub const BERSISI: usize = 5000;

#[derive(FromQueryResult)]
struct Baris {
    id: HasilId,
    bawah: i64,
    atas: i64,
}

async fn rentang(store: &Store, id: PeriodeId) -> Hasil<HashMap<HasilId, (usize, usize)>> {
    let sql = "SELECT h.id, r.bawah, r.atas FROM lokus l JOIN hasil h ON h.lokus_id = l.id JOIN hasil_rentang r ON r.hasil_id = h.id
        WHERE l.periode_id = $1 AND r.bawah IS NOT NULL AND r.atas IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id) ORDER BY h.id LIMIT 5000";
    let semua: Vec<Baris> = store.baca().semua(sql, nilai![id]).await?;
    let satu = |b: Baris| Some((b.id, (usize::try_from(b.bawah).ok()?, usize::try_from(b.atas).ok()?)));
    Ok(semua.into_iter().filter_map(satu).collect())
}

/// Best and worst rank of every unit of a ranking of at most [`BERSISI`] units, each group apart. No earlier year stands beside.
///
/// # Errors
/// Those of the database.
pub async fn sisi(store: &Store, hak: &PembacaPeriode, p: &PeringkatPeriode) -> Hasil<SisiPeriode> {
    if p.diperingkat() > BERSISI {
        return Ok(SisiPeriode::default());
    }
    let rentang = rentang(store, hak.periode.id).await?;
    let mut hasil = SisiPeriode::default();
    for isi in p.kelompok.values() {
        let batas: Vec<_> = isi
            .iter()
            .map(|x| {
                // Without an interval the value counts as exact, as on the board of the nation.
                let titik = || x.ipp.simpan().skala.checked_div(1_000_000).and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
                let r = x.item.hasil.and_then(|h| rentang.get(&h).copied());
                (r.is_some(), r.unwrap_or_else(|| (titik(), titik())))
            })
            .collect();
        let satu = |(x, pita): (&pekppp::peringkat::Peringkat<super::Baris>, _)| (x.item.kode.clone(), Sisi { pita, lalu: None });
        hasil.unit.extend(isi.iter().zip(pita(&batas)).map(satu));
    }
    Ok(hasil)
}
