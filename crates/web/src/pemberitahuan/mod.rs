//! What a person is told: the list and the bell, the mails, and stopping them. Which change tells whom is decided in the store.

mod daftar;
mod henti;
pub mod langsung;
pub mod surel;
pub mod teks;

pub use henti::jalur as jalur_henti;

use crate::rute::Daftar;

pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    langsung::rute(d);
    henti::rute(d);
}
