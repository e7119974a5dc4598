//! Evaluation rules of PEKPPP: instrument editions, F01, rubric proposals, F02 and F03 scores, IPP,
//! category, ranking, phases and deadlines.
//!
//! Pure: no I/O, no clock, no async, no floating point. Everything an edition decides is data
//! ([`Edisi`]); everything computed comes from one function per figure ([`hitung`]) with its trace.

pub mod edisi;
pub mod f01;
pub mod fase;
pub mod kesepakatan;
pub mod nilai;
pub mod penghargaan;
pub mod peningkatan;
pub mod peringkat;
pub mod pita;
pub mod pustaka;
pub mod rubrik;
pub mod skema;
pub mod skor;
pub mod syarat;

pub use ::pecahan::{self, Pecahan};
pub use edisi::{
    AgregasiF03, Aspek, Bentuk, Bidang, CaraPenilai, Edisi, Halangan, Indikator, JenisBidang, KategoriEdisi, Kesalahan, Opsi, Pernyataan,
    Sintaks, bawaan, semua_bawaan,
};
pub use f01::{F01, Jawaban, JawabanIndikator};
pub use fase::Fase;
pub use nilai::{Bobot, Ipp, Nilai, NilaiTersimpan};
pub use pita::{Rentang, pita_peringkat, rentang_ipp};
pub use rubrik::{Usulan, usulkan};
pub use skema::Skema;
pub use skor::{
    AspekF03, F03Ringkas, HasilAkhir, HasilAspek, HasilF02, HasilF03, HasilIndikator, HasilInstansi, HasilIpp, LembarF02, Masukan,
    NilaiPenilai, Peringatan, PernyataanF03, SalahMasukan, Status, hitung, hitung_instansi,
};
