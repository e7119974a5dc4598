//! SIGKILL of the whole program while citizens answer over HTTP: every answer that was acknowledged is there after the restart,
//! none is there twice, the counters equal the answers, and neither the log nor the folder knows who answered.
//! Twelve times here; `PRIMA_BUNUH=100` for the long run.

use std::{
    collections::HashSet,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use jiff::ToSpan as _;
use store::{
    Jam, Store, Sumber, akun, hak,
    id::RondeId,
    instansi::{self, InstansiBaru, UnitBaru},
    peran::{self, Lingkup, Peran},
    ronde::{self, SaringJawaban, id_jawaban, kubus},
    sesi,
    skm::{self, LayananIsi, RondeIsi},
};
use uuid::Uuid;

const AGEN: &str = "Agen-Rahasia-77";
const ALAMAT: &str = "203.0.113.77";

/// A folder with a running round; its link.
async fn siapkan(folder: &Path) -> (RondeId, String) {
    let s = Store::buka(folder, &Sumber::Sqlite, Jam::default()).await.unwrap();
    let tx = s.mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Uji", jenis: "kabupaten", wilayah: None, zona: "WIB" };
    let kab = instansi::tambah(&tx, None, kab).await.unwrap();
    let unit = UnitBaru { kode: "rsud", instansi: kab, induk: None, nama: "RSUD Uji", jenis: "rsud", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, unit).await.unwrap();
    let op = akun::tambah(&tx, None, akun::AkunBaru { nama: "Op", surel: "op@uji.id", jabatan: "", sandi: None }).await.unwrap();
    peran::beri(&tx, None, op, Peran::UnitOperator, &Lingkup::Unit { unit, instansi: kab }).await.unwrap();
    tx.commit().await.unwrap();
    let token = sesi::buka(&s, op, "::1", "uji").await.unwrap();
    let pelaku = sesi::pelaku(&s, &token, "::1", "uji").await.unwrap().unwrap();
    let hak = hak::unit(&s, &pelaku, unit).await.unwrap().pengelola_skm().unwrap();
    let (kini, layanan) = (s.sekarang().hari("WIB"), [LayananIsi { nomor: None, nama: "Rawat jalan".into() }]);
    let (mulai, sampai) = (kini.saturating_sub(10.days()), kini.saturating_add(30.days()));
    let isi = RondeIsi { nama: "SKM", edisi: "skm-2017", mulai, sampai, populasi: None, layanan: &layanan, ditiadakan: &[] };
    let id = skm::buat(&s, &hak, RondeId::baru(), &isi).await.unwrap();
    let token = skm::dari_id(s.baca(), id).await.unwrap().token;
    s.tutup().await.unwrap();
    (id, token)
}

struct Server {
    proses: Child,
    alamat: String,
    log: Arc<Mutex<String>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.proses.kill();
        let _ = self.proses.wait();
    }
}

