//! Hand-over, submission, withdrawal, and the first opening by an evaluator.

use super::{
    beku::beku_kini,
    harus_dapat_diubah,
    keadaan::{Keadaan, Pengiriman, keadaan, pembukaan, pengiriman_hidup, perubahan_terakhir},
    kunci, topik,
};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{EvaluatorDitugaskan, KepalaUnit, OperatorUnit, Pelaku},
    id::{LokusId, OperasiId, PengirimanId},
    kueri::Kueri,
    lokus::{Lokus, kabar::kabari},
    nilai,
    pemberitahuan::Kepada,
    periode::{self, Fase},
    peristiwa,
};
use sea_orm::FromQueryResult;

/// A submission as the head asks for it.
#[derive(Debug, Clone)]
pub struct Ajukan<'a> {
    /// Becomes the id of the submission.
    pub op: OperasiId,
    /// Hash of the content that was shown ([`super::Beku::teks`]).
    pub sidik: &'a str,
}

/// The operator hands F01 to the head. A second time while nothing changed does nothing.
pub async fn siapkan(store: &Store, hak: &OperatorUnit, catatan: &str) -> Hasil<()> {
    let lokus = &hak.lokus;
    let mut tx = store.mulai().await?;
    kunci(&tx, lokus.id).await?;
    harus_dapat_diubah(&tx, lokus).await?;
    if let Keadaan::Siap(_) = keadaan(&*tx, lokus.id).await? {
        return Ok(());
    }
    // Not before the last change, also when the clock was set back: a hand-over that counts for nothing would be a riddle.
    tx.pada = tx.pada.max(perubahan_terakhir(&*tx, lokus.id).await?);
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO f01_siap (id, lokus_id, catatan, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, lokus.id, catatan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    kabari(&tx, lokus, hak.pelaku(), "f01-siap", &[Kepada::Kepala(lokus.id)], "/f01/pengiriman", id).await?;
    selesai(tx, hak.pelaku(), lokus, "f01.siap", serde_json::json!({ "siap": id })).await
}

/// The head submits what was shown. Freezes answers and evidence under the next number.
///
/// # Errors
/// `Keadaan`: not handed over, already submitted, phase closed, or the content changed since it was shown.
pub async fn ajukan(store: &Store, hak: &KepalaUnit, a: Ajukan<'_>) -> Hasil<Pengiriman> {
    let lokus = &hak.lokus;
    let id = PengirimanId(a.op.0);
    let tx = store.mulai().await?;
    kunci(&tx, lokus.id).await?;
    if let Some(lama) = dengan_id(&tx, id).await? {
        let hidup = pengiriman_hidup(&*tx, lokus.id).await?.filter(|p| p.id == id && lama.sidik == a.sidik);
        return hidup.ok_or(StoreError::OperasiLain);
    }
    harus_dapat_diubah(&tx, lokus).await?;
    if !matches!(keadaan(&*tx, lokus.id).await?, Keadaan::Siap(_)) {
        return Err(StoreError::Keadaan("f01-belum-siap"));
    }
    let (isi, sidik) = beku_kini(&*tx, lokus.id).await?.teks()?;
    if sidik != a.sidik {
        return Err(StoreError::Keadaan("f01-isi-berubah"));
    }
    let nomor = tx.angka("SELECT MAX(nomor) AS n FROM f01_pengiriman WHERE lokus_id = $1", nilai![lokus.id]).await? + 1;
    tx.jalankan(
        "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, lokus.id, nomor, sidik.as_str(), isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let baru = pengiriman_hidup(&*tx, lokus.id).await?.ok_or(StoreError::TidakDitemukan)?;
    let r = serde_json::json!({ "pengiriman": id, "nomor": nomor, "sidik": sidik });
    let kepada = [Kepada::Evaluator(lokus.id), Kepada::Penyelenggara(lokus.periode_id), Kepada::Operator(lokus.id)];
    kabari(&tx, lokus, hak.pelaku(), "f01-kirim", &kepada, "/f01", id).await?;
    selesai(tx, hak.pelaku(), lokus, "f01.kirim", r).await?;
    Ok(baru)
}

#[derive(FromQueryResult)]
struct Lama {
    sidik: String,
    lokus_id: LokusId,
    nomor: i64,
}

async fn dengan_id(tx: &Tx, id: PengirimanId) -> Hasil<Option<Lama>> {
    tx.mungkin("SELECT sidik, lokus_id, nomor FROM f01_pengiriman WHERE id = $1", nilai![id]).await
}

/// The head takes a submission back, until an evaluator opened it. A second time does nothing.
///
/// # Errors
/// `Keadaan("f01-sudah-dibuka")`, phase closed; `TidakDitemukan` for a submission of another lokus.
pub async fn tarik(store: &Store, hak: &KepalaUnit, id: PengirimanId, alasan: &str) -> Hasil<()> {
    let lokus = &hak.lokus;
    let tx = store.mulai().await?;
    kunci(&tx, lokus.id).await?;
    let lama = dengan_id(&tx, id).await?.filter(|p| p.lokus_id == lokus.id).ok_or(StoreError::TidakDitemukan)?;
    if pengiriman_hidup(&*tx, lokus.id).await?.is_none_or(|p| p.id != id) {
        return Ok(());
    }
    periode::harus_terbuka_lokus(&*tx, lokus, Fase::Pelaksanaan, tx.pada).await?;
    if pembukaan(&*tx, id).await?.is_some() {
        return Err(StoreError::Keadaan("f01-sudah-dibuka"));
    }
    tx.jalankan(
        "INSERT INTO f01_penarikan (pengiriman_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let kepada = [Kepada::Operator(lokus.id), Kepada::Evaluator(lokus.id), Kepada::Penyelenggara(lokus.periode_id)];
    kabari(&tx, lokus, hak.pelaku(), "f01-tarik", &kepada, "/f01", id).await?;
    selesai(tx, hak.pelaku(), lokus, "f01.tarik", serde_json::json!({ "pengiriman": id, "nomor": lama.nomor })).await
}

/// Records that an evaluator opened the live submission; only the first one counts. Also after the phase closed, since
/// it is a fact and not a change of the evaluation.
///
/// # Errors
/// `Keadaan("f01-belum-terkirim")`.
pub async fn buka(store: &Store, hak: &EvaluatorDitugaskan) -> Hasil<Pengiriman> {
    let lokus = &hak.lokus;
    let hidup = pengiriman_hidup(store.baca(), lokus.id).await?.ok_or(StoreError::Keadaan("f01-belum-terkirim"))?;
    if pembukaan(store.baca(), hidup.id).await?.is_some() {
        return Ok(hidup);
    }
    let tx = store.mulai().await?;
    kunci(&tx, lokus.id).await?;
    let hidup = pengiriman_hidup(&*tx, lokus.id).await?.ok_or(StoreError::Keadaan("f01-belum-terkirim"))?;
    let n = tx
        .jalankan(
            "INSERT INTO f01_pembukaan (pengiriman_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (pengiriman_id) DO NOTHING",
            nilai![hidup.id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let r = serde_json::json!({ "pengiriman": hidup.id, "nomor": hidup.nomor });
        let kepada = [Kepada::Operator(lokus.id), Kepada::Kepala(lokus.id)];
        kabari(&tx, lokus, hak.pelaku(), "f01-buka", &kepada, "/f01", hidup.id).await?;
        selesai(tx, hak.pelaku(), lokus, "f01.buka", r).await?;
    }
    Ok(hidup)
}

async fn selesai(tx: Tx, pelaku: &Pelaku, lokus: &Lokus, aksi: &str, rincian: serde_json::Value) -> Hasil<()> {
    let topik = topik(lokus.id);
    peristiwa::siarkan(&tx, &topik, &serde_json::json!({ "aksi": aksi })).await?;
    audit::catat(&tx, pelaku, audit::Kejadian::baru(aksi, "lokus", lokus.id).instansi(lokus.instansi_id).rincian(rincian)).await?;
    tx.commit().await
}
