//! What the holder of a ticket may do with it: give it up. The code is the right.

use super::{
    baris::{self, Tiket},
    kunci,
    langkah::pernah,
    simpan::{self, Oleh},
};
use crate::{Hasil, Store, id::OperasiId};
use ::layanan::antrean::{AlasanBatal, Langkah};

/// Gives the ticket up.
///
/// # Errors
/// `TidakDitemukan`; `Keadaan` while it is served or when it is over.
pub async fn batal(store: &Store, kode: &str, op: OperasiId) -> Hasil<Tiket> {
    let tx = store.mulai().await?;
    let t = baris::dari_kode(&*tx, kode).await?;
    kunci::ambil(&tx, &[t.gerai_id]).await?;
    if pernah(&tx, op, t.id).await? {
        return baris::dari_id(&*tx, t.id).await;
    }
    let rumah = simpan::rumah(&*tx, t.mpp_id).await?;
    let oleh = Oleh { rumah: &rumah, op, akun: None };
    let t = simpan::langkah(&tx, oleh, t.id, Langkah::Batal { alasan: AlasanBatal::Warga }).await?;
    tx.commit().await?;
    Ok(t)
}