fn serve(folder: &Path) -> Server {
    let mut proses = Command::new(env!("CARGO_BIN_EXE_prima"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .env("PRIMA_LAJU", "false")
        .env("PRIMA_SURVEI_PER_JAM", "0")
        .env("PRIMA_PROKSI_TEPERCAYA", "[\"127.0.0.1/32\"]")
        .env("RUST_LOG", "debug,sqlx=warn,sea_orm=warn")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut baris = BufReader::new(proses.stderr.take().unwrap()).lines();
    let alamat = loop {
        let satu = baris.next().expect("the program starts").unwrap();
        if let Some(sisa) = satu.strip_prefix("prima: http://").filter(|_| satu.contains("  (")) {
            break sisa.split_whitespace().next().unwrap().to_owned();
        }
    };
    let log = Arc::new(Mutex::new(String::new()));
    let tulis = log.clone();
    std::thread::spawn(move || {
        for satu in baris.map_while(Result::ok) {
            tulis.lock().unwrap().push_str(&satu);
        }
    });
    Server { proses, alamat, log }
}

/// Status and text of an answer; `None` when the program went away.
fn minta(alamat: &str, metode: &str, jalur: &str, isi: &str) -> Option<(u16, String)> {
    let mut s = TcpStream::connect(alamat).ok()?;
    s.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    write!(
        s,
        "{metode} {jalur} HTTP/1.1\r\nHost: {alamat}\r\nUser-Agent: {AGEN}\r\nX-Forwarded-For: {ALAMAT}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{isi}",
        isi.len()
    )
    .ok()?;
    let mut semua = Vec::new();
    s.read_to_end(&mut semua).ok()?;
    let teks = String::from_utf8_lossy(&semua).into_owned();
    Some((teks.split(' ').nth(1)?.parse().ok()?, teks))
}

/// The fields of a complete answer but its id.
fn isian(halaman: &str) -> String {
    let nilai = |nama: &str| {
        let medan = halaman.split('<').find(|t| t.contains(&format!("name=\"{nama}\"")) && t.contains("value=\"")).unwrap();
        medan.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let tanya: HashSet<&str> = halaman.split("name=\"q_").skip(1).filter_map(|b| b.split('"').next()).collect();
    assert_eq!(tanya.len(), 9, "nine questions");
    let jawab = tanya.iter().flat_map(|t| ["&q_", t, "=3"]).collect::<String>();
    format!("&stempel={}&layanan={}{jawab}", nilai("stempel"), nilai("layanan"))
}

#[test]
fn killed_again_and_again_it_loses_and_doubles_nothing() {
    let induk = tempfile::tempdir().unwrap();
    let folder = induk.path().join("data");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (ronde, token) = runtime.block_on(siapkan(&folder));
    let kali: usize = std::env::var("PRIMA_BUNUH").ok().and_then(|v| v.parse().ok()).unwrap_or(12);
    let (dikirim, diterima) = (Arc::new(Mutex::new(HashSet::new())), Arc::new(Mutex::new(HashSet::new())));
    // What each citizen has sent and heard nothing of: sent again after the restart, as a phone does.
    let tertunda: Arc<Mutex<Vec<Uuid>>> = Arc::default();
    for ke in 0..kali {
        let mut server = serve(&folder);
        let halaman = minta(&server.alamat, "GET", &format!("/skm/{token}"), "").expect("it answers");
        assert_eq!(halaman.0, 200, "{}", halaman.1);
        let isi = isian(&halaman.1);
        let awal = diterima.lock().unwrap().len();
        let warga: Vec<_> = (0..6)
            .map(|_| {
                let (alamat, jalur, isi) = (server.alamat.clone(), format!("/skm/{token}/jawaban"), isi.clone());
                let (dikirim, diterima, tertunda) = (dikirim.clone(), diterima.clone(), tertunda.clone());
                std::thread::spawn(move || {
                    loop {
                        let id = tertunda.lock().unwrap().pop().unwrap_or_else(id_jawaban);
                        dikirim.lock().unwrap().insert(id);
                        match minta(&alamat, "POST", &jalur, &format!("id={id}{isi}")) {
                            Some((303, _)) => {
                                diterima.lock().unwrap().insert(id);
                            }
                            Some((503, _)) => tertunda.lock().unwrap().push(id),
                            Some((status, teks)) => panic!("answered {status}: {teks}"),
                            None => return tertunda.lock().unwrap().push(id),
                        }
                    }
                })
            })
            .collect();
        let mulai = Instant::now();
        while diterima.lock().unwrap().len() < awal + 15 + ke * 3 {
            assert!(mulai.elapsed() < Duration::from_mins(1), "answers come in");
            std::thread::sleep(Duration::from_millis(3));
        }
        server.proses.kill().unwrap();
        server.proses.wait().unwrap();
        for w in warga {
            w.join().unwrap();
        }
        let log = server.log.lock().unwrap();
        assert!(!log.contains(AGEN) && !log.contains(ALAMAT), "the log knows who answered: {log}");
    }
    runtime.block_on(async {
        let s = Store::buka(&folder, &Sumber::Sqlite, Jam::default()).await.unwrap();
        let (mut semua, mut setelah) = (Vec::new(), None);
        loop {
            let halaman = ronde::halaman(s.baca(), ronde, setelah, 1000, &SaringJawaban::default()).await.unwrap();
            setelah = halaman.last().map(|j| j.id);
            if setelah.is_none() {
                break;
            }
            semua.extend(halaman.into_iter().map(|j| j.id));
        }
        let ada: HashSet<Uuid> = semua.iter().copied().collect();
        assert_eq!(ada.len(), semua.len(), "none twice");
        assert!(diterima.lock().unwrap().is_subset(&ada), "every acknowledged answer is there");
        assert!(ada.is_subset(&dikirim.lock().unwrap()), "nothing that nobody sent");
        let n = kubus::seluruh(s.baca(), ronde, kubus::Keadaan::Pakai).await.unwrap().n;
        assert_eq!(usize::try_from(n).unwrap(), semua.len(), "the counters equal the answers");
        s.tutup().await.unwrap();
    });
    for berkas in std::fs::read_dir(&folder).unwrap().map(Result::unwrap).filter(|b| b.path().is_file()) {
        let isi = std::fs::read(berkas.path()).unwrap();
        for jejak in [AGEN, ALAMAT] {
            assert!(!isi.windows(jejak.len()).any(|w| w == jejak.as_bytes()), "{jejak} in {}", berkas.path().display());
        }
    }
}
