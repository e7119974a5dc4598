//! Minutes of all frozen results of a period that have none, asked for at once and made in the background. Which units take part is
//! written down when it is asked for, so that each has its number however often the work is broken off. Signing stays as it is: one by one.
//!
//! The job is a row of [`crate::pekerjaan`]; what the minutes say and how they look is not decided here.

use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    ekspor,
    hak::PenyelenggaraPeriode,
    id::{AkunId, InstansiId, LokusId, PekerjaanId, PeriodeId},
    kueri::Kueri,
    lokus::syarat::Capaian,
    nilai,
    pekerjaan::{self, Pekerjaan, SEWA_DETIK},
    periode::{self, Fase},
    persiapan::benturan,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

/// Kind of the job.
pub const BA_MASSAL: &str = "ba-massal";
/// Units of one job; what is left is asked for again.
const PALING: usize = 5_000;

/// What the organiser decides about all of them. The number of each is `depan`, the running number, `belakang`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pola {
    pub depan: String,
    pub mulai: i64,
    pub belakang: String,
    /// Local day, ISO.
    pub tanggal: String,
    pub tempat: String,
}

impl Pola {
    /// The number of the unit at this place, from 0.
    #[must_use]
    pub fn nomor(&self, ke: usize) -> String {
        format!("{}{}{}", self.depan, self.mulai.saturating_add(i64::try_from(ke).unwrap_or(i64::MAX)), self.belakang)
    }
}

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
    /// Minutes are still made by it.
    #[must_use]
    pub fn berjalan(&self) -> bool {
        !self.isi.siap && !self.menyerah
    }
}

/// Frozen results of a period without minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Banyak {
    pub semua: i64,
    /// Of these, those whose three parties are all in office.
    pub lengkap: i64,
}

/// An office that somebody holds on `$2`; for `akun` and `peran` alone.
fn dijabat(peran: &str, di: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id LEFT JOIN akun_nonaktif n ON n.akun_id = r.akun_id
           WHERE r.peran = '{peran}' AND {di} AND c.peran_id IS NULL AND n.akun_id IS NULL
             AND (r.mulai IS NULL OR r.mulai <= $2) AND (r.sampai IS NULL OR r.sampai >= $2))"
    )
}

fn belum() -> String {
    format!("l.periode_id = $1 AND {} AND NOT {}", Capaian::Hasil.sql(), Capaian::BeritaAcara.sql())
}

fn lengkap() -> String {
    let (unit, pj) = (
        dijabat("unit-kepala", "(r.unit_id = u.id OR r.unit_id = u.induk_id)"),
        dijabat("penanggungjawab", "r.instansi_id = p.instansi_id"),
    );
    // As `calon` names them: who declared a conflict does not sign.
    let evaluator = format!(
        "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
           WHERE g.lokus_id = l.id AND x.penugasan_id IS NULL AND {})",
        benturan::tanpa_milik("g.akun_id")
    );
    format!("{evaluator} AND {unit} AND {pj}")
}

const DARI: &str = "FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN periode p ON p.id = l.periode_id";

/// `hari`: today as ISO date.
pub async fn banyak(store: &Store, hak: &PenyelenggaraPeriode, hari: &str) -> Hasil<Banyak> {
    let sql = format!("SELECT COUNT(*) AS semua, COUNT(CASE WHEN {} THEN 1 END) AS lengkap {DARI} WHERE {}", lengkap(), belum());
    store.baca().satu(&sql, nilai![hak.periode.id, hari]).await
}

#[derive(FromQueryResult)]
struct Id {
    id: LokusId,
}

