//! Calls to the signing service: one at a time, never twice, each end kept, and an unknown one settled by an officer.

use super::{
    bangun::{Kasus2, siap},
    berita_acara::{buat, penanda},
};
use crate::f02::bangun::keadaan;
use store::{
    Store, StoreError,
    berita_acara::{
        self as ba, Jenis, Penanda,
        elektronik::{self as tte, Akhir, Keadaan, Permintaan, Putusan},
    },
    id::{BeritaAcaraId, TteId},
};
use testkit::basis::BasisUji;

const NIK: &str = "6408010101900001";

async fn dunia(basis: BasisUji) -> (Kasus2, BeritaAcaraId, [Penanda; 2]) {
    let w = siap(basis).await;
    let (kepala, sekda) = (Penanda::Unit(w.kepala().await), Penanda::Penanggungjawab(w.sekda().await));
    let id = buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &penanda(&w).await).await.unwrap();
    (w, id, [kepala, sekda])
}

async fn mulai(s: &Store, hak: &Penanda, ba: BeritaAcaraId, id: TteId, pdf: &str) -> store::Hasil<Option<tte::Panggilan>> {
    tte::mulai(s, hak, ba, &Permintaan { id, pdf, layanan: "esign.contoh.id", batas: 20, nik: NIK }).await
}

async fn berkas(s: &Store, id: BeritaAcaraId) -> String {
    let b = ba::dari_id(s.baca(), id).await.unwrap();
    tte::berkas(&b, &tte::daftar(s.baca(), id).await.unwrap()).to_owned()
}

