//! What is sent about a lokus and its receipts (`/lokus/{lokus}/penyampaian`): schedule, LHE, follow-up report.

mod daftar;
mod kirim;
pub(crate) mod massal;
mod satu;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    satu::rute(d);
}
