//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod bangun;
mod cadangan;
mod edisi;
mod f01;
mod f02;
mod hak;
mod hasil;
mod impor;
mod kelola;
mod lokus;
mod penugasan;
mod penuh;
mod periode;
mod peta;
mod rawat;
mod ronde;
mod ruang;
