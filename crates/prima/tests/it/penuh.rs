//! A disk that fills up, or becomes read-only, under a serving program: told on the page with what was typed, nothing
//! acknowledged that is not stored, and the program goes on. The limit on the size of a file stands for the disk; `sh` and
//! `prlimit` set it, since Rust cannot without `unsafe`.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

const SANDI: &str = "empat kata yang biasa";

struct Server {
    proses: Child,
    alamat: String,
    /// The one-time link of the first start.
    tautan: Option<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.proses.kill();
        let _ = self.proses.wait();
    }
}

/// `batas`: largest file in blocks of 512 bytes.
fn serve(folder: &Path, batas: &str) -> Server {
    serve_dengan(folder, &format!("ulimit -f {batas}; exec {}", env!("CARGO_BIN_EXE_prima")))
}

/// `mulai`: the end of a shell script that starts the program.
fn serve_dengan(folder: &Path, mulai: &str) -> Server {
    let skrip = format!("trap '' XFSZ; {mulai} serve --listen 127.0.0.1:0 --data \"$0\"");
    let mut proses = Command::new("sh").args(["-c", &skrip]).arg(folder).env("PRIMA_LAJU", "false").stderr(Stdio::piped()).spawn().unwrap();
    let mut baris = BufReader::new(proses.stderr.take().unwrap()).lines();
    let mut tautan = None;
    let alamat = loop {
        let satu = baris.next().expect("the program starts").unwrap();
        if let Some((_, jalur)) = satu.split_once("/mulai/") {
            tautan = Some(format!("/mulai/{jalur}"));
        }
        if let Some(sisa) = satu.strip_prefix("prima: http://").filter(|_| satu.contains("  (")) {
            break sisa.split_whitespace().next().unwrap().to_owned();
        }
    };
    // Nobody reads further lines, but the pipe must not fill up.
    std::thread::spawn(move || baris.for_each(drop));
    Server { proses, alamat, tautan }
}

struct Jawaban {
    status: u16,
    kepala: String,
    isi: String,
}

impl Server {
    fn minta(&self, metode: &str, jalur: &str, kuki: &str, isi: &str) -> Jawaban {
        let mut s = TcpStream::connect(&self.alamat).unwrap();
        write!(
            s,
            "{metode} {jalur} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\nCookie: {kuki}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{isi}",
            self.alamat,
            isi.len()
        )
        .unwrap();
        let mut semua = Vec::new();
        s.read_to_end(&mut semua).unwrap();
        let teks = String::from_utf8_lossy(&semua).into_owned();
        let (kepala, isi) = teks.split_once("\r\n\r\n").unwrap();
        let status = kepala.split(' ').nth(1).unwrap().parse().unwrap();
        Jawaban { status, kepala: kepala.to_owned(), isi: isi.to_owned() }
    }

    fn akun(&self, kuki: &str) -> (String, String) {
        let halaman = self.minta("GET", "/akun", kuki, "");
        assert_eq!(halaman.status, 200, "pages can be read: {}", halaman.isi);
        let nilai = |nama: &str| {
            let medan = halaman.isi.split('<').find(|t| t.contains(&format!("name=\"{nama}\""))).unwrap();
            medan.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        (nilai("nama"), nilai("versi"))
    }
}

fn kuki(j: &Jawaban) -> String {
    let satu = j.kepala.lines().find_map(|l| l.strip_prefix("set-cookie: ").filter(|v| v.starts_with("sesi="))).unwrap();
    satu.split(';').next().unwrap().to_owned()
}

#[test]
fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() {
    let induk = tempfile::tempdir().unwrap();
    let folder = induk.path().join("data");
    let server = serve(&folder, "unlimited");
    let sandi = SANDI.replace(' ', "+");
    let isian = format!("nama=Ani&surel=ani%40uji.example&jabatan=&sandi={sandi}&ulangi={sandi}");
    let masuk = server.minta("POST", server.tautan.as_deref().unwrap(), "", &isian);
    assert_eq!(masuk.status, 303, "{}", masuk.isi);
    let sesi = kuki(&masuk);
    drop(server);

    let terbesar = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().metadata().unwrap().len()).max().unwrap();
    // The log is folded into the database at 4 MB, so the limit is met by whichever file grows past it: that takes some
    // hundred writes.
    let server = serve(&folder, &(terbesar / 512 + 100).to_string());
    let (mut terakhir, mut gagal) = (String::from("Ani"), 0);
    for n in 0..4000 {
        let (tampil, versi) = server.akun(&sesi);
        assert_eq!(tampil, terakhir, "the page shows what was acknowledged");
        let nama = format!("Ani {n}");
        let isian = format!("nama={}&jabatan={}&bahasa=id&versi={versi}", nama.replace(' ', "+"), "j".repeat(190));
        let jawaban = server.minta("POST", "/akun", &sesi, &isian);
        match jawaban.status {
            303 => terakhir = nama,
            503 => {
                let id = jawaban.kepala.lines().find_map(|l| l.strip_prefix("x-request-id: ")).unwrap();
                assert!(
                    jawaban.isi.contains("Belum tersimpan") && jawaban.isi.contains(id) && jawaban.isi.contains(&nama),
                    "{}",
                    jawaban.isi
                );
                gagal += 1;
            }
            lain => panic!("answered {lain}: {}", jawaban.isi),
        }
        if gagal == 20 {
            break;
        }
    }
    assert_eq!(gagal, 20, "the limit was reached");
    drop(server);

