//! Jobs in the database: enqueued in the caller's transaction, claimed for a while, tried again with growing pauses,
//! and kept with their last fault when they are given up.
//!
//! A claim is a lease, not a lock: it moves `setelah` into the future, so a node that dies lets go by itself. What a job
//! does is not here; it must be safe to do twice.

pub(crate) mod segel;

use crate::{Hasil, Store, StoreError, Tx, Waktu, audit, dialect, hak::Admin, id::PekerjaanId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};

/// How long a claim holds, in seconds; a job must be done by then.
pub const SEWA_DETIK: i64 = 300;
/// Pauses before the second, third, … try. After the last one the job is given up.
const JEDA_DETIK: [i64; 7] = [10, 60, 300, 1_800, 7_200, 21_600, 86_400];
/// `setelah` of a job that was given up: no clock reaches it.
const MENYERAH: i64 = i64::MAX;

/// The fault of a job that was put there, or changed, past the program.
const ASING: &str = "pekerjaan ini tidak ditulis oleh program, atau diubah sesudahnya; tidak dijalankan";

/// Kind of the job that sends one mail; its content is a [`Surel`], sealed while it waits.
pub const SUREL: &str = "surel";

/// One plain-text mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surel {
    pub kepada: String,
    pub judul: String,
    pub isi: String,
    /// After this moment (UTC microseconds) the mail is of no use, for example because the link in it is over.
    #[serde(default)]
    pub sampai: Option<i64>,
}

