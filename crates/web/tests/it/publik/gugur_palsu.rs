//! Decisions without proof that the ministry replaced stand on its page as what once was: `prima check` names one that somebody put in or changed.

use store::{
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use super::serahan_bukti::{diterima, ubah};
use crate::{app::TestApp, diterima::dunia_pada};

async fn temuan(app: &TestApp) -> Vec<String> {
    let semua = store::rawat::periksa(app.store()).await.unwrap().temuan;
    semua.into_iter().map(|t| t.isi).filter(|t| t.contains("putusan tak terbukti")).collect()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_replaced_decision_that_nobody_replaced_is_named(basis: BasisUji) {
        let (isi, pusat) = dunia_pada(TestApp::pada(basis).await).await;
        let n = pusat.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
        let (jalur, _) = diterima(&pusat, &n, &isi).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "kembali"), ("alasan", "Lampirkan LHE")]).await.ke(), jalur);
        ubah(&pusat, "UPDATE terima_putusan SET jenis = 'valid', alasan = 'Dipalsukan'", nilai![]).await;
        assert_eq!(n.post(&jalur, &[("_aksi", "valid")]).await.ke(), jalur);
        assert_eq!(temuan(&pusat).await, Vec::<String>::new());
        for (ganti, balik) in [("gugur_pada = gugur_pada + 1", "gugur_pada = gugur_pada - 1"), ("alasan = 'Lain'", "alasan = 'Dipalsukan'")] {
            ubah(&pusat, &format!("UPDATE terima_putusan_gugur SET {ganti}"), nilai![]).await;
            let t = temuan(&pusat).await;
            assert!(t.len() == 1 && t[0].contains("isinya bukan yang dicatat"), "{ganti}: {t:?}");
            ubah(&pusat, &format!("UPDATE terima_putusan_gugur SET {balik}"), nilai![]).await;
            assert_eq!(temuan(&pusat).await, Vec::<String>::new(), "{balik}");
        }
        let sql = "INSERT INTO terima_putusan_gugur (id, terima_id, jenis, alasan, pada, oleh, gugur_pada, gugur_oleh)
            SELECT $1, terima_id, 'valid', 'Sisipan', pada, oleh, gugur_pada, gugur_oleh FROM terima_putusan_gugur";
        ubah(&pusat, sql, nilai![store::id::baru()]).await;
        n.get(&jalur).await.memuat("Sisipan");
        let t = temuan(&pusat).await;
        assert!(t.len() == 1 && t[0].contains("tidak ada dalam log audit"), "{t:?}");
    }
}
