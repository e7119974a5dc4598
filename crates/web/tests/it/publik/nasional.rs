//! The national ranking and the grid of regions: empty, filled, filtered to nothing.

use store::{kueri::Kueri, nilai};

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
    // The table says what is provisional, and is no other year's or scheme's than was asked for.
    let csv = "/peringkat-nasional/unduhan/csv";
    tamu.get(&format!("{csv}?tahun=2026&skema=mandiri")).await.memuat("sementara_sampai_divalidasi").memuat(",mandiri,lokal,ya,");
    for lain in ["tahun=1999", "tahun=2026&skema=xxx"] {
        assert_eq!(tamu.get(&format!("{csv}?{lain}")).await.status, axum::http::StatusCode::NOT_FOUND, "{lain}");
    }
    tamu.get("/peta-nasional")
        .await
        .memuat("Kalimantan Timur")
        .memuat("dari 38 wilayah")
        .memuat("1 unit di kabupaten/kotanya sudah terbit")
        .memuat("Wilayah yang sudah ada nilainya")
        .memuat("1 provinsi lain mempunyai hasil")
        .memuat("37 wilayah belum ada hasil")
        .memuat("Open Database License")
        .memuat("Baru satu tahun");
    tamu.get("/peta-nasional?wilayah=64").await.memuat("Kabupaten Kutai Timur").memuat("dari 10 wilayah");
}

/// Two units more, in the same period: one tied, one far below.
async fn tambah_unit(d: &Dunia) {
    let tx = d.app.store().mulai().await.unwrap();
    let mut semua = Vec::new();
    for (n, nama, kategori, tampil) in [(1, "Dinas Uji", "dinas", "4.00"), (2, "Puskesmas Uji", "puskesmas", "2.00")] {
        let lokus = store::id::LokusId::baru();
        semua.push(lokus);
        let kode = format!("64.08-u{n}");
        let baru = store::instansi::UnitBaru { kode: &kode, instansi: d.instansi, induk: None, nama, jenis: "dinas", alamat: "" };
        let unit = store::instansi::tambah_unit(&tx, None, baru).await.unwrap();
        tx.jalankan(
            "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, 'A', 'barang', $5, 1, $6, $7)",
            nilai![lokus, format!("uji-2026-u{n}"), d.periode, unit, kategori, tx.pada, d.oleh],
        )
        .await
        .unwrap();
        tx.jalankan(
            "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
             VALUES ($1, $2, 1, 'complete', $3, 0, $4, 'B', '4', '4', '{}', $5, $6, $7, $8)",
            nilai![store::id::HasilId::baru(), lokus, &tampil[..1], tampil, kode, vec![0_u8], tx.pada, d.oleh],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    for lokus in semua {
        crate::bubuhi::bubuhi(d.app.store(), lokus).await;
    }
}

#[tokio::test]
async fn filters_keep_ranks_ties_say_so_and_both_languages_read_alike() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    tambah_unit(&d).await;
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan("UPDATE periode SET ilustrasi = 1", nilai![]).await.unwrap();
    tx.commit().await.unwrap();
    terbitkan(&d).await;
    let tamu = d.app.tamu();
    let j = tamu.get("/peringkat-nasional").await;
    j.memuat("3 diperingkat").memuat("sama").memuat("ILUSTRASI");
    let j = tamu.get("/peringkat-nasional?cari=puskesmas").await;
    j.memuat("peringkat-angka\">3<").memuat("1 cocok dengan pencarian");
    assert!(!j.isi.contains("RSUD Uji"), "a search shows only what matches");
    tamu.get("/peringkat-nasional?kategori=puskesmas").await.memuat("peringkat-angka\">1<").memuat("Puskesmas Uji");
    tamu.get("/peringkat-nasional?jenis=provinsi").await.memuat("Tidak ada yang cocok");
    tamu.get("/peringkat-nasional?wilayah=64.08&jenis=kabupaten").await.memuat("3 diperingkat");
    tamu.get("/peringkat-nasional?menurut=instansi").await.memuat("Kabupaten Uji").memuat("3,33");
    tamu.get("/peta-nasional").await.memuat("ILUSTRASI");
    tamu.kuki.borrow_mut().insert("bahasa".into(), "en".into());
    tamu.get("/peringkat-nasional?cari=uji").await.memuat("3 match the search").memuat("How to read the ranking").memuat("ILLUSTRATION");
    tamu.get("/peta-nasional?wilayah=64").await.memuat("of 10 regions").memuat("Value of each region");
}
