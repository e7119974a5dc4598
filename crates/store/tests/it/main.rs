//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod bangun;
mod edisi;
mod hak;
mod impor;
mod kelola;
mod lokus;
mod penugasan;
mod periode;
mod peta;
mod ronde;
mod ruang;
