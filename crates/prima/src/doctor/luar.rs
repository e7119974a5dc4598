//! What lies outside the program, where the settings name it: the object store, the read replica for public pages, the port for figures,
//! and the collector of traces.

use std::{
    io::{self, ErrorKind},
    net::ToSocketAddrs as _,
    sync::mpsc,
    time::Duration,
};

use axum::http::Uri;
use store::{StoreError, gudang::Gudang, replika::Keadaan};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use web::Konfig;

use super::{BATAS, Laporan};
use crate::kata;

pub fn objek(l: &mut Laporan, k: &Konfig) {
    if k.objek.alamat.is_empty() {
        return;
    }
    // It tries several times: on a thread of its own, which is left behind when it takes too long.
    let (konfig, (kirim, terima)) = (k.objek.clone(), mpsc::channel());
    std::thread::spawn(move || kirim.send(Gudang::periksa_sambungan(&konfig)));
    match terima.recv_timeout(2 * BATAS) {
        Ok(Ok(())) => l.baik("penyimpanan objek", format!("{} menjawab, ember {} dapat dibaca", k.objek.alamat, k.objek.ember)),
        Ok(Err(StoreError::GudangJauh)) => l.gagal(
            "penyimpanan objek",
            format!("{} tidak menjawab; periksa apakah layanannya berjalan, alamatnya, dan dinding api", k.objek.alamat),
        ),
        Ok(Err(e)) => l.gagal("penyimpanan objek", format!("{}. Periksa alamat, ember, kunci, dan jam mesin", kata::store(&e))),
        Err(_) => l.gagal("penyimpanan objek", format!("{} tidak menjawab dalam 10 detik; periksa alamat dan dinding api", k.objek.alamat)),
    }
    let lokal = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|a| k.objek.alamat.starts_with(a));
    if !lokal && !k.objek.alamat.starts_with("https://") {
        l.perhatian("penyimpanan objek", "alamatnya bukan https: berkas bukti lewat jaringan tanpa dikunci");
    }
}

/// `utama`: address of the database that it should follow.
pub async fn replika(l: &mut Laporan, k: &Konfig, utama: &str) {
    if k.replika.alamat.is_empty() {
        return;
    }
    let batas = Duration::from_secs(k.replika.batas_detik);
    let periksa = store::replika::periksa(&k.replika.alamat, utama, batas);
    let Ok(hasil) = timeout(batas.saturating_add(BATAS), periksa).await else {
        return l.perhatian("replika", "tidak menjawab pada waktunya; halaman publik membaca basis data utama");
    };
    match hasil {
        Ok(Keadaan::Mengikuti) => l.baik("replika", "menjawab dan mengikuti basis data utama"),
        Ok(Keadaan::Tertinggal) => {
            let batas = k.replika.batas_detik;
            let sebab = "Periksa di replika apakah penerapan catatannya dijeda, dan sambungannya ke basis data utama";
            l.perhatian("replika", format!("tertinggal lebih dari {batas} detik; halaman publik membaca basis data utama. {sebab}"));
        }
        Ok(Keadaan::BukanReplika) => {
            l.perhatian("replika", "alamatnya menuju basis data utama, bukan replika; halaman publik tidak meringankannya");
        }
        Ok(Keadaan::Asing) => l.gagal(
            "replika",
            "alamatnya menuju basis data lain, bukan salinan instalasi ini; halaman publik membaca basis data utama. Periksa nama basis data di akhir alamatnya",
        ),
        // This is the place that names the cause: it sends nobody to itself.
        Err(StoreError::Sibuk) => l.perhatian(
            "replika",
            "tidak menjawab: tidak berjalan di alamat itu, terhalang dinding api, atau sibuk; halaman publik membaca basis data utama",
        ),
        Err(e) => l.perhatian("replika", format!("tidak dapat dihubungi ({}); halaman publik membaca basis data utama", kata::store(&e))),
    }
}

/// `prima serve` does not start where it cannot listen for figures. One that runs already is no fault.
pub async fn metrik(l: &mut Laporan, k: &Konfig) {
    let alamat = k.metrik.alamat.as_str();
    // What is no address at all is told with the settings.
    if alamat.is_empty() || alamat.to_socket_addrs().is_err() {
        return;
    }
    match TcpListener::bind(alamat).await {
        Ok(_) => l.baik("metrik", format!("{alamat} bebas untuk program")),
        Err(e) if e.kind() == ErrorKind::AddrInUse && angka_prima(alamat).await => {
            l.baik("metrik", format!("{alamat} dilayani program yang sedang berjalan"));
        }
        Err(e) => l.gagal("metrik", format!("metrik.alamat {alamat}: {}. Program tidak mau mulai dengan pengaturan ini", kata::porta(&e))),
    }
}

/// Whether a program like this one answers there with its figures.
async fn angka_prima(alamat: &str) -> bool {
    let tanya = async {
        let mut s = TcpStream::connect(alamat).await?;
        s.write_all(format!("GET /metrics HTTP/1.1\r\nHost: {alamat}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
        let mut isi = Vec::new();
        s.take(1 << 20).read_to_end(&mut isi).await?;
        Ok::<_, io::Error>(String::from_utf8_lossy(&isi).contains("prima_build_info"))
    };
    matches!(timeout(BATAS, tanya).await, Ok(Ok(true)))
}

pub async fn jejak(l: &mut Laporan, k: &Konfig) {
    let alamat = k.jejak.alamat.as_str();
    if alamat.is_empty() || !web::jejak::benar(&k.jejak) {
        return;
    }
    let uri: Uri = alamat.parse().unwrap_or_default();
    let tujuan = format!("{}:{}", uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(4318));
    let sebab = match timeout(BATAS, TcpStream::connect(&tujuan)).await {
        Ok(Ok(_)) => return l.baik("jejak", format!("{tujuan} dapat dihubungi")),
        Ok(Err(e)) => kata::sambungan(&e),
        Err(_) => "tidak menjawab dalam 5 detik; periksa dinding api".to_owned(),
    };
    l.perhatian("jejak", format!("jejak.alamat {tujuan}: {sebab}. Program tetap berjalan, tetapi jejaknya hilang"));
}
