//! Instansi and their units: the register that scopes, rankings and public pages stand on.

mod daftar;
mod jenis;
mod ubah;

pub use daftar::{UnitTampil, cari, cari_unit, unit_untuk_lokus};
pub(crate) use daftar::{jangkauan, unit_terjangkau};
pub use jenis::tampil_jenis;
pub use ubah::{ubah, ubah_unit};

use crate::{
    Hasil, Store, StoreError, Tx,
    akun::sebaris,
    audit,
    hak::Pelaku,
    id::{InstansiId, UnitId},
    kueri::Kueri,
    nilai,
};
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Instansi {
    pub id: InstansiId,
    pub kode: String,
    pub nama: String,
    pub jenis: String,
    pub wilayah: Option<String>,
    pub zona: String,
    pub versi: i64,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Unit {
    pub id: UnitId,
    pub kode: String,
    pub instansi_id: InstansiId,
    pub induk_id: Option<UnitId>,
    pub nama: String,
    pub jenis: String,
    pub alamat: String,
    pub versi: i64,
}

/// `kode`: 2 to 40 of `a-z 0-9 . -`, public and stable. `zona`: WIB, WITA or WIT.
#[derive(Debug, Clone)]
pub struct InstansiBaru<'a> {
    pub kode: &'a str,
    pub nama: &'a str,
    pub jenis: &'a str,
    pub wilayah: Option<&'a str>,
    pub zona: &'a str,
}

#[derive(Debug, Clone)]
pub struct UnitBaru<'a> {
    pub kode: &'a str,
    pub instansi: InstansiId,
    pub induk: Option<UnitId>,
    pub nama: &'a str,
    pub jenis: &'a str,
    pub alamat: &'a str,
}

pub const PILIH_INSTANSI: &str = "SELECT id, kode, nama, jenis, wilayah, zona, versi FROM instansi";
pub const PILIH_UNIT: &str = "SELECT id, kode, instansi_id, induk_id, nama, jenis, alamat, versi FROM unit";

pub const JENIS: [&str; 8] = ["kementerian", "lembaga", "provinsi", "kabupaten", "kota", "bumn", "bumd", "lain"];

/// Whether a public code has the allowed form.
#[must_use]
pub fn kode_sah(kode: &str) -> bool {
    (2..=40).contains(&kode.len()) && kode.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

pub async fn tambah(tx: &Tx, oleh: Option<&Pelaku>, b: InstansiBaru<'_>) -> Hasil<InstansiId> {
    if !kode_sah(b.kode) {
        return Err(StoreError::Keadaan("kode-tak-sah"));
    }
    let id = InstansiId::baru();
    tx.jalankan(
        "INSERT INTO instansi (id, kode, nama, jenis, wilayah, zona, versi, dibuat) VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
        nilai![id, b.kode, sebaris(b.nama), b.jenis, b.wilayah, b.zona, tx.pada],
    )
    .await
    .map_err(kode_terpakai)?;
    let k = audit::Kejadian::baru("instansi.tambah", "instansi", id).instansi(id).rincian(serde_json::json!({ "kode": b.kode }));
    audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    Ok(id)
}

pub async fn tambah_unit(tx: &Tx, oleh: Option<&Pelaku>, b: UnitBaru<'_>) -> Hasil<UnitId> {
    if !kode_sah(b.kode) {
        return Err(StoreError::Keadaan("kode-tak-sah"));
    }
    let id = UnitId::baru();
    tx.jalankan(
        "INSERT INTO unit (id, kode, instansi_id, induk_id, nama, jenis, alamat, versi, dibuat) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)",
        nilai![id, b.kode, b.instansi, b.induk, sebaris(b.nama), b.jenis, b.alamat, tx.pada],
    )
    .await
    .map_err(kode_terpakai)?;
    let k = audit::Kejadian::baru("unit.tambah", "unit", id).instansi(b.instansi).rincian(serde_json::json!({ "kode": b.kode }));
    audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    Ok(id)
}

fn kode_terpakai(e: StoreError) -> StoreError {
    match e {
        StoreError::SudahAda(_) => StoreError::SudahAda("kode"),
        lain => lain,
    }
}

pub async fn dari_kode(store: &Store, kode: &str) -> Hasil<Instansi> {
    store.baca().satu(&format!("{PILIH_INSTANSI} WHERE kode = $1"), nilai![kode]).await
}

pub async fn dari_id(store: &Store, id: InstansiId) -> Hasil<Instansi> {
    store.baca().satu(&format!("{PILIH_INSTANSI} WHERE id = $1"), nilai![id]).await
}

/// Ministries, which hold national schemes, by name; at most 100.
pub async fn kementerian(store: &Store) -> Hasil<Vec<Instansi>> {
    store.baca().semua(&format!("{PILIH_INSTANSI} WHERE jenis = 'kementerian' ORDER BY nama, id LIMIT 100"), nilai![]).await
}

pub async fn unit(store: &Store, id: UnitId) -> Hasil<Unit> {
    store.baca().satu(&format!("{PILIH_UNIT} WHERE id = $1"), nilai![id]).await
}

pub async fn unit_dari_kode(store: &Store, kode: &str) -> Hasil<Unit> {
    store.baca().satu(&format!("{PILIH_UNIT} WHERE kode = $1"), nilai![kode]).await
}

/// Units of an instansi by name, at most 1,000.
pub async fn unit_milik(store: &Store, id: InstansiId) -> Hasil<Vec<Unit>> {
    store.baca().semua(&format!("{PILIH_UNIT} WHERE instansi_id = $1 ORDER BY nama, id LIMIT 1000"), nilai![id]).await
}
