//! The recap for the ministry: by province and scope what was evaluated, frozen and published, whatever is public yet. Counts are the
//! database's; means come from the board, so from published results of one edition only.

use super::muat::{SEUNIT, TERBIT_LAIN};
use crate::{
    Hasil, Store, StoreError, Waktu,
    diterima::{kecuali::Kecuali, papan as kiriman},
    hak::Pelaku,
    kueri::Kueri,
    nilai,
    peran::Peran,
};
use sea_orm::FromQueryResult;
use std::{collections::HashMap, sync::Mutex};
use uuid::Uuid;

/// Reads the whole nation. Only [`nasional`] makes one.
#[derive(Debug, Clone)]
pub struct Nasional {
    pelaku: Pelaku,
}

impl Nasional {
    #[must_use]
    pub fn pelaku(&self) -> &Pelaku {
        &self.pelaku
    }
}

/// # Errors
/// `Ditolak` without the role nasional.
pub fn nasional(pelaku: &Pelaku) -> Hasil<Nasional> {
    if pelaku.punya(Peran::Nasional) { Ok(Nasional { pelaku: pelaku.clone() }) } else { Err(StoreError::Ditolak("nasional")) }
}

/// Counts of one province (empty: instansi without a region, such as ministries) in one year, scheme, edition and scope.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Baris {
    /// Two digits, or empty.
    pub provinsi: String,
    /// `administratif`, `barang` or `jasa`.
    pub cakupan: String,
    /// SHA-256 of the edition.
    pub edisi: String,
    pub instansi: i64,
    pub lokus: i64,
    pub beku: i64,
    pub terbit: i64,
}

/// The newest of everything that the recap counts: another one may change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
struct Tanda {
    lokus: Option<Uuid>,
    hasil: Option<Uuid>,
    terbit: Option<Uuid>,
    batal: i64,
    putusan: i64,
}

/// Recaps by year and scheme, kept while nothing new came and for a minute at most (scopes and regions may be changed in place):
/// counting a hundred thousand units takes longer than a page may.
#[derive(Debug, Default)]
pub(super) struct Singgahan(Mutex<HashMap<(i64, String), Simpanan>>);

#[derive(Debug)]
struct Simpanan {
    tanda: Tanda,
    pada: Waktu,
    isi: Vec<Baris>,
}

const DETIK: i64 = 60;
const MAKS: usize = 16;
/// Below so many units in a recap it is counted each time.
const BESAR: i64 = 2000;

