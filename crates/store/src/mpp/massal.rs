//! Many services placed at a gerai at once, for the example (`prima demo`) and tests; no page offers it. The rules and audit events of one
//! by one ([`super::tempatkan`]), in one transaction.

use super::{
    PenempatanIsi, baca, putusan,
    tulis::{gerai_di, kehadiran, menit},
};
use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::{GeraiId, LayananId, PenempatanId},
    kueri::{Kueri, Value, deret},
    nilai,
};
use layanan::antrean::Awalan;
use std::collections::BTreeSet;

/// Rows of one statement.
const SEKALI: usize = 200;

/// Places services at a gerai where none of them is given yet.
///
/// # Errors
/// Nothing is written then: `SudahAda("awalan")`, `SudahAda("layanan")`, and the others of [`super::tempatkan`].
pub async fn tempatkan_banyak(
    store: &Store,
    hak: &KepalaMpp,
    gerai: GeraiId,
    semua: &[(PenempatanId, LayananId, PenempatanIsi<'_>)],
) -> Hasil<()> {
    let tx = store.mulai().await?;
    gerai_di(&tx, hak, gerai).await?;
    tx.angka(&format!("SELECT versi AS n FROM mpp WHERE unit_id = $1{}", tx.kunci_isi()), nilai![hak.mpp.unit_id]).await?;
    let ada = baca::terpakai(&*tx, hak.mpp.unit_id).await?;
    let mut awalan: BTreeSet<String> = ada.iter().map(|p| p.awalan.clone()).collect();
    let mut di_sini: BTreeSet<LayananId> = ada.iter().filter(|p| p.gerai_id == gerai).map(|p| p.layanan_id).collect();
    let (mut baris, mut kejadian, mut diminta): (Vec<Vec<Value>>, Vec<Kejadian<'_>>, Vec<_>) = Default::default();
    for (id, layanan, isi) in semua {
        let l = crate::layanan::dari_id(&*tx, *layanan).await?;
        if l.tutup.is_some() {
            return Err(StoreError::Keadaan("layanan-tutup"));
        }
        let huruf = Awalan::baru(isi.awalan.trim()).map_err(|_| StoreError::Keadaan("penempatan-awalan"))?.to_string();
        if !di_sini.insert(*layanan) {
            return Err(StoreError::SudahAda("layanan"));
        }
        if !awalan.insert(huruf.clone()) {
            return Err(StoreError::SudahAda("awalan"));
        }
        let rincian = serde_json::json!({ "gerai": gerai, "layanan": layanan, "awalan": huruf });
        kejadian.push(Kejadian::baru("penempatan.tambah", "penempatan", *id).instansi(hak.mpp.instansi_id).rincian(rincian));
        baris.push(nilai![*id, hak.mpp.unit_id, gerai, *layanan, huruf, menit(isi)?, kehadiran(isi), 1_i64, tx.pada, hak.pelaku().akun]);
        diminta.push((*id, l));
    }
    let kolom = "id, mpp_id, gerai_id, layanan_id, awalan, menit, kehadiran, versi, dibuat, oleh";
    for potong in baris.chunks(SEKALI) {
        let sql = format!("INSERT INTO gerai_layanan ({kolom}) VALUES {}", deret(potong.len(), 10));
        let ada = |e| if matches!(e, StoreError::SudahAda(_)) { StoreError::SudahAda("layanan") } else { e };
        tx.jalankan(&sql, potong.concat()).await.map_err(ada)?;
    }
    audit::catat_banyak(&tx, hak.pelaku(), kejadian).await?;
    for (id, l) in &diminta {
        putusan::minta(&tx, hak, *id, l).await?;
    }
    tx.commit().await
}
