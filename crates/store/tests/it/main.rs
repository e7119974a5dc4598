//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod cadangan;
mod hak;
mod penuh;
mod ruang;
