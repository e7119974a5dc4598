use crate::bangun::dunia;
use jiff::civil::date;
use store::{
    StoreError,
    kueri::Kueri,
    nilai,
    periode::{self, Fase},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Closing stops writes, reopening needs a reason, and both stay visible with who did it.
    async fn tutup_dan_buka(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let h = d.penyelenggara(id).await;
        assert!(matches!(periode::buka_kembali(s, &h, Fase::Pelaksanaan, "x").await, Err(StoreError::Keadaan("fase-tidak-tertutup"))));
        periode::tutup(s, &h, Fase::Pelaksanaan, "").await.unwrap();
        periode::tutup(s, &h, Fase::Pelaksanaan, "").await.unwrap();
        assert!(periode::harus_terbuka(s.baca(), id, Fase::Pelaksanaan).await.is_err());
        assert!(matches!(periode::buka_kembali(s, &h, Fase::Pelaksanaan, "  ").await, Err(StoreError::Keadaan("fase-alasan-wajib"))));
        periode::buka_kembali(s, &h, Fase::Pelaksanaan, "RSUD terlambat karena banjir").await.unwrap();
        assert!(periode::harus_terbuka(s.baca(), id, Fase::Pelaksanaan).await.is_ok());

        let fase = periode::fase_semua(s.baca(), id).await.unwrap();
        assert_eq!(fase.len(), 4);
        let f = &fase[1];
        assert_eq!(f.kejadian.iter().map(|k| k.tutup).collect::<Vec<_>>(), [false, true], "newest first, closed once");
        assert_eq!(f.kejadian[0].nama, "biro@kab.id");
        assert!(!f.tertutup() && f.terlambat(date(2026, 6, 1)) && !f.terlambat(date(2026, 5, 28)));
        let bocor = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%banjir%'", nilai![]).await.unwrap();
        assert_eq!(bocor, 0, "the log holds a digest of the reason, not its text");
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'fase.buka'", nilai![]).await.unwrap(), 1);
    }
}