/// By province, scope and edition. Figures of different editions stand in rows of their own.
pub async fn rekap(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Vec<Baris>> {
    let sql = format!(
        "SELECT (SELECT id FROM lokus ORDER BY id DESC LIMIT 1) AS lokus, (SELECT id FROM hasil ORDER BY id DESC LIMIT 1) AS hasil,
        (SELECT id FROM penerbitan ORDER BY id DESC LIMIT 1) AS terbit, (SELECT COUNT(*) FROM hasil_batal) AS batal, {} AS putusan",
        kiriman::JUMLAH_PUTUSAN
    );
    let tanda: Tanda = store.baca().satu(&sql, nilai![]).await?;
    let (kunci, kini) = ((tahun, skema.to_owned()), store.sekarang());
    let berlaku = |s: &&Simpanan| s.tanda == tanda && kini < s.pada.tambah_detik(DETIK);
    let ada = store.nasional.rekap.0.lock().ok().and_then(|m| m.get(&kunci).filter(berlaku).map(|s| s.isi.clone()));
    if let Some(isi) = ada {
        return Ok(isi);
    }
    let isi = hitung(store, tahun, skema).await?;
    if let (Ok(mut m), true) = (store.nasional.rekap.0.lock(), isi.iter().map(|b| b.lokus).sum::<i64>() >= BESAR) {
        if m.len() >= MAKS {
            m.clear();
        }
        m.insert(kunci, Simpanan { tanda, pada: kini, isi: isi.clone() });
    }
    Ok(isi)
}

async fn hitung(store: &Store, tahun: i64, skema: &str) -> Hasil<Vec<Baris>> {
    let kecuali = Kecuali::dari(store, tahun).await?;
    // A unit counts once: by its published result, by that of the newest period among several, or by its newest period while none is public.
    let terbit = "(h.nomor IS NOT NULL AND COALESCE(n.jenis, '') = 'terbit' AND h.pada <= n.pada)";
    let sql = format!(
        "SELECT d.provinsi, d.cakupan, d.edisi, COUNT(DISTINCT d.instansi) AS instansi, COUNT(*) AS lokus,
            COUNT(d.beku) AS beku, COUNT(d.terbit) AS terbit
        FROM (SELECT SUBSTR(COALESCE(i.wilayah, ''), 1, 2) AS provinsi, l.cakupan, i.kode AS instansi,
                COALESCE(CASE WHEN l.formulir = 'B' THEN p.edisi_b ELSE p.edisi_a END, '') AS edisi,
                h.nomor AS beku, CASE WHEN n.jenis = 'terbit' AND h.pada <= n.pada THEN h.nomor END AS terbit
            FROM periode p JOIN lokus l ON l.periode_id = p.id JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
            LEFT JOIN penerbitan n ON n.periode_id = p.id AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)
            LEFT JOIN hasil h ON h.lokus_id = l.id AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)
            WHERE p.tahun = $1 AND p.skema = $2 AND NOT EXISTS (SELECT 1 {SEUNIT}
                AND (({TERBIT_LAIN} AND (NOT {terbit} OR q.id > p.id)) OR (NOT {terbit} AND q.id > p.id AND NOT {TERBIT_LAIN})))
            UNION ALL SELECT y.provinsi, y.cakupan, y.instansi, y.edisi, CAST(1 AS bigint) AS beku, CAST(1 AS bigint) AS terbit FROM ({}) y) d
        GROUP BY d.provinsi, d.cakupan, d.edisi ORDER BY d.provinsi, d.cakupan, d.edisi LIMIT 5000",
        kiriman::sebaris(&kecuali)
    );
    store.baca().semua(&sql, [nilai![tahun, skema], kecuali.nilai()].concat()).await
}

/// Year and scheme of every period, published or not, and of what was received and validated; newest first.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Tahun {
    pub tahun: i64,
    pub skema: String,
}

/// Those of which a report can be composed: scored schemes with a frozen result, newest first.
pub async fn dapat_dilaporkan(store: &Store, _: &Nasional) -> Hasil<Vec<Tahun>> {
    let sql = format!(
        "SELECT DISTINCT x.tahun, x.skema FROM (SELECT p.tahun, p.skema FROM periode p WHERE EXISTS (SELECT 1 FROM lokus l
           JOIN hasil h ON h.lokus_id = l.id WHERE l.periode_id = p.id AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id))
         UNION ALL SELECT y.tahun, y.skema FROM ({}) y) x ORDER BY x.tahun DESC, x.skema DESC LIMIT 200",
        kiriman::tahun()
    );
    let semua: Vec<Tahun> = store.baca().semua(&sql, nilai![]).await?;
    Ok(semua.into_iter().filter(|t| crate::periode::aturan(&t.skema).is_ok_and(|a| a.dinilai)).collect())
}

pub async fn tahun(store: &Store, _: &Nasional) -> Hasil<Vec<Tahun>> {
    let sql = format!(
        "SELECT DISTINCT x.tahun, x.skema FROM (SELECT tahun, skema FROM periode UNION ALL SELECT y.tahun, y.skema FROM ({}) y) x
         ORDER BY x.tahun DESC, x.skema DESC LIMIT 200",
        kiriman::tahun()
    );
    store.baca().semua(&sql, nilai![]).await
}
