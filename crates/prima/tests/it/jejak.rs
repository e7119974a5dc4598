//! Traces as a collector gets them: from a serving program, by OTLP over HTTP.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::Value;

use super::pelayan;

/// A collector: takes each post and answers with an empty success.
fn pengumpul() -> (String, Arc<Mutex<Vec<Value>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let alamat = format!("http://{}", listener.local_addr().unwrap());
    let semua: Arc<Mutex<Vec<Value>>> = Arc::default();
    let simpan = semua.clone();
    std::thread::spawn(move || {
        for mut garis in listener.incoming().map_while(Result::ok) {
            let isi = baca(&mut garis);
            garis.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
            let spans = isi["resourceSpans"][0]["scopeSpans"][0]["spans"].as_array().unwrap().clone();
            simpan.lock().unwrap().extend(spans);
        }
    });
    (alamat, semua)
}

fn baca(garis: &mut TcpStream) -> Value {
    let (mut semua, mut potong) = (Vec::new(), [0; 8192]);
    loop {
        let n = garis.read(&mut potong).unwrap();
        semua.extend_from_slice(&potong[..n]);
        let teks = String::from_utf8_lossy(&semua);
        let Some((kepala, isi)) = teks.split_once("\r\n\r\n") else { continue };
        assert!(kepala.starts_with("POST /v1/traces HTTP/1.1") && kepala.contains("content-type: application/json"), "{kepala}");
        let panjang: usize = kepala.lines().find_map(|l| l.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        if isi.len() >= panjang {
            return serde_json::from_str(isi).unwrap();
        }
    }
}

fn tunggu(semua: &Mutex<Vec<Value>>, benar: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    let batas = Instant::now() + Duration::from_secs(15);
    loop {
        let kini = semua.lock().unwrap().clone();
        if benar(&kini) {
            return kini;
        }
        assert!(Instant::now() < batas, "the collector has {kini:#?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn bernama<'a>(semua: &'a [Value], nama: &str) -> Option<&'a Value> {
    semua.iter().find(|s| s["name"] == nama)
}

fn atribut<'a>(s: &'a Value, kunci: &str) -> &'a Value {
    let semua = s["attributes"].as_array().unwrap();
    semua.iter().find(|a| a["key"] == kunci).map_or(&Value::Null, |a| &a["value"])
}

#[test]
fn requests_and_what_they_wait_for_reach_the_collector_without_anybody() {
    let tmp = tempfile::tempdir().unwrap();
    let (alamat, semua) = pengumpul();
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(tmp.path().join("data"));
    let server = pelayan::mulai(p.env("PRIMA_JEJAK__ALAMAT", &alamat).env("PRIMA_PROKSI_TEPERCAYA", "[\"127.0.0.1/32\"]"));
    server.admin();
    let masuk = server.minta("GET", "/masuk?nik=3201", "", "");
    // A proxy began this one, and does not want the next one kept.
    let induk = "0af7651916cd43dd8448eb211c80319c";
    for (jalur, tanda) in [("/hasil", "01"), ("/peringkat", "00")] {
        let mut garis = TcpStream::connect(&server.alamat).unwrap();
        let tp = format!("00-{induk}-b7ad6b7169203331-{tanda}");
        write!(garis, "GET {jalur} HTTP/1.1\r\nHost: x\r\ntraceparent: {tp}\r\nConnection: close\r\n\r\n").unwrap();
        garis.read_to_end(&mut Vec::new()).unwrap();
    }
    let ada =
        tunggu(&semua, |s| ["POST /mulai/{token}", "GET /masuk", "GET /hasil", "transaction"].iter().all(|n| bernama(s, n).is_some()));

    let halaman = bernama(&ada, "GET /masuk").unwrap();
    assert_eq!(halaman["traceId"], masuk.punya("x-request-id").unwrap(), "the number of the request is that of the trace");
    assert_eq!(halaman["kind"], 2);
    assert_eq!(atribut(halaman, "http.response.status_code")["intValue"], "200");
    assert_eq!(atribut(halaman, "http.route")["stringValue"], "/masuk");
    let mulai = bernama(&ada, "POST /mulai/{token}").unwrap();
    let dalam = |s: &&Value| s["name"] == "transaction" && s["parentSpanId"] == mulai["spanId"] && s["traceId"] == mulai["traceId"];
    assert!(ada.iter().any(|s| dalam(&s)), "what it wrote is inside");
    let dari_proksi = bernama(&ada, "GET /hasil").unwrap();
    assert_eq!((&dari_proksi["traceId"], &dari_proksi["parentSpanId"]), (&induk.into(), &"b7ad6b7169203331".into()));
    assert!(bernama(&ada, "GET /peringkat").is_none(), "the proxy did not keep it");
    let teks = Value::from(ada).to_string();
    let rahasia = server.tautan.as_deref().unwrap().rsplit('/').next().unwrap();
    for milik in [rahasia, "nik", "3201", "uji.example", "Ani", "127.0.0.1"] {
        assert!(!teks.contains(milik), "{milik} is in a trace");
    }
}

#[test]
fn a_collector_that_is_away_costs_traces_only() {
    let tmp = tempfile::tempdir().unwrap();
    let kosong = TcpListener::bind("127.0.0.1:0").unwrap();
    let alamat = format!("http://{}", kosong.local_addr().unwrap());
    drop(kosong);
    let mut p = Command::new(env!("CARGO_BIN_EXE_prima"));
    p.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(tmp.path().join("data"));
    let server = pelayan::mulai(p.env("PRIMA_JEJAK__ALAMAT", alamat));
    assert_eq!(server.minta("GET", "/masuk", "", "").status, 200);
    let batas = Instant::now() + Duration::from_secs(15);
    while !server.log.lock().unwrap().contains("traces could not be handed over") {
        assert!(Instant::now() < batas, "nothing was said");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(server.minta("GET", "/masuk", "", "").status, 200);
}
