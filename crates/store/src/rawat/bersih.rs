//! Removing evidence files that nothing refers to, which `prima check` only reports. May run beside a serving program: what is
//! younger than a day stays, and so does a file that an upload takes up again in the same moment.

use super::objek::{berkas, syarat_tak_diacu};
use crate::{
    Hasil, Store, Waktu,
    audit::{self, Kejadian},
    kueri::Kueri,
    nilai, objek,
    utas::di_utas,
};
use sea_orm::FromQueryResult;
use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

/// Longer than any upload or form stays open.
pub(super) const UMUR: Duration = Duration::from_hours(24);

/// What was removed.
#[derive(Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Dibuang {
    /// Rows that nothing referred to.
    pub baris: u64,
    /// Files, with and without a row.
    pub berkas: u64,
    pub bita: u64,
    /// Files that were put aside earlier and are needed after all; only in an object store.
    pub dikembalikan: u64,
}

#[derive(FromQueryResult)]
struct Calon {
    sidik: String,
}

/// Removes rows and files that nothing refers to and that are older than a day.
///
/// # Errors
/// When the database or the disk refuses; what was removed until then stays removed, and a second run goes on.
pub async fn bersihkan(store: &Store) -> Hasil<Dibuang> {
    let mut d = Dibuang::default();
    baris(store, &mut d).await?;
    if store.gudang().is_some() {
        super::bersih_gudang::bersihkan(store, &mut d).await?;
        return Ok(d);
    }
    for jalur in berkas(store)? {
        let nama = jalur.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if !punya_baris(store, nama).await? {
            buang(store, &jalur, nama, &mut d).await?;
        }
    }
    Ok(d)
}

async fn baris(store: &Store, d: &mut Dibuang) -> Hasil<()> {
    let (tak_diacu, batas) = (syarat_tak_diacu()?, Waktu(store.sekarang().0).tambah_detik(-86_400));
    let pilih = format!("SELECT o.sidik FROM objek o WHERE o.dibuat < $1 AND o.sidik > $2 AND {tak_diacu} ORDER BY o.sidik LIMIT 200");
    let mut setelah = String::new();
    loop {
        let calon: Vec<Calon> = store.baca().semua(&pilih, nilai![batas, setelah.as_str()]).await?;
        let Some(akhir) = calon.last() else { return Ok(()) };
        setelah.clone_from(&akhir.sidik);
        for c in calon {
            // Taken up a moment ago: its row will be referred to.
            if baru(store, &c.sidik).await? {
                continue;
            }
            let tx = store.mulai().await?;
            let hapus = format!("DELETE FROM objek WHERE sidik IN (SELECT o.sidik FROM objek o WHERE o.sidik = $1 AND {tak_diacu})");
            if tx.jalankan(&hapus, nilai![c.sidik.as_str()]).await? > 0 {
                audit::catat_oleh(&tx, None, Kejadian::baru("objek.buang", "objek", &c.sidik)).await?;
                tx.commit().await?;
                d.baris += 1;
            }
        }
    }
}

/// Whether an object was put there within the last day.
async fn baru(store: &Store, sidik: &str) -> Hasil<bool> {
    let (store, sidik) = (store.clone(), sidik.to_owned());
    di_utas(move || match store.gudang() {
        Some(g) => Ok(g.lihat(&sidik)?.is_some_and(|(_, pada)| pada > super::bersih_gudang::batas(UMUR))),
        None => Ok(muda(&objek::jalur(&store, &sidik))),
    })
    .await
}

pub(super) async fn punya_baris(store: &Store, sidik: &str) -> Hasil<bool> {
    Ok(store.baca().angka("SELECT COUNT(*) AS n FROM objek WHERE sidik = $1", nilai![sidik]).await? > 0)
}

/// Moves the file aside, looks again, and only then removes it: an upload of the same content makes it young again
/// ([`objek::simpan`]) or has its row by now, and then it goes back.
async fn buang(store: &Store, jalur: &Path, sidik: &str, d: &mut Dibuang) -> Hasil<()> {
    if muda(jalur) {
        return Ok(());
    }
    let samping = jalur.with_extension("buang");
    fs::rename(jalur, &samping)?;
    if muda(&samping) || punya_baris(store, sidik).await? {
        fs::rename(&samping, jalur)?;
        return Ok(());
    }
    d.bita += fs::metadata(&samping)?.len();
    fs::remove_file(&samping)?;
    // What was made of it goes too.
    hapus(&objek::jalur_kecil(store, sidik))?;
    d.berkas += 1;
    Ok(())
}

/// Removes a file that may be gone already.
pub(super) fn hapus(jalur: &Path) -> Hasil<()> {
    match fs::remove_file(jalur) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

/// A file that is not there is not young.
fn muda(jalur: &Path) -> bool {
    let diubah = fs::metadata(jalur).and_then(|m| m.modified());
    diubah.is_ok_and(|t| SystemTime::now().duration_since(t).map_or(true, |umur| umur < UMUR))
}
