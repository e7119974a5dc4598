//! The slip of a number: large, with the code of its holder and a QR code that a phone can follow. The kiosk, the front desk and officers
//! of a gerai show the same one, each in a page of its own; who may open it is theirs to say.

use askama::{Template, filters::HtmlSafe};
use store::{
    antrean::Tiket,
    kode,
    mpp::{self, Gerai},
};

use super::{kata, siaran};
use crate::{AppState, error::Hasil, konteks::Konteks, tampil::tampil};

/// The slip itself, to stand in a page.
#[derive(Template)]
#[template(path = "antrean/slip.html")]
pub struct Slip<'a> {
    k: &'a Konteks,
    pub t: &'a Tiket,
    g: Gerai,
    layanan: String,
    qr: String,
    /// Its turn may not come before the hall closes.
    tak_sempat: Option<String>,
}

impl HtmlSafe for Slip<'_> {}

impl<'a> Slip<'a> {
    /// # Errors
    /// Of the store.
    pub async fn baru(app: &AppState, k: &'a Konteks, t: &'a Tiket) -> Hasil<Self> {
        let g = mpp::gerai(app.store.baca(), t.gerai_id).await?;
        let layanan = store::layanan::dari_id(app.store.baca(), t.layanan_id).await?.nama;
        let qr = dokumen::qr_svg(&format!("{}/tiket/{}", app.konfig.alamat, t.kode), &k.n("antrean-qr", "nomor", &t.nomor))?;
        let garis = if t.antre() { siaran::kini(app, t).await } else { None };
        let tak_sempat = garis.and_then(|g| match g.perkiraan(t.id) {
            Some(p) => kata::tak_sempat(k, p, &g.pintu),
            None => kata::pesanan_tak_sempat(k, t.pesanan()?, &g.pintu),
        });
        Ok(Self { k, t, g, layanan, qr, tak_sempat })
    }

    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn terbit(&self) -> String {
        self.k.waktu(&self.t.terbit)
    }
}

/// A page of the office with a slip to print: whoever gave the number goes back from it to where he gave it.
#[derive(Template)]
#[template(path = "antrean/slip_petugas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    slip: Slip<'a>,
    /// Address and name of the page it was given on, and the key of the button that leads back.
    asal: (&'a str, &'a str, &'static str),
}

/// # Errors
/// Of the store.
pub async fn halaman(app: &AppState, k: &Konteks, t: &Tiket, asal: (&str, &str, &'static str)) -> Hasil {
    tampil(&Halaman { k, slip: Slip::baru(app, k, t).await?, asal })
}
