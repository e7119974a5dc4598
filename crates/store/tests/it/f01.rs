//! F01 and evidence: saving, conflict, hand-over, submission, withdrawal, uploads.

pub mod bangun;
mod bukti;
mod isian;
mod karantina;
mod kirim;
mod unggahan;
