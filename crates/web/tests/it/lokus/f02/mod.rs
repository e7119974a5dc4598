//! Pages of F02: overview, working page, JSON cell, consensus, history; who sees what.

mod aspek;
pub mod bangun;
mod ikhtisar;
mod isian;
mod konsensus;
mod riwayat;
mod serentak;
