//! Documents of all units of a period at once, asked for once and made in the background: minutes of frozen results, reports, and conveying
//! the reports. Which units take part is written down when it is asked for, so that each has its number however often the work is broken
//! off. Signing stays as it is: one by one.
//!
//! The job is a row of [`crate::pekerjaan`]; what the documents say and how they look is not decided here.

mod dokumen;
mod nomor;

pub use dokumen::Dokumen;
pub(crate) use nomor::harus_bebas;
pub use nomor::{Pemakai, Pola, nomor_bebas, pemakai, pola_lalu};

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    ekspor,
    hak::PenyelenggaraPeriode,
    id::{AkunId, LokusId, PekerjaanId, PeriodeId},
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Pekerjaan, SEWA_DETIK},
    periode,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

/// Units of one job; what is left is asked for again.
const PALING: usize = 5_000;

/// A unit for which none could be made, and why (a catalogue key).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lewat {
    pub lokus: LokusId,
    pub unit: String,
    pub sebab: String,
}

/// The content of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tugas {
    pub periode: PeriodeId,
    pub oleh: AkunId,
    pub pola: Pola,
    /// A covering note, where it is conveyed.
    #[serde(default)]
    pub catatan: String,
    /// In the order of their numbers.
    pub lokus: Vec<LokusId>,
    /// How many of them are behind.
    pub jadi: usize,
    pub lewat: Vec<Lewat>,
    pub siap: bool,
}

#[derive(Debug, Clone)]
pub struct Kerja {
    pub id: PekerjaanId,
    pub isi: Tugas,
    pub dibuat: Waktu,
    /// The last try failed; it is tried again.
    pub gagal: bool,
    /// It failed too often and is not tried any more; another one may be asked for.
    pub menyerah: bool,
}

impl Kerja {
    /// It still has something to do.
    #[must_use]
    pub fn berjalan(&self) -> bool {
        !self.isi.siap && !self.menyerah
    }
}

/// Units of a period that lack a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Banyak {
    pub semua: i64,
    /// Of these, those whose turn it is: what comes before the document is done.
    pub giliran: i64,
    /// Of these, those for which it can be made today.
    pub lengkap: i64,
}

const DARI: &str = "FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id WHERE l.periode_id = $1";

