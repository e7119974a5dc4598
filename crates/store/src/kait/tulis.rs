//! What administrators do with addresses. The address itself is checked by whoever sends (`web::kait`), before each sending too.

use super::{KEADAAN, Peristiwa, UJI, rahasia, siar::satu, tidak_ada};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::Admin,
    id::{InstansiId, KaitId, KaitKirimId},
    kueri::Kueri,
    nilai, pekerjaan,
};
use sea_orm::FromQueryResult;
use std::collections::BTreeSet;

/// Addresses at most; each event costs a row for each of them.
const MAKS: i64 = 50;

#[derive(Debug, Clone, Copy)]
pub struct KaitBaru<'a> {
    pub nama: &'a str,
    pub alamat: &'a str,
    pub instansi: Option<InstansiId>,
    pub peristiwa: &'a [Peristiwa],
}

/// Registers an address and returns its secret, which nobody can read again.
///
/// # Errors
/// `Keadaan`: `kait-peristiwa` without an event, `kait-banyak` with too many addresses; `TidakDitemukan` for an unknown instansi.
pub async fn buat(store: &Store, hak: &Admin, b: KaitBaru<'_>) -> Hasil<(KaitId, String)> {
    let peristiwa: BTreeSet<&str> = b.peristiwa.iter().map(|p| p.kunci()).collect();
    if peristiwa.is_empty() {
        return Err(StoreError::Keadaan("kait-peristiwa"));
    }
    if let Some(i) = b.instansi {
        crate::instansi::dari_id(store, i).await?;
    }
    let tx = store.mulai().await?;
    if tx.angka(&format!("SELECT COUNT(*) AS n FROM kait k WHERE {KEADAAN} <> 'hapus'"), nilai![]).await? >= MAKS {
        return Err(StoreError::Keadaan("kait-banyak"));
    }
    let id = KaitId::baru();
    tx.jalankan(
        "INSERT INTO kait (id, nama, alamat, instansi_id, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, b.nama.trim(), b.alamat.trim(), b.instansi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    for p in &peristiwa {
        tx.jalankan("INSERT INTO kait_peristiwa (kait_id, peristiwa) VALUES ($1, $2)", nilai![id, *p]).await?;
    }
    let rincian = serde_json::json!({ "peristiwa": peristiwa, "instansi": b.instansi });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kait.buat", "kait", id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok((id, rahasia(store, id)))
}

#[derive(FromQueryResult)]
struct Kini {
    keadaan: String,
}

/// How an address stands; in a row lock, so that two changes come one after the other.
async fn kini(tx: &Tx, id: KaitId) -> Hasil<String> {
    tx.satu::<Satu>(&format!("SELECT id FROM kait WHERE id = $1{}", tx.kunci_baris()), nilai![id]).await?;
    let k: Kini = tx.satu(&format!("SELECT {KEADAAN} AS keadaan FROM kait k WHERE k.id = $1"), nilai![id]).await?;
    if k.keadaan == "hapus" { Err(tidak_ada()) } else { Ok(k.keadaan) }
}

#[derive(FromQueryResult)]
struct Satu {
    #[expect(dead_code, reason = "only that the row is there, and locked")]
    id: KaitId,
}

async fn ubah(store: &Store, hak: &Admin, id: KaitId, ke: &str, aksi: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    if kini(&tx, id).await? == ke {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO kait_keadaan (id, kait_id, keadaan, sebab, pada, oleh) VALUES ($1, $2, $3, 'manusia', $4, $5)",
        nilai![crate::id::baru(), id, ke, tx.pada, hak.pelaku().akun],
    )
    .await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "kait", id)).await?;
    tx.commit().await
}

/// Switches an address off: what waits for it is not sent any more.
pub async fn matikan(store: &Store, hak: &Admin, id: KaitId) -> Hasil<()> {
    ubah(store, hak, id, "mati", "kait.mati").await
}

/// Switches it on: events from now on are sent.
pub async fn hidupkan(store: &Store, hak: &Admin, id: KaitId) -> Hasil<()> {
    ubah(store, hak, id, "hidup", "kait.hidup").await
}

/// Removes it for good; what was sent stays on record until it is purged.
pub async fn hapus(store: &Store, hak: &Admin, id: KaitId) -> Hasil<()> {
    ubah(store, hak, id, "hapus", "kait.hapus").await
}

/// Sends a message that says nothing, to see whether the address answers.
///
/// # Errors
/// `Keadaan("kait-mati")` while it is off.
pub async fn uji(store: &Store, hak: &Admin, id: KaitId) -> Hasil<()> {
    let tx = store.mulai().await?;
    if kini(&tx, id).await? != "hidup" {
        return Err(StoreError::Keadaan("kait-mati"));
    }
    satu(&tx, id, UJI, &serde_json::json!({})).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kait.uji", "kait", id)).await?;
    tx.commit().await
}

/// Sends a message again that did not arrive, under the same id.
///
/// # Errors
/// `Keadaan("kait-mati")` while the address is off, `Keadaan("kait-sampai")` for one that arrived or still waits.
pub async fn ulangi(store: &Store, hak: &Admin, id: KaitId, kirim: KaitKirimId) -> Hasil<()> {
    let tx = store.mulai().await?;
    if kini(&tx, id).await? != "hidup" {
        return Err(StoreError::Keadaan("kait-mati"));
    }
    let milik = "SELECT COUNT(*) AS n FROM kait_kirim WHERE id = $1 AND kait_id = $2";
    if tx.angka(milik, nilai![kirim, id]).await? == 0 {
        return Err(tidak_ada());
    }
    if tx.jalankan("DELETE FROM kait_akhir WHERE kirim_id = $1 AND akhir <> 'sampai'", nilai![kirim]).await? == 0 {
        return Err(StoreError::Keadaan("kait-sampai"));
    }
    pekerjaan::antrekan(&tx, super::kirim::KAIT, &kirim).await?;
    let rincian = serde_json::json!({ "kirim": kirim });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kait.ulangi", "kait", id).rincian(rincian)).await?;
    tx.commit().await
}
