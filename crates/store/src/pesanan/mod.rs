//! Bookings of a service at a gerai: hours, slot rules and rosters of a placement, what is booked, who must be told of a change.
//!
//! The rules are `layanan::slot`; here they get their rows ([`Bahan`]) inside the transaction that decides. Walk-ins need none of it.
//! What is known of a person is at most one e-mail address and one phone number, in a row of its own that goes once the day is over.

mod aturan;
mod baca;
mod bahan;
mod bersama;
mod dampak;
pub(crate) mod ditunggu;
mod hadir;
mod hari;
mod jam;
mod kabari;
mod kapan;
pub(crate) mod kedatangan;
mod kontak;
mod pesan;
mod putusan;
pub mod surel;
mod tempat;
pub mod tugas;
pub mod undangan;

pub use aturan::{AturanBaru, BarisAturan, JAUH_MAKS, aturan, simpan as atur, tarik as tarik_aturan, versi};
pub use baca::{Keadaan, Lihat, Pindah, Terbuka, dari_id, dari_kode};
pub use bahan::{BAWAAN, Bahan, Hari, hari_pesan, muat};
pub use bersama::{Serumah, serumah};
pub use dampak::semua as periksa_dampak;
pub(crate) use dampak::{instansi as dampak_instansi, mpp as dampak_mpp};
pub use hadir::{Petugas, hadir, tidak_hadir};
pub(crate) use hari::terdampak_hari;
pub use hari::{Baris, BarisTerdampak, HariRingkas, mendatang, pada, perlu_ditelepon, terdampak, terdampak_per_hari};
pub use jam::{baca as baca_jam, pukul, tulis as tulis_jam};
pub use kabari::{Cara, kabari};
pub use kapan::{Kapan, Undang, kapan, undangan_layanan, undangan_mpp, undangan_semua};
pub use kontak::{Kontak, telepon};
pub use pesan::{GalatPesan, PesananBaru, batal, hapus_kontak, pesan, pindah};
pub use surel::{bersihkan, ingatkan};
pub use tempat::{Ringkas, Tempat, dapat_dipesan, penempatan_mpp, tempat, yang_menerima};
