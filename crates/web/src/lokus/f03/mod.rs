//! F03 of one lokus: opening, sharing, counting, closing; paper answers and their rejection. The citizen's page is `crate::f03`.

pub mod bundel;
pub mod kertas;
mod lembar;
pub mod ringkasan;
pub mod unduhan;

use crate::rute::Daftar;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    ringkasan::rute(d);
    kertas::rute(d);
    lembar::rute(d);
    bundel::rute(d);
    unduhan::rute(d);
}
