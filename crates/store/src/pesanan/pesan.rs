//! Booking, moving, cancelling. Each loads the book of the days concerned and applies the rules in one transaction that is alone
//! with them, so that a slot never holds more than its capacity.

use super::{
    baca::{self, Lihat},
    bahan::muat,
    bersama, dampak,
    jam::pukul,
    kontak::{self, Kontak},
    surel,
    tempat::{self, Tempat, tempat},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    id::{AkunId, PenempatanId, PesananId},
    kode::{self, Jenis},
    kueri::Kueri,
    nilai,
};
use ::layanan::slot::{self, PemesanId, Permintaan, SalahPesan};
use jiff::civil::{Date, Time};
use sea_orm::FromQueryResult;

#[derive(Debug, thiserror::Error)]
pub enum GalatPesan {
    /// The rules say no; the person can choose another slot.
    #[error(transparent)]
    Slot(#[from] SalahPesan),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, Clone, Copy)]
pub struct PesananBaru<'a> {
    /// From the random secret of the form (`PesananId::dari_rahasia`): whoever sends it again gets the code of the booking, so it is
    /// not the id that the log shows.
    pub id: PesananId,
    pub tanggal: Date,
    pub mulai: Time,
    pub kontak: Kontak<'a>,
    /// The officer who books for somebody.
    pub oleh: Option<AkunId>,
}

#[derive(FromQueryResult)]
struct Ada {
    kode: String,
    gerai_layanan_id: PenempatanId,
    tanggal: String,
    mulai: String,
}

/// Books a slot and returns the code of its holder. The same `id` again is the same booking.
///
/// # Errors
/// [`GalatPesan::Slot`] as the rules say; `TidakDitemukan`, `OperasiLain`, `Keadaan` (`pesan-surel`, `pesan-telepon`).
pub async fn pesan(store: &Store, penempatan: PenempatanId, b: &PesananBaru<'_>) -> Result<String, GalatPesan> {
    let tx = store.mulai().await?;
    let t = tempat(&*tx, penempatan).await?;
    kunci(&tx, &t, &[b.tanggal]).await?;
    // Again: what stands in the hall may have changed before it was ours.
    let t = tempat(&*tx, penempatan).await?;
    if let Some(kode) = sudah(&tx, penempatan, b).await? {
        return Ok(kode);
    }
    let kontak = kontak::rapikan(&tx, &b.kontak)?;
    let mut bahan = muat(&*tx, &t, tx.pada, (b.tanggal, b.tanggal)).await?;
    let pemesan = PemesanId(kontak.as_ref().map_or(b.id.0, |k| k.sidik).as_u128());
    let minta = Permintaan { id: slot::PesananId(b.id.0.as_u128()), pemesan, tanggal: b.tanggal, mulai: b.mulai };
    let p = bahan.buku.pesan(minta, &bahan.jadwal, &bahan.tugas, &bahan.kalender, bahan.kini)?;
    let kode = kode::baru(Jenis::Janji);
    tx.jalankan(
        "INSERT INTO pesanan (id, kode, gerai_layanan_id, tanggal, mulai, selesai, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![b.id, kode.as_str(), penempatan, p.tanggal.to_string(), pukul(p.mulai), pukul(p.selesai), tx.pada, b.oleh],
    )
    .await?;
    if let Some(k) = kontak {
        kontak::simpan(&tx, b.id, k).await?;
    }
    surel::antrekan(&tx, b.id, "pasti").await?;
    catat(&tx, &t, b.id, "pesanan.buat", b.oleh, serde_json::json!({ "tanggal": p.tanggal.to_string(), "mulai": pukul(p.mulai) })).await?;
    tx.commit().await?;
    Ok(kode)
}

/// The code of the booking that this form made before.
async fn sudah(tx: &Tx, penempatan: PenempatanId, b: &PesananBaru<'_>) -> Hasil<Option<String>> {
    let pertama = |medan: &str| {
        format!(
            "COALESCE((SELECT d.dari_{medan} FROM pesanan_pindah d WHERE d.pesanan_id = p.id ORDER BY d.id LIMIT 1), p.{medan}) AS {medan}"
        )
    };
    let sql = format!("SELECT p.kode, p.gerai_layanan_id, {}, {} FROM pesanan p WHERE p.id = $1", pertama("tanggal"), pertama("mulai"));
    let Some(a) = tx.mungkin::<Ada>(&sql, nilai![b.id]).await? else { return Ok(None) };
    let sama = a.gerai_layanan_id == penempatan && a.tanggal == b.tanggal.to_string() && a.mulai == pukul(b.mulai);
    if sama { Ok(Some(a.kode)) } else { Err(StoreError::OperasiLain) }
}

/// Alone with the bookings of these days at the gerai, whose services share its officers; hours, roster and calendar stand still
/// meanwhile. Always in the order calendar, schedule, days, as those who change them.
async fn kunci(tx: &Tx, t: &Tempat, hari: &[Date]) -> Hasil<()> {
    let bagi = tx.kunci_bagi();
    tx.angka(&format!("SELECT versi AS n FROM instansi WHERE id = $1{bagi}"), nilai![t.instansi_id]).await?;
    tempat::siapkan(tx, t.id).await?;
    tx.angka(&format!("SELECT versi AS n FROM pesan_penempatan WHERE gerai_layanan_id = $1{bagi}"), nilai![t.id]).await?;
    let pintu = bersama::pintu(tx, t.gerai_id).await?;
    let mut hari: Vec<String> = hari.iter().map(Date::to_string).collect();
    hari.sort();
    hari.dedup();
    for h in hari {
        let sql = "INSERT INTO pesan_hari (gerai_layanan_id, tanggal) VALUES ($1, $2) ON CONFLICT (gerai_layanan_id, tanggal) DO NOTHING";
        tx.jalankan(sql, nilai![pintu, h.as_str()]).await?;
        let sql = format!("SELECT CAST(1 AS bigint) AS n FROM pesan_hari WHERE gerai_layanan_id = $1 AND tanggal = $2{}", tx.kunci_baris());
        tx.angka(&sql, nilai![pintu, h.as_str()]).await?;
    }
    Ok(())
}

/// The booking with the places it concerns locked. Read again after the lock, since another may have moved it meanwhile.
async fn buka(tx: &Tx, kode: &str, ke: Option<Date>) -> Hasil<Lihat> {
    let l = baca::satu(&**tx, kode).await?;
    let hari: Vec<Date> = [Some(l.tanggal), ke].into_iter().flatten().collect();
    kunci(tx, &l.tempat, &hari).await?;
    let kini = baca::satu(&**tx, kode).await?;
    if kini.tanggal == l.tanggal { Ok(kini) } else { Err(StoreError::Sibuk) }
}

/// Moves by its holder that a booking bears: each sends a mail to an address that may not be his.
pub const PINDAH_MAKS: i64 = 5;

/// Whether its holder moved it often enough. Moves after the hall took the slot away are not his.
async fn habis(tx: &Tx, l: &Lihat) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM pesanan_pindah WHERE pesanan_id = $1 AND oleh IS NULL";
    Ok(l.terbuka.is_none() && tx.angka(sql, nilai![l.id]).await? >= PINDAH_MAKS)
}

