//! Consensus: where evaluators differ, one of them writes down the settled score with its reason.
//!
//! A settlement rests on the scores it was made for (`dasar`). When a sheet was opened again and one of them changed, it
//! no longer holds and the indicator waits to be settled anew; the old words stay for reading.

use super::{baca, isian::Tersimpan, pandangan::semua_selesai, syarat};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi,
    hak::EvaluatorLokus,
    id::{AkunId, LokusId, OperasiId},
    kueri::{self, Kueri},
    nilai, peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct TulisSepakat {
    pub op: OperasiId,
    pub indikator: String,
    /// 0 when the indicator was never settled.
    pub versi_dasar: i64,
    pub skor: u8,
    pub alasan: String,
    pub rekomendasi: String,
}

impl TulisSepakat {
    fn isi(&self) -> String {
        serde_json::json!({ "skor": self.skor, "alasan": self.alasan, "rekomendasi": self.rekomendasi }).to_string()
    }
}

/// A settled indicator.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Sepakat {
    pub indikator: String,
    pub versi: i64,
    pub skor: i64,
    pub alasan: String,
    pub rekomendasi: String,
    /// The scores that were settled, `account=score` by account.
    pub dasar: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    /// Who wrote it down.
    pub nama: String,
}

#[derive(FromQueryResult)]
struct Operasi {
    lokus_id: Uuid,
    indikator: String,
    versi_dasar: i64,
    versi: i64,
    isi: String,
    pada: Waktu,
    oleh: Uuid,
}

/// Settles one indicator.
///
/// # Errors
/// `Keadaan` when F02 is closed, the period takes the mean, a sheet is still open, the evaluators do not differ, or the
/// reason is empty; `Bentrok` on a stale base version; `OperasiLain`; `TidakDitemukan` for an unknown indicator.
pub async fn sepakati(store: &Store, hak: &EvaluatorLokus, t: TulisSepakat) -> Hasil<Tersimpan> {
    periksa_isi(hak, &t)?;
    if edisi::dapat(store, hak.lokus.edisi()?).await?.cari_indikator(&t.indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    let lokus = hak.lokus.id;
    let tx = syarat::mulai(store, &hak.lokus).await?;
    if let Some(sudah) = ulangan(&tx, hak, &t).await? {
        return Ok(sudah);
    }
    syarat::harus_terbuka(&tx, hak).await?;
    if !semua_selesai(&baca::lembar_semua(&*tx, lokus).await?) {
        return Err(StoreError::Keadaan("f02-sepakat-belum-semua"));
    }
    let dasar = beda(&*tx, lokus).await?.remove(&t.indikator).ok_or(StoreError::Keadaan("f02-sepakat-tak-beda"))?;
    let versi = harus_terbaru(&tx, lokus, &t).await? + 1;
    tulis(&tx, hak, &t, versi, &dasar).await?;
    let rincian = serde_json::json!({ "indikator": t.indikator, "versi": versi });
    let k = Kejadian::baru("f02.sepakati", "lokus", lokus).instansi(hak.lokus.instansi_id).rincian(rincian.clone());
    audit::catat(&tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(&tx, &super::topik(lokus), &serde_json::json!({ "sepakat": rincian })).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(Tersimpan { versi, pada })
}

fn periksa_isi(hak: &EvaluatorLokus, t: &TulisSepakat) -> Hasil<()> {
    if hak.lokus.penyatuan != "konsensus" {
        return Err(StoreError::Keadaan("f02-sepakat-rata-rata"));
    }
    if t.skor > 5 {
        return Err(StoreError::Keadaan("f02-skor-di-luar"));
    }
    if t.alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("f02-alasan-wajib"));
    }
    Ok(())
}

async fn ulangan(tx: &Tx, hak: &EvaluatorLokus, t: &TulisSepakat) -> Hasil<Option<Tersimpan>> {
    let lama: Option<Operasi> = tx
        .mungkin("SELECT lokus_id, indikator, versi_dasar, versi, isi, pada, oleh FROM f02_sepakat_ubah WHERE op_id = $1", nilai![t.op])
        .await?;
    let Some(o) = lama else { return Ok(None) };
    let sama = o.lokus_id == hak.lokus.id.0
        && o.oleh == hak.pelaku().akun.0
        && o.indikator == t.indikator
        && o.versi_dasar == t.versi_dasar
        && o.isi == t.isi();
    if sama { Ok(Some(Tersimpan { versi: o.versi, pada: o.pada })) } else { Err(StoreError::OperasiLain) }
}

async fn harus_terbaru(tx: &Tx, lokus: LokusId, t: &TulisSepakat) -> Hasil<i64> {
    match sepakat_tersimpan(&**tx, lokus).await?.into_iter().find(|s| s.indikator == t.indikator) {
        Some(s) if s.versi != t.versi_dasar => Err(StoreError::Bentrok { versi: s.versi, oleh: s.oleh.0, pada: s.pada }),
        None if t.versi_dasar != 0 => Err(StoreError::Keadaan("f02-versi-tak-dikenal")),
        s => Ok(s.map_or(0, |s| s.versi)),
    }
}

