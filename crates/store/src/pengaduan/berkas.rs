//! Files of a report. Their content was checked and pictures were freed of place and device before they come here. They lie sealed
//! (`identitas::berkas`): what has to see their content, also the virus scanner, asks here.

use super::Pengaduan;
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    berkas::{Berkas, Tipe},
    bukti::rapikan_nama,
    id::PengaduanId,
    identitas::{Milik, Tersegel, buka_berkas, segel_berkas},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    pindai, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Files that come with one report or step.
pub const LAMPIRAN_MAKS: usize = 5;
/// Files of one report in all.
const SEMUA_MAKS: i64 = 40;
/// As what a file and its key are sealed.
const KUNCI: &str = "pengaduan_lampiran.kunci";
/// Files of an older program that are sealed in one transaction.
const KELOMPOK: usize = 20;

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
        buka_berkas(store.kunci(), Milik(KUNCI, self.id), &self.kunci, objek::baca(store, &self.objek)?)
    }
}

const PILIH: &str =
    "SELECT f.id, f.langkah_id, f.objek, f.nama, COALESCE(f.kunci, '') AS kunci, o.tipe, o.ukuran, f.pihak, f.pada, v.keadaan AS pindai
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

/// The content of an object, opened where it is the file of a report: for the virus scanner and for copies of their holders, who know
/// the object only.
///
/// # Errors
/// As [`Lampiran::isi`].
pub async fn buka_objek(store: &Store, sidik: &str) -> Hasil<Vec<u8>> {
    let l: Option<Lampiran> = store.baca().mungkin(&format!("{PILIH} WHERE f.objek = $1 AND f.kunci IS NOT NULL"), nilai![sidik]).await?;
    let (store, sidik) = (store.clone(), sidik.to_owned());
    let baca = move || l.map_or_else(|| objek::baca(&store, &sidik), |l| l.isi(&store));
    tokio::task::spawn_blocking(baca).await.map_err(|e| StoreError::Berkas(std::io::Error::other(e)))?
}

/// A file that is on disk and waits for its row.
pub(super) struct Siap {
    id: Uuid,
    nama: String,
    tipe: Tipe,
    isi: Tersimpan,
    kunci: String,
    /// Hash of what was sent.
    polos: String,
}

/// Writes the files to disk, sealed.
pub(super) fn siapkan(store: &Store, berkas: &[(String, Berkas)]) -> Hasil<Vec<Siap>> {
    if berkas.len() > LAMPIRAN_MAKS {
        return Err(StoreError::Keadaan("aduan-lampiran-banyak"));
    }
    let satu = |(nama, b): &(String, Berkas)| {
        let id = crate::id::baru();
        let (badan, kunci) = segel_berkas(store.kunci(), Milik(KUNCI, id), b.isi())?;
        let nama = rapikan_nama(nama, b.tipe());
        Ok(Siap { id, nama, tipe: b.tipe(), isi: objek::simpan(store, &badan)?, kunci, polos: sidik_hex(b.isi()) })
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
        // Sealed it looks different each time; what was found in it before is known by its content.
        pindai::tolak_terinfeksi(tx, &s.polos).await?;
        objek::catat(tx, &s.isi, s.tipe.mime()).await?;
        tx.jalankan(
            "INSERT INTO pengaduan_lampiran (id, pengaduan_id, langkah_id, objek, nama, pihak, pada, kunci)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            nilai![s.id, id, langkah, s.isi.sidik.as_str(), s.nama.as_str(), pihak, tx.pada, s.kunci.as_str()],
        )
        .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Lama {
    id: Uuid,
    objek: String,
}

/// Seals files that an older program left as they came; how many. The former files go with the next clean-up.
///
/// # Errors
/// When the store fails. What was done until then stays done.
pub(crate) async fn segel_lama(store: &Store) -> Hasil<u64> {
    let sql = format!("SELECT id, objek FROM pengaduan_lampiran WHERE kunci IS NULL AND id > $1 ORDER BY id LIMIT {KELOMPOK}");
    let (mut n, mut setelah) = (0, Uuid::nil());
    loop {
        let semua: Vec<Lama> = store.baca().semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = semua.last() else { return Ok(n) };
        setelah = akhir.id;
        for l in &semua {
            n += match segel_satu(store, l).await {
                // Missing or damaged: it stays as it is, and is named by `prima check`.
                Err(StoreError::Rusak(apa)) => {
                    tracing::warn!(file = apa, "a file of a report could not be sealed");
                    0
                }
                hasil => hasil?,
            };
        }
    }
}

async fn segel_satu(store: &Store, l: &Lama) -> Hasil<u64> {
    let (store_, id, sidik) = (store.clone(), l.id, l.objek.clone());
    let kerja = move || {
        let (badan, kunci) = segel_berkas(store_.kunci(), Milik(KUNCI, id), &objek::baca(&store_, &sidik)?)?;
        Ok::<_, StoreError>((objek::simpan(&store_, &badan)?, kunci))
    };
    let (isi, kunci) = tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Berkas(std::io::Error::other(e)))??;
    let tx = store.mulai().await?;
    let sidik = isi.sidik.as_str();
    let salin = "INSERT INTO objek (sidik, ukuran, tipe, dibuat) SELECT $2, $3, tipe, $4 FROM objek WHERE sidik = $1";
    tx.jalankan(salin, nilai![l.objek.as_str(), sidik, isi.ukuran, tx.pada]).await?;
    // What the scanner said of the content holds for it sealed.
    let putusan = "INSERT INTO objek_pindai (sidik, keadaan, temuan, coba, setelah, pada, diputus)
        SELECT $2, keadaan, temuan, coba, setelah, pada, diputus FROM objek_pindai WHERE sidik = $1";
    tx.jalankan(putusan, nilai![l.objek.as_str(), sidik]).await?;
    let ganti = "UPDATE pengaduan_lampiran SET objek = $2, kunci = $3 WHERE id = $1 AND kunci IS NULL";
    let n = tx.jalankan(ganti, nilai![l.id, sidik, kunci]).await?;
    if n > 0 {
        tx.commit().await?;
    }
    Ok(n)
}
