//! F02 of one unit lokus: the sheet of each evaluator, proposals of the rubric engine, consensus, history.
//! What a person may see is decided by `store::f02::pandangan`; the pages only ask it.

mod aspek;
mod diganti;
mod ikhtisar;
pub(crate) mod isian;
mod jawaban;
pub(crate) mod kartu;
mod konsensus;
mod lapangan;
mod pernyataan;
pub(crate) mod rangka;
mod riwayat;
pub(crate) mod sel;
mod selesai;
mod sepakati;
mod simpan;
mod tabel;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ikhtisar::rute(d);
    selesai::rute(d);
    konsensus::rute(d);
    sepakati::rute(d);
    riwayat::rute(d);
    lapangan::rute(d);
    diganti::rute(d);
    isian::rute(d);
    pernyataan::rute(d);
    aspek::rute(d);
    simpan::rute(d);
}
