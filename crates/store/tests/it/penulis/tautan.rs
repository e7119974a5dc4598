//! One-use links: each opens one answer, and one that opened nothing can still be used.

use crate::{
    ruang::ruang,
    survei::{banyak, dunia, jawab, skm, tautan, tutup},
};
use store::{
    id::RondeId,
    kueri::Kueri,
    ronde::{Kelompok, Masukan, Terima, Tolak},
};
use testkit::basis::BasisUji;

fn lewat(ronde: RondeId, n: u8, sidik: u8) -> Masukan {
    Masukan { kelompok: Kelompok::Tautan, tautan: Some([sidik; 32]), ..jawab(ronde, n) }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Ten answers race for one link: one wins, also when it is sent again.
    async fn sekali(basis: BasisUji) {
        let r = ruang(basis).await;
        let (ronde, p) = (dunia(&r).await, r.store.penulis());
        tautan(&r.store, ronde, [1; 32], "2026-03-02").await;
        let semua: Vec<Masukan> = (0..10).map(|n| lewat(ronde, n, 1)).collect();
        let hasil = futures_util::future::join_all(semua.iter().map(|m| p.terima(m.clone()))).await;
        let menang: Vec<&Masukan> = semua.iter().zip(&hasil).filter(|(_, h)| matches!(h, Ok(Terima::Baru))).map(|(m, _)| m).collect();
        assert_eq!(menang.len(), 1);
        assert_eq!(hasil.iter().filter(|h| matches!(h, Err(Tolak::TautanTakBerlaku))).count(), 9);
        assert_eq!(p.terima(menang[0].clone()).await.unwrap(), Terima::SudahAda);
        assert!(matches!(p.terima(lewat(ronde, 3, 1)).await, Err(Tolak::TautanTakBerlaku)));
        assert_eq!(banyak(&r.store, ronde).await, 1);
    }

    /// A link of another round, past its day, or brought to a closed round or a known answer opens nothing and is not used up.
    async fn tidak_terpakai(basis: BasisUji) {
        let r = ruang(basis).await;
        let (s, p) = (&r.store, r.store.penulis());
        let u = crate::survei::unit(s).await;
        let (a, b) = (skm(s, u).await, skm(s, u).await);
        tautan(s, a, [1; 32], "2026-03-02").await;
        tautan(s, a, [2; 32], "2026-03-01").await;
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE survei_tautan SET layanan = 7 WHERE sidik = $1", store::nilai![[2_u8; 32].to_vec()]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(p.terima(lewat(b, 1, 1)).await, Err(Tolak::TautanTakBerlaku)));
        assert!(matches!(p.terima(lewat(a, 1, 2)).await, Err(Tolak::TautanTakBerlaku)));
        assert!(matches!(p.terima(lewat(a, 1, 9)).await, Err(Tolak::TautanTakBerlaku)));
        let lama = jawab(a, 5);
        p.terima(lama.clone()).await.unwrap();
        let dengan = Masukan { tautan: Some([1; 32]), ..lama };
        assert_eq!(p.terima(dengan).await.unwrap(), Terima::SudahAda);
        tutup(s, a, "tutup").await;
        assert!(matches!(p.terima(lewat(a, 1, 1)).await, Err(Tolak::Tertutup)));
        tutup(s, a, "buka").await;
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM survei_tautan", vec![]).await.unwrap(), 2);
        let lewat_hari = store::skm::tautan::berlaku(s.baca(), a, &[2; 32], jiff::civil::date(2026, 3, 1)).await.unwrap();
        assert_eq!(lewat_hari.unwrap().layanan, Some(7), "what it asks about comes back with it");
        assert_eq!(p.terima(lewat(a, 1, 1)).await.unwrap(), Terima::Baru);
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM survei_tautan", vec![]).await.unwrap(), 1);
    }
}
