//! Finishing: the content check, the object, the row of evidence, and the end of the upload in one transaction.

use super::{Unggahan, buang, dari_id, hapus_berkas, jalur};
use crate::{
    Hasil, Store, StoreError,
    berkas::{self, SalahBerkas},
    bukti::{self, Baru, Bukti},
    hak::OperatorUnit,
    id::{OperasiId, UnggahanId},
    objek,
};

/// Outcome of a finished upload.
#[derive(Debug)]
pub enum Akhir {
    /// Safe on disk and in the database.
    Tersimpan(Box<Bukti>),
    /// Refused by its content; nothing of it was kept.
    Ditolak(SalahBerkas),
    /// Bytes are still missing; go on from here.
    BelumLengkap(i64),
}

/// Checks and stores what was uploaded. A second finish gives the same evidence.
///
/// # Errors
/// `TidakDitemukan` for an unknown upload; `Keadaan` when F01 may not change any more (the bytes stay until swept).
pub async fn selesai(store: &Store, hak: &OperatorUnit, id: UnggahanId) -> Hasil<Akhir> {
    let u = match dari_id(store, hak, id).await {
        Err(StoreError::TidakDitemukan) => return sudah_selesai(store, hak, id).await,
        lain => lain?,
    };
    if u.diterima < u.ukuran {
        return Ok(Akhir::BelumLengkap(u.diterima));
    }
    let (s, asal, ukuran) = (store.clone(), jalur(store, id), u.ukuran);
    // Unpacking an office file takes time that the other requests of this thread should not wait for.
    let hasil = tokio::task::spawn_blocking(move || -> Hasil<_> {
        let isi = match std::fs::read(&asal) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::Keadaan("bukti-salah-unggahan-hilang")),
            lain => lain?,
        };
        if i64::try_from(isi.len()).ok() != Some(ukuran) {
            return Ok(Err(SalahBerkas::Terpotong));
        }
        Ok(match berkas::periksa(isi) {
            Ok(b) => Ok((objek::simpan(&s, b.isi())?, b)),
            Err(salah) => Err(salah),
        })
    })
    .await
    .map_err(|e| StoreError::Rusak(format!("content check: {e}")))??;
    match hasil {
        Ok((tersimpan, b)) => simpan(store, hak, &u, &b, &tersimpan).await,
        Err(salah) => {
            let tx = store.mulai().await?;
            buang(&tx, id).await?;
            tx.commit().await?;
            hapus_berkas(store, id)?;
            Ok(Akhir::Ditolak(salah))
        }
    }
}

async fn simpan(store: &Store, hak: &OperatorUnit, u: &Unggahan, b: &berkas::Berkas, t: &objek::Tersimpan) -> Hasil<Akhir> {
    let baru = Baru { op: OperasiId(u.id.0), indikator: &u.indikator, nama: &u.nama, keterangan: &u.keterangan };
    let tx = store.mulai().await?;
    let bukti = bukti::catat_berkas(&tx, hak, &baru, b, t).await?;
    buang(&tx, u.id).await?;
    tx.commit().await?;
    hapus_berkas(store, u.id)?;
    Ok(Akhir::Tersimpan(Box::new(bukti)))
}

async fn sudah_selesai(store: &Store, hak: &OperatorUnit, id: UnggahanId) -> Hasil<Akhir> {
    let tx = store.mulai().await?;
    let lama = bukti::dari_op(&tx, OperasiId(id.0)).await?.filter(|b| b.lokus_id == hak.lokus.id);
    lama.map(|b| Akhir::Tersimpan(Box::new(b))).ok_or(StoreError::TidakDitemukan)
}
