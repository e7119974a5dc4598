use crate::{bangun::dunia, orang::orang};
use store::{
    StoreError, akun,
    hak::Admin,
    impor::{self, Aksi, Baris, Jenis},
    instansi,
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

fn baris(sel: &[&[&str]]) -> Vec<Baris> {
    sel.iter().enumerate().map(|(i, s)| Baris { nomor: i + 2, sel: s.iter().map(|s| (*s).to_owned()).collect() }).collect()
}

async fn admin(d: &crate::bangun::Dunia) -> Admin {
    orang(&d.r.store, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Shown first, applied all or nothing, and a second time it updates instead of duplicating.
    async fn unit(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, a) = (&d.r.store, admin(&d).await);
        let isi = baris(&[
            &["poli-gigi", "Poli Gigi", "poli", "64.08", "puskesmas-a", ""],
            &["puskesmas-a", "Puskesmas A", "puskesmas", "64.08", "", "Jl. Satu"],
            &["rsud", "RSUD Kudungga Sangatta", "unit", "64.08", "", ""],
            &["dinsos", "Dinas Sosial", "unit", "64.08", "", ""],
        ]);
        let id = impor::siapkan(s, &a, Jenis::Unit, "unit.csv", &isi).await.unwrap();
        let r = impor::rencana(s, &a, id).await.unwrap();
        assert!(r.salah.is_empty(), "{:?}", r.salah);
        assert_eq!((r.jumlah(Aksi::Baru), r.jumlah(Aksi::Ubah), r.jumlah(Aksi::Sama)), (2, 1, 1));
        assert_eq!(instansi::unit_milik(s, d.kab).await.unwrap().len(), 2, "a dry run stores no unit");
        let t = impor::terapkan(s, &a, id).await.unwrap();
        assert_eq!((t.baru, t.ubah), (2, 1));
        impor::terapkan(s, &a, id).await.unwrap();
        let unit = instansi::unit_milik(s, d.kab).await.unwrap();
        assert_eq!(unit.len(), 4);
        let poli = unit.iter().find(|u| u.kode == "poli-gigi").unwrap();
        assert_eq!(poli.induk_id, unit.iter().find(|u| u.kode == "puskesmas-a").map(|u| u.id));
        let lagi = impor::siapkan(s, &a, Jenis::Unit, "unit.csv", &isi).await.unwrap();
        assert_eq!(impor::rencana(s, &a, lagi).await.unwrap().jumlah(Aksi::Sama), 4);
        let lain = orang(s, "admin2@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
        assert!(matches!(impor::rencana(s, &lain, id).await, Err(StoreError::TidakDitemukan)));
    }

    /// Every fault is named by row and column, and one of them keeps everything out.
    async fn unit_salah(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, a) = (&d.r.store, admin(&d).await);
        let isi = baris(&[
            &["baik", "Unit Baik", "", "64.08", "", ""],
            &["Kode Salah", "", &"j".repeat(81), "99", "", &"a".repeat(501)],
            &["baik", "Ganda", "", "64.08", "tak-ada", ""],
            &["a1", "A", "", "64.08", "b1", ""],
            &["b1", "B", "", "64.08", "a1", ""],
        ]);
        let id = impor::siapkan(s, &a, Jenis::Unit, "u.csv", &isi).await.unwrap();
        let r = impor::rencana(s, &a, id).await.unwrap();
        let dapat: Vec<_> = r.salah.iter().map(|x| (x.nomor, x.kolom, x.kunci)).collect();
        assert_eq!(dapat, [
            (3, "kode", "impor-salah-kode"),
            (3, "nama", "impor-salah-nama"),
            (3, "jenis", "impor-salah-panjang"),
            (3, "alamat", "impor-salah-panjang"),
            (3, "kode_instansi", "impor-salah-instansi"),
            (4, "kode", "impor-salah-kode-ganda"),
            (4, "kode_induk", "impor-salah-induk"),
            (5, "kode_induk", "impor-salah-induk"),
            (6, "kode_induk", "impor-salah-induk"),
        ]);
        assert!(matches!(impor::terapkan(s, &a, id).await, Err(StoreError::Keadaan("impor-ada-salah"))));
        assert_eq!(instansi::unit_milik(s, d.kab).await.unwrap().len(), 2);
        assert!(matches!(impor::siapkan(s, &a, Jenis::Unit, "u.csv", &[]).await, Err(StoreError::Keadaan("impor-kosong"))));
    }

    /// Accounts get their roles; links are handed out once; admin is never given by file.
    async fn akun_dan_tautan(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, a) = (&d.r.store, admin(&d).await);
        let buruk = baris(&[
            &["bukan-surel", "A", "", "evaluator", "64.08"],
            &["a@b.id", "A", &"j".repeat(201), "admin", ""],
            &["c@b.id", "C", "", "unit-operator", "tak-ada"],
            &["d@b.id", "D", "", "evaluator", "64.08"],
            &["d@b.id", "Lain", "", "evaluator", "64.08"],
        ]);
        let id = impor::siapkan(s, &a, Jenis::Akun, "a.csv", &buruk).await.unwrap();
        let dapat: Vec<_> = impor::rencana(s, &a, id).await.unwrap().salah.iter().map(|x| (x.nomor, x.kunci)).collect();
        assert_eq!(dapat, [
            (2, "impor-salah-surel"),
            (3, "impor-salah-panjang"),
            (3, "impor-salah-peran-admin"),
            (4, "impor-salah-lingkup-unit"),
            (6, "impor-salah-nama-beda"),
            (6, "impor-salah-baris-ganda"),
        ]);
        let isi = baris(&[
            &["Eva@Kab.id", "=HYPERLINK(\"x\")", "Auditor", "evaluator", "64.08"],
            &["eva@kab.id", "=HYPERLINK(\"x\")", "Auditor", "unit-operator", "dinsos"],
            &["biro@kab.id", "Biro Organisasi", "Kepala", "penyelenggara", "64.08"],
        ]);
        let id = impor::siapkan(s, &a, Jenis::Akun, "a.csv", &isi).await.unwrap();
        assert!(matches!(impor::tautan(s, &a, id).await, Err(StoreError::Keadaan("impor-belum-diterapkan"))));
        let t = impor::terapkan(s, &a, id).await.unwrap();
        assert_eq!(t.akun().len(), 1);
        let eva = akun::dari_surel(s, "eva@kab.id").await.unwrap().unwrap();
        assert_eq!(akun::kelola::peran_dari(s, &a, &[eva.id]).await.unwrap().len(), 2);
        assert_eq!(akun::dari_surel(s, "biro@kab.id").await.unwrap().unwrap().nama, "Biro Organisasi");
        let tautan = impor::tautan(s, &a, id).await.unwrap();
        assert_eq!(tautan.len(), 1);
        assert_eq!(akun::lihat_tautan(s, akun::JenisTautan::SetelSandi, &tautan[0].rahasia).await.unwrap(), Some(eva.id));
        assert!(matches!(impor::tautan(s, &a, id).await, Err(StoreError::Keadaan("impor-tautan-sudah-diunduh"))));
        let lagi = impor::siapkan(s, &a, Jenis::Akun, "a.csv", &isi).await.unwrap();
        assert_eq!(impor::rencana(s, &a, lagi).await.unwrap().jumlah(Aksi::Sama), 3);
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM akun WHERE surel = 'eva@kab.id'", nilai![]).await.unwrap(), 1);
    }
}
