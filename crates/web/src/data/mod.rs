//! `/data/catalog.jsonld`: what is open here as a DCAT catalogue, so that data portals (CKAN and others) harvest it by themselves:
//! one dataset a published period, a survey, and the services; and as packages of CKAN (`ckan`). No licence is named: the agency has to choose one.

mod ckan;

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use store::{
    layanan::katalog,
    penerbitan::{self, Terbitan},
    skm::terbit::{self, SaringTerbit, Temuan},
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/data/catalog.jsonld", Akses::Publik, daftar);
    ckan::rute(d);
}

/// Surveys that the catalogue names; all of them are under `/api/v1/skm`.
const SKM_MAKS: i64 = 1000;

fn berkas(alamat: &str, jalur: &str, judul: &str, jenis: &str) -> Value {
    let url = format!("{alamat}{jalur}");
    json!({ "@type": "dcat:Distribution", "@id": url, "dct:title": judul, "dcat:accessURL": { "@id": url }, "dcat:mediaType": jenis, "dct:format": jenis })
}

fn saat(t: store::Waktu) -> Value {
    json!({ "@type": "xsd:dateTime", "@value": t.timestamp().to_string() })
}

/// From when to when; years or days.
fn masa(tipe: &str, mulai: &str, sampai: &str) -> Value {
    let saat = |nilai: &str| json!({ "@type": tipe, "@value": nilai });
    json!({ "@type": "dct:PeriodOfTime", "dcat:startDate": saat(mulai), "dcat:endDate": saat(sampai) })
}

/// The installation itself, which gives the catalogue and what belongs to no single agency.
async fn pemilik(app: &AppState) -> Hasil<Value> {
    let nama = store::kunci_instalasi::milik(&app.store).await?.0.nama;
    Ok(penerbit(&app.store.instalasi().to_string(), &nama))
}

/// Who gives the data: the organisation that a portal files it under.
fn penerbit(kode: &str, nama: &str) -> Value {
    json!({ "@type": "foaf:Organization", "foaf:name": nama, "dct:identifier": kode })
}

fn periode(b: Bahasa, alamat: &str, t: &Terbitan) -> Value {
    let p = &t.periode;
    let nama = format!("pekppp-{}", p.kode);
    json!({
        "@type": "dcat:Dataset", "@id": format!("{alamat}/hasil/{}", p.kode), "dct:identifier": nama, "dct:title": p.nama,
        "dct:description": b.s(if p.ilustrasi == 1 { "api-data-periode-ilustrasi" } else { "api-data-periode" }),
        "dct:publisher": penerbit(&t.instansi_kode, &t.instansi), "dct:issued": saat(t.pada), "dct:modified": saat(t.pada),
        "dcat:landingPage": { "@id": format!("{alamat}/hasil/{}", p.kode) }, "dct:language": "id",
        "dct:temporal": masa("xsd:gYear", &p.tahun.to_string(), &p.tahun.to_string()),
        "dcat:keyword": ["PEKPPP", "IPP", p.skema, p.tahun.to_string()],
        "dcat:distribution": [
            berkas(alamat, &format!("/api/v1/periode/{}/hasil", p.kode), "JSON", "application/json"),
            berkas(alamat, &format!("/hasil/{}/unduhan/csv", p.kode), "CSV", "text/csv"),
            berkas(alamat, &format!("/hasil/{}/unduhan/parquet", p.kode), "Parquet", "application/vnd.apache.parquet"),
        ],
    })
}

fn survei(b: Bahasa, alamat: &str, t: &Temuan) -> Value {
    let i = &t.isi;
    json!({
        "@type": "dcat:Dataset", "@id": format!("{alamat}/hasil-skm/{}", i.kode), "dct:identifier": format!("skm-{}", i.kode),
        "dct:title": format!("{} – {}", i.nama, i.unit),
        "dct:description": b.s(if i.ilustrasi { "api-data-skm-ilustrasi" } else { "api-data-skm" }),
        "dct:publisher": penerbit(&i.unit_kode, &i.unit), "dct:issued": saat(t.pada), "dct:modified": saat(t.pada),
        "dcat:landingPage": { "@id": format!("{alamat}/hasil-skm/{}", i.kode) }, "dct:language": "id",
        "dct:temporal": masa("xsd:date", &i.mulai, &i.sampai),
        "dcat:keyword": ["SKM", "IKM"],
        "dcat:distribution": [
            berkas(alamat, &format!("/hasil-skm/{}/data.csv", i.kode), "CSV", "text/csv"),
            berkas(alamat, &format!("/hasil-skm/{}/data.parquet", i.kode), "Parquet", "application/vnd.apache.parquet"),
            berkas(alamat, &format!("/hasil-skm/{}/data.json", i.kode), "JSON", "application/json"),
        ],
    })
}

/// Every dataset, as DCAT says it.
async fn semua(app: &AppState) -> Hasil<Vec<Value>> {
    let (alamat, b) = (app.konfig.alamat.as_str(), Bahasa::default());
    let terbit = penerbitan::semua(&app.store).await?;
    let (skm, _) = terbit::cari(&app.store, &SaringTerbit::default(), 0, SKM_MAKS).await?;
    let layanan = katalog(&app.store).await?;
    let mut dataset: Vec<Value> = terbit.iter().map(|t| periode(b, alamat, t)).chain(skm.iter().map(|t| survei(b, alamat, t))).collect();
    if let Some(baru) = layanan.layanan.iter().map(|t| t.diperbarui).max() {
        // Its name is not the address of its file: a dataset and its distribution are two things.
        dataset.push(json!({
            "@type": "dcat:Dataset", "@id": format!("{alamat}/data/catalog.jsonld#layanan"), "dct:identifier": "layanan", "dct:title": b.s("api-data-layanan"),
            "dct:publisher": pemilik(app).await?,
            "dct:description": b.s("api-data-layanan-isi"), "dct:modified": saat(baru), "dct:language": "id",
            "dcat:landingPage": { "@id": format!("{alamat}/cari") }, "dcat:keyword": ["standar pelayanan"],
            "dcat:distribution": [berkas(alamat, "/api/v1/layanan", "JSON", "application/json")],
        }));
    }
    Ok(dataset)
}

async fn daftar(State(app): State<AppState>) -> Hasil {
    let (alamat, b) = (app.konfig.alamat.as_str(), Bahasa::default());
    let dataset = semua(&app).await?;
    let isi = json!({
        "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#" },
        "@type": "dcat:Catalog", "@id": format!("{alamat}/data/catalog.jsonld"), "dct:title": b.s("api-data-judul"),
        "dct:description": b.s("api-data-isi"), "dct:language": "id", "foaf:homepage": { "@id": alamat }, "dct:publisher": pemilik(&app).await?,
        "dcat:service": { "@type": "dcat:DataService", "@id": format!("{alamat}/api/v1"), "dct:title": "Prima API",
            "dcat:endpointURL": { "@id": format!("{alamat}/api/v1") }, "dcat:endpointDescription": { "@id": format!("{alamat}/api/v1/openapi.json") } },
        "dcat:dataset": dataset,
    });
    Ok(terbuka("application/ld+json", &isi))
}

/// Open data: any site may read it.
fn terbuka(tipe: &'static str, isi: &Value) -> Response {
    let kepala = [
        (header::CONTENT_TYPE, tipe),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    (kepala, isi.to_string()).into_response()
}
