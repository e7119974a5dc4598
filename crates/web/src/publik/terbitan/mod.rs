//! `/hasil/{periode}/terbitan`: every version of a publication as one signed file, with its reason; and the job that makes the
//! file. Only periods that are public now have these addresses; while one is taken back they say so.

mod buat;
mod pengumuman;

pub use buat::kerjakan;
pub(crate) use pengumuman::dicetak;

use askama::Template;
use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use store::{
    objek,
    penerbitan::{
        Terbitan,
        versi::{self, Versi},
    },
};
use tokio_util::io::ReaderStream;

use super::hasil::{Terbuka, buka};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil/{periode}/terbitan", Akses::Publik, lihat);
    d.get("/hasil/{periode}/terbitan/{nomor}", Akses::Publik, unduh);
    pengumuman::rute(d);
}

#[derive(Template)]
#[template(path = "publik/terbitan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Terbitan,
    versi: Vec<Versi>,
}

impl Halaman<'_> {
    /// What to type, for the newest version.
    fn perintah(&self) -> String {
        let nomor = self.versi.first().map_or(1, |v| v.nomor);
        format!("prima verify {} --keys kunci-prima.json", nama(&self.t.periode.kode, nomor))
    }

    fn ukuran(&self, v: &Versi) -> String {
        besar(self.k, v.ukuran.unwrap_or_default())
    }
}

fn nama(periode: &str, nomor: i64) -> String {
    format!("terbitan-{periode}-versi-{nomor}.zip")
}

/// `12 kB`, `3,4 MB`.
pub(crate) fn besar(k: &Konteks, byte: i64) -> String {
    if byte < 1_000_000 {
        return format!("{} kB", byte.div_euclid(1000).max(1));
    }
    let persepuluh = byte / 100_000;
    format!("{} MB", k.angka(format!("{}.{}", persepuluh / 10, persepuluh % 10)))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, k) = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, k) => (t, k),
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let versi = versi::semua(&app.store, &t).await?;
    segar(&k, &Halaman { k: &k, t: &t, versi })
}

async fn unduh(State(app): State<AppState>, k: Konteks, Jalur((kode, nomor)): Jalur<(String, i64)>) -> Hasil {
    let t = match buka(&app, k, &kode).await? {
        Terbuka::Terbit(t, _) => t,
        Terbuka::Ditarik(response) => return Ok(response),
    };
    let v = versi::satu(&app.store, &t, nomor).await?;
    let sidik = v.objek.ok_or(Error::TidakAda)?;
    kirim_zip(&app, &sidik, &nama(&kode, nomor)).await
}

/// A file that anyone may keep, streamed; `sidik` names it for good, so it is also its mark for caches.
pub(crate) async fn kirim_zip(app: &AppState, sidik: &str, nama: &str) -> Hasil<Response> {
    let gagal = |e: &dyn std::fmt::Display| Error::Dalam(format!("publication {sidik}: {e}"));
    // What other installations handed in goes this way too.
    store::pindai::boleh(&app.store, sidik).await?;
    let berkas = tokio::fs::File::open(objek::lokal(&app.store, sidik)?).await.map_err(|e| gagal(&e))?;
    let ukuran = berkas.metadata().await.map_err(|e| gagal(&e))?.len();
    let mut response = Response::new(Body::from_stream(ReaderStream::with_capacity(berkas, 64 * 1024)));
    let h = response.headers_mut();
    h.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    h.insert(header::CONTENT_LENGTH, HeaderValue::from(ukuran));
    h.insert(header::ETAG, HeaderValue::from_str(&format!("\"{sidik}\"")).map_err(|e| gagal(&e))?);
    let disposisi = HeaderValue::from_str(&format!("attachment; filename=\"{nama}\"")).map_err(|e| gagal(&e))?;
    h.insert(header::CONTENT_DISPOSITION, disposisi);
    Ok(response)
}
