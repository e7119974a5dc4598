//! The roster of a placement: which officer is on duty on which day, from when to when. One duty a day, officer and placement; a
//! break is the gap between two windows of the opening hours. Days that are over are never changed.

use super::{
    dampak,
    jam::{baca_pukul, baca_tanggal, pukul},
    tempat::{Tempat, kunci_jadwal, naikkan},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::DepanMpp,
    id::{AkunId, GeraiId, PenempatanId, TugasId},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use jiff::{
    ToSpan,
    civil::{Date, Time, Weekday},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tugasan {
    pub id: TugasId,
    pub akun_id: AkunId,
    pub nama: String,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
}

#[derive(FromQueryResult)]
struct Baris {
    id: TugasId,
    akun_id: AkunId,
    nama: String,
    tanggal: String,
    mulai: String,
    selesai: String,
}

/// The officer of duty `t` is placed at the gerai of placement `gl` on that day: who left the gerai is on duty no longer.
pub(super) const DITEMPATKAN: &str =
    "EXISTS (SELECT 1 FROM pelaksana q LEFT JOIN pelaksana_akhir z ON z.pelaksana_id = q.id WHERE q.gerai_id = gl.gerai_id
    AND q.akun_id = t.akun_id AND q.mulai <= t.tanggal AND (q.sampai IS NULL OR q.sampai >= t.tanggal) AND z.pelaksana_id IS NULL)";

/// Duties of the days from `sejak` to `sampai`, by day and time, of officers who are placed there.
pub async fn antara<C: ConnectionTrait>(c: &C, id: PenempatanId, sejak: Date, sampai: Date) -> Hasil<Vec<Tugasan>> {
    let sql = format!(
        "SELECT t.id, t.akun_id, a.nama, t.tanggal, t.mulai, t.selesai FROM pesan_tugas t JOIN akun a ON a.id = t.akun_id
         JOIN gerai_layanan gl ON gl.id = t.gerai_layanan_id LEFT JOIN pesan_tugas_hapus h ON h.tugas_id = t.id
         WHERE t.gerai_layanan_id = $1 AND t.tanggal >= $2 AND t.tanggal <= $3 AND h.tugas_id IS NULL AND {DITEMPATKAN}
         ORDER BY t.tanggal, t.mulai, t.id LIMIT 20000"
    );
    let baris: Vec<Baris> = c.semua(&sql, nilai![id, sejak.to_string(), sampai.to_string()]).await?;
    let satu = |b: Baris| {
        let (tanggal, mulai, selesai) = (baca_tanggal(&b.tanggal)?, baca_pukul(&b.mulai)?, baca_pukul(&b.selesai)?);
        Ok(Tugasan { id: b.id, akun_id: b.akun_id, nama: b.nama, tanggal, mulai, selesai })
    };
    baris.into_iter().map(satu).collect()
}

/// Nobody is on duty at placement `gl` on the day `u.tanggal`.
pub(super) fn tanpa() -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM pesan_tugas t LEFT JOIN pesan_tugas_hapus x ON x.tugas_id = t.id
         WHERE t.gerai_layanan_id = gl.id AND t.tanggal = u.tanggal AND x.tugas_id IS NULL AND {DITEMPATKAN})"
    )
}

#[derive(FromQueryResult)]
struct Kosong {
    tanggal: String,
}

/// Days from `sejak` on of which a roster was made and nobody is left: taken out again, or gone from the gerai. A day without any roster
/// is none of them, since not every service keeps one.
pub async fn kosong<C: ConnectionTrait>(c: &C, id: PenempatanId, sejak: Date) -> Hasil<BTreeSet<Date>> {
    let sql = format!(
        "SELECT DISTINCT u.tanggal FROM pesan_tugas u JOIN gerai_layanan gl ON gl.id = u.gerai_layanan_id
         WHERE gl.id = $1 AND u.tanggal >= $2 AND {} ORDER BY u.tanggal LIMIT 2000",
        tanpa()
    );
    let baris: Vec<Kosong> = c.semua(&sql, nilai![id, sejak.to_string()]).await?;
    baris.into_iter().map(|b| baca_tanggal(&b.tanggal)).collect()
}

