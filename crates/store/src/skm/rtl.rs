//! The follow-up plan of a round (rencana tindak lanjut): one row an activity, done by a row of its own with its proof.
//! It may change whether the result is published or not, since the work begins afterwards.

mod baca;
mod tulis;

pub(super) use baca::tempo;
pub use baca::{BerkasBukti, Butir, Kemajuan, Selesai, Tenggat, berkas, daftar, jangka, jatuh_tempo, kemajuan, satu, sebelumnya};
pub use tulis::{ButirIsi, TEKS_MAKS, batal_selesai, hapus, selesaikan, tambah, ubah};