async fn tulis(tx: &Tx, hak: &EvaluatorLokus, t: &TulisSepakat, versi: i64, dasar: &str) -> Hasil<()> {
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    tx.jalankan(
        "INSERT INTO f02_sepakat (lokus_id, indikator, versi, skor, alasan, rekomendasi, dasar, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (lokus_id, indikator) DO UPDATE SET versi = excluded.versi, skor = excluded.skor, alasan = excluded.alasan,
         rekomendasi = excluded.rekomendasi, dasar = excluded.dasar, pada = excluded.pada, oleh = excluded.oleh",
        nilai![lokus, t.indikator.as_str(), versi, i64::from(t.skor), t.alasan.as_str(), t.rekomendasi.as_str(), dasar, tx.pada, akun],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO f02_sepakat_ubah (op_id, lokus_id, indikator, versi_dasar, versi, isi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![t.op, lokus, t.indikator.as_str(), t.versi_dasar, versi, t.isi(), tx.pada, akun],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Skor {
    lokus_id: LokusId,
    indikator: String,
    akun_id: AkunId,
    skor: i64,
}

/// Indicators on which the evaluators differ whose sheets count, each with the scores in a fixed form.
async fn beda<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<BTreeMap<String, String>> {
    Ok(beda_beberapa(c, &[lokus]).await?.remove(&lokus).unwrap_or_default())
}

/// The same of several lokus; one without a difference is not in the map.
async fn beda_beberapa<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, BTreeMap<String, String>>> {
    let sql = format!(
        "SELECT i.lokus_id, i.indikator, i.akun_id, i.skor FROM f02_isian i
         WHERE i.lokus_id IN ({}) AND i.skor IS NOT NULL AND EXISTS (SELECT 1 FROM penugasan g
           JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
           WHERE g.lokus_id = i.lokus_id AND g.akun_id = i.akun_id AND {})
         ORDER BY i.lokus_id, i.indikator, i.akun_id LIMIT 100000",
        kueri::tempat(1..=lokus.len()),
        baca::DIHITUNG
    );
    let skor: Vec<Skor> = c.semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await?;
    let mut semua: HashMap<LokusId, BTreeMap<String, String>> = HashMap::new();
    for satu in skor.chunk_by(|a, b| a.lokus_id == b.lokus_id && a.indikator == b.indikator) {
        if let Some(pertama) = satu.first().filter(|p| satu.iter().any(|s| s.skor != p.skor)) {
            let dasar: Vec<String> = satu.iter().map(|s| format!("{}={}", s.akun_id, s.skor)).collect();
            semua.entry(pertama.lokus_id).or_default().insert(pertama.indikator.clone(), dasar.join(";"));
        }
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Berdasar {
    lokus_id: LokusId,
    indikator: String,
    dasar: String,
}

/// Codes on which evaluators differ and that have no settlement that holds, by lokus. The caller knows that all sheets
/// are done, and which codes count.
pub(super) async fn terbuka<C: ConnectionTrait>(c: &C, lokus: &[LokusId]) -> Hasil<HashMap<LokusId, BTreeSet<String>>> {
    let beda = beda_beberapa(c, lokus).await?;
    let sql = format!(
        "SELECT lokus_id, indikator, dasar FROM f02_sepakat WHERE lokus_id IN ({}) ORDER BY lokus_id LIMIT 100000",
        kueri::tempat(1..=lokus.len())
    );
    let sudah: Vec<Berdasar> = c.semua(&sql, lokus.iter().map(|l| (*l).into()).collect()).await?;
    let berlaku = |l: &LokusId, kode: &str, dasar: &str| sudah.iter().any(|s| s.lokus_id == *l && s.indikator == kode && s.dasar == dasar);
    let sisa = |(l, kode): (LokusId, BTreeMap<String, String>)| {
        let kode = kode.into_iter().filter(|(k, dasar)| !berlaku(&l, k, dasar)).map(|(k, _)| k).collect();
        (l, kode)
    };
    Ok(beda.into_iter().map(sisa).collect())
}

/// Every settlement as last written, by code, also those that no longer hold.
pub async fn sepakat_tersimpan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Sepakat>> {
    c.semua(
        "SELECT s.indikator, s.versi, s.skor, s.alasan, s.rekomendasi, s.dasar, s.pada, s.oleh, a.nama
         FROM f02_sepakat s JOIN akun a ON a.id = s.oleh WHERE s.lokus_id = $1 ORDER BY s.indikator LIMIT 500",
        nilai![lokus],
    )
    .await
}

/// The settlements that hold: evaluators still differ, with the very scores that were settled.
pub async fn sepakat_berlaku<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Sepakat>> {
    let beda = beda(c, lokus).await?;
    let mut semua = sepakat_tersimpan(c, lokus).await?;
    semua.retain(|s| beda.get(&s.indikator) == Some(&s.dasar));
    Ok(semua)
}

/// Settled score by indicator code, for computing.
pub async fn kesepakatan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<BTreeMap<String, u8>> {
    let skor = |s: Sepakat| {
        let n = u8::try_from(s.skor).map_err(|_| StoreError::Rusak(format!("f02_sepakat {} holds {}", s.indikator, s.skor)))?;
        Ok((s.indikator, n))
    };
    sepakat_berlaku(c, lokus).await?.into_iter().map(skor).collect()
}
