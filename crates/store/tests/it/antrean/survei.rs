//! The survey link at the end of a ticket: once, only while somebody asks, and kept nowhere.

use super::balai;
use crate::orang::orang;
use jiff::civil::date;
use layanan::antrean::Prioritas;
use store::{
    StoreError,
    antrean::{self, langkah::Aksi},
    hak,
    id::{OperasiId, RondeId},
    peran::{Lingkup, Peran},
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_finished_ticket_has_one_link(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        b.duduk(0).await;
        let t = b.ambil(Prioritas::Biasa).await;
        let dulu = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(dulu, Err(StoreError::Keadaan("antrean-belum-selesai"))), "{dulu:?}");
        b.berikut(0).await;
        antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
        let t = antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
        assert!(!antrean::survei_dapat(s.baca(), &t).await.unwrap());
        let tiada = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(tiada, Err(StoreError::Keadaan("antrean-survei-tidak-ada"))), "{tiada:?}");

        let op = orang(s, "skm@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: b.m.d.dinsos, instansi: b.m.d.kab }).await;
        let op = hak::unit(s, &op, b.m.d.dinsos).await.unwrap().pengelola_skm().unwrap();
        let isi = RondeIsi {
            nama: "SKM MPP",
            edisi: &::skm::semua_bawaan().next().unwrap().id,
            mulai: date(2026, 3, 1),
            sampai: date(2026, 3, 10),
            populasi: None,
            layanan: &[LayananIsi { nomor: None, nama: "MPP".into() }],
            ditiadakan: &[],
        };
        let r = skm::buat(s, &op, RondeId::baru(), &isi).await.unwrap();
        assert!(antrean::survei_dapat(s.baca(), &t).await.unwrap());
        let tautan = antrean::survei_tiket(s, &t.kode).await.unwrap();
        let rahasia = tautan.rsplit('/').next().unwrap();
        let sidik = skm::tautan::sidik(rahasia);
        assert!(skm::tautan::berlaku(s.baca(), r, &sidik, date(2026, 3, 10)).await.unwrap(), "{tautan}");
        let lagi = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(lagi, Err(StoreError::Keadaan("antrean-survei-sudah"))), "{lagi:?}");
        assert!(!antrean::survei_dapat(s.baca(), &t).await.unwrap());
    }
}
