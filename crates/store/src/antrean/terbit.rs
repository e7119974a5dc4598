//! Issuing a ticket: the next number of gerai, service and local day, taken in the transaction that writes the ticket.

use super::{
    baris::{self, Saluran, Tiket},
    buka, kunci, salah_nomor,
    simpan::{self, Rumah},
    topik,
};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::{DepanMpp, PelaksanaGerai},
    id::{AkunId, OperasiId, TiketId},
    kode,
    kueri::Kueri,
    mpp::{self, HIDUP, Mpp, Penempatan},
    nilai, peristiwa,
};
use ::layanan::antrean::{Awalan, GeraiId, LayananId, Prioritas, SlotPesanan, nomor_berikut};
use sea_orm::FromQueryResult;

/// What somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct Minta {
    /// Made by the client: the same twice is one ticket.
    pub op: OperasiId,
    pub prioritas: Prioritas,
}

/// For a booking whose owner arrived, in the caller's transaction. The caller has checked that it may.
///
/// # Errors
/// `Keadaan` when the placement takes nobody any more or the numbers of the day are used up.
pub async fn terbit(tx: &Tx, p: &Penempatan, prioritas: Prioritas, slot: Option<SlotPesanan>) -> Hasil<Tiket> {
    let rumah = simpan::rumah(&**tx, p.mpp_id).await?;
    let b = Baru { minta: Minta { op: OperasiId::baru(), prioritas }, saluran: Saluran::Pesanan, slot, oleh: None };
    baru(tx, &rumah, p, b).await
}

/// By a citizen: on the phone, or at the kiosk.
///
/// # Errors
/// `Keadaan` when the hall gives no numbers now; see [`buka`].
pub async fn terbit_warga(store: &Store, mpp: &Mpp, p: &Penempatan, minta: Minta, saluran: Saluran) -> Hasil<Tiket> {
    buka::harus_menerima(store, mpp).await?;
    sendiri(store, p, Baru { minta, saluran, slot: None, oleh: None }).await
}

/// By the front desk. Whoever stands there is served, whatever the hours say; but at a gerai that nobody can walk to he would wait for
/// nobody.
///
/// # Errors
/// As [`terbit`]; `TidakDitemukan` for a placement of another mall, `Keadaan("antrean-elektronik")` for an electronic gerai.
pub async fn terbit_depan(store: &Store, hak: &DepanMpp, p: &Penempatan, minta: Minta) -> Hasil<Tiket> {
    if p.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    if mpp::gerai(store.baca(), p.gerai_id).await?.bentuk != "fisik" {
        return Err(StoreError::Keadaan("antrean-elektronik"));
    }
    sendiri(store, p, Baru { minta, saluran: Saluran::Depan, slot: None, oleh: Some(hak.pelaku().akun) }).await
}

/// By an officer of the gerai, for somebody who stands there.
///
/// # Errors
/// As [`terbit`]; `TidakDitemukan` for a placement of another gerai.
pub async fn terbit_petugas(store: &Store, hak: &PelaksanaGerai, p: &Penempatan, minta: Minta) -> Hasil<Tiket> {
    if p.gerai_id != hak.gerai.id {
        return Err(StoreError::TidakDitemukan);
    }
    sendiri(store, p, Baru { minta, saluran: Saluran::Petugas, slot: None, oleh: Some(hak.pelaku().akun) }).await
}

struct Baru {
    minta: Minta,
    saluran: Saluran,
    slot: Option<SlotPesanan>,
    oleh: Option<AkunId>,
}

async fn sendiri(store: &Store, p: &Penempatan, b: Baru) -> Hasil<Tiket> {
    let tx = store.mulai().await?;
    let rumah = simpan::rumah(&*tx, p.mpp_id).await?;
    let t = baru(&tx, &rumah, p, b).await?;
    tx.commit().await?;
    Ok(t)
}

#[derive(FromQueryResult)]
struct Ada {
    id: TiketId,
}

