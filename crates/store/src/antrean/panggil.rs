//! Calling: the next one by the rules, or again somebody who was skipped or held. Two officers who call at once take turns at
//! the line of the gerai, so the second gets the next person.

use super::{
    baris::{self, ANTRE, PILIH, Tiket},
    kunci,
    loket::{self, Duduk},
    simpan::{self, Oleh, Rumah},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    hak::PelaksanaGerai,
    id::{GeraiId, LayananId, OperasiId, TiketId},
    kueri::Kueri,
    mpp::HIDUP,
    nilai,
};
use ::layanan::antrean::{self as aturan, AturanGiliran, Giliran, Keadaan, Langkah, LayananLoket, Penunggu, berikut as giliran_berikut};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Who waits is at most so many; a gerai gives 9999 numbers a day and service.
const BANYAK: i64 = 5000;

#[derive(FromQueryResult)]
struct IdLayanan {
    id: LayananId,
}

#[derive(FromQueryResult)]
struct IdTiket {
    id: TiketId,
}

/// What every counter of a gerai serves: its placements that hold, and services whose tickets wait here still.
pub(super) async fn dilayani<C: ConnectionTrait>(c: &C, gerai: GeraiId, hari: &str) -> Hasil<LayananLoket> {
    let sql = format!(
        "SELECT p.layanan_id AS id FROM gerai_layanan p WHERE p.gerai_id = $1 AND {HIDUP}
        UNION SELECT di_layanan AS id FROM tiket WHERE di_gerai = $1 AND tanggal = $2 AND keadaan IN {ANTRE}
        ORDER BY id LIMIT 1000"
    );
    let layanan: Vec<IdLayanan> = c.semua(&sql, nilai![gerai, hari]).await?;
    Ok(LayananLoket {
        gerai: aturan::GeraiId(gerai.0.as_u128()),
        layanan: layanan.iter().map(|l| aturan::LayananId(l.id.0.as_u128())).collect(),
    })
}

/// Calls the next one. Somebody being served at the counter is finished first. `None`: nobody waits.
///
/// # Errors
/// `Keadaan` without a counter, or while somebody called there has not been dealt with.
pub async fn berikut(store: &Store, hak: &PelaksanaGerai, op: OperasiId) -> Hasil<Option<Tiket>> {
    let tx = store.mulai().await?;
    let p = siapkan(&tx, hak).await?;
    if let Some(ulang) = pernah(&tx, op).await? {
        return Ok(ulang);
    }
    let oleh = Oleh { rumah: &p.rumah, op, akun: Some(hak.pelaku().akun) };
    if let Some(t) = di_loket(&tx, &p).await? {
        match t.keadaan() {
            Keadaan::Dilayani { loket } => simpan::langkah(&tx, oleh, t.id, Langkah::Selesai { loket }).await?,
            _ => return Err(StoreError::Keadaan("antrean-masih-memanggil")),
        };
    }
    let gerai = hak.gerai.id;
    let sql = format!("{PILIH} WHERE di_gerai = $1 AND tanggal = $2 AND keadaan IN {ANTRE} LIMIT {BANYAK}");
    let garis: Vec<Tiket> = tx.semua(&sql, nilai![gerai, p.hari.as_str()]).await?;
    let garis: Vec<Penunggu> = garis.iter().filter_map(|t| t.penunggu(tx.pada)).collect();
    let dilayani = dilayani(&*tx, gerai, &p.hari).await?;
    let giliran = Giliran::dari(u32::try_from(p.duduk.beruntun).unwrap_or(0));
    let Some(orang) = giliran_berikut(&garis, &dilayani, AturanGiliran::default(), giliran) else {
        tx.commit().await?;
        return Ok(None);
    };
    let sesudah = giliran.sesudah(orang, &garis, &dilayani);
    let id = TiketId(simpan::uuid(orang.id.0));
    let t = simpan::langkah(&tx, oleh, id, Langkah::Panggil { loket: aturan::LoketId(p.duduk.loket_id.0.as_u128()) }).await?;
    let sql = "UPDATE loket_kini SET beruntun = $2 WHERE loket_id = $1";
    tx.jalankan(sql, nilai![p.duduk.loket_id, i64::from(sesudah.nilai())]).await?;
    tx.commit().await?;
    Ok(Some(t))
}

/// Calls somebody who was skipped or held.
///
/// # Errors
/// `Keadaan` as [`berikut`], and for somebody who stands in line: there it goes by turn.
pub async fn lagi(store: &Store, hak: &PelaksanaGerai, op: OperasiId, tiket: TiketId) -> Hasil<Tiket> {
    let tx = store.mulai().await?;
    let p = siapkan(&tx, hak).await?;
    if let Some(Some(ulang)) = pernah(&tx, op).await? {
        return Ok(ulang);
    }
    if di_loket(&tx, &p).await?.is_some() {
        return Err(StoreError::Keadaan("antrean-masih-memanggil"));
    }
    let t = baris::dari_id(&*tx, tiket).await?;
    if t.gerai_id != hak.gerai.id {
        return Err(StoreError::TidakDitemukan);
    }
    if t.antre() {
        return Err(StoreError::Keadaan("antrean-bukan-giliran"));
    }
    let oleh = Oleh { rumah: &p.rumah, op, akun: Some(hak.pelaku().akun) };
    let loket = aturan::LoketId(p.duduk.loket_id.0.as_u128());
    let t = simpan::langkah(&tx, oleh, tiket, Langkah::Panggil { loket }).await?;
    tx.commit().await?;
    Ok(t)
}

struct Siap {
    gerai: GeraiId,
    rumah: Rumah,
    hari: String,
    duduk: Duduk,
}

async fn siapkan(tx: &Tx, hak: &PelaksanaGerai) -> Hasil<Siap> {
    kunci::ambil(tx, &[hak.gerai.id]).await?;
    let rumah = simpan::rumah(&**tx, hak.gerai.mpp_id).await?;
    let hari = rumah.zona().tanggal(tx.pada.timestamp()).to_string();
    let duduk = loket::milik(&**tx, hak.gerai.id, hak.pelaku().akun, &hari).await?;
    let duduk = duduk.ok_or(StoreError::Keadaan("antrean-tanpa-loket"))?;
    Ok(Siap { gerai: hak.gerai.id, rumah, hari, duduk })
}

/// Who is at the officer's counter. The gerai goes first: lines are found by it.
async fn di_loket(tx: &Tx, p: &Siap) -> Hasil<Option<Tiket>> {
    let sql = format!("{PILIH} WHERE di_gerai = $1 AND tanggal = $2 AND keadaan IN ('dipanggil', 'dilayani') AND loket_id = $3");
    tx.mungkin(&sql, nilai![p.gerai, p.hari.as_str(), p.duduk.loket_id]).await
}

/// The operation was done before: whom it called, `Some(None)` when it called nobody.
async fn pernah(tx: &Tx, op: OperasiId) -> Hasil<Option<Option<Tiket>>> {
    if tx.angka("SELECT COUNT(*) AS n FROM tiket_peristiwa WHERE op = $1", nilai![op]).await? == 0 {
        return Ok(None);
    }
    let sql = "SELECT tiket_id AS id FROM tiket_peristiwa WHERE op = $1 AND langkah = 'panggil'";
    let Some(a) = tx.mungkin::<IdTiket>(sql, nilai![op]).await? else { return Ok(Some(None)) };
    Ok(Some(Some(baris::dari_id(&**tx, a.id).await?)))
}
