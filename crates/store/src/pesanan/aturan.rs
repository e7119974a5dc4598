//! Opening hours and slot rule of a placement. A change is a new row with its first day; what stood before stays readable.

use super::{
    dampak,
    jam::{self, baca_tanggal, pukul},
    tempat::{kunci_jadwal, naikkan, versi as versi_jadwal},
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::{AturanSlotId, PenempatanId},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use ::layanan::slot::{AturanSlot, Jadwal, JamBuka, Kehadiran, SalahJadwal};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// How far ahead an office may take bookings, in days.
pub const JAUH_MAKS: u16 = 90;

/// A rule with who set it.
#[derive(Debug, Clone)]
pub struct BarisAturan {
    pub id: AturanSlotId,
    pub mulai: Date,
    pub jam: Vec<JamBuka>,
    pub aturan: AturanSlot,
    pub pada: Waktu,
    pub nama: String,
}

#[derive(FromQueryResult)]
struct Baris {
    id: AturanSlotId,
    mulai: String,
    jam: String,
    lama_menit: i64,
    per_petugas: i64,
    datang_langsung: i64,
    jeda_menit: i64,
    paling_jauh: i64,
    pada: Waktu,
    nama: String,
}

impl Baris {
    fn baca(self) -> Hasil<BarisAturan> {
        let rusak = |_| StoreError::Rusak(format!("slot rule {}", self.id));
        let aturan = AturanSlot {
            lama_menit: self.lama_menit.try_into().map_err(rusak)?,
            per_petugas: self.per_petugas.try_into().map_err(rusak)?,
            untuk_datang_langsung: self.datang_langsung.try_into().map_err(rusak)?,
            jeda_menit: self.jeda_menit.try_into().map_err(rusak)?,
            paling_jauh_hari: self.paling_jauh.try_into().map_err(rusak)?,
        };
        let (mulai, jam) = (baca_tanggal(&self.mulai)?, jam::baca(&self.jam)?);
        Ok(BarisAturan { id: self.id, mulai, jam, aturan, pada: self.pada, nama: self.nama })
    }
}

/// Rules that were not taken back, by first day, then age: of two with the same day the later one holds.
pub async fn aturan<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Vec<BarisAturan>> {
    let sql = "SELECT a.id, a.mulai, a.jam, a.lama_menit, a.per_petugas, a.datang_langsung, a.jeda_menit, a.paling_jauh, a.pada, o.nama
        FROM pesan_aturan a JOIN akun o ON o.id = a.oleh LEFT JOIN pesan_aturan_batal b ON b.aturan_id = a.id
        WHERE a.gerai_layanan_id = $1 AND b.aturan_id IS NULL ORDER BY a.mulai, a.id LIMIT 1000";
    let baris: Vec<Baris> = c.semua(sql, nilai![id]).await?;
    baris.into_iter().map(Baris::baca).collect()
}

#[derive(Debug, Clone)]
pub struct AturanBaru {
    /// Made when the form is shown.
    pub id: AturanSlotId,
    /// First day, local; not before today.
    pub mulai: Date,
    pub jam: Vec<JamBuka>,
    pub aturan: AturanSlot,
    /// Version of the schedule that the form was made from.
    pub versi: i64,
}

fn periksa(a: &AturanBaru) -> Hasil<()> {
    if a.aturan.paling_jauh_hari > JAUH_MAKS || a.aturan.lama_menit > 480 || a.aturan.per_petugas > 100 || a.aturan.jeda_menit > 10_080 {
        return Err(StoreError::Keadaan("pesan-aturan-angka"));
    }
    Jadwal::baru(a.jam.clone(), a.aturan, Kehadiran::Jadwal).map(|_| ()).map_err(|e| {
        StoreError::Keadaan(match e {
            SalahJadwal::JamTerbalik { .. } => "pesan-jam-terbalik",
            SalahJadwal::TumpangTindih { .. } => "pesan-jam-tumpang",
            SalahJadwal::Nol | SalahJadwal::Bagian(_) => "pesan-aturan-angka",
        })
    })
}

/// Sets hours and rule from a day on. The same `id` again is the same rule. Returns how many bookings no longer hold by it.
///
/// # Errors
/// `Keadaan` (`pesan-aturan-angka`, `pesan-jam-terbalik`, `pesan-jam-tumpang`, `pesan-mulai-lampau`), `Bentrok`.
pub async fn simpan(store: &Store, hak: &KepalaMpp, penempatan: PenempatanId, a: &AturanBaru) -> Hasil<u64> {
    periksa(a)?;
    let tx = store.mulai().await?;
    let (t, versi) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    let teks = jam::tulis(&a.jam)?;
    if let Some(ada) = aturan(&*tx, penempatan).await?.iter().find(|x| x.id == a.id) {
        let sama = ada.mulai == a.mulai && ada.aturan == a.aturan && jam::tulis(&ada.jam)? == teks;
        return if sama { Ok(0) } else { Err(StoreError::OperasiLain) };
    }
    if versi != a.versi {
        return Err(bentrok(&tx, "penempatan", &penempatan.to_string(), versi).await?);
    }
    if a.mulai < t.lokal(tx.pada).date() {
        return Err(StoreError::Keadaan("pesan-mulai-lampau"));
    }
    let (r, angka) = (&a.aturan, |n: u16| i64::from(n));
    tx.jalankan(
        "INSERT INTO pesan_aturan (id, gerai_layanan_id, mulai, jam, lama_menit, per_petugas, datang_langsung, jeda_menit, paling_jauh, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![
            a.id,
            penempatan,
            a.mulai.to_string(),
            teks,
            angka(r.lama_menit),
            angka(r.per_petugas),
            i64::from(r.untuk_datang_langsung),
            angka(r.jeda_menit),
            angka(r.paling_jauh_hari),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    naikkan(&tx, penempatan).await?;
    let jam: Vec<String> =
        a.jam.iter().map(|j| format!("{} {}-{}", j.hari.to_monday_one_offset(), pukul(j.mulai), pukul(j.selesai))).collect();
    let rincian =
        serde_json::json!({ "mulai": a.mulai.to_string(), "jam": jam, "lama": r.lama_menit, "datang_langsung": r.untuk_datang_langsung });
    let k = Kejadian::baru("pesan.aturan", "penempatan", penempatan).instansi(t.instansi_id).rincian(rincian);
    audit::catat(&tx, hak.pelaku(), k).await?;
    let n = dampak::periksa(&tx, &t).await?;
    tx.commit().await?;
    Ok(n + dampak::serumah(store, &t).await?)
}

/// Takes a rule back that has not begun; a second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for one of another placement, `Keadaan("pesan-aturan-mulai")` once it began.
pub async fn tarik(store: &Store, hak: &KepalaMpp, penempatan: PenempatanId, id: AturanSlotId) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let (t, _) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM pesan_aturan_batal WHERE aturan_id = $1", nilai![id]).await? > 0 {
        return Ok(0);
    }
    let ada = aturan(&*tx, penempatan).await?.into_iter().find(|x| x.id == id).ok_or(StoreError::TidakDitemukan)?;
    if ada.mulai <= t.lokal(tx.pada).date() {
        return Err(StoreError::Keadaan("pesan-aturan-mulai"));
    }
    let sql = "INSERT INTO pesan_aturan_batal (aturan_id, pada, oleh) VALUES ($1, $2, $3)";
    tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await?;
    naikkan(&tx, penempatan).await?;
    let k = Kejadian::baru("pesan.aturan-tarik", "penempatan", penempatan).instansi(t.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "mulai": ada.mulai.to_string() }))).await?;
    let n = dampak::periksa(&tx, &t).await?;
    tx.commit().await?;
    Ok(n + dampak::serumah(store, &t).await?)
}

/// Version of the schedule of a placement, for forms.
pub async fn versi<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<i64> {
    versi_jadwal(c, id).await
}