async fn satu(s: &Store, id: BeritaAcaraId) -> tte::Tte {
    tte::daftar(s.baca(), id).await.unwrap().pop().unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Two people sign one after the other; the second one's file is the first one's signed file.
    async fn berantai(basis: BasisUji) {
        let (w, id, [kepala, sekda]) = Box::pin(dunia(basis)).await;
        let s = &w.k.r.store;
        let pdf = berkas(s, id).await;
        assert_eq!(keadaan(mulai(s, &kepala, id, TteId::baru(), &pdf).await.map(drop)), "tte-tanda-dulu");
        for p in [&kepala, &sekda] {
            ba::tandatangani(s, p, id, &pdf).await.unwrap();
        }
        assert_eq!(keadaan(mulai(s, &kepala, id, TteId::baru(), "lain").await.map(drop)), "ba-berkas-lain");
        let op = TteId::baru();
        let p = mulai(s, &kepala, id, op, &pdf).await.unwrap().unwrap();
        assert!(mulai(s, &kepala, id, op, &pdf).await.unwrap().is_none(), "pressed twice is one call");
        assert_eq!(keadaan(mulai(s, &sekda, id, TteId::baru(), &pdf).await.map(drop)), "tte-menunggu");
        assert_eq!(satu(s, id).await.keadaan(s.sekarang()), Keadaan::Menunggu);
        let isi = [p.isi.as_slice(), b" ditandatangani"].concat();
        tte::akhiri(s, p, Akhir::Ditandatangani(isi.clone())).await.unwrap();
        let t = satu(s, id).await;
        assert_eq!((t.keadaan(s.sekarang()), t.utuh()), (Keadaan::Ditandatangani, Some(true)));
        assert_eq!(keadaan(mulai(s, &kepala, id, TteId::baru(), t.objek().unwrap()).await.map(drop)), "tte-sudah");

        let kedua = berkas(s, id).await;
        assert_ne!(kedua, pdf);
        let p = mulai(s, &sekda, id, TteId::baru(), &kedua).await.unwrap().unwrap();
        assert_eq!(p.isi, isi);
        tte::akhiri(s, p, Akhir::Ditandatangani(b"%PDF-1.7 disusun ulang".to_vec())).await.unwrap();
        assert_eq!(satu(s, id).await.utuh(), Some(false), "a file that the service wrote anew is told");
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'tte.%'").await, 4);
        let rincian = "SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%6408010101900001%'";
        assert_eq!(w.k.hitung(rincian).await, 0, "the NIK stands nowhere");
        let lain = Penanda::Evaluator(w.a.clone());
        assert_eq!(keadaan(mulai(s, &lain, id, TteId::baru(), "x").await.map(drop)), "tte-tanda-dulu");
    }

    /// A refusal ends a call; the person may make a new one himself.
    async fn ditolak(basis: BasisUji) {
        let (w, id, [kepala, _]) = Box::pin(dunia(basis)).await;
        let s = &w.k.r.store;
        let pdf = berkas(s, id).await;
        ba::tandatangani(s, &kepala, id, &pdf).await.unwrap();
        let p = mulai(s, &kepala, id, TteId::baru(), &pdf).await.unwrap().unwrap();
        tte::akhiri(s, p, Akhir::Ditolak { kode: "2011".into(), pesan: "User belum terdaftar".into() }).await.unwrap();
        let t = satu(s, id).await;
        assert_eq!((t.keadaan(s.sekarang()), t.kode.as_deref(), t.objek()), (Keadaan::TidakDitandatangani, Some("2011"), None));
        assert_eq!(keadaan(tte::putuskan(s, &w.biro, t.id, &Putusan::TidakDitandatangani, "x").await), "tte-bukan-tak-diketahui");
        assert!(mulai(s, &kepala, id, TteId::baru(), &pdf).await.unwrap().is_some());
        ba::batalkan(s, &w.biro, id, "nomor salah").await.unwrap();
        assert_eq!(keadaan(mulai(s, &kepala, id, TteId::baru(), &pdf).await.map(drop)), "ba-dibatalkan");
    }

    /// No answer: nobody calls again until an officer said what he found; the program that stopped counts as no answer.
    async fn tak_diketahui(basis: BasisUji) {
        let (w, id, [kepala, sekda]) = Box::pin(dunia(basis)).await;
        let s = &w.k.r.store;
        let pdf = berkas(s, id).await;
        for p in [&kepala, &sekda] {
            ba::tandatangani(s, p, id, &pdf).await.unwrap();
        }
        let p = mulai(s, &kepala, id, TteId::baru(), &pdf).await.unwrap().unwrap();
        tte::akhiri(s, p, Akhir::TakDiketahui { kode: "waktu-habis".into() }).await.unwrap();
        let t = satu(s, id).await;
        assert_eq!(t.keadaan(s.sekarang()), Keadaan::TakDiketahui);
        for p in [&kepala, &sekda] {
            assert_eq!(keadaan(mulai(s, p, id, TteId::baru(), &pdf).await.map(drop)), "tte-belum-diputus");
        }
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'tte-tak-diketahui'").await, 1);
        assert_eq!(keadaan(tte::putuskan(s, &w.biro, t.id, &Putusan::TidakDitandatangani, " ").await), "tte-catatan-wajib");
        let isi = b"%PDF-1.7 uji dan tanda tangan".to_vec();
        for _ in 0..2 {
            tte::putuskan(s, &w.biro, t.id, &Putusan::Ditandatangani(Some(isi.clone())), "ada di dasbor layanan").await.unwrap();
        }
        assert_eq!(keadaan(tte::putuskan(s, &w.biro, t.id, &Putusan::TidakDitandatangani, "x").await), "tte-sudah-diputus");
        let t = satu(s, id).await;
        assert_eq!((t.keadaan(s.sekarang()), t.utuh()), (Keadaan::Ditandatangani, Some(true)));
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'tte-diputuskan'").await, 1);

        // The program was stopped while it called.
        let kedua = berkas(s, id).await;
        drop(mulai(s, &sekda, id, TteId::baru(), &kedua).await.unwrap());
        let t = satu(s, id).await;
        assert_eq!(keadaan(tte::putuskan(s, &w.biro, t.id, &Putusan::TidakDitandatangani, "x").await), "tte-bukan-tak-diketahui");
        s.jam().maju(51);
        assert_eq!(satu(s, id).await.keadaan(s.sekarang()), Keadaan::TakDiketahui);
        tte::putuskan(s, &w.biro, t.id, &Putusan::TidakDitandatangani, "tidak ada di dasbor").await.unwrap();
        assert_eq!(satu(s, id).await.keadaan(s.sekarang()), Keadaan::TidakDitandatangani);
        assert!(mulai(s, &sekda, id, TteId::baru(), &kedua).await.unwrap().is_some());
        assert!(matches!(tte::putuskan(s, &w.biro, TteId::baru(), &Putusan::TidakDitandatangani, "x").await, Err(StoreError::TidakDitemukan)));
    }

    /// Two signatories press at once: one call.
    async fn serentak(basis: BasisUji) {
        let (w, id, [kepala, sekda]) = Box::pin(dunia(basis)).await;
        let s = &w.k.r.store;
        let pdf = berkas(s, id).await;
        for p in [&kepala, &sekda] {
            ba::tandatangani(s, p, id, &pdf).await.unwrap();
        }
        let orang = [&kepala, &sekda];
        let hasil = futures_util::future::join_all(orang.iter().map(|p| mulai(s, p, id, TteId::baru(), &pdf))).await;
        assert_eq!(hasil.iter().filter(|h| matches!(h, Ok(Some(_)))).count(), 1, "{hasil:?}");
        assert_eq!(w.jumlah("tte").await, 1);
    }
}