/// The Monday of the week of a day.
#[must_use]
pub fn senin(hari: Date) -> Date {
    hari.saturating_sub(i64::from(hari.weekday().to_monday_zero_offset()).days())
}

/// An officer placed at the gerai, from day to day.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Calon {
    pub akun_id: AkunId,
    pub nama: String,
    /// ISO days, both included.
    pub mulai: String,
    pub sampai: Option<String>,
}

impl Calon {
    #[must_use]
    pub fn pada(&self, hari: Date) -> bool {
        let hari = hari.to_string();
        self.mulai <= hari && self.sampai.as_ref().is_none_or(|s| *s >= hari)
    }
}

/// Officers placed at the gerai on some day from `sejak` to `sampai`, by name. Someone placed twice is there twice.
pub async fn calon<C: ConnectionTrait>(c: &C, gerai: GeraiId, sejak: Date, sampai: Date) -> Hasil<Vec<Calon>> {
    let sql = "SELECT p.akun_id, a.nama, p.mulai, p.sampai FROM pelaksana p JOIN akun a ON a.id = p.akun_id
        LEFT JOIN pelaksana_akhir x ON x.pelaksana_id = p.id WHERE p.gerai_id = $1 AND x.pelaksana_id IS NULL
        AND p.mulai <= $3 AND (p.sampai IS NULL OR p.sampai >= $2) ORDER BY a.nama, p.akun_id, p.mulai LIMIT 500";
    c.semua(sql, nilai![gerai, sejak.to_string(), sampai.to_string()]).await
}

/// A duty as the form says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Isi {
    pub akun: AkunId,
    pub tanggal: Date,
    pub mulai: Time,
    pub selesai: Time,
}

/// Makes the week that begins on the Monday `senin` exactly this; days before today stay as they were. Returns how many bookings
/// no longer hold by it, those of the gerai's other services too.
///
/// # Errors
/// `Bentrok`, `Keadaan` (`tugas-jam`, `tugas-dua`, `tugas-bukan-petugas`, `tugas-gerai-lain`, `tugas-luar-pekan`).
pub async fn simpan(store: &Store, hak: &DepanMpp, penempatan: PenempatanId, senin: Date, versi: i64, isi: &[Isi]) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let (t, kini) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    let minggu = senin.saturating_add(6.days());
    let lama = antara(&*tx, penempatan, senin, minggu).await?;
    let hari = t.lokal(tx.pada).date();
    let isi: Vec<Isi> = isi.iter().filter(|i| i.tanggal >= hari).copied().collect();
    periksa(&tx, &t, senin, &isi).await?;
    let sama = |l: &Tugasan, i: &Isi| (l.akun_id, l.tanggal, l.mulai, l.selesai) == (i.akun, i.tanggal, i.mulai, i.selesai);
    let buang: Vec<&Tugasan> = lama.iter().filter(|l| l.tanggal >= hari && !isi.iter().any(|i| sama(l, i))).collect();
    let tambah: Vec<&Isi> = isi.iter().filter(|i| !lama.iter().any(|l| sama(l, i))).collect();
    if buang.is_empty() && tambah.is_empty() {
        return Ok(0);
    }
    if kini != versi {
        return Err(bentrok(&tx, "penempatan", &penempatan.to_string(), kini).await?);
    }
    for l in &buang {
        let sql = "INSERT INTO pesan_tugas_hapus (tugas_id, pada, oleh) VALUES ($1, $2, $3)";
        tx.jalankan(sql, nilai![l.id, tx.pada, hak.pelaku().akun]).await?;
    }
    for i in &tambah {
        tulis(&tx, hak, penempatan, i).await?;
    }
    selesai(&tx, hak, &t, serde_json::json!({ "pekan": senin.to_string(), "tambah": tambah.len(), "hapus": buang.len() })).await?;
    let n = dampak::periksa(&tx, &t).await?;
    tx.commit().await?;
    Ok(n + dampak::serumah(store, &t).await?)
}

