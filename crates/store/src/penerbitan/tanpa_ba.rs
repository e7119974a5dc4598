//! Results without minutes (kind `hasil`) signed by all three parties. Publishing one needs a reason, which the public reads
//! beside the unit. Publishing itself is in the parent; the minutes are `berita_acara`'s.

use super::{Kejadian, Terbitan};
use crate::{
    Hasil, Store, StoreError, Tx,
    id::{HasilId, LokusId, PeriodeId},
    kueri::{self, Kueri},
    nilai,
    peringkat::Sekali,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// A live result without signed minutes.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TanpaBa {
    pub lokus: LokusId,
    pub unit: String,
    /// Why it is public all the same; `None` while it is not.
    pub alasan: Option<String>,
}

/// Sealed is what all three parties signed; the seal is made with the last signature.
const TAK_BERSEGEL: &str = "NOT EXISTS (SELECT 1 FROM berita_acara a JOIN segel s ON s.berita_acara_id = a.id
    LEFT JOIN berita_acara_batal x ON x.berita_acara_id = a.id
    WHERE a.lokus_id = h.lokus_id AND a.jenis = 'hasil' AND a.hasil_id = h.id AND x.berita_acara_id IS NULL)";

const DARI: &str = "FROM hasil h JOIN lokus l ON l.id = h.lokus_id JOIN unit u ON u.id = l.unit_id
    LEFT JOIN hasil_batal b ON b.hasil_id = h.id LEFT JOIN terbit_tanpa_ba t ON t.hasil_id = h.id AND t.penerbitan_id = $2
    WHERE l.periode_id = $1 AND b.hasil_id IS NULL AND";

/// The publication that stands now, or an id that none has.
fn kini(terakhir: Option<&Kejadian>) -> Uuid {
    terakhir.filter(|k| k.terbit()).map_or(Uuid::nil(), |k| k.id)
}

/// How many live results of a period have no signed minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, FromQueryResult)]
pub struct Banyak {
    pub semua: i64,
    /// Of them, those that nobody has given a reason for yet.
    pub tanpa_alasan: i64,
}

async fn hitung<C: ConnectionTrait>(c: &C, id: PeriodeId, kini: Uuid) -> Hasil<Banyak> {
    let sql = format!("SELECT COUNT(*) AS semua, COUNT(CASE WHEN t.alasan IS NULL THEN 1 END) AS tanpa_alasan {DARI} {TAK_BERSEGEL}");
    c.satu(&sql, nilai![id, kini]).await
}

/// Live results of a period without signed minutes: how many, and `batas` of them by unit name. A period may have a hundred thousand,
/// so all of them are counted and the first that were found are named.
pub async fn tanpa_ba<C: ConnectionTrait>(c: &C, id: PeriodeId, batas: i64) -> Hasil<(Banyak, Vec<TanpaBa>)> {
    let kini = kini(super::terakhir(c, id).await?.as_ref());
    let banyak = hitung(c, id, kini).await?;
    let sql = format!("SELECT l.id AS lokus, u.nama AS unit, t.alasan {DARI} {TAK_BERSEGEL} ORDER BY l.id LIMIT $3");
    let mut daftar: Vec<TanpaBa> = if banyak.semua == 0 { Vec::new() } else { c.semua(&sql, nilai![id, kini, batas]).await? };
    daftar.sort_by(|a, b| a.unit.cmp(&b.unit).then(a.lokus.cmp(&b.lokus)));
    Ok((banyak, daftar))
}

#[derive(FromQueryResult)]
struct Satu {
    lokus: LokusId,
}

/// Those of these units, a few hundred at most, whose result has no signed minutes.
pub async fn tanpa_ba_di<C: ConnectionTrait>(c: &C, id: PeriodeId, lokus: &[LokusId]) -> Hasil<HashSet<LokusId>> {
    if lokus.is_empty() {
        return Ok(HashSet::new());
    }
    let mut v = nilai![id];
    v.extend(lokus.iter().map(|l| (*l).into()));
    let tempat = kueri::tempat(2..=v.len());
    let sql = format!(
        "SELECT l.id AS lokus FROM hasil h JOIN lokus l ON l.id = h.lokus_id LEFT JOIN hasil_batal b ON b.hasil_id = h.id
         WHERE l.periode_id = $1 AND b.hasil_id IS NULL AND {TAK_BERSEGEL} AND l.id IN ({tempat}) ORDER BY l.id"
    );
    Ok(c.semua::<Satu>(&sql, v).await?.into_iter().map(|s| s.lokus).collect())
}

