//! Reports of a round: versions, their code, whether the figures changed since, and remarks to choose from.

use super::bangun::dunia;
use store::{
    StoreError, berita_acara, objek,
    skm::{
        agregat,
        laporan::{self, LaporanBaru},
    },
    verifikasi::{self, DokumenSkm},
};
use testkit::{basis::BasisUji, dua_basis};
use uuid::Uuid;

dua_basis! {
    async fn a_report_is_a_version_with_a_code(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM").await);
        d.jawab(id, 11).await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        let a = agregat::baca(s.baca(), id).await.unwrap();
        let (pdf, xlsx) = (objek::simpan(s, b"%PDF-1.7 laporan").unwrap(), objek::simpan(s, b"PK buku").unwrap());
        let (kode, satu) = (berita_acara::kode_baru(), store::id::baru());
        let baru = || LaporanBaru { id: satu, kode: &kode, pdf: &pdf, xlsx: &xlsx, agregat: &a, ikm: "100.00", mutu: "A", saran: 0 };
        laporan::tambah(s, &hak, baru()).await.unwrap();
        laporan::tambah(s, &hak, baru()).await.unwrap();
        let semua = laporan::daftar(s.baca(), id).await.unwrap();
        assert_eq!((semua.len(), semua[0].n, semua[0].ikm.as_str()), (1, 11, "100.00"));
        assert_eq!(semua[0].sumber, laporan::sumber(&agregat::baca(s.baca(), id).await.unwrap()).unwrap());
        d.jawab(id, 1).await;
        assert_ne!(semua[0].sumber, laporan::sumber(&agregat::baca(s.baca(), id).await.unwrap()).unwrap());
        let (r, DokumenSkm::Laporan(l)) = verifikasi::cari_skm(s, &verifikasi::tampil(&kode)).await.unwrap() else { panic!() };
        assert_eq!((r.id, l.id), (id, satu));
        let lain = d.ronde("SKM lain").await;
        assert!(matches!(laporan::dari_id(s.baca(), lain, satu).await, Err(StoreError::TidakDitemukan)));
        let sana = d.akses(&d.operator, lain).await.pengelola().unwrap();
        assert!(matches!(laporan::tambah(s, &sana, baru()).await, Err(StoreError::OperasiLain)));
        assert!(laporan::saran(s.baca(), id, Uuid::nil()).await.unwrap().is_empty());
    }
}
