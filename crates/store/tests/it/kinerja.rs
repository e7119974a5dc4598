//! The performance report: each ticket counted once, times as they were, officers for the head only, days that fit.

use crate::antrean::balai;
use jiff::ToSpan;
use layanan::antrean::Prioritas;
use store::{
    StoreError,
    antrean::{self, langkah::Aksi},
    hak,
    id::OperasiId,
    kinerja,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn the_report_says_what_happened(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let (satu, dua) = (b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await);
        b.ambil(Prioritas::Rentan).await;
        let batal = b.ambil(Prioritas::Biasa).await;
        antrean::warga::batal(s, &batal.kode, OperasiId::baru()).await.unwrap();
        let petugas = b.duduk(0).await;
        // The one with priority is called first, waits a minute, and is served for five.
        s.jam().maju(60);
        let t = b.berikut(0).await.unwrap();
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
        s.jam().maju(300);
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
        s.jam().maju(60);
        let t = b.berikut(0).await.unwrap();
        assert_eq!(t.id, satu.id);
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::TidakHadir).await.unwrap();

        let akses = hak::mpp(s, b.m.kepala.pelaku(), b.mpp.unit_id).await.unwrap();
        let (hak, hari) = (akses.pembaca().unwrap(), s.sekarang().hari(&b.mpp.zona));
        let l = kinerja::hitung(s, &hak, hari, hari).await.unwrap();
        let a = l.angka;
        assert_eq!((a.nomor, a.kunjungan, a.tidak_hadir, a.batal, a.berjalan, a.rentan), (4, 1, 1, 1, 1, 1));
        let tunggu = a.tunggu.unwrap();
        assert_eq!((tunggu.banyak, tunggu.tengah, tunggu.terlama), (2, 60, 420));
        assert_eq!(a.layan.unwrap().tengah, 300);
        assert_eq!((l.gerai.len(), l.gerai[0].kode.as_str(), l.gerai[0].angka.kunjungan), (1, "G01", 1));
        assert_eq!((l.layanan.len(), l.layanan[0].nama.as_str()), (1, "KTP baru"));
        assert_eq!((l.hari.len(), l.hari[0].0, l.bulan[0].0), (1, hari, hari.first_of_month()));
        assert!(l.sepi().is_empty());
        assert_eq!(antrean::dari_kode(s.baca(), &dua.kode).await.unwrap().keadaan.as_str(), "menunggu");

        let dulu = kinerja::pembanding(s, b.mpp.unit_id, hari, hari).await.unwrap();
        let lain = store::id::GeraiId::baru();
        assert_eq!((dulu.angka.nomor, dulu.gerai(b.m.gerai), dulu.gerai(lain), dulu.layanan(b.m.layanan)), (4, 1, 0, 1));

        let p = kinerja::petugas(s, &b.m.kepala, hari, hari).await.unwrap();
        assert_eq!((p.len(), p[0].kunjungan, p[0].layan.unwrap().tengah), (1, 1, 300));

        // The last month of the calendar is read once, like any other.
        let ujung = kinerja::hitung(s, &hak, jiff::civil::date(9999, 11, 1), jiff::civil::Date::MAX).await.unwrap();
        assert_eq!(ujung.angka.nomor, 0);

        let kemarin = hari.saturating_sub(1.day());
        let l = kinerja::hitung(s, &hak, kemarin, kemarin).await.unwrap();
        assert_eq!((l.angka.nomor, l.sepi().len(), l.layanan.len()), (0, 1, 0));
        let terbalik = kinerja::hitung(s, &hak, hari, kemarin).await;
        assert!(matches!(terbalik, Err(StoreError::Keadaan("kinerja-rentang"))));
        let panjang = kinerja::hitung(s, &hak, hari.saturating_sub(3.years()), hari).await;
        assert!(matches!(panjang, Err(StoreError::Keadaan("kinerja-rentang"))));
    }
}
