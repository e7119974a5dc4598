//! The level above: three means with their names, one round a unit, scope and filters.

use axum::http::StatusCode;
use jiff::civil::date;
use store::{
    instansi::{self, InstansiBaru, UnitBaru},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use super::{Uji, enam_puluh};
use crate::app::TestApp;

testkit::dua_basis! {
    async fn a_kabupaten_sees_its_units_once_with_three_means(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let biro = u.biro().await;
        biro.get("/survei/rekap").await.memuat("Belum ada ronde di periode ini");
        let unit = instansi::unit_milik(u.app.store(), u.d.kab).await.unwrap();
        let lain = unit.iter().find(|x| x.id != u.d.rsud).unwrap().id;
        let lama = u.ronde(u.d.rsud, "SKM Triwulan I 2026", (date(2026, 1, 1), date(2026, 3, 31))).await;
        u.jawab(lama, &enam_puluh()[..10], None).await;
        let id = u.semester().await;
        u.jawab(id, &enam_puluh(), None).await;
        let kedua = u.ronde(lain, "SKM lain", (date(2026, 1, 1), date(2026, 6, 30))).await;
        u.jawab(kedua, &[(2, 2, [0, 0, 0, 0, 0]); 20], None).await;
        let h = biro.get("/survei/rekap").await;
        // (83.33 + 50) / 2; (60 x 83.33 + 20 x 50) / 80; all answers as one.
        h.memuat("66,67").memuat("75,00").memuat("Rata-rata biasa").memuat("Berbobot responden").memuat("Digabung");
        assert!(!h.isi.contains("SKM Triwulan I 2026"), "each unit counts once, with its newest round");
        biro.get("/survei/rekap?bagian=tw1").await.memuat("SKM Triwulan I 2026");
        biro.get("/survei/rekap?tahun=2020").await.memuat("Tampilkan semua tahun");
        biro.get("/survei/rekap?keadaan=terbit").await.memuat("Belum ada ronde");
        biro.get("/survei/rekap?cari=rsud").await.memuat("RSUD Kudungga");
        biro.get("/survei/rekap/unduh/rekap.csv").await.memuat("RSUD Kudungga").memuat(",83.33,B,");
        assert!(biro.get("/survei/rekap/unduh/rekap.xlsx").await.isi.starts_with("PK"));
        assert_eq!(biro.get("/survei/rekap/unduh/rekap.pdf").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_region_drills_down_and_nobody_looks_beyond_his_own(basis: BasisUji) {
        let u = Uji::baru(TestApp::pada(basis).await).await;
        let tx = u.app.store().mulai().await.unwrap();
        let baru = |kode, nama, jenis| InstansiBaru { kode, nama, jenis, wilayah: Some(kode), zona: "WIB" };
        instansi::tambah(&tx, None, baru("64", "Provinsi Kalimantan Timur", "provinsi")).await.unwrap();
        let kota = instansi::tambah(&tx, None, baru("64.72", "Kota Samarinda", "kota")).await.unwrap();
        let jauh = instansi::tambah(&tx, None, baru("35.09", "Kabupaten Jember", "kabupaten")).await.unwrap();
        let mut unit = Vec::new();
        for (kode, di) in [("smd-dukcapil", kota), ("jbr-dukcapil", jauh)] {
            let b = UnitBaru { kode, instansi: di, induk: None, nama: kode, jenis: "unit", alamat: "" };
            unit.push(instansi::tambah_unit(&tx, None, b).await.unwrap());
        }
        tx.commit().await.unwrap();
        let id = u.semester().await;
        u.jawab(id, &enam_puluh(), None).await;
        for (nama, di, instansi) in [("smd@uji.example", unit[0], kota), ("jbr@uji.example", unit[1], jauh)] {
            let akun = u.app.akun(nama, &[(Peran::Penyelenggara, Lingkup::Instansi(instansi))]).await;
            let pelaku = crate::dunia::pelaku(&u.app, akun).await;
            super::buka(&u.app, &pelaku, di, nama, (date(2026, 1, 1), date(2026, 6, 30))).await;
        }
        let provinsi = u.app.sebagai(Peran::Pembina, Lingkup::Wilayah("64".into())).await;
        let h = provinsi.get("/survei/rekap").await;
        h.memuat("Kabupaten Kutai Timur").memuat("Kota Samarinda").memuat("Menurut instansi atau daerah");
        assert!(!h.isi.contains("Jember"));
        provinsi.get(&format!("/survei/rekap?instansi={kota}")).await.memuat("smd-dukcapil");
        let jelajah = provinsi.get(&format!("/survei/rekap?instansi={jauh}")).await;
        assert!(!jelajah.isi.contains("jbr-dukcapil"), "an address opens nothing");
        let nasional = u.app.sebagai(Peran::Nasional, Lingkup::Instalasi).await;
        nasional.get("/survei/rekap").await.memuat("Provinsi Kalimantan Timur").memuat("wilayah=64");
        let kab = nasional.get("/survei/rekap?wilayah=64").await;
        kab.memuat("Kota Samarinda").memuat("Kembali ke semua");
        assert!(!kab.isi.contains("Jember"));
    }
}
