//! Preparing a period (PermenPANRB 29/2022, phase persiapan): unit lokus chosen from the register, method, schedule, budget,
//! decrees, conflicts of interest, sessions. Not here: the period itself (`periode`) and its evaluators (`penugasan`).

pub mod anggaran;
pub mod benturan;
pub mod jadwal;
pub mod kalender;
pub mod kegiatan;
pub mod metode;
pub mod pilih;
pub mod rancangan;
pub mod ringkas;
pub mod sk_lokus;