/// `hari`: today as ISO date.
pub async fn banyak(store: &Store, hak: &PenyelenggaraPeriode, d: Dokumen, hari: &str) -> Hasil<Banyak> {
    let (siap, giliran, belum) = (d.siap(), d.giliran(), d.belum());
    let hitung = format!("COUNT(CASE WHEN {giliran} THEN 1 END) AS giliran, COUNT(CASE WHEN {siap} THEN 1 END) AS lengkap");
    let sql = format!("SELECT COUNT(*) AS semua, {hitung} {DARI} AND {belum}");
    store.baca().satu(&sql, nilai![hak.periode.id, hari]).await
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Permintaan {
    pub dokumen: Dokumen,
    pub pola: Pola,
    pub catatan: String,
}

/// Asks for the document of every unit that lacks it and is ready, by unit name. `hari`: today as ISO date.
///
/// # Errors
/// `Keadaan`: `massal-berjalan` while the period has such a job under way, `massal-kosong`, `massal-nomor-dipakai` when a document of the
/// office bears one of these numbers ([`nomor_bebas`] says where to begin), or the closed phase.
pub async fn minta(store: &Store, hak: &PenyelenggaraPeriode, hari: &str, m: Permintaan) -> Hasil<PekerjaanId> {
    let (p, d, pola) = (&hak.periode, m.dokumen, m.pola);
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    if let Some(fase) = d.fase() {
        periode::harus_terbuka(&*tx, p.id, fase).await?;
    }
    let lama = terakhir(&*tx, p.id, d).await?;
    if lama.as_ref().is_some_and(Kerja::berjalan) {
        return Err(StoreError::Keadaan("massal-berjalan"));
    }
    let sql = format!("SELECT l.id {DARI} AND {} AND {} ORDER BY u.nama, l.id LIMIT {PALING}", d.belum(), d.siap());
    let lokus: Vec<LokusId> = tx.semua::<Id>(&sql, nilai![p.id, hari]).await?.into_iter().map(|b| b.id).collect();
    if lokus.is_empty() {
        return Err(StoreError::Keadaan("massal-kosong"));
    }
    nomor::kunci(&tx, p.instansi_id).await?;
    let akhir = pola.mulai.saturating_add(i64::try_from(lokus.len()).unwrap_or(i64::MAX));
    if nomor::terpakai(&*tx, p.instansi_id, d, &pola).await?.iter().any(|n| (pola.mulai..akhir).contains(n)) {
        return Err(StoreError::Keadaan("massal-nomor-dipakai"));
    }
    // The report of the one before makes room for this one.
    if let Some(lama) = lama {
        tx.jalankan("DELETE FROM pekerjaan WHERE id = $1", nilai![lama.id]).await?;
    }
    let oleh = hak.pelaku().akun;
    let isi = Tugas { periode: p.id, oleh, pola, catatan: m.catatan, jadi: 0, lewat: Vec::new(), siap: false, lokus };
    let id = pekerjaan::antrekan(&tx, d.jenis(), &isi).await?;
    let rincian = serde_json::json!({ "pekerjaan": id, "hasil": isi.lokus.len() });
    let [aksi, _] = d.aksi();
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Id {
    id: LokusId,
}

#[derive(FromQueryResult)]
struct Baris {
    id: PekerjaanId,
    isi: String,
    dibuat: Waktu,
    setelah: Waktu,
    galat: Option<String>,
}

async fn terakhir<C: ConnectionTrait>(c: &C, periode: PeriodeId, d: Dokumen) -> Hasil<Option<Kerja>> {
    // One a period for a day, so they are few.
    let sql = "SELECT id, isi, dibuat, setelah, galat FROM pekerjaan WHERE jenis = $1 ORDER BY dibuat DESC, id DESC LIMIT 1000";
    for b in c.semua::<Baris>(sql, nilai![d.jenis()]).await? {
        let isi = urai(&b.isi)?;
        if isi.periode == periode {
            let menyerah = pekerjaan::diserahkan(b.setelah);
            return Ok(Some(Kerja { id: b.id, isi, dibuat: b.dibuat, gagal: b.galat.is_some(), menyerah }));
        }
    }
    Ok(None)
}

/// The job of a period, under way or done since yesterday.
pub async fn kerja(store: &Store, hak: &PenyelenggaraPeriode, d: Dokumen) -> Hasil<Option<Kerja>> {
    terakhir(store.baca(), hak.periode.id, d).await
}

/// # Errors
/// `Rusak` for a job of another kind.
pub fn urai(isi: &str) -> Hasil<Tugas> {
    serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("documents of a period: {e}")))
}

/// Writes how far it is, and keeps the job for this worker.
///
/// # Errors
/// `TidakDitemukan` when it was called off meanwhile.
pub async fn maju(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    ekspor::tulis(store, p, isi, SEWA_DETIK).await
}

/// The same, and lets other jobs go before the rest. Some were made, so no try was in vain: the pauses between tries begin anew.
///
/// # Errors
/// As [`maju`].
pub async fn sela(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    let tx = store.mulai().await?;
    ekspor::tulis_dalam(&tx, p, isi, 0).await?;
    tx.jalankan("UPDATE pekerjaan SET coba = 0 WHERE id = $1", nilai![p.id]).await?;
    tx.commit().await
}

/// All are behind; what became of them can be read for a day.
///
/// # Errors
/// As [`maju`].
pub async fn siap(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    ekspor::tulis(store, p, &Tugas { siap: true, ..isi.clone() }, ekspor::UMUR_DETIK).await
}

/// Calls the job off, or puts its report away; what was made stays.
pub async fn buang(store: &Store, hak: &PenyelenggaraPeriode, d: Dokumen) -> Hasil<()> {
    let tx = store.mulai().await?;
    if let Some(k) = terakhir(&*tx, hak.periode.id, d).await? {
        tx.jalankan("DELETE FROM pekerjaan WHERE id = $1", nilai![k.id]).await?;
        let rincian = serde_json::json!({ "pekerjaan": k.id, "hasil": k.isi.lokus.len(), "selesai": k.isi.jadi });
        let p = &hak.periode;
        let [_, aksi] = d.aksi();
        let kejadian = Kejadian::baru(aksi, "periode", p.id).instansi(p.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), kejadian).await?;
    }
    tx.commit().await
}
