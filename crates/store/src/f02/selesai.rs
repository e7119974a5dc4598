//! Marking one's own sheet done, and opening it again with a reason while nothing is frozen.

use super::syarat;
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi,
    hak::EvaluatorLokus,
    kueri::Kueri,
    lokus::kabar::kabari,
    nilai,
    pemberitahuan::Kepada,
    peristiwa,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Kemasan {
    skor: Vec<u8>,
}

/// Marks the caller's sheet done and returns when; a second time answers the first mark.
///
/// # Errors
/// `Keadaan` when F02 is closed or a weighted indicator has no score.
pub async fn tandai_selesai(store: &Store, hak: &EvaluatorLokus) -> Hasil<Waktu> {
    let edisi = edisi::dapat(store, hak.lokus.edisi()?).await?;
    let perlu = edisi.indikator().count();
    let (lokus, akun) = (hak.lokus.id, hak.pelaku().akun);
    let tx = syarat::mulai(store, &hak.lokus).await?;
    if let Some(sudah) = syarat::selesai(&*tx, lokus, akun).await? {
        return Ok(sudah.pada);
    }
    syarat::harus_terbuka(&tx, hak).await?;
    let lembar: Option<Kemasan> =
        tx.mungkin("SELECT skor FROM f02_lembar WHERE lokus_id = $1 AND akun_id = $2", nilai![lokus, akun]).await?;
    let skor = lembar.map(|l| super::kemas::buka(&l.skor)).transpose()?.unwrap_or_default();
    if skor.iter().take(perlu).flatten().count() < perlu {
        return Err(StoreError::Keadaan("f02-belum-lengkap"));
    }
    let id = crate::id::baru();
    tx.jalankan("INSERT INTO f02_selesai (id, lokus_id, akun_id, pada) VALUES ($1, $2, $3, $4)", nilai![id, lokus, akun, tx.pada]).await?;
    catat(&tx, hak, "f02.selesai", id).await?;
    kabari_semua_selesai(&tx, hak, edisi.indikator().map(|i| i.kode.as_str()), id).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(pada)
}

/// Opens the caller's sheet again. On a sheet that is open already it changes nothing.
///
/// # Errors
/// `Keadaan` when F02 is closed or the reason is empty.
pub async fn buka_kembali(store: &Store, hak: &EvaluatorLokus, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("f02-alasan-wajib"));
    }
    let tx = syarat::mulai(store, &hak.lokus).await?;
    let Some(sudah) = syarat::selesai(&*tx, hak.lokus.id, hak.pelaku().akun).await? else { return Ok(()) };
    syarat::harus_terbuka(&tx, hak).await?;
    tx.jalankan(
        "INSERT INTO f02_selesai_batal (selesai_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![sudah.id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "f02.buka-kembali", sudah.id).await?;
    tx.commit().await
}

async fn catat(tx: &Tx, hak: &EvaluatorLokus, aksi: &str, id: Uuid) -> Hasil<()> {
    let rincian = serde_json::json!({ "lokus": hak.lokus.id, "akun": hak.pelaku().akun });
    audit::catat(tx, hak.pelaku(), Kejadian::baru(aksi, "f02_selesai", id).instansi(hak.lokus.instansi_id).rincian(rincian)).await?;
    let isi = serde_json::json!({ "akun": hak.pelaku().akun, "aksi": aksi });
    peristiwa::siarkan(tx, &super::topik(hak.lokus.id), &isi).await
}

/// The last sheet is done: the organiser learns of it, and the evaluators when some of their scores differ.
async fn kabari_semua_selesai(tx: &Tx, hak: &EvaluatorLokus, kode: impl Iterator<Item = &str>, id: Uuid) -> Hasil<()> {
    let l = &hak.lokus;
    let belum = "SELECT COUNT(*) AS n FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id
        LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $1 AND x.penugasan_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM f02_selesai s LEFT JOIN f02_selesai_batal b ON b.selesai_id = s.id
          WHERE s.lokus_id = g.lokus_id AND s.akun_id = g.akun_id AND b.selesai_id IS NULL)";
    if tx.angka(belum, nilai![l.id]).await? > 0 {
        return Ok(());
    }
    kabari(tx, l, hak.pelaku(), "f02-semua-selesai", &[Kepada::Penyelenggara(l.periode_id)], "/f02", id).await?;
    let beda = super::sepakat::terbuka(&**tx, &[l.id]).await?;
    let beda = beda.get(&l.id).is_some_and(|b| kode.into_iter().any(|k| b.contains(k)));
    if l.penyatuan == "konsensus" && beda {
        kabari(tx, l, hak.pelaku(), "f02-sepakat", &[Kepada::Evaluator(l.id)], "/f02/konsensus", id).await?;
    }
    Ok(())
}
