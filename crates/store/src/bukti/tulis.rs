//! Adding, describing and deleting evidence. Only while F01 may change.

use super::{Bukti, PILIH, dari_id, rapikan_nama};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    berkas::Berkas,
    f01::{harus_dapat_diubah, kunci, topik},
    hak::OperatorUnit,
    id::{BuktiId, LokusId, OperasiId},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    peristiwa,
};

/// Files and links one indicator may have; keeps a page readable and a disk from being filled by one account.
pub const MAKS_PER_INDIKATOR: i64 = 50;
/// Characters.
pub const KETERANGAN_MAKS: usize = 500;
pub const TAUTAN_MAKS: usize = 1000;

/// What comes with a file or a link.
#[derive(Debug, Clone)]
pub struct Baru<'a> {
    pub op: OperasiId,
    /// Code of an indicator of the edition.
    pub indikator: &'a str,
    pub nama: &'a str,
    pub keterangan: &'a str,
}

/// Stores a checked file and its row. The same operation again gives the same row.
pub async fn tambah_berkas(store: &Store, hak: &OperatorUnit, b: Baru<'_>, berkas: &Berkas) -> Hasil<Bukti> {
    let tersimpan = objek::simpan(store, berkas.isi())?;
    let tx = store.mulai().await?;
    let bukti = catat_berkas(&tx, hak, &b, berkas, &tersimpan).await?;
    tx.commit().await?;
    Ok(bukti)
}

/// The row of a file that is on disk already, in the caller's transaction.
pub(crate) async fn catat_berkas(tx: &Tx, hak: &OperatorUnit, b: &Baru<'_>, berkas: &Berkas, t: &Tersimpan) -> Hasil<Bukti> {
    kunci(tx, hak.lokus.id).await?;
    let nama = rapikan_nama(b.nama, berkas.tipe());
    if let Some(lama) = dari_op(tx, b.op).await? {
        let sama = lama.lokus_id == hak.lokus.id && lama.indikator == b.indikator && lama.objek.as_deref() == Some(&t.sidik);
        return if sama { Ok(lama) } else { Err(StoreError::OperasiLain) };
    }
    objek::catat(tx, t, berkas.tipe().mime()).await?;
    sisip(tx, hak, b, &nama, (Some(&t.sidik), None)).await
}

/// Stores a link. `https` only; it is not frozen, and the page says so.
///
/// # Errors
/// `Keadaan("bukti-salah-tautan")` for anything but a plain https address.
pub async fn tambah_tautan(store: &Store, hak: &OperatorUnit, b: Baru<'_>, tautan: &str) -> Hasil<Bukti> {
    let tautan = tautan.trim();
    if !tautan_sah(tautan) {
        return Err(StoreError::Keadaan("bukti-salah-tautan"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak.lokus.id).await?;
    if let Some(lama) = dari_op(&tx, b.op).await? {
        let sama = lama.lokus_id == hak.lokus.id && lama.indikator == b.indikator && lama.tautan.as_deref() == Some(tautan);
        return if sama { Ok(lama) } else { Err(StoreError::OperasiLain) };
    }
    let nama = if b.nama.trim().is_empty() { tautan } else { b.nama.trim() };
    let nama: String = nama.chars().take(120).collect();
    let bukti = sisip(&tx, hak, &b, &nama, (None, Some(tautan))).await?;
    tx.commit().await?;
    Ok(bukti)
}

fn tautan_sah(tautan: &str) -> bool {
    let Some(sisa) = tautan.strip_prefix("https://") else { return false };
    let host = sisa.split(['/', '?', '#']).next().unwrap_or_default();
    tautan.len() <= TAUTAN_MAKS
        && host.contains('.')
        && !host.contains('@')
        && !tautan.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`\\".contains(c))
}

pub(super) async fn sisip(
    tx: &Tx,
    hak: &OperatorUnit,
    b: &Baru<'_>,
    nama: &str,
    (sidik, tautan): (Option<&str>, Option<&str>),
) -> Hasil<Bukti> {
    harus_dapat_diubah(tx, &hak.lokus).await?;
    let ada = tx
        .angka(
            "SELECT COUNT(*) AS n FROM bukti b LEFT JOIN bukti_hapus h ON h.bukti_id = b.id
             WHERE b.lokus_id = $1 AND b.indikator = $2 AND h.bukti_id IS NULL",
            nilai![hak.lokus.id, b.indikator],
        )
        .await?;
    if ada >= MAKS_PER_INDIKATOR {
        return Err(StoreError::Keadaan("bukti-salah-terlalu-banyak"));
    }
    let id = BuktiId::baru();
    let keterangan: String = b.keterangan.trim().chars().take(KETERANGAN_MAKS).collect();
    let jenis = if sidik.is_some() { "berkas" } else { "tautan" };
    tx.jalankan(
        "INSERT INTO bukti (id, op_id, lokus_id, indikator, jenis, objek, tautan, nama, keterangan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![id, b.op, hak.lokus.id, b.indikator, jenis, sidik, tautan, nama, keterangan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(tx, hak, "bukti.tambah", id, serde_json::json!({ "indikator": b.indikator, "jenis": jenis, "sidik": sidik })).await?;
    dari_id(&**tx, hak.lokus.id, id).await
}

/// Changes the caption.
pub async fn ubah_keterangan(store: &Store, hak: &OperatorUnit, id: BuktiId, keterangan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci(&tx, hak.lokus.id).await?;
    let lama = dari_id(&*tx, hak.lokus.id, id).await?;
    let keterangan: String = keterangan.trim().chars().take(KETERANGAN_MAKS).collect();
    if lama.keterangan == keterangan {
        return Ok(());
    }
    harus_dapat_diubah(&tx, &hak.lokus).await?;
    tx.jalankan("UPDATE bukti SET keterangan = $2, pada = $3 WHERE id = $1", nilai![id, keterangan, tx.pada]).await?;
    catat(&tx, hak, "bukti.keterangan", id, serde_json::json!({ "indikator": lama.indikator })).await?;
    tx.commit().await
}

/// Deletes by a row that says who and when; the file stays while any submission refers to it. A second time does nothing.
pub async fn hapus(store: &Store, hak: &OperatorUnit, id: BuktiId) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci(&tx, hak.lokus.id).await?;
    let ada = tx.angka("SELECT COUNT(*) AS n FROM bukti WHERE id = $1 AND lokus_id = $2", nilai![id, hak.lokus.id]).await?;
    if ada == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    harus_dapat_diubah(&tx, &hak.lokus).await?;
    let n = tx
        .jalankan(
            "INSERT INTO bukti_hapus (bukti_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (bukti_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak, "bukti.hapus", id, serde_json::json!({})).await?;
    }
    tx.commit().await
}

/// The evidence that an operation made, even if it was deleted since.
pub(crate) async fn dari_op(tx: &Tx, op: OperasiId) -> Hasil<Option<Bukti>> {
    tx.mungkin(&format!("{PILIH} WHERE b.op_id = $1"), nilai![op]).await
}

async fn catat(tx: &Tx, hak: &OperatorUnit, aksi: &str, id: BuktiId, rincian: serde_json::Value) -> Hasil<()> {
    let lokus: LokusId = hak.lokus.id;
    peristiwa::siarkan(tx, &topik(lokus), &serde_json::json!({ "aksi": aksi, "bukti": id })).await?;
    let k = audit::Kejadian::baru(aksi, "bukti", id).instansi(hak.lokus.instansi_id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await?;
    Ok(())
}
