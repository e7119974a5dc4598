//! What anyone may read of a publication that was handed in and validated: the file as it was received, and each result in it. Its figures
//! stand in the national ranking, so whoever reads them there can recompute them.

use super::{Diterima, baca::dari_id, bukti};
use crate::{
    Hasil, Store, StoreError,
    id::TerimaId,
    kueri::Kueri,
    nilai, objek,
    penerbitan::bundel::{self, HasilTerbitan, IsiTerbitan},
};
use sea_orm::FromQueryResult;
use std::{fs::File, sync::Arc};

/// A publication that was validated, also when that was taken back since (`tarik_pada`).
///
/// # Errors
/// `TidakDitemukan`, also for one that waits or was returned; `Rusak` when the decision, or the file and key that it was about, are not what
/// this installation recorded (`bukti`).
pub async fn umum(store: &Store, id: TerimaId) -> Hasil<Diterima> {
    let d = dari_id(store.baca(), id).await?;
    if d.putusan.as_deref() != Some("valid") {
        return Err(StoreError::TidakDitemukan);
    }
    if !bukti::terbukti(store.baca(), store.kunci(), id).await? {
        return Err(StoreError::Rusak(format!("the decision about publication {id} is not what was decided")));
    }
    Ok(d)
}

/// The file of a publication from `umum`, byte for byte as it was received: its hash among the objects.
///
/// # Errors
/// `Keadaan("diterima-ditarik-umum")` when the validation was taken back; `Rusak` when the file is not the one that was received.
pub async fn berkas_umum(store: &Store, d: &Diterima) -> Hasil<String> {
    if !d.valid() {
        return Err(StoreError::Keadaan("diterima-ditarik-umum"));
    }
    let (simpan, satu) = (store.clone(), d.clone());
    let kerja = move || manifes(&simpan, &satu).map(drop);
    tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    Ok(d.objek.clone())
}

/// What a received file says of itself, once it is found to be the one that was received, signed with the key that is recorded. Blocks.
pub(super) fn manifes(store: &Store, d: &Diterima) -> Hasil<IsiTerbitan> {
    let rusak = |apa: &dyn std::fmt::Display| StoreError::Rusak(format!("publication {}: {apa}", d.objek));
    objek::utuh(store, &d.objek)?;
    let (isi, sidik) = bundel::manifes(File::open(objek::lokal(store, &d.objek)?)?).map_err(|e| rusak(&e))?;
    if sidik != d.sidik {
        return Err(rusak(&"not the file that was received"));
    }
    if isi.instalasi.kunci != d.kunci {
        return Err(rusak(&"signed with another key than the recorded one"));
    }
    Ok(isi)
}

/// The newest later version of a publication that was validated: it counts in its place.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pengganti {
    pub id: TerimaId,
    pub nomor: i64,
    /// 1 when its validation was taken back since: then no version of the period counts.
    pub ditarik: i64,
}

/// `None` when no later version of the same period and owner was validated.
pub async fn pengganti(store: &Store, d: &Diterima) -> Hasil<Option<Pengganti>> {
    let sql = "SELECT t.id, t.nomor, CASE WHEN EXISTS (SELECT 1 FROM terima_tarik w WHERE w.terima_id = t.id)
          THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS ditarik
        FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id
        JOIN terima_putusan p ON p.terima_id = t.id AND p.jenis = 'valid'
        WHERE k.nama = $1 AND t.periode_kode = $2 AND t.nomor > $3 ORDER BY t.nomor DESC LIMIT 1";
    store.baca().mungkin(sql, nilai![d.pemilik.as_str(), d.periode_kode.as_str(), d.nomor]).await
}

/// Whether a received publication holds a result of a lokus, by its code there.
///
/// # Errors
/// When the store fails.
pub async fn memuat(store: &Store, id: TerimaId, lokus: &str) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM terima_hasil WHERE terima_id = $1 AND lokus_kode = $2";
    Ok(store.baca().angka(sql, nilai![id, lokus]).await? > 0)
}

/// The result of a lokus, by its code there, out of the file as received. A code that the file does not have opens no file.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan("diterima-ditarik-umum")` when the validation was taken back; `Rusak` when the file is no longer what it was.
pub async fn hasil_umum(store: &Store, d: &Diterima, lokus: &str) -> Hasil<Arc<HasilTerbitan>> {
    if !d.valid() {
        return Err(StoreError::Keadaan("diterima-ditarik-umum"));
    }
    if let Some(h) = store.serahan.ambil(&d.objek, lokus) {
        return Ok(h);
    }
    if !memuat(store, d.id, lokus).await? {
        return Err(StoreError::TidakDitemukan);
    }
    let (simpan, satu, kode) = (store.clone(), d.clone(), lokus.to_owned());
    let kerja = move || {
        manifes(&simpan, &satu)?;
        let isi = bundel::ambil(File::open(objek::lokal(&simpan, &satu.objek)?)?, &kode);
        isi.map_err(|e| StoreError::Rusak(format!("publication {}: {e}", satu.objek)))
    };
    let isi = tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))??;
    let hasil = Arc::new(isi.ok_or(StoreError::TidakDitemukan)?);
    store.serahan.taruh(&d.objek, lokus, hasil.clone());
    Ok(hasil)
}
