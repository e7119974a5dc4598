//! One unit lokus in one period: its page with the chain of steps, and a folder for each step.

pub mod berita_acara;
pub mod bukti;
pub mod f01;
pub mod f02;
pub mod f03;
pub mod hasil;
pub mod langsung;
pub mod lhe;
mod pemantauan;
pub mod ringkasan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    langsung::rute(d);
    f01::rute(d);
    bukti::rute(d);
    f02::rute(d);
    f03::rute(d);
    berita_acara::rute(d);
    hasil::rute(d);
    lhe::rute(d);
}
