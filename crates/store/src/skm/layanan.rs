//! Services that a round asks about. Their number is stored in every answer, so it never changes and is never used again.

use super::isi::LayananIsi;
use crate::{Hasil, StoreError, Tx, id::RondeId, kueri::Kueri, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Numbers run from 0; 255 in an answer means "not said".
pub const NOMOR_MAKS: i64 = 254;

/// Most services of one round: the form must stay readable.
pub const LAYANAN_MAKS: usize = 50;

#[derive(FromQueryResult)]
struct Baris {
    nomor: i64,
    nama: String,
}

/// Number and name, in the order of the numbers.
pub async fn layanan<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<(i64, String)>> {
    let b: Vec<Baris> = c.semua("SELECT nomor, nama FROM skm_layanan WHERE ronde_id = $1 ORDER BY nomor LIMIT 300", nilai![ronde]).await?;
    Ok(b.into_iter().map(|b| (b.nomor, b.nama)).collect())
}

#[derive(FromQueryResult)]
struct Sel {
    sel: String,
}

/// Numbers of services that some answer names, whether it counts or not.
pub async fn terjawab<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<BTreeSet<i64>> {
    let sql = "SELECT DISTINCT sel FROM jawaban_kubus WHERE ronde_id = $1 AND tingkat = 1 AND n > 0 ORDER BY sel LIMIT 300";
    Ok(c.semua::<Sel>(sql, nilai![ronde]).await?.into_iter().filter_map(|s| s.sel.parse().ok()).collect())
}

/// Trimmed, without empty ones.
///
/// # Errors
/// `Keadaan` with `skm-layanan-…` when none is left, there are too many, one is too long or two are alike.
pub fn rapikan(isi: &[LayananIsi]) -> Hasil<Vec<LayananIsi>> {
    let rapi: Vec<LayananIsi> = isi
        .iter()
        .map(|l| LayananIsi { nomor: l.nomor, nama: l.nama.split_whitespace().collect::<Vec<_>>().join(" ") })
        .filter(|l| !l.nama.is_empty())
        .collect();
    if rapi.is_empty() {
        return Err(StoreError::Keadaan("skm-layanan-kosong"));
    }
    if rapi.len() > LAYANAN_MAKS {
        return Err(StoreError::Keadaan("skm-layanan-banyak"));
    }
    if rapi.iter().any(|l| l.nama.chars().count() > 200) {
        return Err(StoreError::Keadaan("skm-layanan-panjang"));
    }
    let mut ada = HashSet::new();
    if !rapi.iter().all(|l| ada.insert(l.nama.to_lowercase())) {
        return Err(StoreError::Keadaan("skm-layanan-ganda"));
    }
    Ok(rapi)
}

/// Services of a new round, numbered from 0.
pub(super) async fn simpan(tx: &Tx, ronde: RondeId, isi: &[LayananIsi]) -> Hasil<()> {
    for (nomor, l) in (0_i64..).zip(isi) {
        tambah(tx, ronde, nomor, &l.nama).await?;
    }
    Ok(())
}

async fn tambah(tx: &Tx, ronde: RondeId, nomor: i64, nama: &str) -> Hasil<()> {
    if nomor > NOMOR_MAKS {
        return Err(StoreError::Keadaan("skm-layanan-banyak"));
    }
    tx.jalankan("INSERT INTO skm_layanan (ronde_id, nomor, nama) VALUES ($1, $2, $3)", nilai![ronde, nomor, nama]).await?;
    Ok(())
}

/// Makes the services those of `isi`. One that was answered keeps its name and stays; a new one takes a number of its own.
pub(super) async fn ganti(tx: &Tx, ronde: RondeId, isi: &[LayananIsi]) -> Hasil<()> {
    let lama: BTreeMap<i64, String> = layanan(&**tx, ronde).await?.into_iter().collect();
    let terjawab = terjawab(&**tx, ronde).await?;
    let tetap: BTreeMap<i64, &str> =
        isi.iter().filter_map(|l| l.nomor.filter(|n| lama.contains_key(n)).map(|n| (n, l.nama.as_str()))).collect();
    for (nomor, nama) in &lama {
        let baru = tetap.get(nomor).copied();
        if terjawab.contains(nomor) && baru != Some(nama) {
            return Err(StoreError::Keadaan("skm-layanan-terjawab"));
        }
        match baru {
            None => tx.jalankan("DELETE FROM skm_layanan WHERE ronde_id = $1 AND nomor = $2", nilai![ronde, *nomor]).await?,
            Some(b) if b != nama => {
                tx.jalankan("UPDATE skm_layanan SET nama = $3 WHERE ronde_id = $1 AND nomor = $2", nilai![ronde, *nomor, b]).await?
            }
            Some(_) => 0,
        };
    }
    let awal = lama.keys().next_back().map_or(0, |n| n + 1);
    let baru = isi.iter().filter(|l| l.nomor.is_none_or(|n| !lama.contains_key(&n)));
    for (nomor, l) in (awal..).zip(baru) {
        tambah(tx, ronde, nomor, &l.nama).await?;
    }
    Ok(())
}
