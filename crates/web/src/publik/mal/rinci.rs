//! `/mal/{kode}`: one mall for citizens: hours and whether it is open today, how to get there, gerai and services with the ways
//! to take a number or to book; structured data for search engines (schema.org `GovernmentOffice`).

use askama::Template;
use axum::extract::State;
use layanan::mpp::Tahap;
use serde_json::json;
use std::collections::BTreeSet;
use store::{
    antrean::buka as pintu,
    id::PenempatanId,
    instansi,
    layanan::katalog,
    mpp::{self, Jam, Mpp, Penempatan},
    perjalanan::{
        self, MalPublik,
        forum::{self, Forum},
        titik::{self, Titik},
    },
    pesanan,
    skm::{self, KabarHasil},
    wilayah,
};

use super::{
    ada, konteks,
    tempat::{Tempat, tempat},
};
use crate::{
    AppState, Error,
    antrean::{kata, susun::MUAT},
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    mpp::{
        isian::jam_teks,
        ringkasan::{buka_pada, khusus_mendatang},
        usulan::{kunci_tahap, titik::kunci_bentuk},
    },
    publik::{kapan, pelayanan::sematkan},
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mal/{kode}", Akses::Publik, lihat);
}

/// Ways that the program has, as it was built.
struct Jalan {
    antre: bool,
    /// Placements that take bookings.
    pesan: BTreeSet<PenempatanId>,
    bicara: Bicara,
}

struct Bicara {
    adu: bool,
    konsultasi: bool,
}

#[derive(Template)]
#[template(path = "publik/mal/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tahap: Tahap,
    /// Nobody is received all day: why.
    tutup: Option<(String, String)>,
    hari_ini: (Nada, String),
    jam: Vec<(String, String)>,
    /// Coming days with other hours.
    khusus: Vec<(String, String)>,
    gerai: Vec<Tempat>,
    layanan: usize,
    titik: Vec<Titik>,
    forum: Vec<Forum>,
    /// What there is to read of its satisfaction survey.
    skm: KabarHasil,
    /// Code of its unit, where that has a page.
    unit: Option<String>,
    qr: String,
    data: String,
    jalan: Jalan,
}

impl Halaman<'_> {
    fn jumlah(&self) -> String {
        self.k.a("mal-gerai-layanan", [("gerai", self.gerai.len().into()), ("layanan", self.layanan.into())])
    }

    /// More services than are read at one look: each gerai opens on demand.
    fn besar(&self) -> bool {
        self.layanan > MUAT
    }

    fn buka(&self) -> bool {
        self.tahap >= Tahap::UjiCoba
    }

    fn tahap(&self) -> String {
        self.k.s(kunci_tahap(self.tahap))
    }

    fn bentuk(&self, t: &Titik) -> &'static str {
        kunci_bentuk(&t.bentuk)
    }

    fn wilayah(&self, t: &Titik) -> String {
        wilayah::cari(&t.wilayah).map_or_else(|| t.wilayah.clone(), |w| w.nama.to_owned())
    }

    fn dapat_dipesan(&self, t: &Tempat, p: &Penempatan) -> bool {
        self.buka() && t.g.tautan.is_none() && self.jalan.pesan.contains(&p.id)
    }

    /// Address and words of the card about satisfaction: the published result, else how far it is.
    fn kartu_skm(&self) -> (String, &'static str) {
        match self.skm {
            KabarHasil::Terbit => (format!("/hasil-skm?cari={}", crate::lembar::persen(&self.m.nama)), "mal-fitur-skm-isi"),
            KabarHasil::Berjalan => (format!("/mal/{}/kinerja", self.m.kode), "mal-fitur-skm-berjalan"),
            KabarHasil::Belum => (format!("/mal/{}/kinerja", self.m.kode), "mal-fitur-skm-belum"),
        }
    }

    /// On which days officers come to a gerai by invitation, or that each of its services has days of its own.
    fn hadir(&self, t: &Tempat) -> Option<String> {
        match t.serentak() {
            Some(hari) => Some(kapan::kalimat(self.k.bahasa, hari)),
            None => t.berhari().then(|| self.k.s("mal-hadir-beda")),
        }
    }

    /// On which days officers come for a service, where that was not said of the whole gerai.
    fn hadir_layanan(&self, t: &Tempat, p: &Penempatan) -> Option<String> {
        t.hari_sendiri(p).map(|h| kapan::kalimat(self.k.bahasa, h))
    }

    fn menit(&self, p: &Penempatan) -> Option<String> {
        p.menit.map(|n| self.k.jumlah("mpp-menit", n))
    }

    /// Address of the place on a map that the visitor chooses to open.
    fn peta(&self) -> Option<String> {
        let (a, b) = (self.m.lintang.as_ref()?, self.m.bujur.as_ref()?);
        Some(format!("https://www.openstreetmap.org/?mlat={a}&mlon={b}#map=17/{a}/{b}"))
    }
}

