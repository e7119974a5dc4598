//! Saving the answers of one indicator: by operation id and base version, so that a repeated or late write does no harm.

use super::{baca, harus_dapat_diubah, kunci, topik};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::OperatorUnit,
    id::{LokusId, OperasiId},
    kueri::Kueri,
    nilai, peristiwa,
};
use pekppp::JawabanIndikator;
use sea_orm::FromQueryResult;

/// One write. The answers were parsed with the edition of the lokus.
#[derive(Debug, Clone)]
pub struct Tulis<'a> {
    pub op: OperasiId,
    pub indikator: &'a str,
    pub versi_dasar: i64,
    pub isi: &'a JawabanIndikator,
}

/// What stands after the write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tersimpan {
    pub versi: i64,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct Operasi {
    lokus_id: LokusId,
    indikator: String,
    versi: i64,
    isi: String,
    pada: Waktu,
}

/// Saves one indicator. The same operation again gives the same answer; the content that already stands is no conflict.
///
/// # Errors
/// `Bentrok` when somebody saved a newer version, `OperasiLain`, `Keadaan` when submitted or the phase is closed.
pub async fn simpan(store: &Store, hak: &OperatorUnit, t: Tulis<'_>) -> Hasil<Tersimpan> {
    let lokus = &hak.lokus;
    let isi = serde_json::to_string(t.isi).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let tx = store.mulai().await?;
    kunci(&tx, lokus.id).await?;
    if let Some(lama) = operasi(&tx, t.op).await? {
        let sama = lama.lokus_id == lokus.id && lama.indikator == t.indikator && lama.isi == isi;
        return if sama { Ok(Tersimpan { versi: lama.versi, pada: lama.pada }) } else { Err(StoreError::OperasiLain) };
    }
    harus_dapat_diubah(&tx, lokus).await?;
    let kini = baca::satu(&*tx, lokus.id, t.indikator).await?;
    if let Some(k) = kini.as_ref().filter(|k| k.jawaban == *t.isi) {
        return Ok(Tersimpan { versi: k.versi, pada: k.pada });
    }
    let versi = match &kini {
        Some(k) if k.versi != t.versi_dasar => return Err(StoreError::Bentrok { versi: k.versi, oleh: k.oleh.0, pada: k.pada }),
        Some(k) => k.versi + 1,
        None => 1,
    };
    tulis(&tx, hak, &t, versi, &isi).await?;
    let r = serde_json::json!({ "indikator": t.indikator, "versi": versi });
    peristiwa::siarkan(&tx, &topik(lokus.id), &r).await?;
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("f01.simpan", "lokus", lokus.id).instansi(lokus.instansi_id).rincian(r)).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(Tersimpan { versi, pada })
}

async fn operasi(tx: &Tx, op: OperasiId) -> Hasil<Option<Operasi>> {
    tx.mungkin("SELECT lokus_id, indikator, versi, isi, pada FROM f01_ubah WHERE op_id = $1", nilai![op]).await
}

async fn tulis(tx: &Tx, hak: &OperatorUnit, t: &Tulis<'_>, versi: i64, isi: &str) -> Hasil<()> {
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    tx.jalankan(
        "INSERT INTO f01 (lokus_id, indikator, versi, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (lokus_id, indikator) DO UPDATE SET versi = $3, isi = $4, pada = $5, oleh = $6",
        nilai![lokus, t.indikator, versi, isi, tx.pada, akun],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO f01_ubah (op_id, lokus_id, indikator, versi_dasar, versi, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![t.op, lokus, t.indikator, t.versi_dasar, versi, isi, tx.pada, akun],
    )
    .await?;
    Ok(())
}
