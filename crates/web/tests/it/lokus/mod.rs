//! Pages of one unit lokus.

mod bukti;
mod f01;
pub mod f02;
mod langsung;
