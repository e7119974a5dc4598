//! Writing a remark: one row an indicator for the whole team, by base version, with every version kept.

use super::{CATATAN_MAKS, baca};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    edisi, f01,
    hak::EvaluatorLokus,
    id::{OperasiId, PengirimanId},
    kueri::Kueri,
    nilai,
    periode::{self, Fase},
    peristiwa,
    persiapan::benturan,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct TulisCatatan<'a> {
    pub op: OperasiId,
    /// The submission that the page showed.
    pub pengiriman: PengirimanId,
    pub indikator: &'a str,
    /// 0 when nobody wrote about the indicator yet.
    pub versi_dasar: i64,
    /// Must be repaired before the submission is accepted.
    pub perbaiki: bool,
    pub catatan: &'a str,
}

#[derive(FromQueryResult)]
struct Operasi {
    pengiriman_id: PengirimanId,
    indikator: String,
    versi: i64,
    putusan: String,
    catatan: String,
}

#[derive(FromQueryResult)]
struct Kini {
    versi: i64,
    pada: crate::Waktu,
    oleh: Uuid,
}

/// Saves a remark and answers its version.
///
/// # Errors
/// `Keadaan`: `pra-catatan-wajib` when a repair is asked for without words, and what `boleh_periksa` says; `Bentrok`;
/// `OperasiLain`; `TidakDitemukan` for an unknown indicator.
pub async fn simpan_catatan(store: &Store, hak: &EvaluatorLokus, t: TulisCatatan<'_>) -> Hasil<i64> {
    let l = &hak.lokus;
    if edisi::dapat(store, l.edisi()?).await?.cari_indikator(t.indikator).is_none() {
        return Err(StoreError::TidakDitemukan);
    }
    let catatan: String = t.catatan.trim().chars().take(CATATAN_MAKS).collect();
    if t.perbaiki && catatan.is_empty() {
        return Err(StoreError::Keadaan("pra-catatan-wajib"));
    }
    let putusan = if t.perbaiki { "perbaiki" } else { "sesuai" };
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    let lama: Option<Operasi> =
        tx.mungkin("SELECT pengiriman_id, indikator, versi, putusan, catatan FROM pra_catatan_ubah WHERE op_id = $1", nilai![t.op]).await?;
    if let Some(o) = lama {
        let sama = o.pengiriman_id == t.pengiriman && o.indikator == t.indikator && o.putusan == putusan && o.catatan == catatan;
        return if sama { Ok(o.versi) } else { Err(StoreError::OperasiLain) };
    }
    boleh_periksa(&tx, hak, t.pengiriman).await?;
    let sql = "SELECT versi, pada, oleh FROM pra_catatan WHERE pengiriman_id = $1 AND indikator = $2";
    let versi = match tx.mungkin::<Kini>(sql, nilai![t.pengiriman, t.indikator]).await? {
        Some(k) if k.versi != t.versi_dasar => return Err(StoreError::Bentrok { versi: k.versi, oleh: k.oleh, pada: k.pada }),
        Some(k) => k.versi + 1,
        None => 1,
    };
    let akun = hak.pelaku().akun;
    tx.jalankan(
        "INSERT INTO pra_catatan (pengiriman_id, indikator, versi, putusan, catatan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (pengiriman_id, indikator) DO UPDATE SET versi = $3, putusan = $4, catatan = $5, pada = $6, oleh = $7",
        nilai![t.pengiriman, t.indikator, versi, putusan, catatan.as_str(), tx.pada, akun],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO pra_catatan_ubah (op_id, pengiriman_id, indikator, versi_dasar, versi, putusan, catatan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![t.op, t.pengiriman, t.indikator, t.versi_dasar, versi, putusan, catatan, tx.pada, akun],
    )
    .await?;
    let r = serde_json::json!({ "pengiriman": t.pengiriman, "indikator": t.indikator, "versi": versi, "putusan": putusan });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("pra.catatan", "lokus", l.id).instansi(l.instansi_id).rincian(r.clone())).await?;
    peristiwa::siarkan(&tx, &f01::topik(l.id), &r).await?;
    tx.commit().await?;
    Ok(versi)
}

/// The submission is the live one, its check is not ended, and the evaluation still runs. Marks it as opened, which ends
/// the time in which the unit may withdraw it. The lokus is already taken.
///
/// # Errors
/// `Keadaan`: `benturan-ada`, `pra-pengiriman-lain`, `pra-sudah-diputus`, `f02-tutup-dibekukan`, or the closed phase.
pub(super) async fn boleh_periksa(tx: &Tx, hak: &EvaluatorLokus, pengiriman: PengirimanId) -> Hasil<()> {
    let l = &hak.lokus;
    benturan::harus_tanpa(tx, hak).await?;
    periode::harus_terbuka(&**tx, l.periode_id, Fase::Pelaksanaan).await?;
    if crate::lokus::beku(&**tx, l.id).await? {
        return Err(StoreError::Keadaan("f02-tutup-dibekukan"));
    }
    match baca::keadaan(&**tx, l.id).await? {
        baca::Keadaan::Diperiksa(p, _) if p.id == pengiriman => {}
        baca::Keadaan::Diterima(p, ..) if p.id == pengiriman => return Err(StoreError::Keadaan("pra-sudah-diputus")),
        baca::Keadaan::Dikembalikan(x) if x.pengiriman_id == pengiriman => return Err(StoreError::Keadaan("pra-sudah-diputus")),
        _ => return Err(StoreError::Keadaan("pra-pengiriman-lain")),
    }
    let sql = "INSERT INTO f01_pembukaan (pengiriman_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (pengiriman_id) DO NOTHING";
    tx.jalankan(sql, nilai![pengiriman, tx.pada, hak.pelaku().akun]).await.map(|_| ())
}
