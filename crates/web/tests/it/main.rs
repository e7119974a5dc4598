//! The pages' tests, through the whole application without a network. Modules mirror the areas of `src/`.
#![cfg(test)]

mod akun;
mod app;
mod aset;
mod galat;
mod jalan;
mod katalog;
mod katalog_templat;
