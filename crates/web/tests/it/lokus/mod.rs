//! Pages of one unit lokus.

mod bukti;
mod f01;
