//! The result of a lokus: computed live from the sheets and counters, or frozen as a signed bundle.
//!
//! One way in for every figure: [`hitung()`] (one lokus) and [`hitung_periode`] (all of a period) build the input and
//! `pekppp::hitung` computes. [`bekukan`] keeps it, [`periksa_bundel`] proves it again without a database. Who may see a
//! provisional figure is decided by [`crate::f02::pandangan`], not here.

mod amplop;
mod baca;
mod beku;
mod benturan;
mod bundel;
mod dikenal;
mod hitung;
mod kanonik;
mod kunci_publik;
mod periksa;
mod periode;
pub(crate) mod sah;

pub(crate) use amplop::{Amplop, Bukti, Jenis};
pub(crate) use baca::dari_kode;
pub use baca::{HasilBeku, Penilai, Riwayat, catatan_beku, dari_id, hidup, penilai, riwayat};
pub(crate) use beku::{Bekuan, bekukan_di};
pub use beku::{Pembekuan, batalkan, bekukan, bekukan_dengan};
pub use benturan::{TetapDihitung, dihitung};
pub use bundel::{BenturanBundel, BuktiBundel, EdisiBundel, F03Bundel, InstalasiBundel, Isi, LembarBundel, PeriodeBundel, Sebutan, pesan};
pub(crate) use bundel::{Kolom, berkas, utc};
pub use dikenal::{EdisiDikenal, Naskah};
pub(crate) use hitung::hitung_di;
pub use hitung::{HasilSementara, Kurang, hitung};
pub(crate) use kanonik::Ketat;
pub use kanonik::kanonik;
pub(crate) use kunci_publik::untuk_lain;
pub use kunci_publik::{BarisSalah, FORMAT_KUNCI, KunciTepercaya, baca_kunci, tulis_kunci};
pub(crate) use periksa::periksa_dengan;
pub use periksa::{Laporan, Temuan, TidakTerbaca, periksa_bundel};
pub use periode::{HasilLokus, LokusHitung, hitung_periode, olah_periode};
pub use sah::TAK_COCOK;

/// The live topic of one lokus' result (see [`crate::peristiwa`]).
#[must_use]
pub fn topik(lokus: crate::id::LokusId) -> String {
    format!("lokus/{lokus}/hasil")
}
