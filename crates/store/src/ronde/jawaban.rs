//! F03 answers of citizens: stored once by the id that the client made, counters in the same transaction.
//!
//! No name, no time finer than the local day. A citizen's answer is no audit event (DESIGN section 8); paper bundles are.

pub use super::masukan::Terima;
use super::masukan::{Bentuk, KOSONG, Kelompok, Masukan, Profil, Tolak};
use crate::{
    Hasil, Store, StoreError,
    ronde::{self, Ronde},
};
use jiff::civil::Date;
use pekppp::Nilai;
use uuid::Uuid;

/// Takes one answer from the public page. `isi` has one value per statement of the edition, in its order.
///
/// # Errors
/// `Keadaan` when the round is closed or an answer is missing; `OperasiLain` when the id belongs to another answer.
pub async fn terima(store: &Store, r: &Ronde, id: Uuid, isi: &[Option<Nilai>]) -> Hasil<Terima> {
    if isi.iter().any(Option::is_none) {
        return Err(StoreError::Keadaan("f03-belum-lengkap"));
    }
    let m = masukan(r, id, Kelompok::Daring, store.sekarang().hari(&r.zona), isi);
    match store.penulis().terima(m).await {
        Ok(t) => Ok(t),
        Err(Tolak::Tertutup) => Err(ronde::tertutup(store.baca(), r).await?.map_or(StoreError::Sibuk, StoreError::from)),
        Err(Tolak::OperasiLain | Tolak::TautanTakBerlaku) => Err(StoreError::OperasiLain),
        Err(Tolak::Penuh) => Err(StoreError::Sibuk),
        Err(Tolak::Rusak(e)) => Err(e),
    }
}

/// The shape of F03 with this many statements: each from 0 to 5.
#[must_use]
pub fn bentuk(pernyataan: usize) -> Bentuk {
    Bentuk { pertanyaan: u16::try_from(pernyataan).unwrap_or(u16::MAX), min: 0, maks: Nilai::MAKS.angka() }
}

/// An F03 answer as the engine takes it.
#[must_use]
pub fn masukan(r: &Ronde, id: Uuid, kelompok: Kelompok, hari: Date, isi: &[Option<Nilai>]) -> Masukan {
    Masukan {
        ronde: r.id,
        bentuk: bentuk(isi.len()),
        id,
        kelompok,
        hari,
        nilai: kemas(isi).into(),
        profil: Profil::KOSONG,
        tanda: 0,
        saran: None,
        tautan: None,
    }
}

/// One byte a statement.
#[must_use]
pub fn kemas(isi: &[Option<Nilai>]) -> Vec<u8> {
    isi.iter().map(|n| n.map_or(KOSONG, Nilai::angka)).collect()
}
