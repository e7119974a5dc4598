//! BuktiDukung: files and links that stand behind the answers of an indicator.
//!
//! A file is stored once by its hash and reached only through its row here; a link leads outside Prima and is not
//! frozen. What a file is, is decided by [`crate::berkas`]; uploads in pieces are [`crate::unggahan`].

pub mod lama;
mod nama;
mod tulis;

pub use nama::rapikan_nama;
pub use tulis::{Baru, KETERANGAN_MAKS, MAKS_PER_INDIKATOR, TAUTAN_MAKS, hapus, tambah_berkas, tambah_tautan, ubah_keterangan};
pub(crate) use tulis::{catat_berkas, dari_op};

use crate::{
    Hasil, Waktu,
    berkas::Tipe,
    id::{AkunId, BuktiId, LokusId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Bukti {
    pub id: BuktiId,
    pub lokus_id: LokusId,
    pub indikator: String,
    /// `berkas` or `tautan`.
    pub jenis: String,
    /// SHA-256 of the file; never shown, never a way to the file.
    pub objek: Option<String>,
    pub tautan: Option<String>,
    pub nama: String,
    pub keterangan: String,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub oleh_nama: String,
    pub ukuran: Option<i64>,
    pub tipe: Option<String>,
    /// What the virus scanner has not let pass: `menunggu` or `terinfeksi` ([`crate::pindai`]).
    pub pindai: Option<String>,
}

impl Bukti {
    #[must_use]
    pub fn tipe(&self) -> Option<Tipe> {
        self.tipe.as_deref().and_then(Tipe::dari_mime)
    }
}

const PILIH: &str = "SELECT b.id, b.lokus_id, b.indikator, b.jenis, b.objek, b.tautan, b.nama, b.keterangan, b.pada, b.oleh,
    a.nama AS oleh_nama, o.ukuran, o.tipe, v.keadaan AS pindai FROM bukti b JOIN akun a ON a.id = b.oleh
    LEFT JOIN objek o ON o.sidik = b.objek LEFT JOIN bukti_hapus h ON h.bukti_id = b.id
    LEFT JOIN objek_pindai v ON v.sidik = b.objek AND v.keadaan <> 'bersih'";

/// All evidence of a lokus, by indicator and time of arrival.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Bukti>> {
    let sql = format!("{PILIH} WHERE b.lokus_id = $1 AND h.bukti_id IS NULL ORDER BY b.indikator, b.pada, b.id LIMIT 5000");
    c.semua(&sql, nilai![lokus]).await
}

/// Evidence of one indicator.
pub async fn milik_indikator<C: ConnectionTrait>(c: &C, lokus: LokusId, indikator: &str) -> Hasil<Vec<Bukti>> {
    let sql = format!("{PILIH} WHERE b.lokus_id = $1 AND b.indikator = $2 AND h.bukti_id IS NULL ORDER BY b.pada, b.id LIMIT 500");
    c.semua(&sql, nilai![lokus, indikator]).await
}

/// One piece of evidence of this lokus.
///
/// # Errors
/// `TidakDitemukan` also for one of another lokus, and for a deleted one.
pub async fn dari_id<C: ConnectionTrait>(c: &C, lokus: LokusId, id: BuktiId) -> Hasil<Bukti> {
    c.satu(&format!("{PILIH} WHERE b.id = $1 AND b.lokus_id = $2 AND h.bukti_id IS NULL"), nilai![id, lokus]).await
}
