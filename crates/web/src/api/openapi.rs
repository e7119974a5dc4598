//! The OpenAPI 3.1 document, made from the table of operations.

use serde_json::{Map, Value, json};

use super::{OPERASI, Operasi};

/// The document.
#[must_use]
pub fn dokumen() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for o in &OPERASI {
        let jalur = paths.entry(o.jalur).or_insert_with(|| json!({}));
        jalur[o.metode] = operasi(o);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Prima", "version": "1", "description": "Hasil PEKPPP yang terbit, dan penyerahan berkas terbitan bertanda tangan." },
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description": "Token dari administrator instalasi" } },
            "schemas": { "Galat": skema(&[("galat", "string"), ("isi", "string")], false) },
        },
    })
}

fn operasi(o: &Operasi) -> Value {
    let di_jalur = o.jalur.split('/').filter_map(|b| b.strip_prefix('{')?.strip_suffix('}'));
    let mut parameter: Vec<Value> =
        di_jalur.map(|n| json!({ "name": n, "in": "path", "required": true, "schema": { "type": "string" } })).collect();
    parameter.extend(
        o.kueri
            .iter()
            .map(|(n, arti)| json!({ "name": n, "in": "query", "description": arti, "schema": { "type": "integer", "minimum": 0 } })),
    );
    let galat =
        json!({ "description": "Galat", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Galat" } } } });
    let (status, medan) = o.jawab;
    let mut v = json!({
        "operationId": o.id,
        "summary": o.ringkas,
        "parameters": parameter,
        "responses": {
            status.to_string(): { "description": o.ringkas, "content": { "application/json": { "schema": skema(medan, true) } } },
            "4XX": galat,
        },
    });
    if o.token {
        v["security"] = json!([{ "token": [] }]);
        let isi = if o.id == "laporTenan" {
            json!({ "application/json": { "schema": { "type": "object" } } })
        } else {
            json!({ "application/zip": { "schema": { "type": "string", "format": "binary" } } })
        };
        v["requestBody"] = json!({ "required": true, "content": isi });
    }
    v
}

fn skema(medan: &[(&str, &str)], tertutup: bool) -> Value {
    let isi: Map<String, Value> = medan.iter().map(|(n, jenis)| ((*n).to_owned(), json!({ "type": jenis }))).collect();
    let nama: Vec<&str> = medan.iter().map(|(n, _)| *n).collect();
    json!({ "type": "object", "properties": isi, "required": nama, "additionalProperties": !tertutup })
}
