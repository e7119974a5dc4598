//! F02: saving, independence, consensus, states, consistency.
#![cfg(test)]

pub mod bangun;
mod isian;
mod keadaan;
mod periksa;
mod rahasia;
mod sepakat;
