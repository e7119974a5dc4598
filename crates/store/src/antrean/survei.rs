//! The one-use survey link at the end of a ticket. It is made when its holder asks for it, its secret derived from the installation's
//! key and kept nowhere; a ticket only remembers that it had one. Which round asks is `skm::kunjungan`'s to say.

use super::{
    baris::{self, Tiket},
    simpan,
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    kueri::Kueri,
    nilai,
    skm::kunjungan::{self, Penilaian},
};
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

/// The same each time, so that who closed the page finds the same link again.
fn rahasia(store: &Store, t: &Tiket) -> String {
    kunjungan::rahasia(store, &format!("skm-tiket/{}", t.id))
}

/// Whether the holder of this ticket can be asked now.
pub async fn dapat(store: &Store, t: &Tiket) -> Hasil<Penilaian> {
    let c = store.baca();
    if t.keadaan != "selesai" {
        return Ok(Penilaian::Tidak);
    }
    let diberi = c.angka("SELECT COUNT(*) AS n FROM tiket_survei WHERE tiket_id = $1", nilai![t.id]).await? > 0;
    let hari = simpan::rumah(c, t.mpp_id).await?.zona().tanggal(store.sekarang().timestamp());
    kunjungan::penilaian(c, (&rahasia(store, t), diberi), tempat(t), hari).await
}

/// The link of a finished ticket: the same one until it was used.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan` before it is finished, when the link was used, and when nobody asks.
pub async fn survei_tiket(store: &Store, kode: &str) -> Hasil<String> {
    let tx = store.mulai().await?;
    let t = baris::dari_kode(&*tx, kode).await?;
    if t.keadaan != "selesai" {
        return Err(StoreError::Keadaan("antrean-belum-selesai"));
    }
    let rahasia = rahasia(store, &t);
    let sql = "INSERT INTO tiket_survei (tiket_id, tanggal) VALUES ($1, $2) ON CONFLICT (tiket_id) DO NOTHING";
    if tx.jalankan(sql, nilai![t.id, t.tanggal.as_str()]).await? == 0 {
        return kunjungan::lagi(&*tx, &rahasia).await?.ok_or(StoreError::Keadaan("antrean-survei-sudah"));
    }
    let (ronde, hari) = ronde(&*tx, &t, tx.pada).await?;
    let ronde = ronde.ok_or(StoreError::Keadaan("antrean-survei-tidak-ada"))?;
    let tautan = ronde.tautkan(&tx, &rahasia, (tempat(&t), hari)).await?;
    tx.commit().await?;
    Ok(tautan)
}
