//! One dataset as DCAT says it: who gives it, of when it is, where its files lie, under which licence.

use serde_json::{Value, json};
use store::{layanan::katalog, penerbitan::Terbitan, skm::terbit::Ringkas};

use super::KonfigData;
use crate::{AppState, bahasa::Bahasa, error::Hasil};

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
pub(super) async fn pemilik(app: &AppState) -> Hasil<Value> {
    let nama = store::kunci_instalasi::milik(&app.store).await?.0.nama;
    Ok(penerbit(&app.store.instalasi().to_string(), &nama))
}

/// Who gives the data: the organisation that a portal files it under.
fn penerbit(kode: &str, nama: &str) -> Value {
    json!({ "@type": "foaf:Organization", "foaf:name": nama, "dct:identifier": kode })
}

/// Says under which licence `d` may be used, or that nobody said so yet: no licence is not the same as a free one.
pub(super) fn lisensi(k: &KonfigData, b: Bahasa, d: &mut Value) {
    if k.lisensi.is_empty() {
        d["dct:rights"] = json!({ "@type": "dct:RightsStatement", "rdfs:label": b.s("api-data-lisensi-belum") });
        return;
    }
    let mut isi = json!({ "@type": "dct:LicenseDocument", "dct:title": k.lisensi });
    if !k.lisensi_alamat.is_empty() {
        isi["@id"] = json!(k.lisensi_alamat);
    }
    d["dct:license"] = isi;
}

/// A dataset and each of its files say it, since portals look at either.
fn berlisensi(app: &AppState, b: Bahasa, mut d: Value) -> Value {
    lisensi(&app.konfig.katalog, b, &mut d);
    for f in d["dcat:distribution"].as_array_mut().into_iter().flatten() {
        lisensi(&app.konfig.katalog, b, f);
    }
    d
}

pub(super) fn periode(app: &AppState, b: Bahasa, t: &Terbitan) -> Value {
    let (p, alamat) = (&t.periode, app.konfig.alamat.as_str());
    let isi = json!({
        "@type": "dcat:Dataset", "@id": format!("{alamat}/hasil/{}", p.kode), "dct:identifier": format!("pekppp-{}", p.kode), "dct:title": p.nama,
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
    });
    berlisensi(app, b, isi)
}

pub(super) fn survei(app: &AppState, b: Bahasa, i: &Ringkas, pada: store::Waktu) -> Value {
    let alamat = app.konfig.alamat.as_str();
    let isi = json!({
        "@type": "dcat:Dataset", "@id": format!("{alamat}/hasil-skm/{}", i.kode), "dct:identifier": format!("skm-{}", i.kode),
        "dct:title": format!("{} – {}", i.nama, i.unit),
        "dct:description": b.s(if i.ilustrasi { "api-data-skm-ilustrasi" } else { "api-data-skm" }),
        "dct:publisher": penerbit(&i.unit_kode, &i.unit), "dct:issued": saat(pada), "dct:modified": saat(pada),
        "dcat:landingPage": { "@id": format!("{alamat}/hasil-skm/{}", i.kode) }, "dct:language": "id",
        "dct:temporal": masa("xsd:date", &i.mulai, &i.sampai),
        "dcat:keyword": ["SKM", "IKM"],
        "dcat:distribution": [
            berkas(alamat, &format!("/hasil-skm/{}/data.csv", i.kode), "CSV", "text/csv"),
            berkas(alamat, &format!("/hasil-skm/{}/data.parquet", i.kode), "Parquet", "application/vnd.apache.parquet"),
            berkas(alamat, &format!("/hasil-skm/{}/data.json", i.kode), "JSON", "application/json"),
        ],
    });
    berlisensi(app, b, isi)
}

/// All services; `None` where no standard is in force.
pub(super) async fn layanan(app: &AppState, b: Bahasa) -> Hasil<Option<Value>> {
    let (semua, alamat) = (katalog(&app.store).await?, app.konfig.alamat.as_str());
    let Some(baru) = semua.layanan.iter().map(|t| t.diperbarui).max() else { return Ok(None) };
    // Its name is not the address of its file: a dataset and its distribution are two things.
    let isi = json!({
        "@type": "dcat:Dataset", "@id": format!("{alamat}/data/catalog.jsonld#layanan"), "dct:identifier": "layanan", "dct:title": b.s("api-data-layanan"),
        "dct:publisher": pemilik(app).await?,
        "dct:description": b.s("api-data-layanan-isi"), "dct:modified": saat(baru), "dct:language": "id",
        "dcat:landingPage": { "@id": format!("{alamat}/cari") }, "dcat:keyword": ["standar pelayanan"],
        "dcat:distribution": [berkas(alamat, "/api/v1/layanan", "JSON", "application/json")],
    });
    Ok(Some(berlisensi(app, b, isi)))
}
