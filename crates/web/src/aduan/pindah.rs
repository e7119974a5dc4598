//! What `/aduan/{aduan}` says to people who had a report before: where it went. Nothing of what the report says.

use askama::Template;
use store::{
    hak::{self, AduanPindah, Pelaku},
    id::PengaduanId,
};

use crate::{AppState, error::Hasil, konteks::Konteks, tampil::tampil};

#[derive(Template)]
#[template(path = "aduan/pindah.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    a: AduanPindah,
}

impl Halaman<'_> {
    fn sejak(&self) -> String {
        self.k.hari(&self.a.sejak)
    }
}

/// # Errors
/// 404 to people who never had it.
pub(super) async fn lihat(app: &AppState, k: Konteks, pelaku: &Pelaku, id: PengaduanId) -> Hasil {
    let a = hak::aduan_pindah(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(a.ilustrasi).zona(&a.zona).bantuan("pengaduan");
    tampil(&Halaman { k: &k, a })
}
