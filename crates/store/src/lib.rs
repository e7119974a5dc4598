//! The only crate that knows SQL.
//!
//! One file per aggregate; an operation takes the right it needs as a type (see [`hak`]), runs in one
//! transaction and writes its audit event in that same transaction. SQL is written once for SQLite and
//! PostgreSQL; what differs lives in [`dialect`]. No HTTP, no text for people, no scoring here.

pub mod akun;
pub mod audit;
pub mod beranda;
pub mod berita_acara;
pub mod berkas;
pub mod bukti;
pub mod cadangan;
pub mod dialect;
pub mod diterima;
pub mod edisi;
pub mod ekspor;
pub mod f01;
pub mod f02;
mod galat;
pub mod hak;
pub mod hasil;
pub mod id;
pub mod impor;
pub mod instalasi;
pub mod instansi;
pub mod kalender;
pub mod kesepakatan;
pub mod kondisi;
pub mod kueri;
mod kunci;
pub mod kunci_instalasi;
pub mod lapangan;
pub mod layanan;
pub mod lhe;
pub mod lokus;
pub mod migrasi;
pub mod nasional;
pub mod objek;
pub mod pekerjaan;
pub mod pemberitahuan;
pub mod pembinaan;
mod pembukaan;
pub mod penerbitan;
pub mod penghargaan;
pub mod penugasan;
pub mod penyampaian;
pub mod peran;
pub mod peringkat;
pub mod periode;
pub mod peristiwa;
pub mod perjalanan;
pub mod persiapan;
pub mod pra;
pub mod prefill;
pub mod rawat;
pub mod rekomendasi;
pub mod riwayat;
pub mod ronde;
pub mod sandi;
pub mod sanggah;
pub mod serah;
pub mod sesi;
pub mod simulasi;
pub mod sk;
pub mod skema;
pub mod skm;
pub mod tindak_lanjut;
pub mod token_api;
pub mod unggahan;
pub mod verifikasi;
mod versi;
mod waktu;
pub mod wilayah;

pub use galat::{Hasil, StoreError};
pub use kunci::{Kunci, KunciLama, KunciPublik, Milik, sidik_hex};
pub use pembukaan::{Store, Sumber, Tx};
pub use waktu::{Jam, Waktu, zona_waktu};
