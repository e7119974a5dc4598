//! Results, minutes and reports, on both databases. The world is that of the F02 tests plus a round of F03.

pub mod bangun;
mod beku;
mod benturan;
pub mod berita_acara;
mod bundel;
mod ejaan;
mod elektronik;
mod ganti_kunci;
mod jejak;
mod periode;
mod serentak;
mod tarikan;
mod terbit;
mod terbitan;
