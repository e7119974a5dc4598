//! `/sitemap.xml` and `/robots.txt`: what search engines may read. Pages of officers are not in it.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use store::layanan::katalog;

use crate::{
    AppState,
    error::Hasil,
    rute::{Akses, Daftar},
};

/// Addresses of one list (sitemaps.org allows 50,000).
const BATAS: usize = 45_000;

pub fn rute(d: &mut Daftar) {
    d.get("/sitemap.xml", Akses::Publik, peta);
    d.get("/robots.txt", Akses::Publik, robot);
}

fn jawab(tipe: &'static str, isi: String) -> Response {
    ([(header::CONTENT_TYPE, tipe), (header::CACHE_CONTROL, "public, max-age=600")], isi).into_response()
}

/// Codes are of `a-z 0-9 . -`, so nothing needs an escape; the address of the installation is its owner's.
async fn peta(State(app): State<AppState>) -> Hasil {
    let dasar = app.konfig.alamat.replace('&', "&amp;").replace('<', "&lt;");
    let isi = katalog(&app.store).await?;
    let tetap = ["", "/cari", "/mal", "/pengaduan", "/konsultasi", "/pengumuman", "/hasil", "/hasil-skm", "/peringkat", "/instansi"];
    let tetap = tetap.map(|j| (j.to_owned(), None));
    let mal = isi.mal.iter().filter_map(|m| Some((format!("/mal/{}", m.kode.as_deref()?), None)));
    let unit = isi.unit.iter().map(|u| (format!("/pelayanan/unit/{}", u.kode), None));
    let layanan =
        isi.layanan.iter().map(|t| (format!("/pelayanan/{}", t.layanan.kode), Some(t.diperbarui.hari(&t.layanan.zona).to_string())));
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (jalur, hari) in tetap.into_iter().chain(mal).chain(unit).chain(layanan).take(BATAS) {
        let hari = hari.map(|h| format!("<lastmod>{h}</lastmod>")).unwrap_or_default();
        xml.extend(["<url><loc>", &dasar, &jalur, "</loc>", &hari, "</url>\n"]);
    }
    xml.push_str("</urlset>\n");
    Ok(jawab("application/xml; charset=utf-8", xml))
}

async fn robot(State(app): State<AppState>) -> Hasil {
    let isi = format!(
        "User-agent: *\nDisallow: /layanan\nDisallow: /mpp\nDisallow: /aduan\nDisallow: /admin\nDisallow: /masuk\nDisallow: /berkas\nDisallow: /bayar\nSitemap: {}/sitemap.xml\n",
        app.konfig.alamat
    );
    Ok(jawab("text/plain; charset=utf-8", isi))
}