    // With room again everything acknowledged is there, and writing goes on.
    let server = serve(&folder, "unlimited");
    let (tampil, versi) = server.akun(&sesi);
    assert_eq!(tampil, terakhir);
    assert_eq!(server.minta("POST", "/akun", &sesi, &format!("nama=Lagi&jabatan=&bahasa=id&versi={versi}")).status, 303);
    assert_eq!(server.akun(&sesi).0, "Lagi");
}

fn jalankan(program: &str, argumen: &[&str]) {
    let keluaran = Command::new(program).args(argumen).output().unwrap();
    assert!(keluaran.status.success(), "{program} {argumen:?}: {}", String::from_utf8_lossy(&keluaran.stderr));
}

const SEBAGAI_NOBODY: &str = "setpriv --reuid 65534 --regid 65534 --clear-groups";

/// A file system that turned read-only: files that are open take no more bytes, and no file can be opened for writing.
fn baca_saja(root: bool, pid: &str, folder: &str, ya: bool) {
    let batas = ["prlimit", "--pid", pid, if ya { "--fsize=0:" } else { "--fsize=unlimited:" }];
    let semua: Vec<&str> = SEBAGAI_NOBODY.split(' ').filter(|_| root).chain(batas).collect();
    jalankan(semua[0], &semua[1..]);
    jalankan("chmod", &["-R", if ya { "a-w" } else { "u+w" }, folder]);
}

#[test]
fn a_folder_that_becomes_read_only_is_told_and_the_form_can_be_sent_again() {
    let induk = tempfile::tempdir().unwrap();
    let folder = induk.path().join("data");
    std::fs::create_dir(&folder).unwrap();
    let nama_folder = folder.to_str().unwrap();
    // Rights do not bind root: then the program runs as nobody, from a copy that nobody can reach.
    let root = String::from_utf8(Command::new("id").arg("-u").output().unwrap().stdout).unwrap().trim() == "0";
    let program = induk.path().join("prima");
    let mulai = if root {
        std::fs::copy(env!("CARGO_BIN_EXE_prima"), &program).unwrap();
        jalankan("chmod", &["a+rx", induk.path().to_str().unwrap()]);
        jalankan("chown", &["65534:65534", nama_folder]);
        format!("exec {SEBAGAI_NOBODY} {}", program.display())
    } else {
        format!("exec {}", env!("CARGO_BIN_EXE_prima"))
    };
    let server = serve_dengan(&folder, &mulai);
    let pid = server.proses.id().to_string();
    let sandi = SANDI.replace(' ', "+");
    let isian = format!("nama=Ani&surel=ani%40uji.example&jabatan=&sandi={sandi}&ulangi={sandi}");
    let masuk = server.minta("POST", server.tautan.as_deref().unwrap(), "", &isian);
    assert_eq!(masuk.status, 303, "{}", masuk.isi);
    let sesi = kuki(&masuk);
    let (_, versi) = server.akun(&sesi);
    let isian = format!("nama=Ani+Baru&jabatan=Camat+Uji&bahasa=id&versi={versi}");

    baca_saja(root, &pid, nama_folder, true);
    for kali in 0..8 {
        let j = server.minta("POST", "/akun", &sesi, &isian);
        assert_eq!(j.status, 503, "try {kali}: {}", j.isi);
        for teks in ["Belum tersimpan", "Ani Baru", "Camat Uji", "Kirim lagi", "action=\"/akun\""] {
            assert!(j.isi.contains(teks), "try {kali} lacks {teks}: {}", j.isi);
        }
        assert_eq!(server.akun(&sesi).0, "Ani", "pages can still be read, and show what is stored");
    }
    let salah = server.minta("POST", "/masuk", "", &format!("surel=ani%40uji.example&sandi={sandi}"));
    assert!(
        salah.status == 503 && !salah.isi.contains(SANDI) && !salah.isi.contains("Kirim lagi"),
        "a password is not sent back: {}",
        salah.isi
    );

    baca_saja(root, &pid, nama_folder, false);
    let j = server.minta("POST", "/akun", &sesi, &isian);
    assert_eq!(j.status, 303, "the same form is taken once the folder can be written again: {}", j.isi);
    assert_eq!(server.akun(&sesi).0, "Ani Baru");
    drop(server);

    // And a start in a read-only folder says so in words.
    jalankan("chmod", &["-R", "a-w", nama_folder]);
    let skrip = format!("{mulai} serve --listen 127.0.0.1:0 --data \"$0\"");
    let keluaran = Command::new("timeout").args(["20", "sh", "-c", &skrip, nama_folder]).output().unwrap();
    let pesan = String::from_utf8_lossy(&keluaran.stderr).into_owned();
    jalankan("chmod", &["-R", "u+w", nama_folder]);
    assert_eq!(keluaran.status.code(), Some(1), "{pesan}");
    assert!(pesan.contains("hanya dapat dibaca") && !pesan.contains("panicked"), "{pesan}");
}
