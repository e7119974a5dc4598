//! What a visitor of the ministry's installation finds of results that were handed in.

use axum::http::StatusCode;
use store::{
    id::TerimaId,
    kueri::Kueri as _,
    nilai, objek,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use super::serahan_bukti::diterima;
use crate::{
    app::{Peramban, TestApp},
    diterima::dunia_pada,
    periode::kirim_berkas,
};

/// The region's file, sent and validated: its page for officers, the one for anyone, and that of a unit in it.
async fn divalidasi(n: &Peramban<'_>, isi: &[u8]) -> (String, String, String) {
    let jalur = kirim_berkas(n, "/diterima", &[], "x.zip", isi).await.ke().to_owned();
    assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
    let umum = jalur.replace("/diterima/", "/serahan/");
    let satu = format!("{umum}/uji-2026-rsud");
    (jalur, umum, satu)
}

/// A later version of the same period, which waits.
async fn versi_baru(app: &TestApp, lama: TerimaId) -> TerimaId {
    let (tx, baru) = (app.store().mulai().await.unwrap(), TerimaId::baru());
    let sql = "INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,
           diperingkat, sidik, objek, ukuran, pada)
         SELECT $1, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor + 1, ilustrasi, hasil, diperingkat, 'lain', objek,
           ukuran, pada FROM terima_terbitan WHERE id = $2";
    tx.jalankan(sql, nilai![baru, lama]).await.unwrap();
    tx.commit().await.unwrap();
    baru
}