/// Something before and after one `@`. What can be no address would only be a mail that fails again and again.
#[must_use]
pub fn alamat_wajar(s: &str) -> bool {
    let baik = |(a, b): (&str, &str)| !a.is_empty() && !b.starts_with('.') && !b.ends_with('.') && b.contains('.') && !b.contains('@');
    s.len() <= 254 && s.split_once('@').is_some_and(baik) && !s.chars().any(|h| h.is_whitespace() || h.is_control() || "<>,;\"".contains(h))
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Pekerjaan {
    pub id: PekerjaanId,
    pub jenis: String,
    /// JSON whose shape the kind decides.
    pub isi: String,
    /// Number of tries, this one included.
    pub coba: i64,
    tanda: Option<Vec<u8>>,
}

/// Enqueues a job in the caller's transaction: it exists if and only if the change does.
pub async fn antrekan(tx: &Tx, jenis: &str, isi: &impl Serialize) -> Hasil<PekerjaanId> {
    let id = PekerjaanId::baru();
    let mut isi = serde_json::to_string(isi).map_err(|e| StoreError::Rusak(e.to_string()))?;
    if jenis == SUREL {
        isi = segel::segel(&tx.kunci, id, &isi)?;
    }
    let tanda = segel::tanda(&tx.kunci, id, jenis, &isi);
    tx.jalankan(
        "INSERT INTO pekerjaan (id, jenis, isi, dibuat, setelah, coba, tanda) VALUES ($1, $2, $3, $4, $4, 0, $5)",
        nilai![id, jenis, isi, tx.pada, tanda],
    )
    .await?;
    Ok(id)
}

/// Claims the oldest job that is due, of one of the kinds this node can do. Two nodes never get the same one.
pub async fn ambil(store: &Store, jenis: &[&str]) -> Hasil<Option<Pekerjaan>> {
    let tempat: Vec<String> = (0..jenis.len()).map(|n| format!("${}", n + 2)).collect();
    if tempat.is_empty() {
        return Ok(None);
    }
    let pilih = format!("FROM pekerjaan WHERE setelah <= $1 AND jenis IN ({}) ORDER BY setelah, id LIMIT 1", tempat.join(", "));
    let dengan = |kini: Waktu| -> Vec<sea_orm::Value> { std::iter::once(kini.into()).chain(jenis.iter().map(|j| (*j).into())).collect() };
    // An idle node must not take the write lock every time it looks.
    if store.baca().angka(&format!("SELECT COUNT(*) AS n FROM (SELECT 1 AS satu {pilih}) t"), dengan(store.sekarang())).await? == 0 {
        return Ok(None);
    }
    let tx = store.mulai().await?;
    let sql = format!("SELECT id, jenis, isi, coba + 1 AS coba, tanda {pilih}{}", dialect::lewati_terkunci(store.backend()));
    let Some(mut p) = tx.mungkin::<Pekerjaan>(&sql, dengan(tx.pada)).await? else { return Ok(None) };
    let Some(isi) = segel::buka(&tx.kunci, &p) else {
        tolak(&tx, &p).await?;
        tx.commit().await?;
        return Ok(None);
    };
    p.isi = isi;
    tx.jalankan("UPDATE pekerjaan SET setelah = $2, coba = $3 WHERE id = $1", nilai![p.id, tx.pada.tambah_detik(SEWA_DETIK), p.coba])
        .await?;
    tx.commit().await?;
    Ok(Some(p))
}

/// A job whose mark does not hold is not done. Only the key that the database names can tell: without it the job waits.
async fn tolak(tx: &Tx, p: &Pekerjaan) -> Hasil<()> {
    if !tx.kunci_kini {
        let sql = "UPDATE pekerjaan SET setelah = $2 WHERE id = $1";
        return tx.jalankan(sql, nilai![p.id, tx.pada.tambah_detik(JEDA_DETIK[0])]).await.map(drop);
    }
    tracing::error!(id = %p.id, jenis = p.jenis, "a job was not written by this installation; it is not done");
    tx.jalankan("UPDATE pekerjaan SET setelah = $2, galat = $3 WHERE id = $1", nilai![p.id, MENYERAH, ASING]).await.map(drop)
}

/// The job is done: its row goes.
pub async fn selesai(store: &Store, p: &Pekerjaan) -> Hasil<()> {
    let tx = store.mulai().await?;
    hapus(&tx, p).await?;
    tx.commit().await
}

/// Longest time that the end of a job may take to be recorded; well below the lease, and above what a change of the primary takes.
const CATAT: Duration = Duration::from_mins(1);

/// Does what records the end of a job until the database takes it. A job whose end is lost runs again, and whoever got the mail
/// or the message gets it twice; so a database that restarts or is switched over is waited for. `kerja` must be safe to do twice.
///
/// # Errors
/// The last one, after a minute; at once what another try cannot mend.
pub async fn sampai_tercatat<T, F>(kerja: impl Fn() -> F) -> Hasil<T>
where
    F: Future<Output = Hasil<T>>,
{
    let mulai = Instant::now();
    loop {
        match kerja().await {
            Err(e) if dialect::boleh_ulang(&e) && mulai.elapsed() < CATAT => tokio::time::sleep(Duration::from_millis(500)).await,
            hasil => return hasil,
        }
    }
}

/// Writes the content of a job that goes on, and when; gives whether it is there still.
pub(crate) async fn lanjutkan(tx: &Tx, p: &Pekerjaan, isi: &str, setelah: Waktu) -> Hasil<bool> {
    let tanda = segel::tanda(&tx.kunci, p.id, &p.jenis, isi);
    let sql = "UPDATE pekerjaan SET isi = $2, setelah = $3, galat = NULL, tanda = $4 WHERE id = $1";
    Ok(tx.jalankan(sql, nilai![p.id, isi, setelah, tanda]).await? > 0)
}

/// The row of a job goes with the transaction that records how it ended.
pub(crate) async fn hapus(tx: &Tx, p: &Pekerjaan) -> Hasil<()> {
    tx.jalankan("DELETE FROM pekerjaan WHERE id = $1", nilai![p.id]).await.map(drop)
}

/// What becomes of a job that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nasib {
    /// Tried again after this many seconds.
    Lagi(i64),
    /// Tried often enough: the row stays with its fault until a person decides.
    Menyerah,
}

/// Seconds until the next try after this one failed; `None`: it was the last.
pub(crate) fn jeda(p: &Pekerjaan) -> Option<i64> {
    usize::try_from(p.coba - 1).ok().and_then(|n| JEDA_DETIK.get(n)).copied()
}

/// Moves a job of which the caller keeps the fault himself.
pub(crate) async fn tunda(tx: &Tx, p: &Pekerjaan, detik: i64) -> Hasil<()> {
    tx.jalankan("UPDATE pekerjaan SET setelah = $2 WHERE id = $1", nilai![p.id, tx.pada.tambah_detik(detik)]).await.map(drop)
}

/// Moves a job that was not tried at all: the pauses between tries begin where they were.
pub(crate) async fn undur(tx: &Tx, p: &Pekerjaan, setelah: Waktu) -> Hasil<()> {
    tx.jalankan("UPDATE pekerjaan SET setelah = $2, coba = coba - 1 WHERE id = $1", nilai![p.id, setelah]).await.map(drop)
}

