//! The one-use survey link at the end of a ticket or a case. It is made when its holder asks for it, so that its secret
//! is kept nowhere; a ticket only remembers that it had one.

use super::{
    baris::{self, Tiket},
    simpan,
};
use crate::{
    Hasil, Store, StoreError, Tx,
    id::{RondeId, UnitId},
    kueri::Kueri,
    nilai, skm,
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Days for which a link is good, and never longer than its round.
const HARI: i64 = 14;

#[derive(FromQueryResult)]
struct Ronde {
    id: RondeId,
    token: String,
    sampai: String,
}

/// The round that asks users of this visit today: of the unit that served, else of the mall.
async fn ronde<C: ConnectionTrait>(c: &C, mpp: UnitId, unit: Option<UnitId>, hari: Date) -> Hasil<Option<Ronde>> {
    for u in unit.into_iter().chain([mpp]) {
        let sql = "SELECT r.id, r.token, k.sampai FROM skm_ronde k JOIN ronde r ON r.id = k.ronde_id
             WHERE r.unit_id = $1 AND k.mulai <= $2 AND k.sampai >= $2 AND COALESCE((SELECT t.jenis FROM ronde_tutup t
               WHERE t.ronde_id = r.id ORDER BY t.id DESC LIMIT 1), 'buka') <> 'tutup' ORDER BY k.mulai DESC, r.id DESC LIMIT 1";
        if let Some(r) = c.mungkin::<Ronde>(sql, nilai![u, hari.to_string()]).await? {
            return Ok(Some(r));
        }
    }
    Ok(None)
}

/// A one-use link, as the path of its page, for a visit at a mall that `unit` served; `None` while nobody asks users.
pub async fn tautan_skm(tx: &Tx, mpp: UnitId, unit: Option<UnitId>) -> Hasil<Option<String>> {
    let rumah = simpan::rumah(&**tx, mpp).await?;
    let hari = rumah.zona().tanggal(tx.pada.timestamp());
    let Some(r) = ronde(&**tx, mpp, unit, hari).await? else { return Ok(None) };
    let akhir: Date = r.sampai.parse().map_err(|_| StoreError::Rusak(format!("last day of round {}", r.id)))?;
    let rahasia = skm::tautan_sekali(tx, r.id, akhir.min(hari.saturating_add(HARI.days()))).await?;
    Ok(Some(format!("/skm/{}/s/{rahasia}", r.token)))
}

#[derive(FromQueryResult)]
struct Tenan {
    unit_id: Option<UnitId>,
}

async fn tenan<C: ConnectionTrait>(c: &C, t: &Tiket) -> Hasil<Option<UnitId>> {
    let sql = "SELECT t.unit_id FROM gerai g JOIN tenan t ON t.id = g.tenan_id WHERE g.id = $1";
    Ok(c.mungkin::<Tenan>(sql, nilai![t.gerai_id]).await?.and_then(|t| t.unit_id))
}

/// Whether the holder of this ticket can be asked now.
pub async fn dapat<C: ConnectionTrait>(c: &C, t: &Tiket) -> Hasil<bool> {
    if t.keadaan != "selesai" || c.angka("SELECT COUNT(*) AS n FROM tiket_survei WHERE tiket_id = $1", nilai![t.id]).await? > 0 {
        return Ok(false);
    }
    let hari: Date = t.tanggal.parse().map_err(|_| StoreError::Rusak(format!("day of ticket {}", t.id)))?;
    Ok(ronde(c, t.mpp_id, tenan(c, t).await?, hari).await?.is_some())
}

/// The link of a finished ticket, once.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan` before it is finished, when the link was handed out already, and when nobody asks.
pub async fn survei_tiket(store: &Store, kode: &str) -> Hasil<String> {
    let tx = store.mulai().await?;
    let t = baris::dari_kode(&*tx, kode).await?;
    if t.keadaan != "selesai" {
        return Err(StoreError::Keadaan("antrean-belum-selesai"));
    }
    let sql = "INSERT INTO tiket_survei (tiket_id, tanggal) VALUES ($1, $2) ON CONFLICT (tiket_id) DO NOTHING";
    if tx.jalankan(sql, nilai![t.id, t.tanggal.as_str()]).await? == 0 {
        return Err(StoreError::Keadaan("antrean-survei-sudah"));
    }
    let unit = tenan(&*tx, &t).await?;
    let tautan = tautan_skm(&tx, t.mpp_id, unit).await?.ok_or(StoreError::Keadaan("antrean-survei-tidak-ada"))?;
    tx.commit().await?;
    Ok(tautan)
}
