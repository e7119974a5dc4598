//! `/pelayanan/unit/{kode}`: a unit with its services, its pledge and where it is, with structured data for search engines
//! (schema.org `GovernmentOffice` that offers `GovernmentService`); `…/poster` is its page behind a QR on A4.

use askama::Template;
use axum::extract::{Query, State};
use dokumen::PosterUnit;
use serde_json::json;
use store::layanan::{
    Ditemukan, Katalog, Terbit, UnitTerbit, katalog,
    maklumat::{self, Maklumat},
    pengumuman::{self, Pengumuman},
};

use super::{biaya, konteks, sematkan, waktu};
use crate::{
    AppState, Error,
    error::Hasil,
    format::alamat_pendek,
    jalur::Jalur,
    kepala,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    rute::{Akses, Daftar},
    tampil::{pdf, segar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/unit/{kode}", Akses::Publik, lihat);
    d.get("/pelayanan/unit/{kode}/poster", Akses::Publik, poster);
}

#[derive(Template)]
#[template(path = "publik/pelayanan/unit.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    u: &'a UnitTerbit,
    layanan: Vec<&'a Terbit>,
    lembar: Lembar,
    cari: String,
    /// More services than one page shows: they can be searched.
    panjang: bool,
    maklumat: Option<Maklumat>,
    pengumuman: Vec<Pengumuman>,
    qr: String,
    data: String,
}

impl Halaman<'_> {
    fn waktu(&self, t: &Terbit) -> String {
        waktu(self.k, t)
    }

    fn biaya<'t>(&self, t: &'t Terbit) -> &'t str {
        biaya(t)
    }

    fn tanda(&self, m: &Maklumat) -> String {
        crate::layanan::maklumat::tanda(self.k, m)
    }
}

/// Services of the unit: all by name, or those that fit a question, the best first.
fn dicari<'a>(isi: &'a Katalog, u: &UnitTerbit, cari: &str) -> Vec<&'a Terbit> {
    if cari.is_empty() {
        return u.layanan.iter().filter_map(|n| isi.layanan.get(*n)).collect();
    }
    let temuan = isi.cari(cari, isi.layanan.len()).into_iter();
    temuan.filter_map(|d| if let Ditemukan::Layanan(t) = d { Some(t) } else { None }).filter(|t| t.layanan.unit_id == u.id).collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, Query(q): Query<Cari>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let k = konteks(k, u.ilustrasi, &u.zona);
    let maklumat = maklumat::berlaku(app.store.baca(), u.id, app.store.sekarang().hari(&u.zona)).await?;
    let pengumuman = pengumuman::kini(&app.store, Some(u.id), 5).await?;
    let data = sematkan(&schema(&app.konfig.alamat, u, &dicari(&isi, u, "")));
    let cari: String = q.cari.trim().chars().take(layanan::cari::TANYA_MAKS).collect();
    let cocok = dicari(&isi, u, &cari);
    let (n, batas) = (i64::try_from(cocok.len()).unwrap_or(i64::MAX), usize::try_from(BATAS).unwrap_or_default());
    let tampak: Vec<&Terbit> = cocok.into_iter().skip(usize::try_from(lewati(q.h)).unwrap_or_default()).take(batas).collect();
    let lembar = k.lembar(q.h, tampak.len(), n, &q.kueri());
    let panjang = u.layanan.len() > batas;
    let qr = dokumen::qr_svg(&alamat(&app, u), &k.n("cari-qr", "nama", &u.nama))?;
    segar(&k, &Halaman { k: &k, u, layanan: tampak, lembar, cari, panjang, maklumat, pengumuman, qr, data })
}

fn alamat(app: &AppState, u: &UnitTerbit) -> String {
    format!("{}/pelayanan/unit/{}", app.konfig.alamat, u.kode)
}

/// The unit for search engines, with what it gives.
fn schema(alamat: &str, u: &UnitTerbit, layanan: &[&Terbit]) -> serde_json::Value {
    let satu = |t: &&Terbit| {
        json!({ "@type": "Offer", "itemOffered": { "@type": "GovernmentService", "name": t.isi.nama,
            "url": format!("{alamat}/pelayanan/{}", t.layanan.kode) } })
    };
    json!({
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "name": u.nama,
        "identifier": u.kode,
        "url": format!("{alamat}/pelayanan/unit/{}", u.kode),
        "address": { "@type": "PostalAddress", "streetAddress": u.alamat, "addressCountry": "ID" },
        "parentOrganization": { "@type": "GovernmentOrganization", "name": u.instansi },
        "hasOfferCatalog": { "@type": "OfferCatalog", "name": u.nama, "itemListElement": layanan.iter().map(satu).collect::<Vec<_>>() },
    })
}

async fn poster(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let k = konteks(k, u.ilustrasi, &u.zona);
    let url = alamat(&app, u);
    let isi = PosterUnit {
        kepala: kepala::poster(&k, &u.instansi, &app.store.sekarang()),
        nama: u.nama.clone(),
        alamat: u.alamat.clone(),
        url_pendek: alamat_pendek(&url),
        url,
        layanan: k.jumlah("mpp-layanan-jumlah", u.layanan.len()),
    };
    Ok(pdf(crate::publik::cetak::cetak(&app, &k, isi).await?, &format!("poster-{kode}.pdf")))
}