/// Records a fault (shortened to 500 characters) and decides when the job runs again.
pub async fn gagal(store: &Store, p: &Pekerjaan, galat: &str) -> Hasil<Nasib> {
    let jeda = jeda(p);
    let tx = store.mulai().await?;
    let setelah = jeda.map_or(Waktu(MENYERAH), |d| tx.pada.tambah_detik(d));
    let galat: String = galat.chars().take(500).collect();
    tx.jalankan("UPDATE pekerjaan SET setelah = $2, galat = $3 WHERE id = $1", nilai![p.id, setelah, galat]).await?;
    tx.commit().await?;
    Ok(jeda.map_or(Nasib::Menyerah, Nasib::Lagi))
}

/// Gives a job up at once: no further try can help. It stays with its fault.
pub async fn menyerah(store: &Store, p: &Pekerjaan, galat: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("UPDATE pekerjaan SET setelah = $2, galat = $3 WHERE id = $1", nilai![p.id, MENYERAH, galat]).await?;
    tx.commit().await
}

/// A job that failed, for the administrator. Its content stays out: it may hold an address or a link.
#[derive(Debug, Clone, FromQueryResult, Serialize)]
pub struct Mandek {
    pub id: PekerjaanId,
    pub jenis: String,
    pub dibuat: Waktu,
    /// When it is tried again; see [`Mandek::menyerah`].
    pub setelah: Waktu,
    pub coba: i64,
    pub galat: Option<String>,
}

impl Mandek {
    /// It was put there, or changed, past the program: another try cannot help.
    #[must_use]
    pub fn asing(&self) -> bool {
        self.galat.as_deref() == Some(ASING)
    }

    /// Nobody tries it again by himself.
    #[must_use]
    pub fn menyerah(&self) -> bool {
        diserahkan(self.setelah)
    }
}

/// Whether a job that is due then was given up.
pub(crate) fn diserahkan(setelah: Waktu) -> bool {
    setelah.0 == MENYERAH
}

/// Jobs that were given up, oldest first, at most 200.
pub async fn mandek(store: &Store) -> Hasil<Vec<Mandek>> {
    let sql = "SELECT id, jenis, dibuat, setelah, coba, galat FROM pekerjaan WHERE setelah = $1 ORDER BY dibuat, id LIMIT 200";
    store.baca().semua(sql, nilai![MENYERAH]).await
}

/// Jobs that failed at least once and are not done: those tried again later, and those given up; oldest first, at most 200.
pub async fn bermasalah(store: &Store, _hak: &Admin) -> Hasil<Vec<Mandek>> {
    let sql = "SELECT id, jenis, dibuat, setelah, coba, galat FROM pekerjaan WHERE galat IS NOT NULL ORDER BY dibuat, id LIMIT 200";
    store.baca().semua(sql, nilai![]).await
}

/// How many those are.
pub async fn jumlah_bermasalah(store: &Store, _hak: &Admin) -> Hasil<i64> {
    store.baca().angka("SELECT COUNT(*) AS n FROM pekerjaan WHERE galat IS NOT NULL", nilai![]).await
}

/// Removes a job that was given up.
///
/// # Errors
/// `TidakDitemukan` for one that is still tried.
pub async fn buang(store: &Store, hak: &Admin, id: PekerjaanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    if tx.jalankan("DELETE FROM pekerjaan WHERE id = $1 AND setelah = $2", nilai![id, MENYERAH]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("pekerjaan.buang", "pekerjaan", id)).await?;
    tx.commit().await
}

/// Lets a job that was given up begin again.
///
/// # Errors
/// `TidakDitemukan` for one that is still tried.
pub async fn ulangi(store: &Store, hak: &Admin, id: PekerjaanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let n =
        tx.jalankan("UPDATE pekerjaan SET setelah = $2, coba = 0 WHERE id = $1 AND setelah = $3", nilai![id, tx.pada, MENYERAH]).await?;
    if n == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("pekerjaan.ulangi", "pekerjaan", id)).await?;
    tx.commit().await
}

/// Removes sessions and one-time links that are over (links a week later, so that "expired" can be told from "unknown").
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    let tx = store.mulai().await?;
    let sesi = tx
        .jalankan(
            "DELETE FROM sesi WHERE kedaluwarsa < $1 OR terakhir < $2",
            nilai![tx.pada, tx.pada.tambah_detik(-crate::sesi::DIAM_DETIK)],
        )
        .await?;
    let tautan = tx.jalankan("DELETE FROM tautan_sekali WHERE kedaluwarsa < $1", nilai![tx.pada.tambah_detik(-7 * 86_400)]).await?;
    tx.commit().await?;
    Ok(sesi + tautan)
}
