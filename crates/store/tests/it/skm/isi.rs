use super::bangun::{HARI_INI, dunia, isi, layanan};
use jiff::civil::date;
use store::{
    StoreError,
    id::RondeId,
    nilai,
    skm::{self, KeadaanRonde, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;

fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>) -> &'static str {
    match h {
        Err(StoreError::Keadaan(k)) => k,
        lain => panic!("{lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A round is opened once, with the sample of its population, its services numbered from 0 and a code of its own.
    async fn membuka(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let l = layanan(&["Rawat jalan", "  Rawat   inap ", ""]);
        let id = RondeId::baru();
        for _ in 0..2 {
            assert_eq!(skm::buat(s, &d.hak().await, id, &isi("Semester I", &l)).await.unwrap(), id);
        }
        assert!(matches!(skm::buat(s, &d.hak().await, id, &isi("Lain", &l)).await, Err(StoreError::OperasiLain)));
        let r = skm::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((r.kode.as_str(), r.target, r.unsur.len(), r.versi, r.ilustrasi), ("64.08-rsud-skm-2026-s1", 291, 9, 1, false));
        assert_eq!(r.unsur[7..], ["sarana", "pengaduan"], "the order of the questionnaire");
        assert_eq!(skm::layanan(s.baca(), id).await.unwrap(), vec![(0, "Rawat jalan".into()), (1, "Rawat inap".into())]);
        assert_eq!(skm::dari_token(s.baca(), &r.token).await.unwrap().id, id);
        assert_eq!(skm::dari_kode(s.baca(), &r.kode).await.unwrap().id, id);
        assert_eq!(store::edisi::skm(s, &r.edisi).await.unwrap().id, "skm-2017");

        let tanpa = RondeIsi { ditiadakan: &["biaya"], populasi: None, ..isi("Tanpa biaya", &l) };
        let dua = skm::buat(s, &d.hak().await, RondeId::baru(), &tanpa).await.unwrap();
        let r = skm::dari_id(s.baca(), dua).await.unwrap();
        assert_eq!((r.kode.as_str(), r.unsur.len(), r.target), ("64.08-rsud-skm-2026-s1-2", 8, 384));
        assert!(!r.unsur.contains(&"biaya".to_owned()));
    }

    /// What a form can get wrong is named, and nothing is stored.
    async fn salah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let hak = d.hak().await;
        let l = layanan(&["Rawat jalan"]);
        let (kosong, ganda) = (layanan(&[" "]), layanan(&["Rawat jalan", "rawat  jalan"]));
        let panjang = layanan(&["x".repeat(201).as_str()]);
        let banyak: Vec<LayananIsi> = (0..51).map(|n| LayananIsi { nomor: None, nama: n.to_string() }).collect();
        let dasar = || isi("SKM", &l);
        let semua = [
            (RondeIsi { nama: " ", ..dasar() }, "skm-nama-wajib"),
            (RondeIsi { sampai: date(2025, 12, 31), ..dasar() }, "skm-tanggal-terbalik"),
            (RondeIsi { sampai: date(2029, 12, 31), ..dasar() }, "skm-terlalu-lama"),
            (RondeIsi { populasi: Some(0), ..dasar() }, "skm-populasi"),
            (RondeIsi { layanan: &kosong, ..dasar() }, "skm-layanan-kosong"),
            (RondeIsi { layanan: &ganda, ..dasar() }, "skm-layanan-ganda"),
            (RondeIsi { layanan: &panjang, ..dasar() }, "skm-layanan-panjang"),
            (RondeIsi { layanan: &banyak, ..dasar() }, "skm-layanan-banyak"),
            (RondeIsi { edisi: "skm-x", ..dasar() }, "skm-edisi-tidak-dikenal"),
            (RondeIsi { edisi: "skm-2004", ..dasar() }, "skm-edisi-lama"),
            (RondeIsi { ditiadakan: &["u4"], ..dasar() }, "skm-unsur-tidak-dikenal"),
            (RondeIsi { ditiadakan: &["waktu"], ..dasar() }, "skm-unsur-wajib"),
        ];
        for (isi, kunci) in semua {
            assert_eq!(keadaan(skm::buat(s, &hak, RondeId::baru(), &isi).await), kunci);
        }
        assert_eq!(d.p.hitung("SELECT COUNT(*) AS n FROM ronde").await, 0);
    }

    /// Without answers everything may change; with them only what does not change their meaning; published, nothing.
    async fn mengubah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        let baru = vec![
            LayananIsi { nomor: Some(1), nama: "Rawat inap kelas III".into() },
            LayananIsi { nomor: None, nama: "Farmasi".into() },
        ];
        let lain = RondeIsi { mulai: date(2026, 2, 1), populasi: Some(100), ditiadakan: &["biaya"], ..isi("SKM dua", &baru) };
        skm::ubah(s, &hak, 1, &lain).await.unwrap();
        assert!(matches!(skm::ubah(s, &hak, 1, &lain).await, Err(StoreError::Bentrok { versi: 2, .. })));
        let r = skm::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((r.nama.as_str(), r.mulai.as_str(), r.target, r.unsur.len(), r.versi), ("SKM dua", "2026-02-01", 80, 8, 2));
        assert_eq!(skm::layanan(s.baca(), id).await.unwrap(), vec![(1, "Rawat inap kelas III".into()), (2, "Farmasi".into())]);

        // An invented edition is neither opened nor changed to where nothing is invented.
        let contoh = RondeIsi { edisi: "skm-contoh-skala-5", ..isi("SKM dua", &baru) };
        assert_eq!(keadaan(skm::ubah(s, &hak, 2, &contoh).await), "skm-edisi-contoh");
        assert_eq!(keadaan(skm::buat(s, &d.hak().await, RondeId::baru(), &contoh).await), "skm-edisi-contoh");

        d.jawab(id, 1).await;
        let tetap = || RondeIsi { mulai: date(2026, 2, 1), ditiadakan: &["biaya"], ..isi("SKM tiga", &baru) };
        for isi in [
            RondeIsi { mulai: date(2026, 1, 1), ..tetap() },
            RondeIsi { ditiadakan: &[], ..tetap() },
            RondeIsi { edisi: "skm-contoh-skala-5", ditiadakan: &[], ..tetap() },
        ] {
            assert_eq!(keadaan(skm::ubah(s, &hak, 2, &isi).await), "skm-sudah-terisi");
        }
        let dua = |n, nama: &str| vec![LayananIsi { nomor: n, nama: nama.into() }];
        for l in [dua(Some(2), "Farmasi"), dua(Some(1), "Nama lain")] {
            assert_eq!(keadaan(skm::ubah(s, &hak, 2, &RondeIsi { layanan: &l, ..tetap() }).await), "skm-layanan-terjawab");
        }
        let l = vec![LayananIsi { nomor: Some(1), nama: "Rawat inap kelas III".into() }, LayananIsi { nomor: None, nama: "Gigi".into() }];
        skm::ubah(s, &hak, 2, &RondeIsi { layanan: &l, sampai: date(2026, 12, 31), ..tetap() }).await.unwrap();
        let layanan: Vec<i64> = skm::layanan(s.baca(), id).await.unwrap().into_iter().map(|(n, _)| n).collect();
        assert_eq!(layanan, [1, 3], "the number of a service that is gone is not used again");

        d.terbitkan(id).await;
        assert!(skm::terbit(s.baca(), id).await.unwrap());
        assert_eq!(keadaan(skm::ubah(s, &hak, 3, &tetap()).await), "skm-sudah-terbit");
        assert_eq!(keadaan(skm::tutup(s, &hak, "x").await), "skm-sudah-terbit");
        assert_eq!(keadaan(skm::tautan::lembar(s, &hak, 1).await), "skm-sudah-terbit");
        d.p.sql("INSERT INTO skm_terbit_tarik (terbit_id, alasan, pada, oleh) SELECT id, 'x', 1, oleh FROM skm_terbit", nilai![]).await;
        skm::tutup(s, &hak, "salah cetak").await.unwrap();
    }

    /// The state follows days and hand; each closing keeps its reason and leaves one audit event.
    async fn menutup(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.p.r.store;
        let id = d.ronde("SKM").await;
        let hak = d.akses(&d.operator, id).await.pengelola().unwrap();
        let r = hak.ronde.clone();
        let pada = |hari| skm::keadaan(s.baca(), &r, hari);
        assert_eq!(pada(date(2025, 12, 31)).await.unwrap(), KeadaanRonde::Dijadwalkan);
        assert_eq!(pada(date(2026, 1, 1)).await.unwrap(), KeadaanRonde::Berjalan);
        assert_eq!(pada(date(2026, 6, 30)).await.unwrap(), KeadaanRonde::Berjalan);
        assert_eq!(pada(date(2026, 7, 1)).await.unwrap(), KeadaanRonde::Selesai);
        assert_eq!(keadaan(skm::tutup(s, &hak, "  ").await), "alasan-wajib");
        for _ in 0..2 {
            skm::tutup(s, &hak, "target tercapai").await.unwrap();
        }
        assert_eq!(pada(HARI_INI).await.unwrap(), KeadaanRonde::Ditutup);
        assert_eq!(skm::penutupan_akhir(s.baca(), id).await.unwrap().unwrap().alasan, "target tercapai");
        skm::buka_lagi(s, &hak, "belum genap").await.unwrap();
        assert_eq!(pada(HARI_INI).await.unwrap(), KeadaanRonde::Berjalan);
        for (aksi, n) in [("skm.buat", 1), ("skm.tutup", 1), ("skm.buka-lagi", 1)] {
            assert_eq!(d.p.hitung(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
    }
}
