//! `/kios/{mpp}/nomor/{kode}`: the number just taken: large, with a QR code that a phone can follow, and a slip to print.

use askama::Template;
use axum::extract::State;
use store::{
    antrean::{self, Tiket},
    kode,
    mpp::{self, Gerai, Mpp},
};

use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/kios/{mpp}/nomor/{kode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "kios/tiket.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    t: &'a Tiket,
    g: &'a Gerai,
    layanan: String,
    qr: String,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn terbit(&self) -> String {
        self.k.waktu(&self.t.terbit)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur((mpp_kode, tiket)): Jalur<(String, String)>) -> Hasil {
    let (m, k) = crate::antre::buka(&app, k, &mpp_kode).await?;
    let t = antrean::dari_kode(app.store.baca(), &tiket).await?;
    if t.mpp_id != m.unit_id {
        return Err(Error::TidakAda);
    }
    let g = mpp::gerai(app.store.baca(), t.gerai_id).await?;
    let layanan = store::layanan::dari_id(app.store.baca(), t.layanan_id).await?.nama;
    let qr = dokumen::qr_svg(&format!("{}/tiket/{}", app.konfig.alamat, t.kode), &k.n("antrean-qr", "nomor", &t.nomor))?;
    tampil(&Halaman { k: &k, m: &m, t: &t, g: &g, layanan, qr })
}
