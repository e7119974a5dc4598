//! At the hall: a booking becomes a ticket, or its holder did not come.

use super::{
    baca::{self, Lihat},
    dampak, pesan,
    tempat::Tempat,
};
use crate::{
    Hasil, Store, StoreError, Tx, antrean,
    hak::{DepanMpp, PelaksanaGerai, Pelaku},
    id::{PesananId, TiketId},
    kueri::Kueri,
    mpp, nilai,
    waktu::zona_waktu,
};
use ::layanan::antrean::{Prioritas, SlotPesanan};
use jiff::civil::Time;

/// Who stands at the door: the front desk of the hall, or an officer of the gerai.
#[derive(Clone, Copy)]
pub enum Petugas<'a> {
    Depan(&'a DepanMpp),
    Gerai(&'a PelaksanaGerai),
}

impl Petugas<'_> {
    fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Depan(h) => h.pelaku(),
            Self::Gerai(h) => h.pelaku(),
        }
    }

    fn boleh(&self, t: &Tempat) -> bool {
        match self {
            Self::Depan(h) => h.mpp.unit_id == t.mpp_id,
            Self::Gerai(h) => h.gerai.id == t.gerai_id,
        }
    }
}

async fn buka(tx: &Tx, petugas: Petugas<'_>, id: PesananId) -> Hasil<Lihat> {
    tx.angka(&format!("SELECT dibuat AS n FROM pesanan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    let l = baca::dari_id(&**tx, id).await?;
    if !petugas.boleh(&l.tempat) {
        return Err(StoreError::TidakDitemukan);
    }
    if l.batal.is_some() {
        return Err(StoreError::Keadaan("pesanan-usai"));
    }
    Ok(l)
}

/// The person is here: the booking turns into a ticket of the queue. A second time changes nothing. Whoever comes late after he was
/// marked as absent is taken in as well. `prioritas`: as the officer sees it, for kelompok rentan.
///
/// # Errors
/// `TidakDitemukan` outside the officer's hall or gerai; `Keadaan`: `pesanan-usai`, `pesanan-bukan-hari-ini`, and what the queue refuses.
pub async fn hadir(store: &Store, petugas: Petugas<'_>, id: PesananId, prioritas: Prioritas) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, petugas, id).await?;
    if l.hadir.is_some() {
        return Ok(());
    }
    if l.tanggal != l.tempat.lokal(tx.pada).date() {
        return Err(StoreError::Keadaan("pesanan-bukan-hari-ini"));
    }
    let tiket = tiket(&tx, &l, prioritas).await?;
    let oleh = petugas.pelaku().akun;
    let sql = "INSERT INTO pesanan_hadir (pesanan_id, tiket_id, pada, oleh) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![id, tiket, tx.pada, oleh]).await?;
    dampak::usai(&tx, id, "hadir").await?;
    pesan::catat(&tx, &l.tempat, id, "pesanan.hadir", Some(oleh), serde_json::json!({ "tiket": tiket })).await?;
    tx.commit().await
}

/// The one place where a booking becomes a ticket. Whoever comes after his slot waits as a walk-in; the rules see to it.
async fn tiket(tx: &Tx, l: &Lihat, prioritas: Prioritas) -> Hasil<TiketId> {
    let p = mpp::penempatan_satu(&**tx, l.tempat.id).await?;
    let saat = |t: Time| {
        let z = l.tanggal.to_datetime(t).to_zoned(zona_waktu(&l.tempat.zona));
        z.map(|z| z.timestamp()).map_err(|e| StoreError::Rusak(format!("slot of booking {}: {e}", l.id)))
    };
    let slot = SlotPesanan { mulai: saat(l.mulai)?, selesai: saat(l.selesai)? };
    Ok(antrean::terbit(tx, &p, prioritas, Some(slot)).await?.id)
}

/// The person did not come. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan`: `pesanan-usai` (also once the person is here), `pesanan-belum-mulai`.
pub async fn tidak_hadir(store: &Store, petugas: Petugas<'_>, id: PesananId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, petugas, id).await?;
    if l.hadir.is_some() {
        return Err(StoreError::Keadaan("pesanan-usai"));
    }
    if l.tidak_hadir.is_some() {
        return Ok(());
    }
    if l.tempat.lokal(tx.pada) < l.tanggal.to_datetime(l.mulai) {
        return Err(StoreError::Keadaan("pesanan-belum-mulai"));
    }
    let oleh = petugas.pelaku().akun;
    tx.jalankan("INSERT INTO pesanan_tidak_hadir (pesanan_id, pada, oleh) VALUES ($1, $2, $3)", nilai![id, tx.pada, oleh]).await?;
    pesan::catat(&tx, &l.tempat, id, "pesanan.tidak-hadir", Some(oleh), serde_json::json!({})).await?;
    tx.commit().await
}
