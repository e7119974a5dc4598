//! Ending the check of a submission: accepted, or returned with a deadline.
//!
//! A returned F01 is open to the unit as a whole: the named indicators are marked, the others are not locked, since one
//! answer often pulls another with it.

use super::{CATATAN_MAKS, baca, catatan::boleh_periksa};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    f01, f02,
    hak::EvaluatorLokus,
    id::PengirimanId,
    kalender,
    kueri::Kueri,
    lokus::kabar,
    nilai,
    pemberitahuan::Kepada,
    peristiwa,
};
use jiff::civil::Date;

/// Accepts the submission. Remarks stay with it. A second time does nothing.
///
/// # Errors
/// `Keadaan`: another submission is live, it was returned, a closed phase, a frozen result.
pub async fn terima(store: &Store, hak: &EvaluatorLokus, pengiriman: PengirimanId, catatan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, hak.lokus.id).await?;
    if let baca::Keadaan::Diterima(p, ..) = baca::keadaan(&*tx, hak.lokus.id).await?
        && p.id == pengiriman
    {
        return Ok(());
    }
    boleh_periksa(&tx, hak, pengiriman).await?;
    tulis(&tx, hak, pengiriman, "terima", catatan, None).await?;
    kabari(&tx, hak, "f01-diterima", pengiriman, &serde_json::json!({ "unit": hak.lokus.unit })).await?;
    tx.commit().await
}

/// Returns the submission; the unit may change F01 again until it resubmits. `hari` are working days of the organiser's
/// calendar, counted from the day after today. Answers the last day. A second time answers the first deadline.
///
/// # Errors
/// `Keadaan`: `pra-tanpa-perbaikan` when no indicator is named, `pra-f02-selesai` when a sheet is done already,
/// `tenggat-hari-di-luar`, and those of [`terima`].
pub async fn kembalikan(store: &Store, hak: &EvaluatorLokus, pengiriman: PengirimanId, catatan: &str, hari: i64) -> Hasil<Date> {
    let l = &hak.lokus;
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    if let baca::Keadaan::Dikembalikan(x) = baca::keadaan(&*tx, l.id).await?
        && x.pengiriman_id == pengiriman
        && let Some(jatuh) = x.jatuh()?
    {
        return Ok(jatuh);
    }
    boleh_periksa(&tx, hak, pengiriman).await?;
    let perbaiki = baca::catatan(&*tx, pengiriman).await?.iter().filter(|c| c.perbaiki()).count();
    if perbaiki == 0 {
        return Err(StoreError::Keadaan("pra-tanpa-perbaikan"));
    }
    // A finished sheet rests on this submission: its evaluator opens it again first, knowingly.
    if f02::lembar_semua(&*tx, l.id).await?.iter().any(|x| x.selesai.is_some()) {
        return Err(StoreError::Keadaan("pra-f02-selesai"));
    }
    let (jatuh, ragu) = kalender::tenggat(&*tx, l.penyelenggara_id, tx.pada.hari(&l.zona), hari).await?;
    tulis(&tx, hak, pengiriman, "kembali", catatan, Some((hari, jatuh, &ragu))).await?;
    tx.jalankan(
        "INSERT INTO f01_penarikan (pengiriman_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![pengiriman, potong(catatan), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let isi = serde_json::json!({ "unit": l.unit, "jumlah": perbaiki, "tenggat": jatuh.to_string() });
    kabari(&tx, hak, "f01-kembali", pengiriman, &isi).await?;
    tx.commit().await?;
    Ok(jatuh)
}

fn potong(catatan: &str) -> String {
    catatan.trim().chars().take(CATATAN_MAKS).collect()
}

async fn tulis(
    tx: &Tx,
    hak: &EvaluatorLokus,
    pengiriman: PengirimanId,
    jenis: &str,
    catatan: &str,
    tenggat: Option<(i64, Date, &str)>,
) -> Hasil<()> {
    let l = &hak.lokus;
    tx.jalankan(
        "INSERT INTO pra_putusan (pengiriman_id, jenis, catatan, hari_kerja, tenggat, tenggat_catatan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![
            pengiriman,
            jenis,
            potong(catatan),
            tenggat.map(|t| t.0),
            tenggat.map(|t| t.1.to_string()),
            tenggat.map_or("", |t| t.2),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let r = serde_json::json!({ "pengiriman": pengiriman, "tenggat": tenggat.map(|t| t.1.to_string()) });
    let aksi = if jenis == "kembali" { "pra.kembali" } else { "pra.terima" };
    audit::catat(tx, hak.pelaku(), Kejadian::baru(aksi, "lokus", l.id).instansi(l.instansi_id).rincian(r)).await?;
    peristiwa::siarkan(tx, &f01::topik(l.id), &serde_json::json!({ "aksi": aksi })).await
}

async fn kabari(tx: &Tx, hak: &EvaluatorLokus, jenis: &'static str, id: PengirimanId, isi: &serde_json::Value) -> Hasil<()> {
    let l = &hak.lokus;
    let kepada = [Kepada::Operator(l.id), Kepada::Kepala(l.id)];
    kabar::kirim(tx, l, Some(hak.pelaku()), (jenis, &kepada), ("/f01", id), isi).await.map(drop)
}
