use crate::bangun::dunia;
use jiff::civil::date;
use store::{
    StoreError, Waktu, hak,
    id::SkId,
    objek,
    persiapan::{
        rancangan::{self, Jenis, Rancangan},
        sk_lokus,
    },
    sk::SkBaru,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A decree names the lokus that were there; one added later waits for another.
    async fn lokus(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let sekda = d.penanggungjawab(p).await;
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let berkas = objek::simpan(s, b"%PDF-1.7 ... %%EOF").unwrap();
        let b = SkBaru { id: SkId::baru(), nomor: "065/1", tanggal: date(2026, 2, 1), berkas: &berkas, nama_berkas: "sk.pdf" };
        assert!(matches!(sk_lokus::tetapkan(s, &sekda, b).await, Err(StoreError::Keadaan("sk-lokus-tanpa-unit"))));
        d.lokus(p, d.rsud).await;
        assert_eq!(sk_lokus::belum(s, &baca).await.unwrap(), 1);
        for _ in 0..2 {
            sk_lokus::tetapkan(s, &sekda, b).await.unwrap();
        }
        let lain = SkBaru { nomor: "065/2", ..b };
        let besok = SkBaru { id: SkId::baru(), tanggal: s.sekarang().hari("WITA").tomorrow().unwrap(), ..b };
        assert!(matches!(sk_lokus::tetapkan(s, &sekda, besok).await, Err(StoreError::Keadaan("sk-tanggal-mendatang"))));
        assert!(matches!(sk_lokus::tetapkan(s, &sekda, lain).await, Err(StoreError::OperasiLain)));
        d.lokus(p, d.dinsos).await;
        assert_eq!(sk_lokus::belum(s, &baca).await.unwrap(), 1);
        sk_lokus::tetapkan(s, &sekda, SkBaru { id: SkId::baru(), ..lain }).await.unwrap();
        let semua = sk_lokus::daftar(s, &baca).await.unwrap();
        assert_eq!(semua.iter().map(|x| x.jumlah).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(sk_lokus::satu(s, &baca, b.id).await.unwrap().nomor, "065/1");
    }

    async fn rancangan_disimpan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        assert!(rancangan::satu(s, &baca, Jenis::Lokus).await.unwrap().is_none());
        let t = |s: &str| s.to_owned();
        let mut r = Rancangan {
            nomor: t(""), tempat: t("Sangatta"), tanggal: t(""), perangkat: t("Sekretariat Daerah"), pejabat: t("SEKRETARIS DAERAH"),
            nama: t("Contoh"), nip: t(""), menimbang: t("a\nb"), mengingat: t("c"), menetapkan: t("d"), versi: 0, pada: Waktu(0),
        };
        assert_eq!(rancangan::simpan(s, &h, Jenis::Lokus, &r).await.unwrap(), 1);
        assert!(matches!(rancangan::simpan(s, &h, Jenis::Lokus, &r).await, Err(StoreError::Bentrok { versi: 1, .. })));
        r.versi = 1;
        r.nomor = t("065/7");
        assert_eq!(rancangan::simpan(s, &h, Jenis::Lokus, &r).await.unwrap(), 2);
        assert_eq!(rancangan::satu(s, &baca, Jenis::Lokus).await.unwrap().unwrap().nomor, "065/7");
        // A draft waits for a signature while units are in the period that no decree names, until the scan is there.
        let menunggu = async || sk_lokus::menunggu(s, &[d.kab]).await.unwrap().into_iter().map(|m| (m.periode_id, m.jumlah)).collect::<Vec<_>>();
        assert_eq!(menunggu().await, [], "no unit yet");
        d.lokus(p, d.rsud).await;
        d.lokus(p, d.dinsos).await;
        assert_eq!(menunggu().await, [(p, 2)]);
        assert!(sk_lokus::menunggu(s, &[]).await.unwrap().is_empty());
        let berkas = objek::simpan(s, b"%PDF-1.7 ... %%EOF").unwrap();
        let b = SkBaru { id: SkId::baru(), nomor: "065/7", tanggal: date(2026, 2, 1), berkas: &berkas, nama_berkas: "sk.pdf" };
        sk_lokus::tetapkan(s, &d.penanggungjawab(p).await, b).await.unwrap();
        assert_eq!(menunggu().await, []);
        assert!(rancangan::satu(s, &baca, Jenis::Evaluator).await.unwrap().is_none());
    }
}
