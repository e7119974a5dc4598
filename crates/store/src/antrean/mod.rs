//! Tickets of a hall and the line of each gerai. The rules are `layanan::antrean`: here its events are kept, folded again
//! before each step, and written with the audit event and the notice to open pages in one transaction.
//!
//! [`terbit()`] issues, [`langkah`] and [`panggil`] are the officer's acts, [`warga`] the citizen's, [`loket`] who sits where,
//! [`garis`] the line as it stands, [`perkiraan`] what an estimate rests on, [`buka`] whether the hall takes people now.

mod akibat;
mod baris;
pub mod buka;
pub mod garis;
pub mod hari;
mod hari_khusus;
mod kunci;
pub mod langkah;
pub mod loket;
pub mod panggil;
pub mod perkiraan;
mod simpan;
mod survei;
mod terbit;
pub mod tetap_buka;
pub mod tutup_hari;
pub mod warga;

pub(crate) use baris::BERJALAN;
pub use baris::{Saluran, Tiket, dari_id, dari_kode};
pub use survei::{dapat as survei_dapat, survei_tiket};
pub use terbit::{Minta, terbit, terbit_depan, terbit_petugas, terbit_warga};

use crate::{
    StoreError,
    id::{GeraiId, UnitId},
};
use ::layanan::antrean::{SalahLangkah, SalahNomor};

/// What open pages of a gerai listen to.
#[must_use]
pub fn topik(gerai: GeraiId) -> String {
    format!("antrean/{gerai}")
}

/// What open pages of all gerai of a hall listen to: whether it is open.
#[must_use]
pub fn topik_balai(mpp: UnitId) -> String {
    format!("antrean/balai/{mpp}")
}

/// Why a step is refused, as a key of the catalogue.
fn salah(e: SalahLangkah) -> StoreError {
    StoreError::Keadaan(match e {
        SalahLangkah::TakBoleh { .. } | SalahLangkah::WaktuMundur { .. } => "antrean-tak-boleh",
        SalahLangkah::SudahDipanggil { .. } => "antrean-sudah-dipanggil",
        SalahLangkah::LoketLain { .. } => "antrean-loket-lain",
        SalahLangkah::TujuanSama => "antrean-tujuan-sama",
        SalahLangkah::HariLain { .. } => "antrean-hari-lain",
    })
}

fn salah_nomor(e: SalahNomor) -> StoreError {
    match e {
        SalahNomor::Habis => StoreError::Keadaan("antrean-nomor-habis"),
        SalahNomor::Awalan(a) => StoreError::Rusak(format!("prefix of a placement: {a}")),
    }
}
