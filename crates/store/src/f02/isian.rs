//! Saving one cell of an evaluator's own sheet: cell, packed sheet, history, audit and live event in one transaction.

use super::{kemas, syarat};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi,
    hak::EvaluatorLokus,
    id::OperasiId,
    kueri::Kueri,
    nilai, peristiwa,
};
use pekppp::Edisi;
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// One write, as the client made it.
#[derive(Debug, Clone)]
pub struct Tulis {
    pub op: OperasiId,
    /// Code of the indicator in the edition of the lokus.
    pub indikator: String,
    /// Version that the evaluator had before him; 0 when the cell was empty.
    pub versi_dasar: i64,
    /// 0..5; `None` leaves or makes the cell unscored (a note alone).
    pub skor: Option<u8>,
    /// See [`super::Sumber`].
    pub sumber: String,
    pub catatan: String,
    pub rekomendasi: String,
}

impl Tulis {
    fn isi(&self) -> String {
        serde_json::json!({
            "skor": self.skor, "sumber": self.sumber, "catatan": self.catatan, "rekomendasi": self.rekomendasi,
        })
        .to_string()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tersimpan {
    pub versi: i64,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct Operasi {
    lokus_id: Uuid,
    akun_id: Uuid,
    indikator: String,
    versi_dasar: i64,
    versi: i64,
    isi: String,
    pada: Waktu,
}

#[derive(FromQueryResult)]
struct Sel {
    versi: i64,
    pada: Waktu,
    oleh: Uuid,
}

#[derive(FromQueryResult)]
struct Kemasan {
    skor: Vec<u8>,
}

/// Saves one cell of the caller's own sheet.
///
/// # Errors
/// `Keadaan` when F02 is closed or the sheet is marked done, `Bentrok` on a stale base version, `OperasiLain`,
/// `TidakDitemukan` for an indicator that the edition does not have.
pub async fn simpan(store: &Store, hak: &EvaluatorLokus, tulis: Tulis) -> Hasil<Tersimpan> {
    simpan_dari(store, hak, tulis, None).await
}

/// As [`simpan`] for work that was done without a line; `perangkat` is when by the device's own clock, kept as a remark.
/// The time that counts is always the server's.
///
/// # Errors
/// Those of [`simpan`].
pub async fn simpan_dari(store: &Store, hak: &EvaluatorLokus, tulis: Tulis, perangkat: Option<Waktu>) -> Hasil<Tersimpan> {
    if tulis.skor.is_some_and(|s| s > 5) {
        return Err(StoreError::Keadaan("f02-skor-di-luar"));
    }
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    if edisi.cari_indikator(&tulis.indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    let tx = syarat::mulai(store, &hak.lokus).await?;
    if let Some(sudah) = ulangan(&tx, hak, &tulis).await? {
        return Ok(sudah);
    }
    syarat::lembar_terbuka(&tx, hak).await?;
    let versi = harus_terbaru(&tx, hak, &tulis).await? + 1;
    tulis_sel(&tx, hak, &tulis, versi).await?;
    if let Some(w) = perangkat {
        tx.jalankan("INSERT INTO f02_perangkat (op_id, perangkat) VALUES ($1, $2)", nilai![tulis.op, w]).await?;
    }
    tulis_kemasan(&tx, hak, &tulis, &edisi).await?;
    let rincian = serde_json::json!({ "indikator": tulis.indikator, "versi": versi });
    let k = Kejadian::baru("f02.simpan", "lokus", hak.lokus.id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    // The score stays out: who watches the page may not see it yet.
    let isi = serde_json::json!({ "akun": hak.pelaku().akun, "indikator": tulis.indikator, "versi": versi });
    peristiwa::siarkan(&tx, &super::topik(hak.lokus.id), &isi).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(Tersimpan { versi, pada })
}

/// The answer that was given when this operation came the first time.
async fn ulangan(tx: &Tx, hak: &EvaluatorLokus, tulis: &Tulis) -> Hasil<Option<Tersimpan>> {
    let lama: Option<Operasi> = tx
        .mungkin("SELECT lokus_id, akun_id, indikator, versi_dasar, versi, isi, pada FROM f02_ubah WHERE op_id = $1", nilai![tulis.op])
        .await?;
    let Some(o) = lama else { return Ok(None) };
    let sama = o.lokus_id == hak.lokus.id.0
        && o.akun_id == hak.pelaku().akun.0
        && o.indikator == tulis.indikator
        && o.versi_dasar == tulis.versi_dasar
        && o.isi == tulis.isi();
    if sama { Ok(Some(Tersimpan { versi: o.versi, pada: o.pada })) } else { Err(StoreError::OperasiLain) }
}

/// The current version, which must be the one that the write is based on.
async fn harus_terbaru(tx: &Tx, hak: &EvaluatorLokus, tulis: &Tulis) -> Hasil<i64> {
    let sel: Option<Sel> = tx
        .mungkin(
            "SELECT versi, pada, oleh FROM f02_isian WHERE lokus_id = $1 AND akun_id = $2 AND indikator = $3",
            nilai![hak.lokus.id, hak.pelaku().akun, tulis.indikator.as_str()],
        )
        .await?;
    match sel {
        Some(s) if s.versi != tulis.versi_dasar => Err(StoreError::Bentrok { versi: s.versi, oleh: s.oleh, pada: s.pada }),
        None if tulis.versi_dasar != 0 => Err(StoreError::Keadaan("f02-versi-tak-dikenal")),
        s => Ok(s.map_or(0, |s| s.versi)),
    }
}

async fn tulis_sel(tx: &Tx, hak: &EvaluatorLokus, t: &Tulis, versi: i64) -> Hasil<()> {
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    tx.jalankan(
        "INSERT INTO f02_isian (lokus_id, akun_id, indikator, versi, skor, sumber, catatan, rekomendasi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $2)
         ON CONFLICT (lokus_id, akun_id, indikator) DO UPDATE SET versi = excluded.versi, skor = excluded.skor,
         sumber = excluded.sumber, catatan = excluded.catatan, rekomendasi = excluded.rekomendasi,
         pada = excluded.pada, oleh = excluded.oleh",
        nilai![
            lokus,
            akun,
            t.indikator.as_str(),
            versi,
            t.skor.map(i64::from),
            t.sumber.as_str(),
            t.catatan.as_str(),
            t.rekomendasi.as_str(),
            tx.pada
        ],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO f02_ubah (op_id, lokus_id, akun_id, indikator, versi_dasar, versi, isi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $3)",
        nilai![t.op, lokus, akun, t.indikator.as_str(), t.versi_dasar, versi, t.isi(), tx.pada],
    )
    .await?;
    Ok(())
}

async fn tulis_kemasan(tx: &Tx, hak: &EvaluatorLokus, t: &Tulis, edisi: &Edisi) -> Hasil<()> {
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    let lama: Option<Kemasan> = tx.mungkin("SELECT skor FROM f02_lembar WHERE lokus_id = $1 AND akun_id = $2", nilai![lokus, akun]).await?;
    let mut skor = lama.map_or_else(|| kemas::kosong(edisi), |k| k.skor);
    kemas::taruh(edisi, &mut skor, &t.indikator, t.skor)?;
    tx.jalankan(
        "INSERT INTO f02_lembar (lokus_id, akun_id, versi, skor, pada) VALUES ($1, $2, 1, $3, $4)
         ON CONFLICT (lokus_id, akun_id) DO UPDATE SET versi = f02_lembar.versi + 1, skor = excluded.skor, pada = excluded.pada",
        nilai![lokus, akun, skor, tx.pada],
    )
    .await?;
    Ok(())
}
