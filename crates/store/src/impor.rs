//! Units and accounts from a file, in two steps: read and shown (nothing is stored but the rows), then applied all or
//! nothing. The same file a second time updates instead of duplicating. Reading XLSX and CSV is the caller's work.

mod akun;
mod program;
mod unit;

use crate::{Hasil, Store, StoreError, Tx, Waktu, audit, hak::Admin, id::AkunId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use akun::KOLOM as KOLOM_AKUN;
pub use program::{Terapan, unit_program};
pub use unit::KOLOM as KOLOM_UNIT;

/// The largest number of rows in one file.
pub const BARIS_MAKS: usize = 10_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Unit,
    Akun,
}

impl Jenis {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Akun => "akun",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        [Self::Unit, Self::Akun].into_iter().find(|j| j.kunci() == k)
    }

    /// Names of the columns, in the order of `Baris::sel`; the first one identifies the row.
    #[must_use]
    pub fn kolom(self) -> &'static [&'static str] {
        match self {
            Self::Unit => &unit::KOLOM,
            Self::Akun => &akun::KOLOM,
        }
    }
}

/// One row of the file: its number as the person sees it, and its cells by column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baris {
    pub nomor: usize,
    pub sel: Vec<String>,
}

impl Baris {
    fn s(&self, kolom: usize) -> &str {
        self.sel.get(kolom).map_or("", |s| s.trim())
    }
}

/// What is wrong in a cell: the catalogue key says what and what is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salah {
    pub nomor: usize,
    pub kolom: &'static str,
    pub kunci: &'static str,
    pub nilai: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aksi {
    Baru,
    Ubah,
    Sama,
}

/// What applying would do, row by row (`None`: the row has a fault).
#[derive(Debug, Clone)]
pub struct Rencana {
    pub jenis: Jenis,
    pub nama_berkas: String,
    pub baris: Vec<(Baris, Option<Aksi>)>,
    pub salah: Vec<Salah>,
    /// Set once it was applied.
    pub terap: Option<Terap>,
}

