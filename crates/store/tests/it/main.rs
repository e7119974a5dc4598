//! The store's tests: every body runs on SQLite and on PostgreSQL.

mod akun;
mod audit;
mod f01;
mod edisi;
mod f02;
mod hak;
mod peta;
mod ronde;
mod ruang;