async fn baru(tx: &Tx, rumah: &Rumah, p: &Penempatan, b: Baru) -> Hasil<Tiket> {
    kunci::ambil(tx, &[p.gerai_id]).await?;
    if let Some(a) = tx.mungkin::<Ada>("SELECT id FROM tiket WHERE op = $1", nilai![b.minta.op]).await? {
        let t = baris::dari_id(&**tx, a.id).await?;
        let sama = t.asal_gerai == p.gerai_id && t.asal_layanan == p.layanan_id;
        return if sama { Ok(t) } else { Err(StoreError::OperasiLain) };
    }
    masih_dilayani(tx, p).await?;
    let zona = rumah.zona();
    let tanggal = zona.tanggal(tx.pada.timestamp());
    let hari = tanggal.to_string();
    let sql = "SELECT terakhir AS n FROM antrean_nomor WHERE gerai_id = $1 AND layanan_id = $2 AND tanggal = $3";
    let terakhir = tx.angka(sql, nilai![p.gerai_id, p.layanan_id, hari.as_str()]).await?;
    let terakhir = u32::try_from(terakhir).ok().filter(|n| *n > 0);
    let (gerai, layanan) = (GeraiId(p.gerai_id.0.as_u128()), LayananId(p.layanan_id.0.as_u128()));
    let nomor = nomor_berikut(gerai, layanan, tanggal, terakhir).map_err(salah_nomor)?;
    tx.jalankan(
        "INSERT INTO antrean_nomor (gerai_id, layanan_id, tanggal, terakhir) VALUES ($1, $2, $3, $4)
         ON CONFLICT (gerai_id, layanan_id, tanggal) DO UPDATE SET terakhir = $4",
        nilai![p.gerai_id, p.layanan_id, hari.as_str(), i64::from(nomor.urut)],
    )
    .await?;
    let awalan = Awalan::baru(&p.awalan).map_err(salah_nomor)?;
    let prioritas = b.minta.prioritas;
    let t = ::layanan::antrean::Tiket::terbit(nomor, zona, prioritas, b.slot, tx.pada.timestamp());
    let id = TiketId::baru();
    let slot = b.slot.map(|s| (s.mulai.as_microsecond(), s.selesai.as_microsecond()));
    tx.jalankan(
        "INSERT INTO tiket (id, kode, op, mpp_id, gerai_id, layanan_id, tanggal, urut, nomor, awalan, prioritas_awal, slot_mulai,
         slot_selesai, saluran, terbit, oleh, di_gerai, di_layanan, prioritas, keadaan, tempat, terakhir, panggilan, langkah)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $5, $6, $11, $17, $18, $15, 0, 0)",
        nilai![
            id,
            kode::baru(kode::Jenis::Tiket),
            b.minta.op,
            p.mpp_id,
            p.gerai_id,
            p.layanan_id,
            hari.as_str(),
            i64::from(nomor.urut),
            nomor.tampil(awalan),
            awalan.to_string(),
            prioritas.kunci(),
            slot.map(|s| s.0),
            slot.map(|s| s.1),
            b.saluran.kunci(),
            tx.pada,
            b.oleh,
            t.keadaan.kunci(),
            Waktu(t.tempat.as_microsecond())
        ],
    )
    .await?;
    let k = Kejadian::baru("tiket.terbit", "tiket", id).instansi(rumah.instansi_id);
    let k = k.rincian(serde_json::json!({ "gerai": p.gerai_id, "layanan": p.layanan_id, "saluran": b.saluran.kunci() }));
    audit::catat_oleh(tx, b.oleh, k).await?;
    peristiwa::siarkan(tx, &topik(p.gerai_id), &serde_json::json!({})).await?;
    baris::dari_id(&**tx, id).await
}

/// The placement still takes people.
async fn masih_dilayani(tx: &Tx, p: &Penempatan) -> Hasil<()> {
    let sql = format!("SELECT COUNT(*) AS n FROM gerai_layanan p WHERE p.id = $1 AND {HIDUP}");
    if tx.angka(&sql, nilai![p.id]).await? == 0 {
        return Err(StoreError::Keadaan("antrean-tak-dilayani"));
    }
    Ok(())
}
