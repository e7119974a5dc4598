//! The store's tests: every body runs on SQLite and on PostgreSQL.
#![cfg(test)]

mod akun;
mod audit;
mod bangun;
mod berkas_basis;
mod cadangan;
mod edisi;
mod f01;
mod f02;
mod hak;
mod hasil;
mod impor;
mod jumlah;
mod kelola;
mod kubus;
mod lokus;
mod nasional;
mod orang;
mod pekerjaan;
mod pemberitahuan;
mod penjaga;
mod penugasan;
mod penuh;
mod penulis;
mod peringkat;
mod periode;
mod peta;
mod rawat;
mod riwayat;
mod ronde;
mod ruang;
mod skm;
mod survei;
