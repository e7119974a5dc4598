//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod f01;
mod edisi;
mod hak;
mod peta;
mod ronde;
mod ruang;
