//! More time for many units at once.

use crate::{
    bangun::{Dunia, dunia},
    f02::bangun::keadaan,
};
use jiff::ToSpan as _;
use std::collections::HashMap;
use store::{
    StoreError, hak,
    id::{LokusId, PerpanjanganId},
    kueri::Kueri as _,
    lokus::{self, Saring},
    nilai,
    periode::{self, Fase},
};
use testkit::basis::BasisUji;

async fn hitung(d: &Dunia, sql: &str) -> i64 {
    d.r.store.baca().angka(sql, vec![]).await.unwrap()
}

async fn bekukan(d: &Dunia, l: LokusId) {
    let tx = d.r.store.mulai().await.unwrap();
    let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, 1, 'complete', '{}', '', $3, 1, $4)";
    tx.jalankan(sql, nilai![store::id::baru(), l, vec![0_u8], d.biro.akun]).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// All or none; a second press adds nothing; a longer time is not cut; who has less gets the rest.
    async fn banyak_unit(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let (rsud, dinsos) = (d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await);
        let biro = d.penyelenggara(p).await;
        periode::tutup(s, &biro, Fase::Pelaksanaan, "").await.unwrap();
        let hari = s.sekarang().hari("WITA");
        let (besok, minggu) = (hari.tomorrow().unwrap(), hari.checked_add(7.days()).unwrap());
        let beri = |lokus: Vec<LokusId>, sampai, alasan: &'static str| {
            let biro = &biro;
            async move { periode::perpanjang_banyak(s, biro, &lokus, sampai, alasan).await }
        };
        assert_eq!(keadaan(beri(vec![], besok, "banjir").await), "perpanjangan-banyak");
        let terlalu = (0..=periode::BANYAK_MAKS).map(|_| LokusId::baru()).collect();
        assert_eq!(keadaan(beri(terlalu, besok, "banjir").await), "perpanjangan-banyak");
        assert_eq!(keadaan(beri(vec![rsud, dinsos], hari.yesterday().unwrap(), "banjir").await), "perpanjangan-tanggal");
        assert_eq!(keadaan(beri(vec![rsud, dinsos], besok, " ").await), "perpanjangan-alasan-wajib");
        assert!(matches!(beri(vec![rsud, LokusId::baru()], besok, "banjir").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(hitung(&d, "SELECT COUNT(*) AS n FROM perpanjangan").await, 0, "all or none");

        // One has a week already; the other one twice in the list, and twice pressed.
        let lama = hak::lokus(s, &d.biro, rsud).await.unwrap().penyelenggara().unwrap();
        periode::perpanjang(s, &lama, PerpanjanganId::baru(), minggu, "listrik padam").await.unwrap();
        assert_eq!(beri(vec![dinsos, rsud, dinsos], besok, "banjir").await.unwrap(), 1);
        assert_eq!(beri(vec![dinsos, rsud], besok, "banjir").await.unwrap(), 0);
        let sampai = periode::perpanjangan_lokus(s.baca(), &[rsud, dinsos]).await.unwrap();
        assert_eq!(sampai, HashMap::from([(rsud, minggu), (dinsos, besok)]));
        let l = lokus::dari_id(s.baca(), dinsos).await.unwrap();
        periode::harus_terbuka_lokus(s.baca(), &l, Fase::Pelaksanaan, s.sekarang()).await.unwrap();
        assert_eq!(hitung(&d, "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'perpanjangan.beri'").await, 2);

        // A frozen result refuses the whole list, and is not offered.
        bekukan(&d, rsud).await;
        assert_eq!(keadaan(beri(vec![rsud, dinsos], hari.checked_add(9.days()).unwrap(), "banjir").await), "perpanjangan-dibekukan");
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let saring = Saring { tanpa_hasil: true, ..Saring::default() };
        assert_eq!(lokus::cocok(s, &baca, &saring, 10).await.unwrap(), [dinsos]);
        assert_eq!(lokus::cocok(s, &baca, &Saring::default(), 10).await.unwrap(), [dinsos, rsud], "by name");
        let (semua, n) = lokus::halaman(s, &baca, &Saring::default(), 1, 1).await.unwrap();
        assert_eq!((semua.iter().map(|l| l.id).collect::<Vec<_>>(), n), (vec![rsud], 2), "the second page of one");
    }
}
