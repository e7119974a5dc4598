//! `/tiket/{kode}`: one queue number for who holds it: where it stands, how long it may take, giving it up, and the survey at
//! its end. The code is the right; nothing here says who the holder is.

mod batal;
mod langsung;
mod lihat;
mod panel;
mod survei;

use store::{
    antrean::{self, Tiket},
    mpp::{self, Mpp},
};

use crate::{AppState, error::Hasil, konteks::Konteks, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    lihat::rute(d);
    langsung::rute(d);
    batal::rute(d);
    survei::rute(d);
}

/// The number behind a code, its hall, and the page's frame.
async fn buka(app: &AppState, k: Konteks, kode: &str) -> Hasil<(Tiket, Mpp, Konteks)> {
    let t = antrean::dari_kode(app.store.baca(), kode).await?;
    let m = mpp::dari_id(app.store.baca(), t.mpp_id).await?;
    let k = k.ilustrasi(m.ilustrasi == 1).zona(&m.zona).bantuan("antrean");
    Ok((t, m, k))
}