/// How many results need the reason, of which every one without has to be given it.
///
/// # Errors
/// `Keadaan("terbit-tanpa-ba")`.
pub(super) async fn periksa(tx: &Tx, id: PeriodeId, alasan: &str) -> Hasil<i64> {
    let n = hitung(&**tx, id, kini(super::terakhir(&**tx, id).await?.as_ref())).await?;
    if alasan.is_empty() && n.tanpa_alasan > 0 {
        return Err(StoreError::Keadaan("terbit-tanpa-ba"));
    }
    Ok(n.semua)
}

/// Writes the reasons of publication `baru`; those of the publication before it stay with their results.
pub(super) async fn catat(tx: &Tx, id: PeriodeId, lama: Option<&Kejadian>, baru: Uuid, alasan: &str) -> Hasil<()> {
    let sql = format!(
        "INSERT INTO terbit_tanpa_ba (penerbitan_id, hasil_id, alasan) SELECT $3, h.id, COALESCE(t.alasan, $4) {DARI} {TAK_BERSEGEL}"
    );
    tx.jalankan(&sql, nilai![id, kini(lama), baru, alasan]).await?;
    Ok(())
}

/// Rows read at once.
const SEKALIGUS: usize = 5000;

#[derive(FromQueryResult)]
struct Alasan {
    hasil_id: HasilId,
    alasan: String,
}

/// The reasons under which results of a publication are public. What all three signed since then is left out.
pub async fn alasan_publik(store: &Store, t: &Terbitan) -> Hasil<HashMap<HasilId, Arc<str>>> {
    let sql = format!(
        "SELECT t.hasil_id, t.alasan FROM terbit_tanpa_ba t JOIN hasil h ON h.id = t.hasil_id
         WHERE t.penerbitan_id = $1 AND t.hasil_id > $2 AND {TAK_BERSEGEL} ORDER BY t.hasil_id LIMIT {SEKALIGUS}"
    );
    let (mut hasil, mut sekali, mut setelah) = (HashMap::new(), Sekali::default(), HasilId(Uuid::nil()));
    loop {
        let bagian: Vec<Alasan> = store.baca().semua(&sql, nilai![t.id, setelah]).await?;
        let Some(akhir) = bagian.last() else { break };
        setelah = akhir.hasil_id;
        let penuh = bagian.len() == SEKALIGUS;
        // Thousands of units share one reason.
        hasil.extend(bagian.into_iter().map(|a| (a.hasil_id, sekali.dapat(&a.alasan))));
        if !penuh {
            break;
        }
    }
    Ok(hasil)
}

/// The same for one result.
pub async fn alasan_satu(store: &Store, periode: PeriodeId, hasil: HasilId) -> Hasil<Option<String>> {
    let c = store.baca();
    let sql = format!(
        "SELECT t.hasil_id, t.alasan FROM terbit_tanpa_ba t JOIN hasil h ON h.id = t.hasil_id
         WHERE t.penerbitan_id = $1 AND t.hasil_id = $2 AND {TAK_BERSEGEL}"
    );
    let satu: Option<Alasan> = c.mungkin(&sql, nilai![kini(super::terakhir(c, periode).await?.as_ref()), hasil]).await?;
    Ok(satu.map(|a| a.alasan))
}

/// Whether this result is public now, so that its minutes must stay. Called under the lock of the period.
pub(crate) async fn terbit(tx: &Tx, periode: PeriodeId, hasil: HasilId) -> Hasil<bool> {
    let Some(k) = super::terakhir(&**tx, periode).await?.filter(Kejadian::terbit) else { return Ok(false) };
    Ok(tx.angka("SELECT COUNT(*) AS n FROM hasil WHERE id = $1 AND pada <= $2", nilai![hasil, k.pada]).await? > 0)
}
