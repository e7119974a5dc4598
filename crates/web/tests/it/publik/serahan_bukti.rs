//! Who writes the database of the ministry's installation, but holds no key file, makes nothing of a handed-in file public: no decision, and no
//! other file, key or figure under one.

use axum::http::StatusCode;
use store::{
    id::TerimaId,
    instansi::{self, InstansiBaru},
    kueri::{Kueri as _, Value},
    nilai, objek,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use crate::{
    app::{Peramban, TestApp},
    diterima::dunia_pada,
    periode::kirim_berkas,
};

pub const PERINGKAT: &str = "/peringkat-nasional?tahun=2026&skema=mandiri";

/// A hand in the database, and the minute after which lists have seen it.
pub async fn ubah(app: &TestApp, sql: &str, isi: Vec<Value>) {
    tulis(app, sql, isi).await;
    app.store().jam().maju(61);
}

async fn tulis(app: &TestApp, sql: &str, isi: Vec<Value>) {
    let tx = app.store().mulai().await.unwrap();
    assert!(tx.jalankan(sql, isi).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

/// No page gives a figure or the file, no list names it, and the check does.
async fn tertutup(app: &TestApp, tamu: &Peramban<'_>, umum: &str) {
    for halaman in ["", "/berkas", "/uji-2026-rsud", "/uji-2026-rsud/bundel"] {
        let j = tamu.get(&format!("{umum}{halaman}")).await;
        assert_eq!(j.status, StatusCode::INTERNAL_SERVER_ERROR, "{halaman}: {}", j.isi);
        assert!(!j.isi.contains("4,25") && !j.isi.contains("4.25"), "{halaman}: {}", j.isi);
    }
    for daftar in ["/hasil", "/hasil?cari=rsud", "/hasil?cari=rsud&tahun=2026", "/instansi/64.08"] {
        let j = tamu.get(daftar).await;
        assert!(j.status.is_success() && !j.isi.contains("/serahan/"), "{daftar}: {}", j.isi);
    }
    let temuan = store::rawat::periksa(app.store()).await.unwrap().temuan;
    assert!(temuan.iter().any(|t| t.isi.contains("putusan atas berkas terbitan") && t.isi.contains("tidak dihitung")), "{temuan:?}");
}

pub async fn terbuka(tamu: &Peramban<'_>, umum: &str) {
    tamu.get(umum).await.memuat("4,25");
    tamu.get(&format!("{umum}/uji-2026-rsud")).await.memuat("4,25");
    assert_eq!(tamu.get(&format!("{umum}/berkas")).await.status, StatusCode::OK);
    tamu.get("/hasil?cari=rsud").await.memuat(&format!("{umum}/uji-2026-rsud"));
}

/// The ministry with the region registered, and the pages of its file: for officers, for anyone.
pub async fn diterima(pusat: &TestApp, n: &Peramban<'_>, isi: &[u8]) -> (String, String) {
    let tx = pusat.store().mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kab. Kutai Timur", jenis: "kabupaten", wilayah: None, zona: "WITA" };
    instansi::tambah(&tx, None, kab).await.unwrap();
    tx.commit().await.unwrap();
    let jalur = kirim_berkas(n, "/diterima", &[], "x.zip", isi).await.ke().to_owned();
    let umum = jalur.replace("/diterima/", "/serahan/");
    (jalur, umum)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A file that the ministry returned, made valid by a hand in the database; and a decision where there was none.
    async fn a_forged_decision_makes_nothing_public(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Lampirkan LHE")]).await.ke(), jalur);
        assert_eq!(tamu.get(&umum).await.status, StatusCode::NOT_FOUND);
        ubah(&pusat, "UPDATE terima_putusan SET jenis = 'valid', alasan = ''", nilai![]).await;
        n.get(&jalur).await.memuat("Putusan ini tidak terbukti");
        tertutup(&pusat, &tamu, &umum).await;
        let j = tamu.get(PERINGKAT).await;
        j.memuat("Belum ada yang dapat diperingkat");
        assert!(!j.isi.contains("RSUD Uji") && !j.isi.contains("4,25"), "{}", j.isi);
        ubah(&pusat, "UPDATE terima_putusan SET tanda = NULL", nilai![]).await;
        tertutup(&pusat, &tamu, &umum).await;
    }

    /// Under a true decision: another file, another key, another signature of the rows.
    async fn another_file_or_key_under_a_decision_is_not_shown(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        terbuka(&tamu, &umum).await;
        let j = n.get(&jalur).await;
        assert!(!j.isi.contains("Putusan ini tidak terbukti"), "{}", j.isi);

        let lain = objek::simpan(pusat.store(), b"berkas lain").unwrap();
        let tx = pusat.store().mulai().await.unwrap();
        objek::catat(&tx, &lain, "application/zip").await.unwrap();
        tx.commit().await.unwrap();
        ubah(&pusat, "UPDATE terima_terbitan SET objek = $1", nilai![lain.sidik.as_str()]).await;
        tertutup(&pusat, &tamu, &umum).await;
        ubah(&pusat, "UPDATE terima_terbitan SET objek = $1", nilai![store::sidik_hex(&isi)]).await;
        terbuka(&tamu, &umum).await;

        let kunci = store::id::baru();
        let sql = "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh)
            SELECT $1, 'Pemkab Lain', 'k2', $2, dari, catatan, pada, oleh FROM kunci_instalasi";
        ubah(&pusat, sql, nilai![kunci, vec![1_u8; 32]]).await;
        ubah(&pusat, "UPDATE terima_terbitan SET kunci_id = $1", nilai![kunci]).await;
        tertutup(&pusat, &tamu, &umum).await;
        ubah(&pusat, "UPDATE terima_terbitan SET kunci_id = (SELECT id FROM kunci_instalasi WHERE nama = 'Pemkab Uji')", nilai![]).await;
        terbuka(&tamu, &umum).await;

        // Rows that are not those that were signed give no figure; the file itself still does.
        ubah(&pusat, "UPDATE terima_hasil SET tampil = '4.99', ipp = '4.99'", nilai![]).await;
        let j = tamu.get(&umum).await;
        assert!(!j.isi.contains("4,99") && !j.isi.contains("4,25"), "{}", j.isi);
        tamu.get(&format!("{umum}/uji-2026-rsud")).await.memuat("4,25");
        let temuan = store::rawat::periksa(pusat.store()).await.unwrap().temuan;
        assert!(temuan.iter().any(|t| t.isi.contains("bukan yang ditandatangani saat diterima")), "{temuan:?}");
        ubah(&pusat, "UPDATE terima_terbitan SET tanda = $1", nilai![vec![0_u8]]).await;
        tertutup(&pusat, &tamu, &umum).await;
    }

    /// Lists of names keep what they found for a minute; the publication's own page does not, nor does a list when decisions are more.
    async fn a_list_keeps_what_it_found_for_a_minute(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        let tampak = async || tamu.get("/hasil").await.isi.contains("/serahan/");
        assert!(!tampak().await);
        let sql = "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) SELECT id, 'valid', '', pada, oleh FROM terima_terbitan";
        tulis(&pusat, sql, nilai![]).await;
        tertutup(&pusat, &tamu, &umum).await;

        ubah(&pusat, "DELETE FROM terima_putusan", nilai![]).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        terbuka(&tamu, &umum).await;
        let disebut = async || n.get("/diterima").await.isi.contains("Tidak terbukti");
        assert!(!disebut().await);
        tulis(&pusat, "UPDATE terima_terbitan SET periode = 'Lain'", nilai![]).await;
        assert_eq!(tamu.get(&umum).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(tampak().await && !disebut().await, "decisions are read once a minute, not at each reading");
        pusat.store().jam().maju(61);
        assert!(disebut().await);
        tertutup(&pusat, &tamu, &umum).await;
    }

    /// What the ministry took back does not return by removing that.
    async fn a_withdrawal_taken_away_brings_nothing_back(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru")]).await.ke(), jalur);
        assert_eq!(tamu.get(&umum).await.status, StatusCode::GONE);
        ubah(&pusat, "DELETE FROM terima_tarik", nilai![]).await;
        tertutup(&pusat, &tamu, &umum).await;
        let j = tamu.get(PERINGKAT).await;
        assert!(!j.isi.contains("RSUD Uji") && !j.isi.contains("4,25"), "{}", j.isi);
    }

    /// What an older program left without a signature is read out of its file, whatever the rows say; a file that was put in its place is not.
    async fn rows_without_a_signature_come_from_the_file(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, tamu) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.tamu());
        let (jalur, umum) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        ubah(&pusat, "UPDATE terima_hasil SET tampil = '4.99', ipp = '4.99'", nilai![]).await;
        ubah(&pusat, "UPDATE terima_terbitan SET tanda = NULL", nilai![]).await;
        let id: TerimaId = jalur.trim_start_matches("/diterima/").parse().unwrap();
        assert!(store::diterima::umum(pusat.store(), id).await.is_err(), "the mark is over the signature too");
        assert_eq!(store::diterima::lengkapi(pusat.store()).await.unwrap(), 1);
        terbuka(&tamu, &umum).await;
        ubah(&pusat, "UPDATE terima_terbitan SET tanda = NULL, sidik = 'lain'", nilai![]).await;
        assert_eq!(store::diterima::lengkapi(pusat.store()).await.unwrap(), 0);
    }
}