/// Asks for the minutes of every frozen result that has none and whose parties are in office, by unit name.
///
/// # Errors
/// `Keadaan`: `ba-massal-berjalan` while the period has a job under way, `ba-massal-kosong`, `ba-massal-nomor-dipakai` when minutes of the
/// office bear one of these numbers ([`nomor_bebas`] says where to begin), or the closed phase.
pub async fn minta(store: &Store, hak: &PenyelenggaraPeriode, hari: &str, pola: Pola) -> Hasil<PekerjaanId> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Penyampaian).await?;
    let lama = terakhir(&*tx, p.id).await?;
    if lama.as_ref().is_some_and(Kerja::berjalan) {
        return Err(StoreError::Keadaan("ba-massal-berjalan"));
    }
    let sql = format!("SELECT l.id {DARI} WHERE {} AND {} ORDER BY u.nama, l.id LIMIT {PALING}", belum(), lengkap());
    let lokus: Vec<LokusId> = tx.semua::<Id>(&sql, nilai![p.id, hari]).await?.into_iter().map(|b| b.id).collect();
    if lokus.is_empty() {
        return Err(StoreError::Keadaan("ba-massal-kosong"));
    }
    let akhir = pola.mulai.saturating_add(i64::try_from(lokus.len()).unwrap_or(i64::MAX));
    if terpakai(&*tx, p.instansi_id, &pola).await?.iter().any(|n| (pola.mulai..akhir).contains(n)) {
        return Err(StoreError::Keadaan("ba-massal-nomor-dipakai"));
    }
    // The report of the one before makes room for this one.
    if let Some(lama) = lama {
        tx.jalankan("DELETE FROM pekerjaan WHERE id = $1", nilai![lama.id]).await?;
    }
    let isi = Tugas { periode: p.id, oleh: hak.pelaku().akun, pola, jadi: 0, lewat: Vec::new(), siap: false, lokus };
    let id = pekerjaan::antrekan(&tx, BA_MASSAL, &isi).await?;
    let rincian = serde_json::json!({ "pekerjaan": id, "hasil": isi.lokus.len() });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("ba.massal", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Nomor {
    nomor: String,
}

/// Running numbers of this pattern on minutes of the office, annulled ones too: their numbers were given.
async fn terpakai<C: ConnectionTrait>(c: &C, instansi: InstansiId, pola: &Pola) -> Hasil<Vec<i64>> {
    let sql = "SELECT b.nomor FROM berita_acara b JOIN lokus l ON l.id = b.lokus_id JOIN periode p ON p.id = l.periode_id
        WHERE p.instansi_id = $1 AND SUBSTR(b.nomor, 1, LENGTH(CAST($2 AS text))) = $2 ORDER BY b.id LIMIT 200000";
    let semua: Vec<Nomor> = c.semua(sql, nilai![instansi, pola.depan.as_str()]).await?;
    let urut = |n: &Nomor| n.nomor.strip_prefix(&pola.depan)?.strip_suffix(&pola.belakang)?.parse().ok();
    Ok(semua.iter().filter_map(urut).collect())
}

/// The running number after the highest that minutes of the office bear in this pattern; 1 where none does.
pub async fn nomor_bebas(store: &Store, hak: &PenyelenggaraPeriode, pola: &Pola) -> Hasil<i64> {
    let semua = terpakai(store.baca(), hak.periode.instansi_id, pola).await?;
    Ok(semua.into_iter().max().unwrap_or(0).saturating_add(1))
}

#[derive(FromQueryResult)]
struct Baris {
    id: PekerjaanId,
    isi: String,
    dibuat: Waktu,
    setelah: Waktu,
    galat: Option<String>,
}

async fn terakhir<C: ConnectionTrait>(c: &C, periode: PeriodeId) -> Hasil<Option<Kerja>> {
    // One a period for a day, so they are few.
    let sql = "SELECT id, isi, dibuat, setelah, galat FROM pekerjaan WHERE jenis = $1 ORDER BY dibuat DESC, id DESC LIMIT 1000";
    for b in c.semua::<Baris>(sql, nilai![BA_MASSAL]).await? {
        let isi = urai(&b.isi)?;
        if isi.periode == periode {
            let menyerah = pekerjaan::diserahkan(b.setelah);
            return Ok(Some(Kerja { id: b.id, isi, dibuat: b.dibuat, gagal: b.galat.is_some(), menyerah }));
        }
    }
    Ok(None)
}

/// The job of a period, under way or done since yesterday.
pub async fn kerja(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<Option<Kerja>> {
    terakhir(store.baca(), hak.periode.id).await
}

/// # Errors
/// `Rusak` for a job of another kind.
pub fn urai(isi: &str) -> Hasil<Tugas> {
    serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("minutes of a period: {e}")))
}

/// Writes how far it is, and keeps the job for this worker.
///
/// # Errors
/// `TidakDitemukan` when it was called off meanwhile.
pub async fn maju(store: &Store, p: &Pekerjaan, isi: &Tugas) -> Hasil<()> {
    ekspor::tulis(store, p, isi, SEWA_DETIK).await
}

/// The same, and lets other jobs go before the rest. Minutes were made, so no try was in vain: the pauses between tries begin anew.
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

/// Calls the job off, or puts its report away; minutes that were made stay.
pub async fn buang(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<()> {
    let tx = store.mulai().await?;
    if let Some(k) = terakhir(&*tx, hak.periode.id).await? {
        tx.jalankan("DELETE FROM pekerjaan WHERE id = $1", nilai![k.id]).await?;
        let rincian = serde_json::json!({ "pekerjaan": k.id, "hasil": k.isi.lokus.len(), "selesai": k.isi.jadi });
        let p = &hak.periode;
        let kejadian = Kejadian::baru("ba.massal-batal", "periode", p.id).instansi(p.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), kejadian).await?;
    }
    tx.commit().await
}
