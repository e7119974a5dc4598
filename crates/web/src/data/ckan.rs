//! `/data/ckan.json`: the same datasets as packages in the shape of CKAN's action API (`package_create`), so that a portal without the
//! DCAT extension takes them with a short script. Made from the DCAT catalogue, so the two never differ.

use axum::extract::State;
use serde_json::{Value, json};

use super::alir;
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    rute::{Akses, Daftar},
};

pub(super) fn rute(d: &mut Daftar) {
    d.get("/data/ckan.json", Akses::Publik, daftar);
}

async fn daftar(State(app): State<AppState>) -> Hasil {
    let akhir = |n: usize| format!("],\"count\":{n}}}}}");
    let bentuk = alir::Bentuk { awal: "{\"success\":true,\"result\":{\"results\":[".to_owned(), satu: paket, akhir };
    alir::kirim(app, "application/json", bentuk).await
}

/// A name as CKAN takes it: 2 to 100 small letters, digits, hyphens and underscores.
fn nama(teks: &str) -> String {
    let huruf = teks.to_lowercase().chars().map(|h| if h.is_ascii_alphanumeric() || h == '_' { h } else { '-' }).collect::<String>();
    let potong: String = huruf.trim_matches('-').chars().take(100).collect();
    format!("{potong:-<2}")
}

fn teks<'a>(v: &'a Value, kunci: &str) -> &'a str {
    v[kunci].as_str().or_else(|| v[kunci]["@value"].as_str()).or_else(|| v[kunci]["@id"].as_str()).unwrap_or_default()
}

fn paket(d: &Value) -> Value {
    let sumber = d["dcat:distribution"].as_array().into_iter().flatten();
    let sumber: Vec<Value> = sumber
        .map(|r| {
            let jenis = teks(r, "dcat:mediaType");
            json!({ "name": teks(r, "dct:title"), "url": teks(r, "dcat:accessURL"), "format": teks(r, "dct:title"), "mimetype": jenis })
        })
        .collect();
    // Tags take letters, digits, spaces and -_. only.
    let bersih = |t: &str| t.chars().filter(|h| h.is_alphanumeric() || " -_.".contains(*h)).collect::<String>();
    let tag: Vec<Value> =
        d["dcat:keyword"].as_array().into_iter().flatten().filter_map(|t| Some(json!({ "name": bersih(t.as_str()?) }))).collect();
    let tambahan = |kunci: &str, nilai: &str| (!nilai.is_empty()).then(|| json!({ "key": kunci, "value": nilai }));
    let temporal = &d["dct:temporal"];
    let ekstra: Vec<Value> = [
        tambahan("identifier", teks(d, "dct:identifier")),
        tambahan("publisher_name", teks(&d["dct:publisher"], "foaf:name")),
        tambahan("publisher_identifier", teks(&d["dct:publisher"], "dct:identifier")),
        tambahan("issued", teks(d, "dct:issued")),
        tambahan("modified", teks(d, "dct:modified")),
        tambahan("temporal_start", teks(temporal, "dcat:startDate")),
        tambahan("temporal_end", teks(temporal, "dcat:endDate")),
        tambahan("language", teks(d, "dct:language")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut isi = json!({
        "name": nama(teks(d, "dct:identifier")), "title": teks(d, "dct:title"), "notes": teks(d, "dct:description"), "url": teks(d, "dcat:landingPage"),
        "private": false, "tags": tag, "resources": sumber, "extras": ekstra,
    });
    lisensi(&d["dct:license"], &mut isi);
    isi
}

/// As CKAN names it; its word for "nobody said so" where none was named.
fn lisensi(l: &Value, isi: &mut Value) {
    let nama = teks(l, "dct:title");
    if nama.is_empty() {
        isi["license_id"] = json!("notspecified");
        isi["license_title"] = json!(Bahasa::default().s("api-data-lisensi-belum"));
        return;
    }
    (isi["license_id"], isi["license_title"]) = (json!(nama), json!(nama));
    if let Some(alamat) = l["@id"].as_str() {
        isi["license_url"] = json!(alamat);
    }
}

#[cfg(test)]
mod tests {
    use super::nama;

    #[test]
    fn names_are_what_ckan_takes() {
        assert_eq!(nama("pekppp-kab-2026"), "pekppp-kab-2026");
        assert_eq!((nama("XX/Ä 1"), nama("x")), ("xx---1".to_owned(), "x-".to_owned()));
        assert_eq!(nama(&"a".repeat(200)).len(), 100);
    }
}
