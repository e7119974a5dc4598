//! Answers that officers bring: paper and files; and leaving answers out.

use super::bangun::{Dunia, HARI_INI, dunia};
use jiff::civil::date;
use store::{
    StoreError,
    id::{BundelId, RondeId},
    objek,
    ronde::{
        self, JenisKecuali, KOSONG, Profil,
        kubus::{self, Keadaan},
    },
    skm::{
        self,
        impor::Siap,
        kertas::{BundelBaru, Lembar},
        mutu::Pilihan,
    },
};
use testkit::basis::BasisUji;
use uuid::Uuid;

fn lembar(nilai: [u8; 9]) -> Lembar {
    Lembar { id: Uuid::new_v4(), nilai: nilai.to_vec(), profil: Profil([0, 1, 2, 3, KOSONG]), saran: None }
}

fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>) -> &'static str {
    match h {
        Err(StoreError::Keadaan(k)) => k,
        lain => panic!("{lain:?}"),
    }
}

const CAMPUR: [u8; 9] = [4, 3, 4, 3, 4, 3, 4, 3, 4];

async fn n(d: &Dunia, id: RondeId, k: Keadaan) -> u64 {
    kubus::seluruh(d.p.r.store.baca(), id, k).await.unwrap().n
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A bundle is stored once, gaps are kept apart, equal answers and days outside the round carry their flags.
    async fn kertas(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        let pindaian = objek::simpan(s, b"%PDF-1.7 pindaian %%EOF").unwrap();
        let mut bolong = CAMPUR;
        bolong[2] = KOSONG;
        let semua = vec![lembar(CAMPUR), lembar([4; 9]), lembar(bolong)];
        let (bundel, satu) = (BundelId::baru(), [lembar(CAMPUR)]);
        let baru = |id, lembar| BundelBaru { id, pindaian: &pindaian, tipe: "application/pdf", nama_berkas: "a.pdf", keterangan: "", lembar };
        assert_eq!(keadaan(skm::kertas::tambah(s, &hak, baru(bundel, &[])).await), "skm-bundel-kosong");
        for _ in 0..2 {
            skm::kertas::tambah(s, &hak, baru(bundel, &semua)).await.unwrap();
        }
        assert!(matches!(skm::kertas::tambah(s, &hak, baru(bundel, &satu)).await, Err(StoreError::OperasiLain)));
        assert!(matches!(skm::kertas::tambah(s, &hak, baru(BundelId::baru(), &semua[..1])).await, Err(StoreError::OperasiLain)));
        let r = skm::ringkas(s.baca(), id).await.unwrap();
        assert_eq!((r.pakai, r.kurang, r.kurang_kertas, r.kecuali, r.saluran.kertas, r.masuk()), (2, 1, 1, 0, 2, 3));
        assert_eq!(r.tanda.get(&0), Some(&(1, 0)));
        assert_eq!(skm::kertas::daftar(s.baca(), id).await.unwrap().len(), 1);
        assert!(kubus::hitung_ulang(s, id).await.unwrap().is_empty());
        // After the last day paper is still typed, and says so.
        s.jam().maju(200 * 86_400);
        let (kedua, ketiga) = ([lembar(CAMPUR)], [lembar(CAMPUR)]);
        skm::kertas::tambah(s, &hak, baru(BundelId::baru(), &kedua)).await.unwrap();
        assert_eq!(skm::ringkas(s.baca(), id).await.unwrap().tanda.get(&6), Some(&(1, 0)));
        d.terbitkan(id).await;
        assert_eq!(keadaan(skm::kertas::tambah(s, &hak, baru(BundelId::baru(), &ketiga)).await), "skm-sudah-terbit");
    }

    /// A file waits for the one who sent it, is stored once, and never twice into the same round.
    async fn impor(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        let berkas = objek::simpan(s, b"u1;u2").unwrap();
        let siap = Siap { ronde: id, sidik: berkas.sidik.clone(), ukuran: berkas.ukuran, tipe: "text/csv".into(), urutan: Some("peraturan".into()), nama_berkas: String::new() };
        let impor = skm::impor::siapkan(s, &hak, "lama.csv", &siap).await.unwrap();
        let ada = skm::impor::siap(s, &hak, impor).await.unwrap();
        assert_eq!((ada.nama_berkas.as_str(), ada.urutan.as_deref()), ("lama.csv", Some("peraturan")));
        let lain = d.akses(&d.kepala, id).await.pengelola().unwrap();
        assert!(matches!(skm::impor::siap(s, &lain, impor).await, Err(StoreError::TidakDitemukan)));
        let ronde_lain = d.akses(&d.operator, d.ronde("Lain").await).await.pengelola().unwrap();
        assert!(matches!(skm::impor::siap(s, &ronde_lain, impor).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(n(&d, id, Keadaan::Pakai).await, 0);
        assert_eq!(keadaan(skm::impor::terapkan(s, &hak, impor, &[], 3).await), "skm-impor-kosong");
        for _ in 0..2 {
            let baris = [(date(2026, 1, 31), lembar(CAMPUR)), (date(2025, 1, 1), lembar([3; 9]))];
            skm::impor::terapkan(s, &hak, impor, &baris, 1).await.unwrap();
        }
        let r = skm::ringkas(s.baca(), id).await.unwrap();
        assert_eq!((r.pakai, r.saluran.impor, r.tanda.get(&6), r.tanda.get(&0)), (2, 2, Some(&(1, 0)), Some(&(1, 0))));
        let daftar = skm::impor::daftar(s.baca(), id).await.unwrap();
        assert_eq!((daftar.len(), daftar[0].baris, daftar[0].ditolak), (1, 2, 1));
        assert_eq!(keadaan(skm::impor::siapkan(s, &hak, "lama.csv", &siap).await), "skm-impor-sudah");
        assert!(kubus::hitung_ulang(s, id).await.unwrap().is_empty());
        assert!(store::rawat::periksa(s).await.unwrap().sah());
    }

    /// Excluded answers leave the figures and come back; groups go as a whole; every decision has its reason and event.
    async fn mengecualikan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        d.jawab(id, 5).await;
        let pindaian = objek::simpan(s, b"%PDF-1.7 x %%EOF").unwrap();
        let bundel = BundelId::baru();
        let semua = vec![lembar([4; 9]), lembar(CAMPUR), lembar([3; 9])];
        let b = BundelBaru { id: bundel, pindaian: &pindaian, tipe: "application/pdf", nama_berkas: "a.pdf", keterangan: "", lembar: &semua };
        skm::kertas::tambah(s, &hak, b).await.unwrap();
        assert_eq!(n(&d, id, Keadaan::Pakai).await, 8);
        let k = JenisKecuali::Kecuali;
        assert_eq!(keadaan(skm::mutu::kecualikan(s, &hak, Pilihan::Jawaban(&[semua[0].id]), k, " ").await), "alasan-wajib");
        assert_eq!(keadaan(skm::mutu::kecualikan(s, &hak, Pilihan::Jawaban(&[]), k, "x").await), "skm-mutu-kosong");
        assert!(matches!(skm::mutu::kecualikan(s, &hak, Pilihan::Jawaban(&[Uuid::new_v4()]), k, "x").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(skm::mutu::kecualikan(s, &hak, Pilihan::Jawaban(&[semua[1].id]), k, "uji coba").await.unwrap(), 1);
        assert_eq!(skm::mutu::kecualikan(s, &hak, Pilihan::Tanda(0), k, "lurus semua").await.unwrap(), 2);
        assert_eq!((n(&d, id, Keadaan::Pakai).await, n(&d, id, Keadaan::Kecuali).await), (5, 3));
        let kel = bundel.to_string();
        assert_eq!(keadaan(skm::mutu::kecualikan(s, &hak, Pilihan::Kelompok(&kel), k, "x").await), "skm-mutu-kosong", "all of it is out already");
        assert_eq!(skm::mutu::kecualikan(s, &hak, Pilihan::Kelompok(&kel), JenisKecuali::Pulih, "ternyata sah").await.unwrap(), 3);
        assert_eq!((n(&d, id, Keadaan::Pakai).await, n(&d, id, Keadaan::Kecuali).await), (8, 0));
        assert!(kubus::hitung_ulang(s, id).await.unwrap().is_empty());
        let riwayat = skm::mutu::riwayat(s.baca(), id).await.unwrap();
        assert_eq!(riwayat.iter().map(|p| p.banyak).sum::<i64>(), 6);
        assert!(riwayat.iter().any(|p| p.alasan == "ternyata sah" && p.jenis == "pulih"));
        assert_eq!(d.p.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('skm.kecuali', 'skm.pulih')").await, 3);
        let satu = ronde::halaman(s.baca(), id, None, 10, &ronde::SaringJawaban::default()).await.unwrap();
        assert!(satu.iter().all(|j| j.hari == HARI_INI.to_string()));
        d.terbitkan(id).await;
        assert_eq!(keadaan(skm::mutu::kecualikan(s, &hak, Pilihan::Tanda(0), k, "x").await), "skm-sudah-terbit");
    }
}
