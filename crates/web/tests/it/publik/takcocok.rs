//! Somebody who writes the database, but holds no key: no page and no file shows a figure that was not signed, and none breaks.

use axum::http::StatusCode;
use store::{kueri::Kueri, nilai};

use super::{bekukan, terbitkan};
use crate::bangun::Dunia;

#[tokio::test]
async fn a_figure_that_was_not_signed_is_shown_nowhere() {
    let d = Dunia::baru().await;
    bekukan(&d).await;
    terbitkan(&d).await;
    let s = d.app.store();
    let ubah = async |sql: &str| {
        let tx = s.mulai().await.unwrap();
        tx.jalankan(sql, nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        // Longer than a ranking is kept.
        s.jam().maju(61);
    };
    let tamu = d.app.tamu();
    let beku = store::hasil::hidup(s.baca(), d.lokus).await.unwrap().unwrap();
    let isi_lain =
        format!("UPDATE hasil SET isi = REPLACE(isi, '\"tampil\":\"4.00\"', '\"tampil\":\"4.99\"') WHERE sidik = '{}'", beku.sidik);
    for sql in [
        "UPDATE hasil SET tampil = '4.99', kategori = 'A', ipp = '4.99', ipp_urut = 49900000000",
        "UPDATE hasil SET tampil = '4.00', kategori = 'B', ipp = '4/1', f02 = '4.99'",
        // As right figures of somebody else, of another year, or without the word that they are made up.
        "UPDATE unit SET kode = kode || '-lain'",
        "UPDATE periode SET tahun = tahun + 1",
        &format!("UPDATE hasil SET f02 = '4', sidik = 'g{}'", &beku.sidik[1..]),
    ] {
        ubah(sql).await;
        let halaman = [
            ("/hasil/uji-2026", "tidak cocok dengan yang ditandatangani"),
            ("/hasil/uji-2026/uji-2026-rsud", "Angka ini tidak cocok dengan yang ditandatangani"),
            ("/hasil?cari=RSUD", "Angka tidak cocok dengan yang ditandatangani"),
            ("/instansi/64.08", "Angka tidak cocok dengan yang ditandatangani"),
            ("/peringkat-nasional", "Belum ada"),
            ("/hasil/uji-2026/unduhan/csv", "tak-cocok"),
            ("/hasil/uji-2026/unduhan/json", "tak-cocok"),
            ("/api/v1/periode/uji-2026/hasil", "tak-cocok"),
            ("/api/v1/periode/uji-2026/hasil/uji-2026-rsud", "tak-cocok"),
            ("/api/v1/periode/uji-2026/peringkat", "\"instansi\":[]"),
        ];
        for (jalur, harap) in halaman {
            let j = tamu.get(jalur).await;
            assert_eq!(j.status, StatusCode::OK, "{jalur}");
            assert!(jalur == "/peringkat-nasional" || j.isi.contains(harap), "{harap} on {jalur}: {}", j.isi);
            assert!(
                jalur != "/hasil/uji-2026/uji-2026-rsud" || !j.isi.contains("rsud/bundel\""),
                "a file that is not given out is not offered"
            );
            // The legend says where a category ends.
            let isi = j.isi.replace("3,51–4,00", "");
            for angka in ["4,99", "4.99", "4,00", "4.00"] {
                assert!(!isi.contains(angka), "{angka} on {jalur}");
            }
        }
        let unit = tamu.get("/hasil/uji-2026/uji-2026-rsud").await;
        unit.memuat("pemberitahuan--bahaya").memuat("href=\"/verifikasi/");
        for tautan in ["/hasil/uji-2026/uji-2026-rsud/bundel", "/hasil/uji-2026/uji-2026-rsud/periksa"] {
            assert!(!unit.isi.contains(tautan), "{tautan} is offered, though it answers 409");
        }
        // The page that looks for forgeries reads what was signed.
        let periksa = tamu.get(&format!("/verifikasi/{}", beku.kode())).await;
        assert!(!periksa.isi.contains("4,99") && periksa.isi.contains("4,00") == (periksa.status == StatusCode::OK), "{}", periksa.isi);
        assert_eq!(tamu.get("/hasil/uji-2026/unduhan/xlsx").await.status, StatusCode::OK);
        assert_eq!(tamu.get("/hasil/uji-2026/uji-2026-rsud/bundel").await.status, StatusCode::CONFLICT);
    }
    ubah("UPDATE unit SET kode = REPLACE(kode, '-lain', '')").await;
    ubah("UPDATE periode SET tahun = tahun - 1").await;
    // As it was: everything is there again. A text that no longer fits its hash gives no details, though the columns hold.
    ubah(&format!("UPDATE hasil SET sidik = '{}'", beku.sidik)).await;
    tamu.get("/hasil/uji-2026/uji-2026-rsud").await.memuat("4,00").memuat("grafik-radar");
    ubah(&isi_lain).await;
    let j = tamu.get("/hasil/uji-2026/uji-2026-rsud").await;
    assert!(!j.isi.contains("4,99") && !j.isi.contains("grafik-radar"));
    assert_eq!(tamu.get("/hasil/uji-2026/uji-2026-rsud/bundel").await.status, StatusCode::CONFLICT);
}
