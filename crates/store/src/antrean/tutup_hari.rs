//! The day is over: whoever still waits was not served, which is the hall's omission and is kept as such. Run every few
//! minutes; it does something only for tickets of a local day that has passed.

use super::{
    baris::{BERJALAN, PILIH, Tiket},
    kunci,
    simpan::{self, Oleh},
};
use crate::{Hasil, Store, StoreError, id::OperasiId, id::TiketId, kueri::Kueri, nilai};
use ::layanan::antrean::{AlasanBatal, Keadaan, Langkah};

/// At most so many tickets a run, each in a transaction of its own: officers never wait long behind this.
const SEKALI: i64 = 500;

/// Ends the tickets of days that have passed. Returns how many.
pub async fn tutup(store: &Store) -> Hasil<usize> {
    // By the earliest of the three zones; the exact day of its mall is looked at below.
    let sql = format!(
        "{PILIH} WHERE tanggal < $1 AND keadaan IN {BERJALAN}
         ORDER BY tanggal, id LIMIT {SEKALI}"
    );
    let semua: Vec<Tiket> = store.baca().semua(&sql, nilai![store.sekarang().hari("WIT").to_string()]).await?;
    let mut banyak = 0;
    for t in semua {
        match satu(store, t.id).await {
            Ok(ya) => banyak += usize::from(ya),
            // Somebody acted on it meanwhile: the next run looks again.
            Err(StoreError::Keadaan(_) | StoreError::SudahAda(_)) => {}
            // What is wrong with one ticket stops no other.
            Err(e @ StoreError::Rusak(_)) => tracing::error!(error = %e, tiket = %t.id, "a ticket of a past day stays open"),
            Err(e) => return Err(e),
        }
    }
    Ok(banyak)
}

async fn satu(store: &Store, id: TiketId) -> Hasil<bool> {
    let tx = store.mulai().await?;
    let t = super::dari_id(&*tx, id).await?;
    kunci::ambil(&tx, &[t.gerai_id]).await?;
    let t = super::dari_id(&*tx, id).await?;
    let rumah = simpan::rumah(&*tx, t.mpp_id).await?;
    if t.berakhir() || t.tanggal >= rumah.zona().tanggal(tx.pada.timestamp()).to_string() {
        return Ok(false);
    }
    let oleh = Oleh { rumah: &rumah, op: OperasiId::baru(), akun: None };
    let langkah = match t.keadaan() {
        // Whoever was being served was served; only nobody pressed the button.
        Keadaan::Dilayani { loket } => Langkah::Selesai { loket },
        Keadaan::Dipanggil { .. } | Keadaan::Dilewati => Langkah::TidakHadir,
        _ => Langkah::Batal { alasan: AlasanBatal::TutupHari },
    };
    simpan::langkah(&tx, oleh, id, langkah).await?;
    tx.commit().await?;
    Ok(true)
}
