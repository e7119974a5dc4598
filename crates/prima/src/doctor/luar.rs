//! What lies outside the machine, where the settings name it: the object store, and the read replica for public pages.

use std::sync::mpsc;

use store::{dialect, gudang::Gudang, kueri::Kueri};
use web::Konfig;

use super::{BATAS, Laporan};

pub fn objek(l: &mut Laporan, k: &Konfig) {
    if k.objek.alamat.is_empty() {
        return;
    }
    // It tries several times: on a thread of its own, which is left behind when it takes too long.
    let (konfig, (kirim, terima)) = (k.objek.clone(), mpsc::channel());
    std::thread::spawn(move || kirim.send(Gudang::periksa_sambungan(&konfig)));
    match terima.recv_timeout(2 * BATAS) {
        Ok(Ok(())) => l.baik("penyimpanan objek", format!("{} menjawab, ember {} dapat dibaca", k.objek.alamat, k.objek.ember)),
        Ok(Err(e)) => l.gagal("penyimpanan objek", format!("{e}. Periksa alamat, ember, kunci, dan jam mesin")),
        Err(_) => l.gagal("penyimpanan objek", format!("{} tidak menjawab dalam 10 detik; periksa alamat dan dinding api", k.objek.alamat)),
    }
    let lokal = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|a| k.objek.alamat.starts_with(a));
    if !lokal && !k.objek.alamat.starts_with("https://") {
        l.perhatian("penyimpanan objek", "alamatnya bukan https: berkas bukti lewat jaringan tanpa dikunci");
    }
}

pub async fn replika(l: &mut Laporan, k: &Konfig) {
    if k.replika.alamat.is_empty() {
        return;
    }
    let periksa = async {
        let db = dialect::postgres::buka_replika(&k.replika.alamat).await?;
        let baca = db.angka("SELECT CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS n", vec![]).await;
        db.close().await?;
        baca
    };
    let Ok(hasil) = tokio::time::timeout(BATAS, periksa).await else {
        return l.perhatian("replika", "tidak menjawab dalam 5 detik; halaman publik membaca basis data utama");
    };
    match hasil {
        Ok(1) => l.baik("replika", "menjawab dan mengikuti basis data utama"),
        Ok(_) => l.perhatian("replika", "alamatnya menuju basis data utama, bukan replika; halaman publik tidak meringankannya"),
        Err(e) => l.perhatian("replika", format!("tidak dapat dihubungi ({e}); halaman publik membaca basis data utama")),
    }
}
