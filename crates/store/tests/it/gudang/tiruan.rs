//! A small S3 for tests: keeps objects in memory, checks that what arrives has the hash that was announced, and can be made busy,
//! or lose and damage what it holds. That signatures are right is proven by published examples and against real servers
//! (`PRIMA_UJI_S3`), not here.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

#[derive(Default)]
pub struct Isi {
    /// Content and seconds of age, by path.
    pub objek: BTreeMap<String, (Vec<u8>, i64)>,
    /// So many requests are answered with 503.
    pub sibuk: usize,
    /// So many bodies are cut off half-way.
    pub putus: usize,
    pub permintaan: usize,
}

#[derive(Clone)]
pub struct Tiruan {
    pub alamat: String,
    pub isi: Arc<Mutex<Isi>>,
}

impl Tiruan {
    pub fn mulai() -> Self {
        let dengar = TcpListener::bind("127.0.0.1:0").unwrap();
        let t = Self { alamat: format!("http://{}", dengar.local_addr().unwrap()), isi: Arc::default() };
        let isi = t.isi.clone();
        thread::spawn(move || {
            for s in dengar.incoming().flatten() {
                let isi = isi.clone();
                thread::spawn(move || layani(&s, &isi));
            }
        });
        t
    }

    /// Names of the objects of a place (`objek`, `buang`, `titip`).
    pub fn nama(&self, tempat: &str) -> Vec<String> {
        let sisip = format!("/{tempat}/");
        let isi = self.isi.lock().unwrap();
        isi.objek.keys().filter(|k| k.contains(&sisip)).map(|k| k.rsplit('/').next().unwrap().to_owned()).collect()
    }

    /// Makes all objects as old as that.
    pub fn tuakan(&self, hari: i64) {
        self.isi.lock().unwrap().objek.values_mut().for_each(|o| o.1 += hari * 86_400);
    }
}

fn layani(s: &TcpStream, isi: &Mutex<Isi>) -> Option<()> {
    let mut baca = BufReader::new(s);
    loop {
        let (mut awal, mut kepala) = (String::new(), BTreeMap::new());
        baca.read_line(&mut awal).ok().filter(|n| *n > 0)?;
        loop {
            let mut b = String::new();
            baca.read_line(&mut b).ok()?;
            let Some((n, v)) = b.trim_end().split_once(':') else { break };
            kepala.insert(n.to_lowercase(), v.trim().to_owned());
        }
        let mut badan = vec![0; kepala.get("content-length").map_or(0, |n| n.parse().unwrap())];
        baca.read_exact(&mut badan).ok()?;
        let mut bagian = awal.split(' ');
        let (metode, jalur) = (bagian.next()?.to_owned(), bagian.next()?.to_owned());
        let mut isi = isi.lock().unwrap();
        isi.permintaan += 1;
        if isi.sibuk > 0 {
            isi.sibuk -= 1;
            jawab(s, &metode, "503 Slow Down", "", b"<Error><Code>SlowDown</Code></Error>")?;
            continue;
        }
        let (status, tambahan, keluar) = kerjakan(&mut isi, &metode, &jalur, &kepala, badan);
        if isi.putus > 0 && metode == "GET" {
            isi.putus -= 1;
            let mut s = s;
            write!(s, "HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", keluar.len()).ok()?;
            s.write_all(&keluar[..keluar.len() / 2]).ok()?;
            return s.shutdown(std::net::Shutdown::Both).ok();
        }
        jawab(s, &metode, status, &tambahan, &keluar)?;
    }
}

fn jawab(mut s: &TcpStream, metode: &str, status: &str, tambahan: &str, isi: &[u8]) -> Option<()> {
    let panjang = if tambahan.contains("Content-Length") { String::new() } else { format!("Content-Length: {}\r\n", isi.len()) };
    write!(s, "HTTP/1.1 {status}\r\n{panjang}{tambahan}\r\n").ok()?;
    if metode == "HEAD" { Some(()) } else { s.write_all(isi).ok() }
}

fn pada(umur: i64) -> jiff::Timestamp {
    jiff::Timestamp::now() - jiff::SignedDuration::from_secs(umur)
}

fn kerjakan(
    isi: &mut Isi,
    metode: &str,
    jalur: &str,
    kepala: &BTreeMap<String, String>,
    badan: Vec<u8>,
) -> (&'static str, String, Vec<u8>) {
    assert!(kepala["authorization"].starts_with("AWS4-HMAC-SHA256 Credential=kunci-uji/"), "every request is signed");
    let tiada = ("404 Not Found", String::new(), b"<Error><Code>NoSuchKey</Code></Error>".to_vec());
    if let Some((_, kueri)) = jalur.split_once('?') {
        return ("200 OK", String::new(), daftar(isi, kueri).into_bytes());
    }
    match metode {
        "PUT" if kepala.contains_key("x-amz-copy-source") => {
            let Some((lama, _)) = isi.objek.get(&kepala["x-amz-copy-source"]) else { return tiada };
            let lama = lama.clone();
            isi.objek.insert(jalur.to_owned(), (lama, 0));
            ("200 OK", String::new(), b"<CopyObjectResult/>".to_vec())
        }
        "PUT" if store::sidik_hex(&badan) != kepala["x-amz-content-sha256"] => {
            ("400 Bad Request", String::new(), b"<Error><Code>XAmzContentSHA256Mismatch</Code></Error>".to_vec())
        }
        "PUT" => {
            isi.objek.insert(jalur.to_owned(), (badan, 0));
            ("200 OK", String::new(), vec![])
        }
        "DELETE" => {
            isi.objek.remove(jalur);
            ("204 No Content", String::new(), vec![])
        }
        _ => {
            let Some((b, umur)) = isi.objek.get(jalur) else { return tiada };
            let diubah = pada(*umur).strftime("%a, %d %b %Y %H:%M:%S GMT");
            ("200 OK", format!("Last-Modified: {diubah}\r\nContent-Length: {}\r\n", b.len()), b.clone())
        }
    }
}

/// Two names a page, so that the mark of the next page is used.
fn daftar(isi: &Isi, kueri: &str) -> String {
    let nilai = |nama: &str| kueri.split('&').find_map(|k| k.strip_prefix(&format!("{nama}="))).map(|v| v.replace("%2F", "/"));
    let (awalan, lanjut) = (format!("/ember/{}", nilai("prefix").unwrap()), nilai("continuation-token").unwrap_or_default());
    let semua: Vec<_> = isi.objek.iter().filter(|(k, _)| k.starts_with(&awalan) && **k > lanjut).collect();
    let mut xml = format!("<ListBucketResult><IsTruncated>{}</IsTruncated>", semua.len() > 2);
    for (k, (b, umur)) in semua.iter().take(2) {
        let kunci = k.strip_prefix("/ember/").unwrap();
        let umur = pada(*umur);
        let _ = write!(xml, "<Contents><Key>{kunci}</Key><LastModified>{umur}</LastModified><Size>{}</Size></Contents>", b.len());
    }
    if semua.len() > 2 {
        let _ = write!(xml, "<NextContinuationToken>{}</NextContinuationToken>", semua[1].0);
    }
    xml + "</ListBucketResult>"
}
