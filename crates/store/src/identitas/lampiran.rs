//! Files of citizens in their tables, sealed as `berkas` says: papers of cases, the letters made from them, files of reports. Whoever has to
//! see the content of such a file, also the virus scanner, asks here.

mod sama;

pub(crate) use sama::sama;

use super::{Milik, Tersegel, buka_berkas, segel_berkas};
use crate::{
    Hasil, Store, StoreError,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    sidik_hex,
    utas::di_utas,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A table with `id`, `objek` and `kunci` (the sealed key of the file).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tempat {
    tabel: &'static str,
    /// As what a file and its key are sealed.
    medan: &'static str,
    /// What else changes when a file of an older program is sealed.
    ikut: &'static str,
}

pub(crate) const PENGADUAN: Tempat = Tempat { tabel: "pengaduan_lampiran", medan: "pengaduan_lampiran.kunci", ikut: "" };
pub(crate) const PERMOHONAN: Tempat = Tempat { tabel: "permohonan_berkas", medan: "permohonan_berkas.kunci", ikut: "" };
/// A letter: whoever compares a file with it compares with what was printed.
pub(crate) const SURAT: Tempat = Tempat {
    tabel: "permohonan_dokumen",
    medan: "permohonan_dokumen.kunci",
    ikut: ", cetak = CASE WHEN cetak = '' THEN objek ELSE cetak END",
};
const SEMUA: [Tempat; 3] = [PENGADUAN, PERMOHONAN, SURAT];

/// Files of an older program that are looked at together.
const KELOMPOK: usize = 20;

/// A file that is on disk, sealed, and waits for its row.
pub(crate) struct Siap {
    /// Id of the row.
    pub id: Uuid,
    pub isi: Tersimpan,
    pub kunci: String,
    /// SHA-256 of what was sent.
    pub polos: String,
}

/// Writes a file to disk, sealed for the row `id`.
pub(crate) fn siapkan(store: &Store, tempat: Tempat, id: Uuid, isi: &[u8]) -> Hasil<Siap> {
    let (badan, kunci) = segel_berkas(store.kunci(), Milik(tempat.medan, id), isi)?;
    Ok(Siap { id, isi: objek::simpan(store, &badan)?, kunci, polos: sidik_hex(isi) })
}

/// The content of the file in the row `id`: 20 MB at most.
///
/// # Errors
/// `Rusak` when it is missing, was changed, or its key is not in the key file.
pub(crate) fn isi(store: &Store, tempat: Tempat, (id, kunci): (Uuid, &Tersegel), sidik: &str) -> Hasil<Vec<u8>> {
    buka_berkas(store.kunci(), Milik(tempat.medan, id), kunci, objek::baca(store, sidik)?)
}

#[derive(FromQueryResult)]
struct Pemilik {
    tempat: i64,
    id: Uuid,
    kunci: Tersegel,
}

/// The content of an object, opened where it lies sealed: for the virus scanner and for copies of their holders, who know the object only.
///
/// # Errors
/// `Rusak` when it is missing, was changed, or its key is not in the key file.
pub async fn buka_objek(store: &Store, sidik: &str) -> Hasil<Vec<u8>> {
    let satu = |(n, t): (usize, &Tempat)| {
        format!("SELECT CAST({n} AS bigint) AS tempat, id, kunci FROM {} WHERE objek = $1 AND kunci IS NOT NULL", t.tabel)
    };
    let sql = SEMUA.iter().enumerate().map(satu).collect::<Vec<_>>().join(" UNION ALL ");
    let p: Option<Pemilik> = store.baca().mungkin(&format!("{sql} LIMIT 1"), nilai![sidik]).await?;
    let (store, sidik) = (store.clone(), sidik.to_owned());
    let baca = move || match p.and_then(|p| Some((*SEMUA.get(usize::try_from(p.tempat).ok()?)?, p))) {
        Some((tempat, p)) => isi(&store, tempat, (p.id, &p.kunci), &sidik),
        None => objek::baca(&store, &sidik),
    };
    di_utas(baca).await
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
pub(super) async fn segel_lama(store: &Store) -> Hasil<u64> {
    let mut n = 0;
    for tempat in SEMUA {
        n += segel_tabel(store, tempat).await?;
    }
    Ok(n)
}

async fn segel_tabel(store: &Store, tempat: Tempat) -> Hasil<u64> {
    let sql = format!("SELECT id, objek FROM {} WHERE kunci IS NULL AND id > $1 ORDER BY id LIMIT {KELOMPOK}", tempat.tabel);
    let (mut n, mut setelah) = (0, Uuid::nil());
    loop {
        let semua: Vec<Lama> = store.baca().semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = semua.last() else { return Ok(n) };
        setelah = akhir.id;
        for l in &semua {
            n += match segel_satu(store, tempat, l).await {
                // Missing or damaged: it stays as it is, and is named by `prima check`.
                Err(StoreError::Rusak(apa)) => {
                    tracing::warn!(file = apa, "a file of a citizen could not be sealed");
                    0
                }
                hasil => hasil?,
            };
        }
    }
}

async fn segel_satu(store: &Store, tempat: Tempat, l: &Lama) -> Hasil<u64> {
    let (store_, id, sidik) = (store.clone(), l.id, l.objek.clone());
    let kerja = move || siapkan(&store_, tempat, id, &objek::baca(&store_, &sidik)?);
    let siap = di_utas(kerja).await?;
    let tx = store.mulai().await?;
    let sidik = siap.isi.sidik.as_str();
    let salin = "INSERT INTO objek (sidik, ukuran, tipe, dibuat) SELECT $2, $3, tipe, $4 FROM objek WHERE sidik = $1";
    tx.jalankan(salin, nilai![l.objek.as_str(), sidik, siap.isi.ukuran, tx.pada]).await?;
    // What the scanner said of the content holds for it sealed.
    let putusan = "INSERT INTO objek_pindai (sidik, keadaan, temuan, coba, setelah, pada, diputus)
        SELECT $2, keadaan, temuan, coba, setelah, pada, diputus FROM objek_pindai WHERE sidik = $1";
    tx.jalankan(putusan, nilai![l.objek.as_str(), sidik]).await?;
    let ganti = format!("UPDATE {} SET objek = $2, kunci = $3{} WHERE id = $1 AND kunci IS NULL", tempat.tabel, tempat.ikut);
    let n = tx.jalankan(&ganti, nilai![l.id, sidik, siap.kunci]).await?;
    if n > 0 {
        tx.commit().await?;
    }
    Ok(n)
}
