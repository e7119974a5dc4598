//! The national ranking and the grid of regions: empty, filled, filtered to nothing.

use super::{bekukan, terbitkan};
use crate::bangun::Dunia;

#[tokio::test]
async fn the_national_ranking_shows_what_is_published_and_nothing_else() {
    let d = Dunia::baru().await;
    let tamu = d.app.tamu();
    for jalur in ["/peringkat-nasional", "/peta-nasional"] {
        tamu.get(jalur).await.memuat("Belum ada hasil yang diterbitkan");
    }
    bekukan(&d).await;
    tamu.get("/peringkat-nasional").await.memuat("Belum ada hasil yang diterbitkan");
    terbitkan(&d).await;
    let j = tamu.get("/peringkat-nasional").await;
    j.memuat("RSUD Uji").memuat("4,00").memuat("1 diperingkat").memuat("Cara membaca peringkat").memuat("Hasil sementara.");
    tamu.get("/peringkat-nasional?menurut=instansi").await.memuat("rata-rata nilai unitnya");
    let nihil = tamu.get("/peringkat-nasional?cari=zzz&kategori=tidak").await;
    nihil.memuat("Tidak ada yang cocok").memuat("value=\"zzz\"").memuat("Tampilkan semua");
    tamu.get("/peringkat-nasional?hal=9999999999999&wilayah=6%22%3E&tahun=x").await.memuat("Tidak ada yang cocok");
    tamu.get("/peta-nasional")
        .await
        .memuat("Kalimantan Timur")
        .memuat("dari 38 wilayah")
        .memuat("Open Database License")
        .memuat("Baru satu tahun");
    tamu.get("/peta-nasional?wilayah=64").await.memuat("Kabupaten Kutai Timur").memuat("dari 10 wilayah");
}