/// Moves a booking to another slot; the old one is given up only when the new one is had. To where it is already: nothing happens.
///
/// # Errors
/// [`GalatPesan::Slot`]; `TidakDitemukan`; `Keadaan`: `pesanan-usai` for one that was cancelled, used or missed, `pesan-pindah-habis`
/// after five moves by its holder.
pub async fn pindah(store: &Store, kode: &str, tanggal: Date, mulai: Time, oleh: Option<AkunId>) -> Result<(), GalatPesan> {
    let tx = store.mulai().await?;
    let l = buka(&tx, kode, Some(tanggal)).await?;
    if !l.hidup() {
        return Err(StoreError::Keadaan("pesanan-usai").into());
    }
    if (l.tanggal, l.mulai) == (tanggal, mulai) {
        return Ok(());
    }
    if oleh.is_none() && habis(&tx, &l).await? {
        return Err(StoreError::Keadaan("pesan-pindah-habis").into());
    }
    let mut bahan = muat(&*tx, &l.tempat, tx.pada, (l.tanggal.min(tanggal), l.tanggal.max(tanggal))).await?;
    let id = slot::PesananId(l.id.0.as_u128());
    let langkah = crate::id::baru();
    let p = bahan.buku.ubah(id, (tanggal, mulai), &bahan.jadwal, &bahan.tugas, &bahan.kalender, bahan.kini)?;
    tx.jalankan(
        "UPDATE pesanan SET tanggal = $2, mulai = $3, selesai = $4 WHERE id = $1",
        nilai![l.id, p.tanggal.to_string(), pukul(p.mulai), pukul(p.selesai)],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO pesanan_pindah (id, pesanan_id, dari_tanggal, dari_mulai, tanggal, mulai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![langkah, l.id, l.tanggal.to_string(), pukul(l.mulai), p.tanggal.to_string(), pukul(p.mulai), tx.pada, oleh],
    )
    .await?;
    dampak::usai(&tx, l.id, "pindah").await?;
    surel::antrekan(&tx, l.id, &format!("pindah/{langkah}")).await?;
    catat(&tx, &l.tempat, l.id, "pesanan.pindah", oleh, serde_json::json!({ "tanggal": p.tanggal.to_string(), "mulai": pukul(p.mulai) }))
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a booking up; a second time changes nothing. What was known of its holder goes with it.
///
/// # Errors
/// [`GalatPesan::Slot`] once the slot began; `TidakDitemukan`, `Keadaan("pesanan-usai")`.
pub async fn batal(store: &Store, kode: &str, oleh: Option<AkunId>) -> Result<(), GalatPesan> {
    let tx = store.mulai().await?;
    let l = buka(&tx, kode, None).await?;
    if l.batal.is_some() {
        return Ok(());
    }
    if !l.hidup() {
        return Err(StoreError::Keadaan("pesanan-usai").into());
    }
    let mut bahan = muat(&*tx, &l.tempat, tx.pada, (l.tanggal, l.tanggal)).await?;
    bahan.buku.batal(slot::PesananId(l.id.0.as_u128()), bahan.kini)?;
    tx.jalankan("INSERT INTO pesanan_batal (pesanan_id, pada, oleh) VALUES ($1, $2, $3)", nilai![l.id, tx.pada, oleh]).await?;
    kontak::hapus(&tx, l.id).await?;
    dampak::usai(&tx, l.id, "batal").await?;
    catat(&tx, &l.tempat, l.id, "pesanan.batal", oleh, serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Its holder wants no more mails: address and number are removed, the booking stays. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn hapus_kontak(store: &Store, kode: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = buka(&tx, kode, None).await?;
    if l.surel || l.telepon {
        kontak::hapus(&tx, l.id).await?;
        catat(&tx, &l.tempat, l.id, "pesanan.kontak-hapus", None, serde_json::json!({})).await?;
    }
    tx.commit().await
}

/// Ids and slots only: the code is its holder's.
pub(super) async fn catat(tx: &Tx, t: &Tempat, id: PesananId, aksi: &str, oleh: Option<AkunId>, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat_oleh(tx, oleh, Kejadian::baru(aksi, "pesanan", id).instansi(t.instansi_id).rincian(rincian)).await.map(|_| ())
}
