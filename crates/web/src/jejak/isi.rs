//! The JSON of OTLP: `ExportTraceServiceRequest` with numbers of traces and spans in hexadecimal, 64-bit integers as text.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::{Nilai, Rentang};

/// Of OTLP: a span inside, and one that answers a request.
const DALAM: u8 = 1;
const LAYANAN: u8 = 2;
const GAGAL: u8 = 2;

/// What every span of this program has in common.
pub(super) fn sumber(nama: &str) -> Value {
    let atribut = [
        ("service.name", "prima".to_owned()),
        ("service.version", env!("CARGO_PKG_VERSION").to_owned()),
        ("service.instance.id", nama.to_owned()),
    ];
    json!({ "attributes": atribut.map(|(k, v)| satu(k, &Nilai::Teks(v))) })
}

pub(super) fn badan(sumber: &Value, semua: &[Rentang]) -> Value {
    let rentang: Vec<Value> = semua.iter().map(rentang).collect();
    json!({ "resourceSpans": [{ "resource": sumber, "scopeSpans": [{ "scope": { "name": "prima" }, "spans": rentang }] }] })
}

fn rentang(r: &Rentang) -> Value {
    let mut v = json!({
        "traceId": format!("{:032x}", r.jejak),
        "spanId": format!("{:016x}", r.id),
        "name": r.nama,
        "kind": if r.layanan { LAYANAN } else { DALAM },
        "startTimeUnixNano": nano(r.mulai),
        "endTimeUnixNano": nano(r.mulai + r.lama),
        "attributes": r.atribut.iter().map(|(k, n)| satu(k, n)).collect::<Vec<_>>(),
        "status": if r.gagal { json!({ "code": GAGAL }) } else { json!({}) },
    });
    if let Some(induk) = r.induk {
        v["parentSpanId"] = format!("{induk:016x}").into();
    }
    v
}

fn nano(t: SystemTime) -> String {
    t.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos().to_string()
}

fn satu(kunci: &str, nilai: &Nilai) -> Value {
    let nilai = match nilai {
        Nilai::Angka(n) => json!({ "intValue": n.to_string() }),
        Nilai::Teks(t) => json!({ "stringValue": t }),
    };
    json!({ "key": kunci, "value": nilai })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_span_is_written_as_otlp_wants_it() {
        let r = Rentang {
            jejak: 0xabc,
            id: 7,
            induk: None,
            nama: "GET /lokus/{lokus}".into(),
            layanan: true,
            gagal: true,
            mulai: UNIX_EPOCH + Duration::from_secs(1),
            lama: Duration::from_nanos(5),
            atribut: vec![("http.response.status_code", Nilai::Angka(503))],
        };
        let dalam = Rentang { induk: Some(7), layanan: false, gagal: false, atribut: vec![], ..r.clone() };
        let v = badan(&sumber("b4b0"), &[r, dalam]);
        let s = &v["resourceSpans"][0]["scopeSpans"][0]["spans"];
        assert_eq!(s[0]["traceId"], "00000000000000000000000000000abc");
        assert_eq!(s[0]["spanId"], "0000000000000007");
        assert_eq!((&s[0]["startTimeUnixNano"], &s[0]["endTimeUnixNano"]), (&json!("1000000000"), &json!("1000000005")));
        assert_eq!((&s[0]["kind"], &s[0]["status"]["code"]), (&json!(2), &json!(2)));
        assert_eq!(s[0]["attributes"][0], json!({ "key": "http.response.status_code", "value": { "intValue": "503" } }));
        assert_eq!((&s[1]["parentSpanId"], &s[1]["kind"], &s[1]["status"]), (&json!("0000000000000007"), &json!(1), &json!({})));
        assert_eq!(v["resourceSpans"][0]["resource"]["attributes"][2]["value"]["stringValue"], "b4b0");
    }
}
