//! The installation itself: its name, and the mark that it holds invented example data.

use crate::{
    Hasil, Store,
    audit::{self, Kejadian},
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
