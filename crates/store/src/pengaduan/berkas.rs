//! Files of a report. Their content was checked and pictures were freed of place and device before they come here. They lie sealed
//! (`identitas::lampiran`), and so do their names.

use super::Pengaduan;
use crate::{
    Hasil, Kunci, Store, StoreError, Tx, Waktu,
    berkas::{Berkas, Tipe},
    bukti::rapikan_nama,
    id::PengaduanId,
    identitas::{Milik, Tersegel, lampiran as berkas_tersegel, segel},
    kueri::Kueri,
    nilai, objek, pindai,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Files that come with one report or step.
pub const LAMPIRAN_MAKS: usize = 5;
/// Files of one report in all.
const SEMUA_MAKS: i64 = 40;
/// As what its name is sealed.
const NAMA: &str = "pengaduan_lampiran.nama";

#[derive(Debug, Clone)]
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
    kunci: Tersegel,
}

impl Lampiran {
    #[must_use]
    pub fn tipe(&self) -> Option<Tipe> {
        Tipe::dari_mime(&self.tipe)
    }

    /// Its content. Who may have it, and whether the scanner let it pass, was decided by the caller.
    ///
    /// # Errors
    /// `Rusak` when it is missing, was changed, or its key is not in the key file.
    pub fn isi(&self, store: &Store) -> Hasil<Vec<u8>> {
        berkas_tersegel::isi(store, berkas_tersegel::PENGADUAN, (self.id, &self.kunci), &self.objek)
    }
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    langkah_id: Option<Uuid>,
    objek: String,
    nama: Tersegel,
    kunci: Tersegel,
    tipe: String,
    ukuran: i64,
    pihak: String,
    pada: Waktu,
    pindai: Option<String>,
}

impl Baris {
    fn buka(self, kunci: &Kunci) -> Hasil<Lampiran> {
        let nama = self.nama.buka(kunci, Milik(NAMA, self.id))?;
        let Self { id, langkah_id, objek, kunci, tipe, ukuran, pihak, pada, pindai, .. } = self;
        Ok(Lampiran { id, langkah_id, objek, nama, tipe, ukuran, pihak, pada, pindai, kunci })
    }
}

const PILIH: &str =
    "SELECT f.id, f.langkah_id, f.objek, f.nama, COALESCE(f.kunci, '') AS kunci, o.tipe, o.ukuran, f.pihak, f.pada, v.keadaan AS pindai
    FROM pengaduan_lampiran f JOIN objek o ON o.sidik = f.objek
    LEFT JOIN objek_pindai v ON v.sidik = f.objek AND v.keadaan <> 'bersih'";

pub(super) async fn milik(store: &Store, id: PengaduanId) -> Hasil<Vec<Lampiran>> {
    let semua: Vec<Baris> =
        store.baca().semua(&format!("{PILIH} WHERE f.pengaduan_id = $1 ORDER BY f.pada, f.id LIMIT 200"), nilai![id]).await?;
    semua.into_iter().map(|b| b.buka(store.kunci())).collect()
}

/// One file of this report.
///
/// # Errors
/// `TidakDitemukan` also for one of another report.
pub async fn lampiran(store: &Store, aduan: &Pengaduan, id: Uuid) -> Hasil<Lampiran> {
    let b: Baris = store.baca().satu(&format!("{PILIH} WHERE f.id = $1 AND f.pengaduan_id = $2"), nilai![id, aduan.id]).await?;
    b.buka(store.kunci())
}

/// A file that is on disk and waits for its row.
pub(super) struct Siap {
    nama: String,
    tipe: Tipe,
    berkas: berkas_tersegel::Siap,
}

/// Writes the files to disk, sealed.
pub(super) fn siapkan(store: &Store, berkas: &[(String, Berkas)]) -> Hasil<Vec<Siap>> {
    if berkas.len() > LAMPIRAN_MAKS {
        return Err(StoreError::Keadaan("aduan-lampiran-banyak"));
    }
    let satu = |(nama, b): &(String, Berkas)| {
        let berkas = berkas_tersegel::siapkan(store, berkas_tersegel::PENGADUAN, crate::id::baru(), b.isi())?;
        Ok(Siap { nama: rapikan_nama(nama, b.tipe()), tipe: b.tipe(), berkas })
    };
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
        let b = &s.berkas;
        // Sealed it looks different each time; what was found in it before is known by its content.
        pindai::tolak_terinfeksi(tx, &b.polos).await?;
        objek::catat(tx, &b.isi, s.tipe.mime()).await?;
        let nama = segel(&tx.kunci, Milik(NAMA, b.id), &s.nama)?;
        tx.jalankan(
            "INSERT INTO pengaduan_lampiran (id, pengaduan_id, langkah_id, objek, nama, pihak, pada, kunci)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            nilai![b.id, id, langkah, b.isi.sidik.as_str(), nama, pihak, tx.pada, b.kunci.as_str()],
        )
        .await?;
    }
    Ok(())
}
