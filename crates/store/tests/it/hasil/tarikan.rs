//! A withdrawal that somebody removed in the database, for the publication to be public again, is told by the serving program itself.

use super::bangun::siap;
use crate::orang::orang;
use store::{
    audit, hak, nilai,
    penerbitan::{self, Publik},
    peran::{Lingkup, Peran},
    periode, rawat,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn penarikan_yang_hilang_diberitahukan(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        orang(s, "pengelola@uji.id", Peran::Admin, Lingkup::Instalasi).await;
        let sekda = w.sekda().await;
        w.sama().await;
        w.f03(3).await;
        w.bekukan().await;
        let hak = hak::periode(s, sekda.pelaku(), w.k.periode).await.unwrap().penanggungjawab().unwrap();
        penerbitan::terbitkan(s, &hak, "Direktur berhalangan").await.unwrap();
        s.jam().maju(60);
        penerbitan::tarik(s, &hak, "Salah hitung").await.unwrap();
        audit::segel(s).await.unwrap();
        assert_eq!(audit::segel(s).await.unwrap(), 0);
        let mut letak = rawat::Letak::default();
        let mut kabar = async || {
            rawat::putaran(s, &mut letak).await.unwrap();
            w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jejak-hilang' AND isi LIKE '%\"jumlah\":1,%'").await
        };
        let sebelum = kabar().await;
        w.k.sql("DELETE FROM penerbitan WHERE jenis = 'tarik'", nilai![]).await;
        let kode = periode::dari_id(s.baca(), w.k.periode).await.unwrap().kode;
        s.jam().maju(120);
        assert!(matches!(penerbitan::publik(s, &kode).await.unwrap(), Publik::Terbit(_)), "the withdrawn publication is public again");
        let sesudah = kabar().await;
        assert!(sesudah > sebelum, "nobody was told: {sebelum} {sesudah}");
        assert_eq!(kabar().await, sesudah, "told once");
    }
}
