//! Pages of one unit lokus.

mod benturan;
pub mod bukti;
mod f01;
pub mod f02;
mod hak_jawab;
mod langsung;
mod pra_evaluasi;
mod ringkasan;
