//! Rules of the satisfaction survey (SKM, PermenPANRB 14/2017): editions, NRR, IKM and class, 95% intervals, trend,
//! level above, sample size, breakdown floor, response quality, checker of published reports.
//!
//! Pure: no I/O, no clock, no async, no floating point. Everything an edition decides is data ([`Edisi`]); results and
//! statistics come from counters ([`Hitungan`]), never from a scan of answers.

pub mod edisi;
pub mod hasil;
pub mod hitungan;
pub mod jawaban;
pub mod kalimat;
pub mod kualitas;
pub mod periksa;
pub mod ringkasan;
pub mod sampel;
pub mod sel;
pub mod selang;
pub mod tingkat;
pub mod tren;

pub use edisi::{Edisi, Kategori, Kesalahan, SalahSusunan, Susunan, Unsur, Urutan, adalah_edisi_skm, bawaan, bawaan_tahun, semua_bawaan};
pub use hasil::{Bobot, HasilSkm, HasilUnsur, hitung};
pub use hitungan::{Hitungan, HitunganUnsur, SalahHitungan};
pub use jawaban::{Jawaban, SalahJawaban};
pub use kalimat::Kalimat;
pub use pecahan::Pecahan;
pub use ringkasan::Ringkasan;
pub use selang::{KepastianMutu, Perkiraan, Selang, kepastian_mutu, selang, selang_unsur};
pub use tren::{PutusanTren, Tren, tren};
