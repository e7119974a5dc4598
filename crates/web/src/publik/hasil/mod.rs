//! Published results: the list of periods with the search, a period with its ranking, one unit, and the files.

pub mod daftar;
mod luar;
pub mod penghargaan;
pub mod periode;
pub(crate) mod tabel;
pub mod unduhan;
pub mod unit;

use askama::Template;
use store::penerbitan::{self, Publik, Terbitan};

use crate::{AppState, Error, konteks::Konteks, rute::Daftar, tampil::tampil};

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    periode::rute(d);
    penghargaan::rute(d);
    unduhan::rute(d);
    unit::rute(d);
}

#[derive(Template)]
#[template(path = "publik/hasil/ditarik.html")]
struct Ditarik<'a> {
    k: &'a Konteks,
    nama: &'a str,
    instansi: &'a str,
    alasan: &'a str,
    pada: String,
}

/// The published period behind a code, or the page that says that it was taken back.
pub(crate) enum Terbuka {
    Terbit(Box<Terbitan>, Konteks),
    Ditarik(axum::response::Response),
}

/// # Errors
/// 404 for what was never published.
pub(crate) async fn buka(app: &AppState, k: Konteks, kode: &str) -> Result<Terbuka, Error> {
    match penerbitan::publik(&app.store, kode).await? {
        Publik::Terbit(t) => {
            let k = k.ilustrasi(t.periode.ilustrasi == 1).zona(&t.zona).bantuan("publik");
            Ok(Terbuka::Terbit(t, k))
        }
        Publik::Ditarik { nama, instansi, zona, ilustrasi, alasan, pada } => {
            let k = k.ilustrasi(ilustrasi).zona(&zona).bantuan("publik");
            let pada = k.waktu(&pada);
            // Kept nowhere: published again, it must not still say that it was taken back.
            let mut response = tampil(&Ditarik { k: &k, nama: &nama, instansi: &instansi, alasan: &alasan, pada })?;
            *response.status_mut() = axum::http::StatusCode::GONE;
            Ok(Terbuka::Ditarik(response))
        }
    }
}
