use crate::bangun::dunia;
use jiff::civil::date;
use std::time::Duration;
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
    /// A write that has asked its phase is waited for by a closing; a write that comes while a closing is under way waits
    /// for it and is refused. Neither slips past the other.
    async fn menulis_sambil_menutup(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = d.r.store.clone();
        let id = d.periode().await;
        let h = d.penyelenggara(id).await;

        let tulis = s.mulai().await.unwrap();
        periode::harus_terbuka(&*tulis, id, Fase::Pelaksanaan).await.unwrap();
        let (s2, h2) = (s.clone(), h.clone());
        let mut tutup = tokio::spawn(async move { periode::tutup(&s2, &h2, Fase::Pelaksanaan, "").await });
        let cepat = tokio::time::timeout(Duration::from_millis(400), &mut tutup).await;
        assert!(cepat.is_err(), "the closing did not wait for the write under way: {cepat:?}");
        tulis.commit().await.unwrap();
        tutup.await.unwrap().unwrap();

        periode::buka_kembali(&s, &h, Fase::Pelaksanaan, "lagi").await.unwrap();
        let tx = s.mulai().await.unwrap();
        tx.angka(&format!("SELECT versi AS n FROM periode WHERE id = $1{}", tx.kunci_baris()), nilai![id]).await.unwrap();
        let s2 = s.clone();
        let mut tulis = tokio::spawn(async move {
            let tx = s2.mulai().await?;
            periode::harus_terbuka(&*tx, id, Fase::Pelaksanaan).await
        });
        assert!(tokio::time::timeout(Duration::from_millis(400), &mut tulis).await.is_err(), "the write did not wait for the closing");
        tx.jalankan(
            "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', 'tutup', '', $3, $4)",
            nilai![store::id::baru(), id, tx.pada, d.biro.akun],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(tulis.await.unwrap(), Err(StoreError::Keadaan("fase-pelaksanaan-ditutup"))));
    }
}