/// Copies the week to the next one; an officer who already has a duty there that day keeps it. Returns how many duties were added.
/// Officers who are no longer placed at the gerai, or are on duty elsewhere, are left out.
pub async fn salin(store: &Store, hak: &DepanMpp, penempatan: PenempatanId, senin: Date) -> Hasil<usize> {
    let tx = store.mulai().await?;
    let (t, _) = kunci_jadwal(&tx, hak.mpp.unit_id, penempatan).await?;
    let dari = antara(&*tx, penempatan, senin, senin.saturating_add(6.days())).await?;
    let (depan, hari) = (senin.saturating_add(7.days()), t.lokal(tx.pada).date());
    let ada = antara(&*tx, penempatan, depan, depan.saturating_add(6.days())).await?;
    let mut banyak = 0;
    for d in dari {
        let i = Isi { akun: d.akun_id, tanggal: d.tanggal.saturating_add(7.days()), mulai: d.mulai, selesai: d.selesai };
        let bertugas = ada.iter().any(|a| a.akun_id == i.akun && a.tanggal == i.tanggal);
        if bertugas || i.tanggal < hari || periksa(&tx, &t, depan, &[i]).await.is_err() {
            continue;
        }
        tulis(&tx, hak, penempatan, &i).await?;
        banyak += 1;
    }
    if banyak > 0 {
        selesai(&tx, hak, &t, serde_json::json!({ "pekan": depan.to_string(), "tambah": banyak, "salinan": true })).await?;
        dampak::periksa(&tx, &t).await?;
    }
    tx.commit().await?;
    if banyak > 0 {
        dampak::serumah(store, &t).await?;
    }
    Ok(banyak)
}

async fn tulis(tx: &Tx, hak: &DepanMpp, penempatan: PenempatanId, i: &Isi) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO pesan_tugas (id, gerai_layanan_id, akun_id, tanggal, mulai, selesai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![
            TugasId::baru(),
            penempatan,
            i.akun,
            i.tanggal.to_string(),
            pukul(i.mulai),
            pukul(i.selesai),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    Ok(())
}

async fn selesai(tx: &Tx, hak: &DepanMpp, t: &Tempat, rincian: serde_json::Value) -> Hasil<()> {
    naikkan(tx, t.id).await?;
    let k = Kejadian::baru("pesan.tugas", "penempatan", t.id).instansi(t.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}

async fn periksa(tx: &Tx, t: &Tempat, senin: Date, isi: &[Isi]) -> Hasil<()> {
    let minggu = senin.saturating_add(6.days());
    if senin.weekday() != Weekday::Monday || isi.iter().any(|i| i.tanggal < senin || i.tanggal > minggu) {
        return Err(StoreError::Keadaan("tugas-luar-pekan"));
    }
    if isi.iter().any(|i| i.selesai <= i.mulai) {
        return Err(StoreError::Keadaan("tugas-jam"));
    }
    let kembar = |(n, i): (usize, &Isi)| isi.iter().skip(n + 1).any(|j| (j.akun, j.tanggal) == (i.akun, i.tanggal));
    if isi.iter().enumerate().any(kembar) {
        return Err(StoreError::Keadaan("tugas-dua"));
    }
    let calon = calon(&**tx, t.gerai_id, senin, minggu).await?;
    // Nobody stands in two gerai at once; several services of one gerai are his to share.
    let lain = format!(
        "SELECT COUNT(*) AS n FROM pesan_tugas t JOIN gerai_layanan gl ON gl.id = t.gerai_layanan_id
        LEFT JOIN pesan_tugas_hapus h ON h.tugas_id = t.id WHERE t.akun_id = $1 AND t.tanggal = $2 AND h.tugas_id IS NULL
        AND gl.gerai_id <> $3 AND t.mulai < $5 AND t.selesai > $4 AND {DITEMPATKAN}"
    );
    for i in isi {
        if !calon.iter().any(|c| c.akun_id == i.akun && c.pada(i.tanggal)) {
            return Err(StoreError::Keadaan("tugas-bukan-petugas"));
        }
        let v = nilai![i.akun, i.tanggal.to_string(), t.gerai_id, pukul(i.mulai), pukul(i.selesai)];
        if tx.angka(&lain, v).await? > 0 {
            return Err(StoreError::Keadaan("tugas-gerai-lain"));
        }
    }
    Ok(())
}
