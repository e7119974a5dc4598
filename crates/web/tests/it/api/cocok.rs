//! Holds an answer against the document: the parts of JSON Schema that our document uses, and stricter: a field that the
//! document does not name is a fault.

use serde_json::Value;
use web::api::dokumen;

use crate::app::Peramban;

/// The answer of an address against the operation's schema.
pub async fn cocok(p: &Peramban<'_>, id: &str, jalur: &str) -> Value {
    let j = p.get(jalur).await;
    assert_eq!(j.status, 200, "{jalur}: {}", j.isi);
    let (d, v): (Value, Value) = (dokumen(), serde_json::from_str(&j.isi).unwrap());
    let op = d["paths"].as_object().unwrap().values().map(|p| &p["get"]).find(|o| o["operationId"] == id).unwrap();
    let skema = &op["responses"]["200"]["content"]["application/json"]["schema"];
    terhadap(&d, skema, &v, jalur, true);
    v
}

/// A value against a schema; `ketat`: no field besides those named.
pub fn terhadap(d: &Value, skema: &Value, v: &Value, di: &str, ketat: bool) {
    if let Some(r) = skema["$ref"].as_str() {
        let r = d.pointer(r.trim_start_matches('#')).unwrap_or_else(|| panic!("{di}: {r}"));
        return terhadap(d, r, v, di, ketat);
    }
    if let Some(pilihan) = skema["anyOf"].as_array() {
        let isi = if v.is_null() { &pilihan[1] } else { &pilihan[0] };
        return terhadap(d, isi, v, di, ketat);
    }
    let jenis: Vec<&str> = match &skema["type"] {
        Value::String(t) => vec![t],
        Value::Array(t) => t.iter().map(|t| t.as_str().unwrap()).collect(),
        lain => panic!("{di}: no type: {lain}"),
    };
    assert!(jenis.iter().any(|t| sejenis(t, v)), "{di}: {v} is not {jenis:?}");
    if let (Some(pilihan), false) = (skema["enum"].as_array(), v.is_null()) {
        assert!(pilihan.contains(v), "{di}: {v} is none of {pilihan:?}");
    }
    if let (Some(pola), Some(t)) = (skema["pattern"].as_str(), v.as_str()) {
        assert!(berpola(pola, t), "{di}: {t:?} is not {pola}");
    }
    if let Some(semua) = v.as_array() {
        semua.iter().enumerate().for_each(|(n, x)| terhadap(d, &skema["items"], x, &format!("{di}[{n}]"), ketat));
    }
    if let (Some(isi), Some(medan)) = (v.as_object(), skema["properties"].as_object()) {
        for w in skema["required"].as_array().unwrap() {
            assert!(isi.contains_key(w.as_str().unwrap()), "{di}: {w} is missing");
        }
        for (nama, x) in isi {
            match medan.get(nama) {
                Some(s) => terhadap(d, s, x, &format!("{di}.{nama}"), ketat),
                None => assert!(!ketat, "{di}: {nama} is not in the document"),
            }
        }
    }
}

fn sejenis(t: &str, v: &Value) -> bool {
    match t {
        "string" => v.is_string(),
        "integer" => v.is_u64(),
        "boolean" => v.is_boolean(),
        "array" => v.is_array(),
        "object" => v.is_object(),
        "null" => v.is_null(),
        _ => false,
    }
}

fn berpola(pola: &str, t: &str) -> bool {
    match pola {
        "^-?[0-9]+([.][0-9]+)?$" => {
            let (a, b) = t.trim_start_matches('-').split_once('.').unwrap_or((t.trim_start_matches('-'), "0"));
            [a, b].iter().all(|x| !x.is_empty() && x.bytes().all(|b| b.is_ascii_digit()))
        }
        "^-?[0-9]+([.][0-9]+|/[0-9]+)?$" => t.split_once('/').map_or_else(
            || berpola("^-?[0-9]+([.][0-9]+)?$", t),
            |(a, b)| [a.trim_start_matches('-'), b].iter().all(|x| !x.is_empty() && x.bytes().all(|b| b.is_ascii_digit())),
        ),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => t.len() == 10 && t.parse::<jiff::civil::Date>().is_ok(),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$" => t.ends_with('Z') && t.parse::<jiff::Timestamp>().is_ok(),
        lain => panic!("a pattern that the test does not know: {lain}"),
    }
}

/// References that lead nowhere.
pub fn acuan_hilang(d: &Value) -> Vec<String> {
    fn jelajah(d: &Value, v: &Value, hilang: &mut Vec<String>) {
        match v {
            Value::Object(isi) => {
                if let Some(r) =
                    isi.get("$ref").and_then(Value::as_str).filter(|r| d.pointer(r.trim_start_matches('#')).is_none_or(Value::is_null))
                {
                    hilang.push(r.to_owned());
                }
                isi.values().for_each(|x| jelajah(d, x, hilang));
            }
            Value::Array(isi) => isi.iter().for_each(|x| jelajah(d, x, hilang)),
            _ => {}
        }
    }
    let mut hilang = Vec::new();
    jelajah(d, d, &mut hilang);
    hilang
}