impl Rencana {
    #[must_use]
    pub fn jumlah(&self, aksi: Aksi) -> usize {
        self.baris.iter().filter(|(_, a)| *a == Some(aksi)).count()
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Terap {
    pub baru: i64,
    pub ubah: i64,
    akun: String,
    pub pada: Waktu,
    /// When the one-time links were handed out.
    pub tautan: Option<Waktu>,
}

impl Terap {
    /// Accounts that the import made.
    #[must_use]
    pub fn akun(&self) -> Vec<AkunId> {
        serde_json::from_str(&self.akun).unwrap_or_default()
    }
}

#[derive(FromQueryResult)]
struct Tersimpan {
    jenis: String,
    nama_berkas: String,
    isi: String,
}

/// Keeps the rows until they are confirmed, at most a day.
///
/// # Errors
/// `Keadaan("impor-kosong")`, `Keadaan("impor-terlalu-banyak")`.
pub async fn siapkan(store: &Store, hak: &Admin, jenis: Jenis, nama_berkas: &str, baris: &[Baris]) -> Hasil<Uuid> {
    if baris.is_empty() {
        return Err(StoreError::Keadaan("impor-kosong"));
    }
    if baris.len() > BARIS_MAKS {
        return Err(StoreError::Keadaan("impor-terlalu-banyak"));
    }
    let isi = serde_json::to_string(baris).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let id = crate::id::baru();
    let tx = store.mulai().await?;
    let kemarin = tx.pada.tambah_detik(-86_400);
    tx.jalankan(
        "DELETE FROM impor WHERE dibuat < $1 AND NOT EXISTS (SELECT 1 FROM impor_terap t WHERE t.impor_id = impor.id)",
        nilai![kemarin],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO impor (id, jenis, nama_berkas, isi, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, jenis.kunci(), nama_berkas, isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// What the kept rows would do now. Changes nothing.
pub async fn rencana(store: &Store, hak: &Admin, id: Uuid) -> Hasil<Rencana> {
    let mut r = susun(store.baca(), hak, id).await?;
    r.terap = terap(store.baca(), id).await?;
    Ok(r)
}

async fn terap<C: sea_orm::ConnectionTrait>(c: &C, id: Uuid) -> Hasil<Option<Terap>> {
    c.mungkin(
        "SELECT t.baru, t.ubah, t.akun, t.pada, l.pada AS tautan FROM impor_terap t LEFT JOIN impor_tautan l ON l.impor_id = t.impor_id
         WHERE t.impor_id = $1",
        nilai![id],
    )
    .await
}

async fn susun<C: sea_orm::ConnectionTrait>(c: &C, hak: &Admin, id: Uuid) -> Hasil<Rencana> {
    let sql = "SELECT jenis, nama_berkas, isi FROM impor WHERE id = $1 AND oleh = $2";
    let t: Tersimpan = c.satu(sql, nilai![id, hak.pelaku().akun]).await?;
    let jenis = Jenis::dari_kunci(&t.jenis).ok_or_else(|| StoreError::Rusak(format!("import {id}: kind {}", t.jenis)))?;
    let baris: Vec<Baris> = serde_json::from_str(&t.isi).map_err(|e| StoreError::Rusak(format!("import {id}: {e}")))?;
    let (aksi, salah) = match jenis {
        Jenis::Unit => unit::periksa(c, &baris).await?,
        Jenis::Akun => akun::periksa(c, &baris).await?,
    };
    Ok(Rencana { jenis, nama_berkas: t.nama_berkas, baris: baris.into_iter().zip(aksi).collect(), salah, terap: None })
}

/// Applies everything in one transaction. A second time changes nothing and answers the same.
///
/// # Errors
/// `Keadaan("impor-ada-salah")` when a row has a fault (also one that came up since it was shown).
pub async fn terapkan(store: &Store, hak: &Admin, id: Uuid) -> Hasil<Terap> {
    let tx = store.mulai().await?;
    let sql = format!("SELECT jenis, nama_berkas, isi FROM impor WHERE id = $1 AND oleh = $2{}", tx.kunci_baris());
    tx.satu::<Tersimpan>(&sql, nilai![id, hak.pelaku().akun]).await?;
    if let Some(t) = terap(&*tx, id).await? {
        return Ok(t);
    }
    let r = susun(&*tx, hak, id).await?;
    if !r.salah.is_empty() {
        return Err(StoreError::Keadaan("impor-ada-salah"));
    }
    let akun = jalankan(&tx, hak, &r).await?;
    let (baru, ubah) = (i64::try_from(r.jumlah(Aksi::Baru)).unwrap_or(0), i64::try_from(r.jumlah(Aksi::Ubah)).unwrap_or(0));
    let daftar = serde_json::to_string(&akun).map_err(|e| StoreError::Rusak(e.to_string()))?;
    tx.jalankan(
        "INSERT INTO impor_terap (impor_id, baru, ubah, akun, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, baru, ubah, daftar.as_str(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = audit::Kejadian::baru("impor.terapkan", "impor", id)
        .rincian(serde_json::json!({ "jenis": r.jenis.kunci(), "baru": baru, "ubah": ubah }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(Terap { baru, ubah, akun: daftar, pada, tautan: None })
}

async fn jalankan(tx: &Tx, hak: &Admin, r: &Rencana) -> Hasil<Vec<AkunId>> {
    match r.jenis {
        Jenis::Unit => unit::terapkan(tx, Some(hak.pelaku()), &r.baris).await.map(|()| Vec::new()),
        Jenis::Akun => akun::terapkan(tx, hak, &r.baris).await,
    }
}

/// A new account and the secret of its one-time link.
#[derive(Debug, Clone)]
pub struct TautanBaru {
    pub nama: String,
    pub surel: String,
    pub rahasia: String,
}

/// One-time links for the accounts that the import made and that have no password yet. Handed out once.
///
/// # Errors
/// `Keadaan("impor-belum-diterapkan")`, `Keadaan("impor-tautan-sudah-diunduh")`.
pub async fn tautan(store: &Store, hak: &Admin, id: Uuid) -> Hasil<Vec<TautanBaru>> {
    let tx = store.mulai().await?;
    let sql = format!("SELECT jenis, nama_berkas, isi FROM impor WHERE id = $1 AND oleh = $2{}", tx.kunci_baris());
    tx.satu::<Tersimpan>(&sql, nilai![id, hak.pelaku().akun]).await?;
    let t = terap(&*tx, id).await?.ok_or(StoreError::Keadaan("impor-belum-diterapkan"))?;
    if t.tautan.is_some() {
        return Err(StoreError::Keadaan("impor-tautan-sudah-diunduh"));
    }
    let hasil = akun::tautan(&tx, hak, &t.akun()).await?;
    tx.jalankan("INSERT INTO impor_tautan (impor_id, pada, oleh) VALUES ($1, $2, $3)", nilai![id, tx.pada, hak.pelaku().akun]).await?;
    tx.commit().await?;
    Ok(hasil)
}
