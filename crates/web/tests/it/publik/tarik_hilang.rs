//! The withdrawal of a validation that somebody removed in the ministry's database is told by the serving program itself.

use store::{
    audit,
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
    rawat,
};
use testkit::basis::BasisUji;

use super::serahan_bukti::{diterima, ubah};
use crate::{app::TestApp, diterima::dunia_pada};

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_withdrawal_of_a_validation_that_is_gone_is_told(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let (n, admin) = (pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await, pusat.sebagai(Peran::Admin, Lingkup::Instalasi).await);
        let (jalur, _) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        assert_eq!(n.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Keliru")]).await.ke(), jalur);
        let s = pusat.store();
        audit::segel(s).await.unwrap();
        assert_eq!(audit::segel(s).await.unwrap(), 0);
        let mut letak = rawat::Letak::default();
        let mut kabar = async || {
            rawat::putaran(s, &mut letak).await.unwrap();
            let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jejak-hilang' AND isi LIKE '%\"jumlah\":1,%'";
            s.baca().angka(sql, nilai![]).await.unwrap()
        };
        let sebelum = kabar().await;
        ubah(&pusat, "DELETE FROM terima_tarik", nilai![]).await;
        let sesudah = kabar().await;
        assert!(sesudah > sebelum, "nobody was told: {sebelum} {sesudah}");
        assert_eq!(kabar().await, sesudah, "told once");
        admin.get("/pemberitahuan").await.memuat("Catatan yang menurut log audit harus ada hilang dari basis data");
    }
}
