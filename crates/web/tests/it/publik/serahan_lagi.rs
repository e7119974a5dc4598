//! A decision on a handed-in file that is not proved is decided anew: the public sees what the new one says, the old one stays as a row.

use axum::http::StatusCode;
use store::{
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use super::serahan_bukti::{PERINGKAT, diterima, terbuka, ubah};
use crate::{app::TestApp, diterima::dunia_pada};

async fn temuan(app: &TestApp) -> Vec<String> {
    store::rawat::periksa(app.store())
        .await
        .unwrap()
        .temuan
        .into_iter()
        .map(|t| t.isi)
        .filter(|t| t.contains("atas berkas") || t.contains("validasi berkas"))
        .collect()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Valid once more, and returned the next time; each time the other is told as not proved.
    async fn a_decision_without_proof_is_decided_anew(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Lampirkan LHE")]).await.ke(), jalur);
        let j = n.get(&jalur).await;
        assert!(!j.isi.contains("Putuskan lagi"), "what is proved stands: {}", j.isi);
        ubah(&pusat, "UPDATE terima_putusan SET jenis = 'valid', alasan = 'Dipalsukan'", nilai![]).await;
        n.get("/diterima").await.memuat("Tidak terbukti");
        n.get("/").await.memuat("Putusan atau isi berkas daerah tidak terbukti");
        let j = n.get(&jalur).await;
        j.memuat("Putuskan lagi").memuat("Putusan yang tidak terbukti").memuat("Divalidasi · ").memuat("Dipalsukan");
        assert!(!j.isi.contains("Tarik validasi"), "{}", j.isi);
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        terbuka(&tamu, &umum).await;
        tamu.get(PERINGKAT).await.memuat("RSUD Uji").memuat("4,25");
        let j = n.get(&jalur).await;
        j.memuat("Putusan yang tidak terbukti").memuat("Dipalsukan").memuat("Digantikan putusan baru pada").memuat("Tarik validasi");
        assert!(!j.isi.contains("Putuskan lagi"), "{}", j.isi);
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur, "twice is once");
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());

        ubah(&pusat, "UPDATE terima_putusan SET oleh = $1", nilai![store::id::baru()]).await;
        assert_eq!(tamu.get(&umum).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        let papan = tamu.get(PERINGKAT).await.isi;
        assert!(!papan.contains("4,25"), "the kept ranking follows within a minute: {papan}");
        assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Nilai keliru")]).await.ke(), jalur);
        assert_eq!(tamu.get(&umum).await.status, StatusCode::NOT_FOUND);
        n.get(&jalur).await.memuat("Dikembalikan").memuat("Nilai keliru").memuat("Dipalsukan");
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());
        let c = pusat.store().baca();
        assert_eq!(c.angka("SELECT COUNT(*) AS n FROM terima_putusan_gugur", nilai![]).await.unwrap(), 2);
        assert_eq!(c.angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'terbitan.putus'", nilai![]).await.unwrap(), 3);
        // What was put aside is not forgotten.
        ubah(&pusat, "DELETE FROM terima_putusan_gugur WHERE alasan = 'Dipalsukan'", nilai![]).await;
        let isi = temuan(&pusat).await;
        assert!(isi.iter().any(|t| t.contains("terima_putusan_gugur hilang")), "{isi:?}");
    }

    /// A key that is not what was registered is named, and nothing is put aside for it: as it was, the decision stands again.
    async fn nothing_is_decided_anew_while_the_key_is_the_cause(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        ubah(&pusat, "UPDATE kunci_instalasi SET nama = 'Pemkab Palsu'", nilai![]).await;
        assert_eq!(tamu.get(&umum).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        let j = n.get(&jalur).await;
        j.memuat("Kunci daerah ini tidak terbukti");
        assert!(!j.isi.contains("Putuskan lagi") && !j.isi.contains("value=\"kembali\"") && !j.isi.contains("4,25"), "{}", j.isi);
        for putusan in [[("_aksi", "kembali"), ("alasan", "Nilai keliru")], [("_aksi", "valid"), ("alasan", "")]] {
            let j = n.post(&jalur, &putusan).await;
            assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
            j.memuat("kunci penanda tangan berkas ini tidak terbukti");
        }
        ubah(&pusat, "UPDATE kunci_instalasi SET nama = 'Pemkab Uji'", nilai![]).await;
        terbuka(&tamu, &umum).await;
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());
    }

    /// A withdrawal is for good: who removes its row, or that of the decision too, brings nothing back. It is written again.
    async fn a_withdrawal_taken_away_is_written_again(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru")]).await.ke(), jalur);
        for hapus in [["DELETE FROM terima_tarik"].as_slice(), ["DELETE FROM terima_tarik", "DELETE FROM terima_putusan"].as_slice()] {
            for sql in hapus {
                ubah(&pusat, sql, nilai![]).await;
            }
            let hilang = temuan(&pusat).await;
            assert!(hilang.iter().any(|t| t.contains("di tabel terima_tarik hilang")), "{hilang:?}");
            let j = n.get(&jalur).await;
            j.memuat("Validasi berkas ini sudah ditarik").memuat("Log audit mencatat penarikannya pada").memuat("Catat lagi penarikan");
            assert!(!j.isi.contains("value=\"valid\""), "what cannot be done is not offered: {}", j.isi);
            let j = n.post(&jalur, &[("_aksi", "valid")]).await;
            assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
            j.memuat("Menurut log audit, validasi berkas ini sudah ditarik").memuat("href=\"#putus\"");
            assert!(!tamu.get(&umum).await.status.is_success());
            assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru sejak awal")]).await.ke(), jalur);
            assert_eq!(tamu.get(&umum).await.status, StatusCode::GONE);
            let j = n.get(&jalur).await;
            j.memuat("Validasi ditarik").memuat("Keliru sejak awal");
            assert!(!j.isi.contains("Log audit mencatat penarikannya"), "{}", j.isi);
            assert_eq!(temuan(&pusat).await, Vec::<String>::new());
        }
    }

    /// A withdrawal that somebody put in ends with the new decision, beside a decision or beside none: nobody signs it.
    async fn a_withdrawal_put_in_is_put_aside_too(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        // Beside none: the guard of the table is away, as for who opens the file of the database with another program.
        let tx = pusat.store().mulai().await.unwrap();
        tx.jalankan("DROP TABLE terima_tarik", nilai![]).await.unwrap();
        let sql = "CREATE TABLE terima_tarik (terima_id uuid PRIMARY KEY, alasan text NOT NULL, pada bigint NOT NULL, oleh uuid NOT NULL)";
        tx.jalankan(sql, nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        let sql = "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) SELECT id, 'Sisipan awal', pada, oleh FROM terima_terbitan";
        ubah(&pusat, sql, nilai![]).await;
        n.get("/diterima").await.memuat("Tidak terbukti");
        n.get(&jalur).await.memuat("Putuskan lagi").memuat("Sisipan awal");
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        terbuka(&tamu, &umum).await;
        n.get(&jalur).await.memuat("Tarik validasi").memuat("Sisipan awal").memuat("Digantikan putusan baru pada");
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());

        let sql = "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) SELECT terima_id, 'Sisipan', pada, oleh FROM terima_putusan";
        ubah(&pusat, sql, nilai![]).await;
        assert_eq!(tamu.get(&umum).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        let sisip = temuan(&pusat).await;
        assert!(sisip.iter().any(|t| t.contains("ada di tabel terima_tarik, kejadiannya tidak ada")), "{sisip:?}");
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        terbuka(&tamu, &umum).await;
        n.get(&jalur).await.memuat("Sisipan");
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());
    }

    /// Deciding anew makes nothing true that is not in the file: such a file can only be returned.
    async fn a_changed_name_or_file_is_not_validated_anew(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        ubah(&pusat, "UPDATE terima_terbitan SET instansi = 'Pemkab Lain'", nilai![]).await;
        let j = n.post(&jalur, &[("_aksi", "valid")]).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
        j.memuat("bukan lagi yang diterima").memuat("href=\"#putus\"");
        assert_eq!(tamu.get(&umum).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Data berubah")]).await.ke(), jalur);
        assert_eq!(tamu.get(&umum).await.status, StatusCode::NOT_FOUND);
    }

    /// Names of units come from rows that are what was signed, or from nowhere.
    async fn a_renamed_unit_is_named_nowhere(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        ubah(&pusat, "UPDATE terima_hasil SET unit = 'Unit Palsu'", nilai![]).await;
        for halaman in ["/hasil?cari=palsu", "/hasil?cari=palsu&tahun=2026", "/instansi/64.08", umum.as_str()] {
            let j = tamu.get(halaman).await;
            assert!(j.status == StatusCode::OK && !j.isi.contains("Unit Palsu"), "{halaman}: {}", j.isi);
        }
        for halaman in [umum.as_str(), "/instansi/64.08"] {
            tamu.get(halaman).await.memuat("bukan lagi yang ditandatangani saat diterima");
        }
        n.get("/diterima").await.memuat("Tidak terbukti");
        n.get("/").await.memuat("Putusan atau isi berkas daerah tidak terbukti");
        let j = n.get(&jalur).await;
        assert!(!j.isi.contains("Unit Palsu"), "{}", j.isi);
        j.memuat("Tidak terbukti").memuat("bukan lagi yang diterima").memuat("tarik validasinya di bawah");
        assert!(!j.isi.contains("kembalikan berkas ini"), "that is not offered: {}", j.isi);
        let j = tamu.get(&umum).await;
        assert!(!j.isi.contains("masuk peringkat nasional"), "{}", j.isi);
        ubah(&pusat, "UPDATE terima_hasil SET unit = 'RSUD Uji'", nilai![]).await;
        terbuka(&tamu, &umum).await;
        n.get(&jalur).await.memuat("RSUD Uji");
        for halaman in ["/diterima", "/"] {
            let j = n.get(halaman).await;
            assert!(!j.isi.contains("idak terbukti"), "{halaman}: {}", j.isi);
        }
    }
}
