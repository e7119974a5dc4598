//! Short messages (WhatsApp, SMS) by a gateway of the agency's choice: one interface, an HTTP POST of JSON whose shape the settings give.
//! What is told and whether it may leave now is `store::gerbang`'s; here are the line, the words, what the gateway tells us, and the card on
//! the pages of citizens.

mod garis;
mod isi;
pub(crate) mod kartu;
mod kirim;
mod konfig;
mod masuk;

pub use kirim::kerjakan;
pub(crate) use kirim::uji;
pub use konfig::{Bukti, Gerbang, GerbangError, KonfigGerbang, KonfigSaluran, Semua};

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    kartu::rute(d);
    masuk::rute(d);
}
