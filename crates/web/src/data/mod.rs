//! `/data/catalog.jsonld`: what is open here as a DCAT catalogue, so that data portals (CKAN and others) harvest it by themselves:
//! one dataset a published period, a survey, and the services; and as packages of CKAN (`ckan`). However many there are, all of them are
//! named: they are read a page at a time while they are sent (`alir`). Which licence holds is the agency's to say ([`KonfigData`]).

mod alir;
mod ckan;
mod dataset;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    rute::{Akses, Daftar},
};

/// The `[katalog]` part of the settings: what the catalogue of open data says of itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigData {
    /// Licence under which the agency opens its data, by the name that portals know, for example `CC-BY-4.0`. Empty: the catalogue says that
    /// none was named yet.
    pub lisensi: String,
    /// Address of the text of that licence, with `https://` or `http://`.
    pub lisensi_alamat: String,
}

impl KonfigData {
    /// Whether both parts fit each other.
    #[must_use]
    pub fn sah(&self) -> bool {
        let web = |a: &str| a.starts_with("https://") || a.starts_with("http://");
        self.lisensi_alamat.is_empty() || (!self.lisensi.is_empty() && web(&self.lisensi_alamat))
    }
}

pub fn rute(d: &mut Daftar) {
    d.get("/data/catalog.jsonld", Akses::Publik, daftar);
    ckan::rute(d);
}

async fn daftar(State(app): State<AppState>) -> Hasil {
    let (alamat, b) = (app.konfig.alamat.as_str(), Bahasa::default());
    let mut kepala = json!({
        "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#" },
        "@type": "dcat:Catalog", "@id": format!("{alamat}/data/catalog.jsonld"), "dct:title": b.s("api-data-judul"),
        "dct:description": b.s("api-data-isi"), "dct:language": "id", "foaf:homepage": { "@id": alamat },
        "dct:publisher": dataset::pemilik(&app).await?,
        "dcat:service": { "@type": "dcat:DataService", "@id": format!("{alamat}/api/v1"), "dct:title": "Prima API",
            "dcat:endpointURL": { "@id": format!("{alamat}/api/v1") }, "dcat:endpointDescription": { "@id": format!("{alamat}/api/v1/openapi.json") } },
    });
    dataset::lisensi(&app.konfig.katalog, b, &mut kepala);
    let kepala = kepala.to_string();
    let awal = format!("{},\"dcat:dataset\":[", kepala.strip_suffix('}').unwrap_or(&kepala));
    let bentuk = alir::Bentuk { awal, satu: Clone::clone, akhir: |_| "]}".to_owned() };
    alir::kirim(app, "application/ld+json", bentuk).await
}

#[cfg(test)]
mod tests {
    use super::KonfigData;

    #[test]
    fn a_licence_has_a_name() {
        let sah = |lisensi: &str, alamat: &str| KonfigData { lisensi: lisensi.into(), lisensi_alamat: alamat.into() }.sah();
        assert!(sah("", "") && sah("CC-BY-4.0", "") && sah("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"));
        assert!(!sah("", "https://contoh.id/lisensi") && !sah("CC-BY-4.0", "creativecommons.org"));
    }
}
