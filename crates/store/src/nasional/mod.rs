//! The nation: published results of all periods of one year and scheme side by side, their ranking, the recap by province, and the
//! report to the minister. Reads only what is published here, or was
//! handed in and validated; editions are never mixed. The rules of ranking are `pekppp`'s.

pub mod bahan;
pub mod konsep;
pub mod laporan;
mod luar;
mod muat;
mod papan;
mod pilih;
pub mod rekap;
pub mod rentang;
mod sisi;

pub use muat::{Pilihan, Singgahan, papan, pilihan};
pub use papan::{Baris, EdisiPapan, InstansiPapan, JENIS_KELOMPOK, Papan, PeriodePapan, RataInstansi, RataWilayah, jenis_kelompok};
pub use pilih::{Halaman, Letak, LetakInstansi, Saring};
pub(crate) use sisi::pita;
pub use sisi::{Dulu, Sisi, SisiPeriode, sisi_periode};
