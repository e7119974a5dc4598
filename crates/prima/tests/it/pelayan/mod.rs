//! A serving program as a process, with its log, and plain requests to it. A request that gets no answer at all is an error, not a panic.

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

pub struct Server {
    pub proses: Child,
    pub alamat: String,
    /// Of `/metrics`, where it has one of its own.
    pub metrik: Option<String>,
    /// The one-time link of the first start.
    pub tautan: Option<String>,
    pub log: Arc<Mutex<String>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.proses.kill();
        let _ = self.proses.wait();
    }
}

pub struct Jawaban {
    pub status: u16,
    pub kepala: String,
    pub isi: String,
}

impl Jawaban {
    /// A header by its name in small letters.
    pub fn punya(&self, nama: &str) -> Option<&str> {
        self.kepala.lines().find_map(|l| l.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(nama)).map(|(_, v)| v))
    }

    /// The value of a field of the form on this page.
    pub fn medan(&self, nama: &str) -> String {
        let medan = self.isi.split('<').find(|t| t.contains(&format!("name=\"{nama}\""))).unwrap_or_else(|| panic!("{}", self.isi));
        medan.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    pub fn sesi(&self) -> String {
        let satu = self.kepala.lines().find_map(|l| l.strip_prefix("set-cookie: ").filter(|v| v.starts_with("sesi="))).unwrap();
        satu.split(';').next().unwrap().to_owned()
    }
}

/// Starts the command and waits until it says where it serves.
pub fn mulai(perintah: &mut Command) -> Server {
    let mut proses = perintah.stderr(Stdio::piped()).spawn().unwrap();
    let mut baris = BufReader::new(proses.stderr.take().unwrap()).lines();
    let log = Arc::new(Mutex::new(String::new()));
    let (mut tautan, mut metrik) = (None, None);
    let alamat = loop {
        let satu = baris.next().unwrap_or_else(|| panic!("it did not start: {}", log.lock().unwrap())).unwrap();
        log.lock().unwrap().extend([satu.as_str(), "\n"]);
        if let Some((_, jalur)) = satu.split_once("/mulai/") {
            tautan = Some(format!("/mulai/{jalur}"));
        }
        if let Some(a) = satu.strip_prefix("prima: http://").and_then(|s| s.strip_suffix("/metrics")) {
            metrik = Some(a.to_owned());
        }
        // `http://…  (http://127.0.0.1:4711, folder)`
        if let Some((_, a)) = satu.split_once("  (http://") {
            break a.split([',', ')', '/']).next().unwrap().to_owned();
        }
    };
    let tulis = log.clone();
    std::thread::spawn(move || baris.map_while(Result::ok).for_each(|b| tulis.lock().unwrap().extend([b.as_str(), "\n"])));
    Server { proses, alamat, metrik, tautan, log }
}

pub fn minta(alamat: &str, metode: &str, jalur: &str, kuki: &str, isi: &str) -> io::Result<Jawaban> {
    let mut s = TcpStream::connect(alamat)?;
    s.set_read_timeout(Some(Duration::from_mins(1)))?;
    write!(
        s,
        "{metode} {jalur} HTTP/1.1\r\nHost: {alamat}\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\nCookie: {kuki}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{isi}",
        isi.len()
    )?;
    let mut semua = Vec::new();
    s.read_to_end(&mut semua)?;
    let teks = String::from_utf8_lossy(&semua).into_owned();
    let (kepala, isi) = teks.split_once("\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let status = kepala.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Jawaban { status, kepala: kepala.to_owned(), isi: isi.to_owned() })
}

impl Server {
    pub fn minta(&self, metode: &str, jalur: &str, kuki: &str, isi: &str) -> Jawaban {
        minta(&self.alamat, metode, jalur, kuki, isi).unwrap()
    }

    /// Makes the first account by the one-time link; its session.
    pub fn admin(&self) -> String {
        let isian = "nama=Ani&surel=ani%40uji.example&jabatan=&sandi=empat+kata+yang+biasa&ulangi=empat+kata+yang+biasa";
        let masuk = self.minta("POST", self.tautan.as_deref().unwrap(), "", isian);
        assert_eq!(masuk.status, 303, "{}", masuk.isi);
        masuk.sesi()
    }

    /// Tells it to stop, as a supervisor does, and waits.
    pub fn berhenti(&mut self) -> std::process::ExitStatus {
        let pid = self.proses.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.proses.wait().unwrap()
    }
}