/// The mall with its stage, when it is public.
pub(crate) async fn buka(app: &AppState, kode: &str) -> Result<(Mpp, MalPublik), Error> {
    let m = mpp::dari_kode(app.store.baca(), kode).await?;
    let semua = perjalanan::mal_publik(&app.store).await?;
    let p = semua.into_iter().find(|p| p.kode.as_deref() == Some(kode)).ok_or(Error::TidakAda)?;
    Ok((m, p))
}

/// The mall for search engines.
fn schema(alamat: &str, m: &Mpp, gerai: &[Tempat]) -> serde_json::Value {
    const HARI: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let jam = |j: &Jam| {
        let hari = usize::try_from(j.hari - 1).ok().and_then(|n| HARI.get(n));
        json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": hari, "opens": j.mulai, "closes": j.selesai })
    };
    let layanan = gerai.iter().flat_map(|t| &t.layanan).map(|p| {
        json!({ "@type": "Offer", "itemOffered": { "@type": "GovernmentService", "name": p.layanan, "url": format!("{alamat}/pelayanan/{}", p.layanan_kode) } })
    });
    let geo = m.lintang.as_ref().zip(m.bujur.as_ref());
    json!({
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "name": m.nama,
        "description": m.ringkas,
        "url": format!("{alamat}/mal/{}", m.kode),
        "address": { "@type": "PostalAddress", "streetAddress": m.alamat, "addressCountry": "ID" },
        "geo": geo.map(|(a, b)| json!({ "@type": "GeoCoordinates", "latitude": a, "longitude": b })),
        "openingHoursSpecification": m.jam().iter().map(jam).collect::<Vec<_>>(),
        "parentOrganization": { "@type": "GovernmentOrganization", "name": m.instansi },
        "hasOfferCatalog": { "@type": "OfferCatalog", "name": m.nama, "itemListElement": layanan.collect::<Vec<_>>() },
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (m, p) = buka(&app, &kode).await?;
    let k = konteks(k, p.ilustrasi, &m.zona);
    let c = app.store.baca();
    let kini = app.store.sekarang().hari(&m.zona);
    let hari_ini = buka_pada(&app, &k, &m, kini).await?;
    let pintu = pintu::keadaan(c, &m, app.store.sekarang()).await?;
    let gerai = tempat(&app.store, &m, kini, hari_ini.0 == Nada::Baik).await?;
    let (titik, forum) = match p.jalan {
        Some(j) => (titik::semua(c, j).await?.into_iter().filter(|t| t.akhir.is_none()).collect(), forum::terbit_mpp(c, j).await?),
        None => (Vec::new(), Vec::new()),
    };
    let unit = instansi::unit(&app.store, m.unit_id).await?.kode;
    let unit = katalog(&app.store).await?.unit(&unit).map(|u| u.kode.clone());
    let url = format!("{}/mal/{kode}", app.konfig.alamat);
    let data = sematkan(&schema(&app.konfig.alamat, &m, &gerai));
    let halaman = Halaman {
        k: &k,
        tahap: p.tahap,
        tutup: kata::tutup_sehari(&k, &pintu),
        hari_ini,
        jam: jam_teks(&k, &m.jam()),
        khusus: khusus_mendatang(&app, &k, &m).await?,
        layanan: gerai.iter().map(|t| t.layanan.len()).sum(),
        qr: dokumen::qr_svg(&url, &k.n("cari-qr", "nama", &m.nama))?,
        jalan: Jalan {
            antre: ada("/antre/{mpp}"),
            pesan: pesanan::dapat_dipesan(c, m.unit_id).await?,
            bicara: Bicara { adu: ada("/pengaduan/baru"), konsultasi: ada("/konsultasi") },
        },
        m: &m,
        gerai,
        skm: skm::kabar_hasil(c, m.unit_id, kini).await?,
        titik,
        forum,
        unit,
        data,
    };
    segar(&k, &halaman)
}
