//! What lies outside the machine, where the settings name it: the object store, and the read replica for public pages.

use store::{dialect, gudang::Gudang, kueri::Kueri};
use web::Konfig;

use super::Laporan;

pub fn objek(l: &mut Laporan, k: &Konfig) {
    if k.objek.alamat.is_empty() {
        return;
    }
    // Waits for the network: on a thread of its own, as long as the tries take.
    let konfig = k.objek.clone();
    match std::thread::spawn(move || Gudang::periksa_sambungan(&konfig)).join() {
        Ok(Ok(())) => l.baik("penyimpanan objek", format!("{} menjawab, ember {} dapat dibaca", k.objek.alamat, k.objek.ember)),
        Ok(Err(e)) => l.gagal("penyimpanan objek", format!("{e}. Periksa alamat, ember, kunci, dan jam mesin")),
        Err(_) => l.gagal("penyimpanan objek", "pemeriksaan terhenti"),
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
    match periksa.await {
        Ok(1) => l.baik("replika", "menjawab dan mengikuti basis data utama"),
        Ok(_) => l.perhatian("replika", "alamatnya menuju basis data utama, bukan replika; halaman publik tidak meringankannya"),
        Err(e) => l.perhatian("replika", format!("tidak dapat dihubungi ({e}); halaman publik membaca basis data utama")),
    }
}
