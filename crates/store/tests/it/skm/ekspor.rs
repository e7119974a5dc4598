//! Files of answers made in the background: who may have them, what is recorded, and that they go.

use super::bangun::{Dunia, dunia};
use store::{StoreError, ekspor, hak::PembacaMentahSkm, id::RondeId, kueri::Kueri, nilai, pekerjaan};
use testkit::{basis::BasisUji, dua_basis};

async fn mentah(d: &Dunia, id: RondeId) -> PembacaMentahSkm {
    d.akses(&d.operator, id).await.pembaca_mentah().unwrap()
}

async fn kejadian(d: &Dunia, aksi: &str) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = $1 AND rincian LIKE '%\"baris\":12%'";
    d.p.r.store.baca().angka(sql, nilai![aksi]).await.unwrap()
}

dua_basis! {
    async fn a_file_is_asked_for_made_kept_a_day_and_gone(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM Semester I").await);
        d.jawab(id, 12).await;
        let hak = mentah(&d, id).await;
        assert_eq!(ekspor::baris(s.baca(), id).await.unwrap(), 12);
        let kerja = ekspor::minta(s, &hak, "jawaban.csv", true, "id").await.unwrap();
        assert_eq!(kejadian(&d, "skm.ekspor").await, 1);

        let p = pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap().unwrap();
        assert_eq!(p.id, kerja);
        let isi = ekspor::urai(&p.isi).unwrap();
        ekspor::maju(s, &p, &ekspor::Ekspor { jadi: 5, ..isi.clone() }).await.unwrap();
        let b = ekspor::satu(s, &hak, kerja).await.unwrap();
        assert_eq!((b.isi.jadi, b.isi.semua, b.isi.siap), (5, 12, false));
        s.jam().maju(pekerjaan::SEWA_DETIK - 1);
        assert!(pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap().is_none(), "each step keeps the job for this worker");

        ekspor::siapkan_folder(s).unwrap();
        std::fs::write(ekspor::jalur(s, kerja), "isi").unwrap();
        ekspor::siap(s, &p, &ekspor::Ekspor { jadi: 12, ..isi }).await.unwrap();
        ekspor::catat_unduh(s, &hak, "jawaban.csv", 12).await.unwrap();
        assert_eq!(kejadian(&d, "skm.unduh-jawaban").await, 1);
        s.jam().maju(ekspor::UMUR_DETIK - 1);
        assert!(pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap().is_none());
        s.jam().maju(1);
        let p = pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap().unwrap();
        assert!(ekspor::urai(&p.isi).unwrap().siap, "it comes back to be removed");
        pekerjaan::selesai(s, &p).await.unwrap();
        assert_eq!(ekspor::sapu(s).await.unwrap(), 1, "a file without its job goes");
        assert!(!ekspor::jalur(s, kerja).exists());
    }

    async fn a_file_belongs_to_who_asked_for_it(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM Semester I").await);
        let lain = d.ronde("SKM Semester II").await;
        let (saya, biro) = (mentah(&d, id).await, d.akses(&d.biro, id).await.pembaca_mentah().unwrap());
        let kerja = ekspor::minta(s, &saya, "jawaban.json", false, "id").await.unwrap();
        assert!(ekspor::milik(s, &biro).await.unwrap().is_empty());
        assert!(ekspor::milik(s, &mentah(&d, lain).await).await.unwrap().is_empty(), "nor in another round");
        for galat in [ekspor::satu(s, &biro, kerja).await.map(|_| ()), ekspor::buang(s, &biro, kerja).await] {
            assert!(matches!(galat, Err(StoreError::TidakDitemukan)));
        }
        for _ in 1..ekspor::PALING {
            ekspor::minta(s, &saya, "jawaban.csv", false, "id").await.unwrap();
        }
        let galat = ekspor::minta(s, &saya, "jawaban.csv", false, "id").await.unwrap_err();
        assert!(matches!(galat, StoreError::Keadaan("ekspor-terlalu-banyak")), "{galat}");
        ekspor::minta(s, &biro, "jawaban.csv", false, "id").await.unwrap();
        let p = pekerjaan::ambil(s, &[ekspor::EKSPOR]).await.unwrap().unwrap();
        ekspor::buang(s, &saya, kerja).await.unwrap();
        let galat = ekspor::maju(s, &p, &ekspor::urai(&p.isi).unwrap()).await.unwrap_err();
        assert!(matches!(galat, StoreError::TidakDitemukan), "who makes it learns that nobody wants it any more");
    }
}
