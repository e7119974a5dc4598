//! Plan, progress, verification: what each needs, and the status that follows.

use super::bangun::{beku, pdf, rencana, tersampai};
use crate::f02::bangun::keadaan;
use jiff::civil::date;
use store::{
    StoreError, beranda,
    id::KemajuanId,
    tindak_lanjut::{self, Laporan, Putusan, Status, Tenggat, catat, hitung, satu, simpan, verifikasi},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Nothing is planned before the report is delivered.
    async fn menunggu_penyampaian(basis: BasisUji) {
        let w = beku(basis).await;
        let (o, id) = (w.operator().await, w.rek("1.a.Ak").await);
        assert_eq!(keadaan(simpan(&w.k.r.store, &o, id, 0, &rencana("2026-12-31")).await), "tl-belum-disampaikan");
        assert_eq!(keadaan(w.lapor(&o, id, false, false).await), "tl-belum-disampaikan");
        assert!(beranda::tunggu::tindak_lanjut(&w.k.r.store, &[w.k.lokus]).await.unwrap().is_empty(), "no task before it is conveyed");
    }

    /// The whole way, with a return in between.
    async fn sampai_diterima(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let (o, id) = (w.operator().await, w.rek("1.a.Ak").await);
        let status = || async { satu(s.baca(), w.k.lokus, id).await.unwrap().status() };
        assert_eq!(status().await, Status::BelumAdaRencana);
        assert_eq!(keadaan(w.lapor(&o, id, true, true).await), "tl-tanpa-rencana");
        simpan(s, &o, id, 0, &rencana("2026-12-31")).await.unwrap();
        assert!(matches!(simpan(s, &o, id, 0, &rencana("2026-11-30")).await, Err(StoreError::Bentrok { versi: 1, .. })));
        assert_eq!(status().await, Status::Direncanakan);
        let b = satu(s.baca(), w.k.lokus, id).await.unwrap();
        assert_eq!([b.tenggat(date(2026, 11, 1)), b.tenggat(date(2026, 12, 1)), b.tenggat(date(2027, 1, 1))], [Tenggat::Jauh, Tenggat::Dekat, Tenggat::Lewat]);
        w.lapor(&o, id, false, false).await.unwrap();
        assert_eq!(status().await, Status::Berjalan);
        assert_eq!(keadaan(verifikasi(s, &w.a, id, store::id::baru(), Putusan::Diterima, "").await), "tl-belum-diajukan");
        assert_eq!(keadaan(w.lapor(&o, id, true, false).await), "tl-bukti-wajib");
        let milik_unit = || async {
            let t = beranda::tunggu::tindak_lanjut(s, &[w.k.lokus]).await.unwrap();
            t.get(&w.k.lokus).map(|t| (t.rencana, t.kembali))
        };
        assert_eq!(milik_unit().await, Some((2, 0)), "three recommendations, one is planned");
        let menunggu = || async {
            let v = beranda::tunggu::verifikasi(s, w.a.pelaku()).await.unwrap();
            v.iter().map(|v| (v.unit.lokus_id, v.jumlah)).collect::<Vec<_>>()
        };
        assert_eq!(menunggu().await, [], "nothing was reported as done");
        w.lapor(&o, id, true, true).await.unwrap();
        assert_eq!(status().await, Status::Diajukan);
        assert_eq!(menunggu().await, [(w.k.lokus, 1)]);
        assert_eq!(keadaan(verifikasi(s, &w.a, id, store::id::baru(), Putusan::Belum, " ").await), "alasan-wajib");
        verifikasi(s, &w.a, id, store::id::baru(), Putusan::Belum, "SK belum ditandatangani").await.unwrap();
        assert_eq!(status().await, Status::Dikembalikan);
        assert_eq!(menunggu().await, [], "it is the unit's turn");
        assert_eq!(milik_unit().await, Some((2, 1)));
        w.lapor(&o, id, true, false).await.unwrap();
        assert_eq!(status().await, Status::Diajukan, "the proof of the first time still counts");
        assert_eq!(milik_unit().await, Some((2, 0)));
        let op = store::id::baru();
        for _ in 0..2 {
            verifikasi(s, &w.b, id, op, Putusan::Diterima, "").await.unwrap();
        }
        assert_eq!(status().await, Status::Diterima);
        assert_eq!(menunggu().await, []);
        assert_eq!(keadaan(w.lapor(&o, id, false, false).await), "tl-sudah-diterima");
        assert_eq!(keadaan(simpan(s, &o, id, 1, &rencana("2026-12-31")).await), "tl-sudah-diterima");
        let b = satu(s.baca(), w.k.lokus, id).await.unwrap();
        assert_eq!((b.kemajuan.len(), b.verifikasi.len(), b.tenggat(date(2030, 1, 1))), (3, 2, Tenggat::Tiada));
        let h = hitung(&tindak_lanjut::daftar(s.baca(), w.k.lokus).await.unwrap(), date(2026, 12, 1));
        assert_eq!((h.semua, h.dari(Status::Diterima), h.dari(Status::BelumAdaRencana), h.lewat), (3, 1, 2, 0));
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'tl.%'").await, 6);
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'tl-diajukan'").await, 4, "two evaluators, twice");
    }

    /// The same report twice is one; its proof is reached through the lokus only.
    async fn bukti(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let (o, id, lain) = (w.operator().await, w.rek("1.a.Ak").await, w.rek("2.a.P").await);
        simpan(s, &o, id, 0, &rencana("2026-12-31")).await.unwrap();
        let (b, k) = (pdf(), KemajuanId::baru());
        for _ in 0..2 {
            catat(s, &o, id, &Laporan { id: k, uraian: "SK", selesai: false, bukti: Some(("../SK final.pdf", &b)) }).await.unwrap();
        }
        let berkas = tindak_lanjut::berkas(s.baca(), w.k.lokus, id, k).await.unwrap();
        assert!(berkas.nama.contains("SK") && !berkas.nama.contains('/'), "{}", berkas.nama);
        assert!(matches!(tindak_lanjut::berkas(s.baca(), w.k.lokus, lain, k).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(tindak_lanjut::berkas(s.baca(), store::id::LokusId::baru(), id, k).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(satu(s.baca(), w.k.lokus, id).await.unwrap().kemajuan.len(), 1);
        assert_eq!(keadaan(catat(s, &o, id, &Laporan { id: KemajuanId::baru(), uraian: " ", selesai: false, bukti: None }).await), "tl-uraian-kosong");
    }
}
