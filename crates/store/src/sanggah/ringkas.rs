//! Where the right of reply stands for many lokus at once: a constant number of queries, for lists and start pages.

use super::{
    baca::{self, Buka},
    syarat::{self, Tahap},
};
use crate::{
    Hasil, Store,
    id::{LokusId, SanggahBukaId},
    kueri::{self, Kueri},
};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;

/// One lokus of a period with the right of reply, or one whose draft was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ringkas {
    /// The period gives it now.
    pub pakai: bool,
    /// The newest opening and where it stands now.
    pub buka: Option<(Buka, Tahap)>,
    /// Objections of that opening that were not withdrawn, and those of them without an answer.
    pub sanggahan: i64,
    pub menunggu: i64,
    /// Its result is frozen.
    pub beku: bool,
}

#[derive(FromQueryResult)]
struct Satu {
    lokus_id: LokusId,
    zona: String,
    pakai: Option<String>,
    beku: i64,
}

#[derive(FromQueryResult)]
struct Jumlah {
    buka_id: SanggahBukaId,
    semua: i64,
    menunggu: i64,
}

/// By lokus; those that nobody knows are left out.
pub async fn ringkas(store: &Store, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, Ringkas>> {
    if lokus.is_empty() {
        return Ok(HashMap::new());
    }
    let (c, kini) = (store.baca(), store.sekarang());
    let tempat = kueri::tempat(1..=lokus.len());
    let nilai: Vec<Value> = lokus.iter().map(|l| (*l).into()).collect();
    let sql = format!(
        "SELECT l.id AS lokus_id, i.zona, (SELECT t.pakai FROM sanggah_aturan t WHERE t.periode_id = l.periode_id ORDER BY t.id DESC LIMIT 1) AS pakai,
         (SELECT COUNT(*) FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id WHERE h.lokus_id = l.id AND b.hasil_id IS NULL) AS beku
         FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id WHERE l.id IN ({tempat}) ORDER BY l.id"
    );
    let semua: Vec<Satu> = c.semua(&sql, nilai.clone()).await?;
    let mut buka: HashMap<LokusId, Buka> = baca::terbaru(c, &tempat, nilai.clone()).await?.into_iter().map(|b| (b.lokus_id, b)).collect();
    let sql = format!(
        "SELECT s.buka_id, COUNT(*) AS semua,
         CAST(SUM(CASE WHEN EXISTS (SELECT 1 FROM sanggahan_jawaban j WHERE j.sanggahan_id = s.id) THEN 0 ELSE 1 END) AS bigint) AS menunggu
         FROM sanggahan s JOIN sanggah_buka b ON b.id = s.buka_id LEFT JOIN sanggahan_tarik t ON t.sanggahan_id = s.id
         WHERE b.lokus_id IN ({tempat}) AND t.sanggahan_id IS NULL GROUP BY s.buka_id ORDER BY s.buka_id"
    );
    let jumlah: HashMap<SanggahBukaId, Jumlah> = c.semua::<Jumlah>(&sql, nilai).await?.into_iter().map(|j| (j.buka_id, j)).collect();
    let mut hasil = HashMap::with_capacity(semua.len());
    for s in semua {
        let b = buka.remove(&s.lokus_id);
        let j = b.as_ref().and_then(|b| jumlah.get(&b.id));
        let (sanggahan, menunggu) = j.map_or((0, 0), |j| (j.semua, j.menunggu));
        let buka = match b {
            Some(b) => {
                let tahap = syarat::tahap(&b, kini, &s.zona)?;
                Some((b, tahap))
            }
            None => None,
        };
        hasil.insert(s.lokus_id, Ringkas { pakai: s.pakai.as_deref() == Some("ya"), buka, sanggahan, menunggu, beku: s.beku > 0 });
    }
    Ok(hasil)
}
