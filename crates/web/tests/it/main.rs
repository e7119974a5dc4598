//! The pages' tests, through the whole application without a network. Modules mirror the areas of `src/`.
#![cfg(test)]

mod admin;
mod akun;
mod api;
mod app;
mod aset;
mod bangun;
mod bantuan;
mod diterima;
mod dunia;
mod edisi;
mod f03;
mod galat;
mod hasil;
mod hasilskm;
mod jalan;
mod jalan_lingkup;
mod katalog;
mod katalog_kabar;
mod katalog_templat;
mod lapangan;
mod layanan;
mod layani;
mod lokus;
mod masuk;
mod mpp;
mod nasional;
mod pemberitahuan;
mod periksa;
mod periode;
mod publik;
mod skema;
mod skm;
mod survei;
mod tindak_lanjut;
mod tte;
