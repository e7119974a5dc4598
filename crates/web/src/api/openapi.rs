//! The OpenAPI 3.1 document, made from the table of operations.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use store::token_api::Lingkup;

use super::operasi::{self, Hak, Isi, Jenis, Medan, Operasi, Skema};

const TENTANG: &str = "Data terbuka Prima dan penyerahan data oleh program. Membaca tidak memerlukan token; token memberi batas laju \
    sendiri. Galat berupa application/problem+json (RFC 9457) dengan kunci tetap di medan `galat`. Daftar panjang dibaca per halaman: \
    kirim isi `berikut` sebagai `kursor`. Tiap jawaban baca membawa ETag. Penulisan menerima kepala Idempotency-Key: kiriman yang sama \
    dalam 24 jam dijawab sama dan dikerjakan sekali. Medan baru dapat ditambahkan; program hendaknya mengabaikan yang tidak dikenal.";

/// The document.
#[must_use]
pub fn dokumen() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    let mut skema: BTreeMap<&str, Value> = BTreeMap::new();
    for o in super::operasi() {
        let jalur = paths.entry(o.jalur).or_insert_with(|| json!({}));
        jalur[o.metode] = satu(o, &mut skema);
    }
    skema.insert("Masalah", masalah());
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Prima", "version": "1.1", "description": TENTANG },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": "Token dari administrator instalasi, dengan lingkup" },
                "tenan": { "type": "http", "scheme": "bearer", "description": "Token organisasi di MPP, dari kepala MPP" },
                "tanda": { "type": "apiKey", "in": "header", "name": "X-Prima-Tanda", "description": "HMAC-SHA-256 atas waktu, titik, dan badan" },
            },
            "schemas": skema,
        },
    })
}

fn masalah() -> Value {
    let teks = |arti: &str| json!({ "type": "string", "description": arti });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "galat"],
        "properties": {
            "type": teks("urn:prima:masalah: dan kunci"), "title": teks("Judul"), "detail": teks("Kalimat untuk manusia"),
            "status": { "type": "integer" }, "galat": teks("Kunci yang tidak berubah"), "isi": teks("Sama dengan detail"),
            "id": teks("Nomor permintaan, ada di log"), "temuan": { "type": "array", "items": { "type": "object" } },
        },
    })
}

fn satu(o: &'static Operasi, skema: &mut BTreeMap<&'static str, Value>) -> Value {
    let mut parameter: Vec<Value> =
        o.di_jalur().map(|n| json!({ "name": n, "in": "path", "required": true, "schema": { "type": "string" } })).collect();
    parameter
        .extend(o.kueri.iter().map(|k| json!({ "name": k.nama, "in": "query", "description": k.arti, "schema": jenis(&k.jenis, skema) })));
    if matches!(o.hak, Hak::Token(_) | Hak::Tenan) {
        let arti = "Kunci pilihan program; kiriman yang sama sekali lagi dijawab sama";
        parameter.push(json!({ "name": "Idempotency-Key", "in": "header", "description": arti,
            "schema": { "type": "string", "minLength": 1, "maxLength": 200 } }));
    }
    let jawab = json!({ "description": o.ringkas[0], "content": { "application/json": { "schema": acuan(o.jawab, skema) } } });
    let galat = json!({ "description": "Galat", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Masalah" } } } });
    let mut v = json!({
        "operationId": o.id,
        "summary": o.ringkas[0],
        "description": o.ringkas[1],
        "parameters": parameter,
        "responses": { o.status.to_string(): jawab, "4XX": galat, "5XX": galat },
    });
    if o.metode == "get" {
        v["responses"]["304"] = json!({ "description": "Tidak berubah sejak ETag di If-None-Match" });
    }
    if !o.isi.is_empty() {
        let isi: Map<String, Value> = o.isi.iter().map(|i| badan(i, skema)).collect();
        v["requestBody"] = json!({ "required": true, "content": isi });
    }
    v["security"] = match o.hak {
        // Without, or with a token that may read.
        Hak::Siapa => json!([{}, { "token": [] }]),
        Hak::Token(_) => json!([{ "token": [] }]),
        Hak::Tenan => json!([{ "tenan": [] }]),
        Hak::Tanda => json!([{ "tanda": [] }]),
    };
    if let Hak::Token(l) = o.hak {
        v["x-lingkup"] = l.kunci().into();
    } else if o.hak == Hak::Siapa {
        v["x-lingkup"] = Lingkup::Baca.kunci().into();
    }
    v
}

fn badan(i: &'static Isi, skema: &mut BTreeMap<&'static str, Value>) -> (String, Value) {
    let isi = match i {
        Isi::Json(s) => acuan(s, skema),
        Isi::Berkas(_) => json!({ "type": "string", "format": "binary" }),
    };
    (i.jenis().to_owned(), json!({ "schema": isi }))
}

/// A reference to a schema, which is put among the components.
fn acuan(s: &'static Skema, skema: &mut BTreeMap<&'static str, Value>) -> Value {
    if !skema.contains_key(s.nama) {
        skema.insert(s.nama, Value::Null);
        let isi: Map<String, Value> = s.medan.iter().map(|m| (m.nama.to_owned(), medan(m, skema))).collect();
        let wajib: Vec<&str> = s.medan.iter().filter(|m| m.wajib).map(|m| m.nama).collect();
        skema.insert(s.nama, json!({ "type": "object", "required": wajib, "properties": isi }));
    }
    json!({ "$ref": format!("#/components/schemas/{}", s.nama) })
}

fn medan(m: &'static Medan, skema: &mut BTreeMap<&'static str, Value>) -> Value {
    let mut v = jenis(&m.jenis, skema);
    if m.kosong {
        v = match v["type"].as_str().map(str::to_owned) {
            Some(t) => {
                v["type"] = json!([t, "null"]);
                v
            }
            None => json!({ "anyOf": [v, { "type": "null" }] }),
        };
    }
    v["description"] = m.arti.into();
    v
}

fn jenis(j: &'static Jenis, skema: &mut BTreeMap<&'static str, Value>) -> Value {
    match j {
        Jenis::Teks => json!({ "type": "string" }),
        Jenis::Bulat => json!({ "type": "integer", "minimum": 0 }),
        Jenis::Benar => json!({ "type": "boolean" }),
        Jenis::Desimal => json!({ "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$" }),
        Jenis::Pecahan => json!({ "type": "string", "pattern": "^-?[0-9]+([.][0-9]+|/[0-9]+)?$" }),
        Jenis::Tanggal => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Jenis::Saat => json!({ "type": "string", "format": "date-time", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$" }),
        Jenis::Pilihan(p) => json!({ "type": "string", "enum": p }),
        Jenis::Bebas => json!({ "type": "object" }),
        Jenis::Acuan(s) => acuan(s, skema),
        Jenis::Larik(isi) => json!({ "type": "array", "items": jenis(isi, skema) }),
    }
}

/// Scopes with the operations that each opens, for the page.
pub(super) fn per_lingkup(l: Lingkup) -> Vec<&'static Operasi> {
    super::operasi().filter(|o| o.hak == Hak::Token(l)).collect()
}

/// As it stands in the page: `Operasi` is asked by its schema's fields.
pub(super) fn medan_jawab(o: &operasi::Operasi) -> String {
    o.jawab.medan.iter().map(|m| m.nama).collect::<Vec<_>>().join(", ")
}
