//! Appending one piece at an exact position.

use super::{Unggahan, dari_id, jalur};
use crate::{Hasil, Store, StoreError, hak::OperatorUnit, id::UnggahanId, kueri::Kueri, nilai};
use std::{
    fs::OpenOptions,
    io::{Seek, SeekFrom, Write},
};

/// Bytes of one piece; clients send 1 MB, the rest is leeway.
pub const POTONGAN_MAKS: usize = 4 * 1024 * 1024;

/// Answer to a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terima {
    /// All bytes up to here are on disk, the piece included (now, or from an earlier sending).
    Sampai(i64),
    /// The piece does not begin where the upload stands; go on from here.
    PosisiLain(i64),
    /// The piece would go past the announced size.
    Kelebihan,
}

/// Writes a piece and raises `diterima` once it is on disk. The same piece twice is harmless.
pub async fn tambah(store: &Store, hak: &OperatorUnit, id: UnggahanId, posisi: i64, isi: &[u8]) -> Hasil<Terima> {
    let u = dari_id(store, hak, id).await?;
    let akhir =
        i64::try_from(isi.len()).ok().and_then(|n| posisi.checked_add(n)).ok_or(StoreError::Keadaan("bukti-salah-terlalu-besar"))?;
    if posisi < 0 || akhir > u.ukuran || isi.len() > POTONGAN_MAKS {
        return Ok(Terima::Kelebihan);
    }
    if posisi != u.diterima {
        let sudah = posisi < u.diterima && akhir <= u.diterima;
        return Ok(if sudah { Terima::Sampai(u.diterima) } else { Terima::PosisiLain(u.diterima) });
    }
    if !isi.is_empty() {
        tulis(store, id, posisi, isi)?;
    }
    let tx = store.mulai().await?;
    let n = tx
        .jalankan("UPDATE unggahan SET diterima = $3, terakhir = $4 WHERE id = $1 AND diterima = $2", nilai![id, posisi, akhir, tx.pada])
        .await?;
    tx.commit().await?;
    if n > 0 {
        return Ok(Terima::Sampai(akhir));
    }
    // The same piece came twice at once, and the other one was first.
    let Unggahan { diterima, .. } = dari_id(store, hak, id).await?;
    Ok(if diterima >= akhir { Terima::Sampai(diterima) } else { Terima::PosisiLain(diterima) })
}

fn tulis(store: &Store, id: UnggahanId, posisi: i64, isi: &[u8]) -> Hasil<()> {
    let mut berkas = OpenOptions::new().create(true).truncate(false).write(true).open(jalur(store, id)).map_err(StoreError::menulis)?;
    let posisi = u64::try_from(posisi).unwrap_or_default();
    // Bytes that a crash left out would become zeros; the position was on disk, so this is another node's file.
    if berkas.metadata()?.len() < posisi {
        return Err(StoreError::Keadaan("bukti-salah-unggahan-hilang"));
    }
    berkas.seek(SeekFrom::Start(posisi))?;
    berkas.write_all(isi).and_then(|()| berkas.sync_data()).map_err(StoreError::menulis)?;
    Ok(())
}
