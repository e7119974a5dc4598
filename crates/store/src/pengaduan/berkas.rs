//! Files of a report. Their content was checked and pictures were freed of place and device before they come here.

use super::Pengaduan;
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    berkas::{Berkas, Tipe},
    bukti::rapikan_nama,
    id::PengaduanId,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Files that come with one report or step.
pub const LAMPIRAN_MAKS: usize = 5;
/// Files of one report in all.
const SEMUA_MAKS: i64 = 40;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Lampiran {
    pub id: Uuid,
    /// With which step it came; none: with the report.
    pub langkah_id: Option<Uuid>,
    pub objek: String,
    pub nama: String,
    pub tipe: String,
    pub ukuran: i64,
    /// `pelapor` or `petugas`.
    pub pihak: String,
    pub pada: Waktu,
    /// What the virus scanner has not let pass: `menunggu` or `terinfeksi` ([`crate::pindai`]).
    pub pindai: Option<String>,
}

impl Lampiran {
    #[must_use]
    pub fn tipe(&self) -> Option<Tipe> {
        Tipe::dari_mime(&self.tipe)
    }
}

const PILIH: &str = "SELECT f.id, f.langkah_id, f.objek, f.nama, o.tipe, o.ukuran, f.pihak, f.pada, v.keadaan AS pindai
    FROM pengaduan_lampiran f JOIN objek o ON o.sidik = f.objek
    LEFT JOIN objek_pindai v ON v.sidik = f.objek AND v.keadaan <> 'bersih'";

pub(super) async fn milik<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Vec<Lampiran>> {
    c.semua(&format!("{PILIH} WHERE f.pengaduan_id = $1 ORDER BY f.pada, f.id LIMIT 200"), nilai![id]).await
}

/// One file of this report.
///
/// # Errors
/// `TidakDitemukan` also for one of another report.
pub async fn lampiran<C: ConnectionTrait>(c: &C, aduan: &Pengaduan, id: Uuid) -> Hasil<Lampiran> {
    c.satu(&format!("{PILIH} WHERE f.id = $1 AND f.pengaduan_id = $2"), nilai![id, aduan.id]).await
}

/// A file that is on disk and waits for its row.
pub(super) struct Siap {
    nama: String,
    tipe: Tipe,
    isi: Tersimpan,
}

/// Writes the files to disk.
pub(super) fn siapkan(store: &Store, berkas: &[(String, Berkas)]) -> Hasil<Vec<Siap>> {
    if berkas.len() > LAMPIRAN_MAKS {
        return Err(StoreError::Keadaan("aduan-lampiran-banyak"));
    }
    let satu =
        |(nama, b): &(String, Berkas)| Ok(Siap { nama: rapikan_nama(nama, b.tipe()), tipe: b.tipe(), isi: objek::simpan(store, b.isi())? });
    berkas.iter().map(satu).collect()
}

/// Of an anonymous report: people call files after themselves.
pub(super) fn tanpa_nama(siap: &mut [Siap]) {
    for (n, s) in siap.iter_mut().enumerate() {
        s.nama = rapikan_nama(&format!("lampiran-{}", n + 1), s.tipe);
    }
}

pub(super) async fn catat(tx: &Tx, id: PengaduanId, langkah: Option<Uuid>, pihak: &str, siap: &[Siap]) -> Hasil<()> {
    let ada = tx.angka("SELECT COUNT(*) AS n FROM pengaduan_lampiran WHERE pengaduan_id = $1", nilai![id]).await?;
    if ada + i64::try_from(siap.len()).unwrap_or(SEMUA_MAKS) > SEMUA_MAKS {
        return Err(StoreError::Keadaan("aduan-lampiran-banyak"));
    }
    for s in siap {
        objek::catat(tx, &s.isi, s.tipe.mime()).await?;
        tx.jalankan(
            "INSERT INTO pengaduan_lampiran (id, pengaduan_id, langkah_id, objek, nama, pihak, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            nilai![crate::id::baru(), id, langkah, s.isi.sidik.as_str(), s.nama.as_str(), pihak, tx.pada],
        )
        .await?;
    }
    Ok(())
}
