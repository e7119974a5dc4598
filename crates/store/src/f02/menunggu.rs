//! Units that wait for their evaluators to agree: all sheets are done, the period settles by consensus, nothing is frozen,
//! and some weighted indicator still differs. For one unit or a page of them, in four queries however many there are.

use super::sepakat;
use crate::{
    Hasil, Store, edisi,
    id::LokusId,
    kueri::{self, Kueri},
    lokus::keadaan::{Keadaan, Langkah, Status},
};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;

/// What is still to be settled in one lokus, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenungguSepakat {
    /// Weighted indicators without a settlement that holds; at least 1.
    pub indikator: usize,
    /// Names of the appointed evaluators, sorted.
    pub evaluator: Vec<String>,
}

#[derive(FromQueryResult)]
struct Edisi {
    lokus_id: LokusId,
    sidik: String,
}

#[derive(FromQueryResult)]
struct Nama {
    lokus_id: LokusId,
    nama: String,
}

/// Those of the given lokus that wait, by id; one that does not wait is not in the map.
pub async fn menunggu_sepakat(store: &Store, keadaan: &[Keadaan]) -> Hasil<HashMap<LokusId, MenungguSepakat>> {
    let tiba = |x: &&Keadaan| x.evaluator > 1 && x.f01_kirim.is_some() && x.hasil_id.is_none() && x.status(Langkah::F02) == Status::Selesai;
    let id: Vec<LokusId> = keadaan.iter().filter(tiba).map(|x| x.lokus_id).collect();
    let mut hasil = HashMap::new();
    if id.is_empty() {
        return Ok(hasil);
    }
    let c = store.baca();
    let tempat = kueri::tempat(1..=id.len());
    let nilai: Vec<Value> = id.iter().map(|i| (*i).into()).collect();
    let sql = format!(
        "SELECT l.id AS lokus_id, CASE WHEN l.formulir = 'B' THEN p.edisi_b ELSE p.edisi_a END AS sidik
         FROM lokus l JOIN periode p ON p.id = l.periode_id WHERE l.id IN ({tempat}) AND p.penyatuan = 'konsensus' ORDER BY l.id LIMIT 5000"
    );
    let milik: Vec<Edisi> = c.semua(&sql, nilai.clone()).await?;
    let terbuka = sepakat::terbuka(c, &id).await?;
    for m in milik {
        let edisi = edisi::dapat(store, &m.sidik).await?;
        let Some(kode) = terbuka.get(&m.lokus_id) else { continue };
        let indikator = edisi.indikator().filter(|i| kode.contains(&i.kode)).count();
        if indikator > 0 {
            hasil.insert(m.lokus_id, MenungguSepakat { indikator, evaluator: Vec::new() });
        }
    }
    if hasil.is_empty() {
        return Ok(hasil);
    }
    let sql = format!(
        "SELECT g.lokus_id, a.nama FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN akun a ON a.id = g.akun_id
         LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
         WHERE g.lokus_id IN ({tempat}) AND x.penugasan_id IS NULL ORDER BY a.nama, g.id LIMIT 5000"
    );
    for n in c.semua::<Nama>(&sql, nilai).await? {
        if let Some(m) = hasil.get_mut(&n.lokus_id) {
            m.evaluator.push(n.nama);
        }
    }
    Ok(hasil)
}
