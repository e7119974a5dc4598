//! The one-use survey link at the end of a ticket. It is made when its holder asks for it, so that its secret is kept nowhere; a
//! ticket only remembers that it had one. Which round asks is `skm::kunjungan`'s to say.

use super::{
    baris::{self, Tiket},
    simpan,
};
use crate::{Hasil, Store, StoreError, Waktu, kueri::Kueri, nilai, ronde::token_baru, skm::kunjungan};
use jiff::civil::Date;
use sea_orm::ConnectionTrait;

/// The round that asks the holder of this ticket now, and the local day. A ticket that was transferred is asked about where it ended.
async fn ronde<C: ConnectionTrait>(c: &C, t: &Tiket, pada: Waktu) -> Hasil<(Option<kunjungan::Terbuka>, Date)> {
    let hari = simpan::rumah(c, t.mpp_id).await?.zona().tanggal(pada.timestamp());
    Ok((kunjungan::terbuka(c, tempat(t), hari).await?, hari))
}

fn tempat(t: &Tiket) -> kunjungan::Tempat {
    kunjungan::Tempat { gerai: t.gerai_id, layanan: t.layanan_id, mpp: t.mpp_id }
}

/// Whether the holder of this ticket can be asked now.
pub async fn dapat<C: ConnectionTrait>(c: &C, t: &Tiket, pada: Waktu) -> Hasil<bool> {
    if t.keadaan != "selesai" || c.angka("SELECT COUNT(*) AS n FROM tiket_survei WHERE tiket_id = $1", nilai![t.id]).await? > 0 {
        return Ok(false);
    }
    Ok(ronde(c, t, pada).await?.0.is_some())
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
    let (ronde, hari) = ronde(&*tx, &t, tx.pada).await?;
    let ronde = ronde.ok_or(StoreError::Keadaan("antrean-survei-tidak-ada"))?;
    let tautan = ronde.tautkan(&tx, &token_baru(), (tempat(&t), hari)).await?;
    tx.commit().await?;
    Ok(tautan)
}
