//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod cadangan;
mod edisi;
mod hak;
mod penuh;
mod peta;
mod ronde;
mod ruang;
