//! Reading what was handed in.

use super::{bukti, papan};
use crate::{Hasil, Store, StoreError, Waktu, hak::Nasional, id::TerimaId, kueri::Kueri, nilai, token_api::HakSerah};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A publication that was handed in, and what became of it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Diterima {
    pub id: TerimaId,
    /// Owner of the key that signed it, by our register.
    pub pemilik: String,
    pub kunci: String,
    /// Why its key was revoked since.
    pub kunci_cabut: Option<String>,
    pub kunci_cabut_pada: Option<Waktu>,
    pub instansi: String,
    pub instansi_kode: String,
    pub periode: String,
    pub periode_kode: String,
    pub tahun: i64,
    pub skema: String,
    pub nomor: i64,
    pub ilustrasi: i64,
    pub hasil: i64,
    pub diperingkat: i64,
    pub sidik: String,
    pub objek: String,
    pub ukuran: i64,
    pub pada: Waktu,
    /// Who handed it in: a person or a token.
    pub oleh: Option<String>,
    pub putusan: Option<String>,
    pub putusan_alasan: Option<String>,
    pub putusan_pada: Option<Waktu>,
    pub putusan_oleh: Option<String>,
    /// Why its validation was taken back.
    pub tarik_alasan: Option<String>,
    pub tarik_pada: Option<Waktu>,
    pub tarik_oleh: Option<String>,
    /// 1 when a later version of the same period was received from the same owner, with whichever of his keys.
    pub usang: i64,
}

impl Diterima {
    #[must_use]
    pub fn menunggu(&self) -> bool {
        self.putusan.is_none()
    }

    /// Validated, and that was not taken back.
    #[must_use]
    pub fn valid(&self) -> bool {
        self.putusan.as_deref() == Some("valid") && self.tarik_pada.is_none()
    }
}

const PILIH: &str =
    "SELECT d.id, k.nama AS pemilik, k.kunci, x.alasan AS kunci_cabut, x.pada AS kunci_cabut_pada, d.instansi, d.instansi_kode,
    d.periode, d.periode_kode, d.tahun, d.skema, d.nomor, d.ilustrasi, d.hasil, d.diperingkat, d.sidik, d.objek, d.ukuran, d.pada,
    COALESCE(a.nama, t.nama) AS oleh, p.jenis AS putusan, p.alasan AS putusan_alasan, p.pada AS putusan_pada, b.nama AS putusan_oleh,
    w.alasan AS tarik_alasan, w.pada AS tarik_pada, c.nama AS tarik_oleh,
    CASE WHEN EXISTS (SELECT 1 FROM terima_terbitan e JOIN kunci_instalasi f ON f.id = e.kunci_id
        WHERE f.nama = k.nama AND e.periode_kode = d.periode_kode AND e.nomor > d.nomor)
      THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS usang
    FROM terima_terbitan d JOIN kunci_instalasi k ON k.id = d.kunci_id LEFT JOIN kunci_cabut x ON x.kunci_id = k.id
    LEFT JOIN akun a ON a.id = d.oleh LEFT JOIN token_api t ON t.id = d.token_id
    LEFT JOIN terima_putusan p ON p.terima_id = d.id LEFT JOIN akun b ON b.id = p.oleh
    LEFT JOIN terima_tarik w ON w.terima_id = d.id LEFT JOIN akun c ON c.id = w.oleh";

/// What was handed in: that which waits first, then newest first. From `lewati` on at most `batas`, and how many there are.
pub async fn daftar(store: &Store, _hak: &Nasional, lewati: i64, batas: i64) -> Hasil<(Vec<Diterima>, i64)> {
    let c = store.baca();
    let semua = c.angka("SELECT COUNT(*) AS n FROM terima_terbitan", nilai![]).await?;
    let sql = format!("{PILIH} ORDER BY CASE WHEN p.terima_id IS NULL THEN 0 ELSE 1 END, d.id DESC LIMIT $1 OFFSET $2");
    Ok((c.semua(&sql, nilai![batas, lewati]).await?, semua))
}

/// What became of what a program handed in: `belum-divalidasi`, `divalidasi`, `dikembalikan`, or `validasi-ditarik`. A decision that is not
/// proved is none.
///
/// # Errors
/// `TidakDitemukan`, also for what another instansi handed in.
pub async fn keadaan(store: &Store, hak: &HakSerah, id: TerimaId) -> Hasil<&'static str> {
    let d = dari_id(store.baca(), id).await?;
    if d.instansi_kode != hak.instansi_kode {
        return Err(StoreError::TidakDitemukan);
    }
    let terbukti = bukti::terbukti(store.baca(), store.kunci(), id).await?;
    Ok(match d.putusan.as_deref().filter(|_| terbukti) {
        None => "belum-divalidasi",
        Some("valid") if d.tarik_pada.is_some() => "validasi-ditarik",
        Some("valid") => "divalidasi",
        Some(_) => "dikembalikan",
    })
}

/// How many wait for a decision; those that a later version made old do not.
pub async fn menunggu(store: &Store, _hak: &Nasional) -> Hasil<i64> {
    let sql = format!("SELECT COUNT(*) AS n FROM ({PILIH} WHERE p.terima_id IS NULL) t WHERE t.usang = 0");
    store.baca().angka(&sql, nilai![]).await
}

/// How many publications still count though the key that signed them was revoked after they were validated.
pub async fn dicabut(store: &Store, _hak: &Nasional) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id
         WHERE EXISTS (SELECT 1 FROM kunci_cabut x WHERE x.kunci_id = t.kunci_id) AND {}",
        papan::SAH
    );
    store.baca().angka(&sql, nilai![]).await
}

/// # Errors
/// `TidakDitemukan`.
pub async fn satu(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<Diterima> {
    dari_id(store.baca(), id).await
}

pub(super) async fn dari_id<C: ConnectionTrait>(c: &C, id: TerimaId) -> Hasil<Diterima> {
    c.satu(&format!("{PILIH} WHERE d.id = $1"), nilai![id]).await
}

/// A result in it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HasilDiterima {
    pub urut: i64,
    pub unit: String,
    pub instansi: String,
    pub kelompok: String,
    pub peringkat: Option<i64>,
    pub ipp: Option<String>,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub status: String,
    pub sidik: String,
}

/// Its results in the order of the file.
pub async fn hasil(store: &Store, _hak: &Nasional, id: TerimaId, lewati: i64, batas: i64) -> Hasil<Vec<HasilDiterima>> {
    let sql = "SELECT urut, unit, instansi, kelompok, peringkat, ipp, tampil, kategori, status, sidik FROM terima_hasil
        WHERE terima_id = $1 ORDER BY urut LIMIT $2 OFFSET $3";
    store.baca().semua(sql, nilai![id, batas, lewati]).await
}

/// The file as it was received: its hash among the objects.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn berkas(store: &Store, hak: &Nasional, id: TerimaId) -> Hasil<String> {
    Ok(satu(store, hak, id).await?.objek)
}
