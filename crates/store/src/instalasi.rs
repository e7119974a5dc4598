//! The installation itself: its name, and the mark that it holds invented example data.

use crate::{
    Hasil, Store, StoreError,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai,
};

/// Names the installation and marks it as an example, for good: every page and document then says ILUSTRASI.
pub async fn tandai_ilustrasi(store: &Store, nama: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    tx.jalankan("UPDATE instalasi SET ilustrasi = 1, nama = $1", nilai![nama]).await?;
    audit::catat_oleh(&tx, None, Kejadian::baru("instalasi.ilustrasi", "instalasi", store.instalasi())).await?;
    tx.commit().await
}

/// Gives the installation the name under which others know its key, such as that of the office that runs it.
///
/// # Errors
/// `Keadaan("instalasi-nama")` for an empty name.
pub async fn beri_nama(store: &Store, hak: &Admin, nama: &str) -> Hasil<()> {
    let nama = nama.trim();
    if nama.is_empty() {
        return Err(StoreError::Keadaan("instalasi-nama"));
    }
    let tx = store.mulai().await?;
    if tx.jalankan("UPDATE instalasi SET nama = $1 WHERE nama <> $1", nilai![nama]).await? > 0 {
        let k = Kejadian::baru("instalasi.nama", "instalasi", store.instalasi()).rincian(serde_json::json!({ "nama": nama }));
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    tx.commit().await
}
