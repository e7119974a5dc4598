//! Rounds with their counters, many at a time: the recap of an instansi or a region, and the rounds of one unit over time.
//!
//! A fixed number of queries however many rounds there are; the counters are the total rows of the cube. No figure is
//! computed here.

use super::{
    Baris, DARI, DITUTUP, KOLOM, KeadaanRonde, RondeSkm, TERBIT,
    agregat::{Cacah, ditolak, isi},
    daftar::jangkauan,
};
use crate::{
    Hasil, Store,
    hak::{Pelaku, PembacaSkm},
    id::{InstansiId, RondeId, UnitId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use std::collections::HashMap;

/// Rounds that one page can be about at most; a larger scope is narrowed by its period.
const BATAS: i64 = 50_000;

/// A round with the counters of its answers that count.
#[derive(Debug, Clone)]
pub struct RondeRingkas {
    pub ronde: RondeSkm,
    pub instansi_kode: String,
    pub pakai: Cacah,
    pub keadaan: KeadaanRonde,
    pub terbit: bool,
}

/// What a recap is narrowed to; empty means "all".
#[derive(Debug, Clone, Default)]
pub struct SaringRekap {
    /// The last day of the round lies in these days, both inclusive.
    pub dari: Option<Date>,
    pub sampai: Option<Date>,
    pub instansi: Option<InstansiId>,
    /// Region code; it holds the codes below it.
    pub wilayah: Option<String>,
}

/// Rounds within the person's reach, newest first.
pub async fn terjangkau(store: &Store, pelaku: &Pelaku, s: &SaringRekap) -> Hasil<Vec<RondeRingkas>> {
    let (mut syarat, mut v) = jangkauan(pelaku);
    let mut tambah = |bagian: &str, nilai: Value| {
        v.push(nilai);
        syarat.push_str(&bagian.replace('?', &format!("${}", v.len())));
    };
    if let Some(d) = s.dari {
        tambah(" AND k.sampai >= ?", d.to_string().into());
    }
    if let Some(d) = s.sampai {
        tambah(" AND k.sampai <= ?", d.to_string().into());
    }
    if let Some(i) = s.instansi {
        tambah(" AND u.instansi_id = ?", i.into());
    }
    if let Some(w) = &s.wilayah {
        tambah(" AND (i.wilayah = ? OR i.wilayah LIKE ? || '.%')", w.as_str().into());
    }
    baca(store, &syarat, v).await
}

/// Rounds of the whole installation, whoever may read them; at most a thousand are counted.
///
/// # Errors
/// When the store fails.
pub async fn banyak(store: &Store) -> Hasil<i64> {
    store.baca().angka("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM skm_ronde LIMIT 1000) t", nilai![]).await
}

/// All rounds of the unit whose round the person may read, newest first.
pub async fn seunit(store: &Store, hak: &PembacaSkm) -> Hasil<Vec<RondeRingkas>> {
    baca(store, "r.unit_id = $1", nilai![hak.ronde.unit_id]).await
}

/// Rounds of a unit that took answers on some of these local days, newest first, at most `batas`.
///
/// # Errors
/// When the store fails.
pub(crate) async fn sekurun(store: &Store, unit: UnitId, dari: Date, sampai: Date, batas: usize) -> Hasil<Vec<RondeRingkas>> {
    let syarat = "r.unit_id = $1 AND k.sampai >= $2 AND k.mulai <= $3";
    let mut semua = baca(store, syarat, nilai![unit, dari.to_string(), sampai.to_string()]).await?;
    semua.truncate(batas);
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Tanda {
    id: RondeId,
    instansi_kode: String,
    ditutup: i64,
    terbit: i64,
}

#[derive(FromQueryResult)]
struct Sel {
    ronde_id: RondeId,
    kelompok: String,
    n: i64,
    jumlah: i64,
    kuadrat: i64,
    hitung: Vec<u8>,
}

async fn baca(store: &Store, syarat: &str, v: Vec<Value>) -> Hasil<Vec<RondeRingkas>> {
    let (c, pada) = (store.baca(), store.sekarang());
    let sql = format!("SELECT {KOLOM} {DARI} WHERE {syarat} ORDER BY k.sampai DESC, u.nama, r.id LIMIT {BATAS}");
    let ronde = c.semua::<Baris>(&sql, v.clone()).await?;
    let sql = format!(
        "SELECT r.id, i.kode AS instansi_kode, CAST(CASE WHEN {DITUTUP} THEN 1 ELSE 0 END AS bigint) AS ditutup,
         CAST(CASE WHEN {TERBIT} THEN 1 ELSE 0 END AS bigint) AS terbit {DARI} WHERE {syarat} ORDER BY r.id LIMIT {BATAS}"
    );
    let mut tanda: HashMap<RondeId, Tanda> = c.semua::<Tanda>(&sql, v.clone()).await?.into_iter().map(|t| (t.id, t)).collect();
    let mut cacah = cacah(c, syarat, v).await?;
    let lengkap = |b: Baris| -> Hasil<Option<RondeRingkas>> {
        let ronde = RondeSkm::try_from(b)?;
        let Some(t) = tanda.remove(&ronde.id) else { return Ok(None) };
        let keadaan = ronde.keadaan(pada.hari(&ronde.zona), t.ditutup == 1);
        let pakai = cacah.remove(&ronde.id).unwrap_or_default();
        Ok(Some(RondeRingkas { keadaan, terbit: t.terbit == 1, instansi_kode: t.instansi_kode, pakai, ronde }))
    };
    ronde.into_iter().map(lengkap).filter_map(Result::transpose).collect()
}

/// The total rows of the cube, without paper bundles that were rejected.
async fn cacah<C: ConnectionTrait>(c: &C, syarat: &str, v: Vec<Value>) -> Hasil<HashMap<RondeId, Cacah>> {
    let sql = format!(
        "SELECT q.ronde_id, q.kelompok, q.n, q.jumlah, q.kuadrat, q.hitung {DARI} JOIN jawaban_kubus q ON q.ronde_id = r.id
         WHERE {syarat} AND q.tingkat = 0 AND q.keadaan = 'pakai' AND q.n > 0 ORDER BY q.ronde_id, q.kelompok LIMIT 1000000"
    );
    let baris = c.semua::<Sel>(&sql, v).await?;
    let tolak = ditolak(c, None).await?;
    let mut hasil: HashMap<RondeId, Cacah> = HashMap::new();
    for b in baris.into_iter().filter(|b| !tolak.contains(&b.kelompok)) {
        hasil.entry(b.ronde_id).or_default().gabung(&isi((b.n, b.jumlah, b.kuadrat), &b.hitung)?)?;
    }
    Ok(hasil)
}

#[derive(FromQueryResult)]
struct Wilayah {
    wilayah: String,
    nama: String,
}

/// Region codes of provinces with the name of the government there.
pub async fn provinsi(store: &Store) -> Hasil<HashMap<String, String>> {
    let sql = "SELECT wilayah, nama FROM instansi WHERE jenis = 'provinsi' AND wilayah IS NOT NULL ORDER BY id LIMIT 1000";
    Ok(store.baca().semua::<Wilayah>(sql, vec![]).await?.into_iter().map(|w| (w.wilayah, w.nama)).collect())
}
