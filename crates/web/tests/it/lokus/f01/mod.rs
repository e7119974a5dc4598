//! F01 pages in each state and role.

mod isian;
mod luring;
mod pengiriman;
mod ringkasan;

use crate::app::Jawaban;

/// The value of a hidden field in a card (`kode`), or on the whole page for an empty `kode`.
pub fn tersembunyi(j: &Jawaban, kode: &str, nama: &str) -> String {
    let mulai = if kode.is_empty() { 0 } else { j.isi.find(&format!("/f01/isian/{kode}\"")).unwrap() };
    let cari = format!("name=\"{nama}\" value=\"");
    let i = mulai + j.isi[mulai..].find(&cari).unwrap_or_else(|| panic!("no {nama}")) + cari.len();
    j.isi[i..].split('"').next().unwrap().to_owned()
}
