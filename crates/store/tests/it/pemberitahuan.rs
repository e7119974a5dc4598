#![cfg(test)]

use crate::peta::{Peta, peta};
use store::{
    hak::Pelaku,
    id::AkunId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

async fn kabari(d: &Peta, kepada: &[Kepada], kecuali: Option<AkunId>, sekali: &str) -> u64 {
    let tx = d.r.store.mulai().await.unwrap();
    let isi = [("unit", "RSUD")].into_iter().collect::<std::collections::BTreeMap<_, _>>();
    let p = Pemberitahuan { jenis: "uji", kepada, kecuali, periode: Some(d.periode), lokus: Some(d.lokus), tautan: "/", isi: &isi, sekali };
    let n = beri_tahu(&tx, &p).await.unwrap();
    tx.commit().await.unwrap();
    n
}

async fn milik(d: &Peta, p: &Pelaku) -> i64 {
    d.r.store.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1", nilai![p.akun]).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Each person learns of an occasion once, whoever does it himself does not, and roles elsewhere are not meant.
    async fn penerima(basis: BasisUji) {
        let d = peta(basis).await;
        let kepala = d.orang("kepala@contoh.id", Peran::UnitKepala, d.di_unit()).await;
        let operator = d.orang("operator@contoh.id", Peran::UnitOperator, d.di_unit()).await;
        let biro = d.orang("biro@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(d.kab)).await;
        let lain = d.orang("lain@contoh.id", Peran::Penyelenggara, Lingkup::Instansi(d.prov)).await;
        let kementerian = d.orang("pusat@contoh.id", Peran::Nasional, Lingkup::Instalasi).await;
        let semua = [Kepada::Operator(d.lokus), Kepada::Kepala(d.lokus), Kepada::Penyelenggara(d.periode), Kepada::Akun(biro.akun), Kepada::Nasional];
        assert_eq!(kabari(&d, &semua, Some(operator.akun), "a").await, 3);
        assert_eq!(kabari(&d, &semua, None, "a").await, 1, "only the one who was left out");
        assert_eq!(kabari(&d, &semua, None, "b").await, 4);
        for (p, n) in [(&kepala, 2), (&operator, 2), (&biro, 2), (&kementerian, 2), (&lain, 0)] {
            assert_eq!(milik(&d, p).await, n, "{}", p.surel);
        }
    }

    /// An evaluator hears of a unit once a decree appoints him; a dropped transaction tells nobody.
    async fn ditetapkan(basis: BasisUji) {
        let d = peta(basis).await;
        let e = d.evaluator("evaluator@contoh.id").await;
        assert_eq!(kabari(&d, &[Kepada::Evaluator(d.lokus)], None, "a").await, 1);
        let tx = d.r.store.mulai().await.unwrap();
        let isi = std::collections::BTreeMap::<&str, &str>::new();
        let kepada = [Kepada::Akun(e.akun)];
        let p = Pemberitahuan { jenis: "uji", kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: "/", isi: &isi, sekali: "b" };
        assert_eq!(beri_tahu(&tx, &p).await.unwrap(), 1);
        drop(tx);
        assert_eq!(milik(&d, &e).await, 1);
    }
}