async fn catat(app: &TestApp, sql: &str, id: TerimaId) {
    let tx = app.store().mulai().await.unwrap();
    tx.jalankan(sql, nilai![id, tx.pada]).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// By period, by unit, by the name under which the ministry registered the instansi; with the figure that the ranking counts.
    async fn validated_results_are_listed_and_found(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        for halaman in ["/hasil", "/hasil?cari=rsud", "/instansi/64.08"] {
            let j = tamu.get(halaman).await;
            assert!(!j.isi.contains("/serahan/"), "what waits is not public: {}", j.isi);
        }
        tamu.get("/instansi/64.08").await.memuat("Belum ada nilai untuk instansi ini");
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);

        let (berkas, unit) = (format!("href=\"{umum}\""), format!("href=\"{umum}/uji-2026-rsud\""));
        let j = tamu.get("/hasil").await;
        j.memuat(&berkas).memuat("Kab. Kutai Timur").memuat("dari berkas yang diserahkan Pemkab Uji").memuat("angka lokal");
        assert!(!j.isi.contains("Belum ada hasil yang terbit"), "{}", j.isi);
        tamu.get("/hasil?cari=rsud").await.memuat(&unit).memuat("RSUD Uji");
        tamu.get("/hasil?cari=kutai+timur&tahun=2026").await.memuat(&berkas);
        for kosong in ["/hasil?cari=tidakada", "/hasil?tahun=2025", "/hasil?cari=rsud&tahun=2025"] {
            let j = tamu.get(kosong).await;
            assert!(!j.isi.contains("/serahan/"), "{kosong}: {}", j.isi);
        }
        let j = tamu.get("/instansi/64.08").await;
        j.memuat(&berkas).memuat(&unit).memuat("4,25");
        assert!(!j.isi.contains("Belum ada nilai untuk instansi ini"), "{}", j.isi);
        tamu.get(&umum).await.memuat(&unit).memuat("4,25").memuat("wilayah=64.08");
        tamu.get(&format!("{umum}?cari=rsud")).await.memuat(&unit);
        tamu.get(&format!("{umum}?cari=tidakada")).await.memuat("Tidak ada unit yang cocok");
    }

    /// An instansi that nobody registered or quoted has a page while a file with its results counts; what was forged gives it none.
    async fn an_instansi_of_a_file_only_has_a_page(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let jalur = kirim_berkas(&n, "/diterima", &[], "x.zip", &isi).await.ke().to_owned();
        assert_eq!(tamu.get("/instansi/64.08").await.status, StatusCode::NOT_FOUND, "what waits is not public");
        assert!(!tamu.get("/instansi").await.isi.contains("/instansi/64.08"));
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        for daftar in ["/instansi", "/instansi?cari=kab&kelompok=kabupaten"] {
            tamu.get(daftar).await.memuat("href=\"/instansi/64.08\"");
        }
        let unit = format!("{}/uji-2026-rsud", jalur.replace("/diterima/", "/serahan/"));
        tamu.get(&unit).await.memuat("href=\"/instansi/64.08\"");
        let j = tamu.get("/instansi/64.08").await;
        j.memuat(&format!("href=\"{unit}\"")).memuat("4,25").memuat("hasil dari berkas yang diserahkan");
        assert!(j.status == StatusCode::OK && !j.isi.contains("Belum ada nilai untuk instansi ini"), "{}", j.isi);
        assert_eq!(tamu.get("/instansi/64.09").await.status, StatusCode::NOT_FOUND);
        let tx = pusat.store().mulai().await.unwrap();
        tx.jalankan("UPDATE terima_hasil SET instansi = 'Instansi Palsu'", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(tamu.get("/instansi/64.08").await.status, StatusCode::NOT_FOUND);
    }

    /// The pages of one result follow one another: its file is opened once for them, and never for a code that is not in it.
    async fn a_result_is_read_out_of_its_file_once(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum, satu) = divalidasi(&n, &isi).await;
        tamu.get(&satu).await.memuat("4,25");
        std::fs::remove_file(objek::lokal(pusat.store(), &store::sidik_hex(&isi)).unwrap()).unwrap();
        tamu.get(&satu).await.memuat("4,25");
        let berkas = tamu.get(&format!("{satu}/bundel")).await;
        assert!(store::hasil::periksa_bundel(berkas.isi.as_bytes(), None).unwrap().sah());
        assert_eq!(tamu.get(&format!("{umum}/tidak-ada")).await.status, StatusCode::NOT_FOUND);
        // Once the validation is taken back nothing of it is shown, whatever was read before.
        assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru")]).await.ke(), jalur);
        assert_eq!(tamu.get(&satu).await.status, StatusCode::GONE);
    }

    /// Where the same units stand in a later period of the year, the page of the older one does not say that its figures count.
    async fn a_file_of_an_older_period_says_that_others_count(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum, _) = divalidasi(&n, &isi).await;
        let j = tamu.get(&umum).await;
        j.memuat("masuk peringkat nasional");
        assert!(!j.isi.contains("Angka lain yang dihitung"), "{}", j.isi);
        let baru = versi_baru(&pusat, jalur.trim_start_matches("/diterima/").parse().unwrap()).await;
        for sql in [
            "UPDATE terima_terbitan SET periode_kode = 'uji-2026-kedua', tanda = (SELECT o.tanda FROM terima_terbitan o WHERE o.tanda IS NOT NULL)
             WHERE id = $1 AND $2 > 0",
            "INSERT INTO terima_hasil (terima_id, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, status, sidik)
             SELECT $1, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, status, sidik FROM terima_hasil WHERE $2 > 0",
            "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, 'valid', '', $2, $1)",
        ] {
            catat(&pusat, sql, baru).await;
        }
        let j = tamu.get(&umum).await;
        j.memuat("Angka lain yang dihitung").memuat("Peringkat nasional memakai angka periode itu");
        assert!(!j.isi.contains("masuk peringkat nasional"), "{}", j.isi);
        // Who decides about it once more is told, too.
        catat(&pusat, "UPDATE terima_putusan SET alasan = 'x' WHERE terima_id <> $1 AND $2 > 0", baru).await;
        n.get(&jalur).await.memuat("Putuskan lagi").memuat("di berkas ini sudah dihitung dari periode lain");
    }

    /// The address of a version that another one replaced says so, and where that one is.
    async fn a_replaced_version_leads_to_the_one_that_counts(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum, satu) = divalidasi(&n, &isi).await;
        let baru = versi_baru(&pusat, jalur.trim_start_matches("/diterima/").parse().unwrap()).await;
        // Who decides about it is told what it leaves out.
        n.get(&format!("/diterima/{baru}")).await.memuat("dari versi yang sudah divalidasi tidak ada lagi di berkas ini");
        let j = n.get(&jalur).await;
        assert!(!j.isi.contains("tidak ada lagi di berkas ini"), "{}", j.isi);
        for halaman in [&umum, &satu] {
            let j = tamu.get(halaman).await;
            j.memuat("setelah versi itu dinyatakan valid");
            assert!(!j.isi.contains("Versi ini sudah diganti"), "it waits: {}", j.isi);
        }
        catat(&pusat, "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, 'valid', '', $2, $1)", baru).await;
        for halaman in [&umum, &satu] {
            let j = tamu.get(halaman).await;
            j.memuat("Versi ini sudah diganti").memuat(&format!("href=\"/serahan/{baru}\""));
            assert!(!j.isi.contains("setelah versi itu dinyatakan valid"), "{}", j.isi);
        }
        // A unit that is no longer in it is not said to count with other figures.
        let tanpa = "unit ini tidak ada lagi di dalamnya";
        tamu.get(&satu).await.memuat(tanpa);
        let sql = "INSERT INTO terima_hasil (terima_id, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, status, sidik)
             SELECT $1, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, status, sidik FROM terima_hasil WHERE $2 > 0";
        catat(&pusat, sql, baru).await;
        for halaman in [&umum, &satu] {
            let j = tamu.get(halaman).await;
            j.memuat("Peringkat nasional memakai angka versi itu");
            assert!(!j.isi.contains(tanpa), "{}", j.isi);
        }
        catat(&pusat, "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) VALUES ($1, 'x', $2, $1)", baru).await;
        for halaman in [&umum, &satu] {
            tamu.get(halaman).await.memuat("lalu validasinya ditarik");
        }
    }
}
