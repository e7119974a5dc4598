//! Preparation of a period, on both databases.

mod anggaran;
mod benturan;
mod jadwal;
mod kegiatan;
mod pilih;
mod sk;
mod tindakan;
