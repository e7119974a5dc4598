//! What leaves as a file: PDF, XLSX, CSV, QR codes, charts.
//!
//! This crate knows nothing of SQL, HTTP or scoring rules. Its inputs ([`masukan`]) are plain structs whose texts are
//! ready to print; it computes no figure. PDF layout is blocking and memory-hungry, so a server goes through
//! [`Pencetak`], which keeps it in worker processes that can be killed.

pub mod csv;
mod error;
pub mod grafik;
pub mod kecil;
pub mod masukan;
pub mod parquet;
pub mod pdf;
pub mod pencetak;
pub mod qr;
pub mod xlsx;

pub use csv::tabel_csv;
pub use error::Error;
pub use masukan::{
    Angka, BarisNaskah, BeritaAcaraHasil, BeritaAcaraPelaksanaan, Dokumen, Kepala, KuesionerF03, KuesionerSkm, LaporanNasional, LaporanSkm,
    LaporanTindakLanjut, LembarLayanan, LembarSkm, LembarTandaTangan, LembarTautan, Lembaran, Lhe, NaskahMpp, Pengumuman, Piagam,
    PosterF03, PosterLayanan, PosterMal, PosterSkm, PosterUnit, RencanaSkm, SuratLayanan, TandaTerima, Verifikasi,
};
pub use parquet::tabel_parquet;
pub use pencetak::{Pencetak, Setelan, worker_main};
pub use qr::{qr_png, qr_svg};
pub use xlsx::tabel_xlsx;
