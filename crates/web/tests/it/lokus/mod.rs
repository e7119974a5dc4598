//! Pages of one unit lokus.

pub mod bukti;
mod f01;
mod f02;
mod hak_jawab;
pub mod f02;
mod langsung;
mod pra_evaluasi;
