//! F01 of a lokus: answers of each indicator with their versions, hand-over to the head, submission, withdrawal.
//!
//! Answers and evidence may change only while no submission is live and the phase `pelaksanaan` is open. Scores and
//! what counts as complete belong to `pekppp`; evidence is `bukti`.

mod baca;
mod beku;
mod isian;
mod keadaan;
mod kirim;

pub use baca::{Isian, Ubah, f01, riwayat, satu, semua};
pub use beku::{Beku, BuktiBeku, IsianBeku, beku_dari, beku_kini};
pub use isian::{Tersimpan, Tulis, simpan};
pub use keadaan::{Dibuka, Keadaan, Penarikan, Pengiriman, Siap, keadaan, penarikan, pengiriman_beberapa, pengiriman_hidup};
pub use kirim::{Ajukan, ajukan, buka, siapkan, tarik};

use crate::{Hasil, StoreError, Tx, id::LokusId, kueri::Kueri, lokus::Lokus, nilai, periode};

/// Takes the lokus for one write of its F01 or evidence: one after another, also on PostgreSQL.
pub(crate) async fn kunci(tx: &Tx, lokus: LokusId) -> Hasil<()> {
    periode::bagi_lokus(tx, lokus).await?;
    let sql = format!("SELECT versi AS n FROM lokus WHERE id = $1{}", tx.kunci_baris());
    tx.angka(&sql, nilai![lokus]).await?;
    Ok(())
}

/// Whether answers and evidence may change now. The lokus is already taken by [`kunci`].
pub(crate) async fn harus_dapat_diubah(tx: &Tx, lokus: &Lokus) -> Hasil<()> {
    periode::harus_dinilai(&lokus.skema)?;
    periode::harus_terbuka_lokus(&**tx, lokus, periode::Fase::Pelaksanaan, tx.pada).await?;
    if pengiriman_hidup(&**tx, lokus.id).await?.is_some() {
        return Err(StoreError::Keadaan("f01-sudah-terkirim"));
    }
    Ok(())
}

/// The topic that pages about this F01 watch.
#[must_use]
pub fn topik(lokus: LokusId) -> String {
    format!("lokus/{lokus}/f01")
}
