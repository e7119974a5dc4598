//! The parts that pages are made of, each a small template in `templates/komponen/`, drawn from Rust so that a page
//! template writes `{{ k.kategori("A-") }}` or `{{ f.teks(k, "nama", "pengguna-nama").wajib() }}`. All of them are on the
//! living style page `/gaya`. They know how things look, never what they mean for the evaluation.

mod ikon;
mod kategori;
mod kemajuan;
mod kosong;
mod label;
mod lencana;
mod medan;
mod pemberitahuan;
mod ringkasan;
mod tahapan;

pub use ikon::Ikon;
pub use kategori::Kategori;
pub use kemajuan::Kemajuan;
pub use kosong::Kosong;
pub(crate) use label::Label;
pub use lencana::{Lencana, Nada};
pub use medan::{Medan, Opsi};
pub use pemberitahuan::Pemberitahuan;
pub use ringkasan::Ringkasan;
pub use tahapan::{Keadaan, Tahap, Tahapan};
