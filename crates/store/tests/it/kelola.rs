//! Administration of accounts, and reading the audit log in one's scope.

use crate::{bangun::dunia, orang::orang};
use store::{
    StoreError,
    akun::{self, AkunBaru, JenisTautan, kelola},
    audit::{self, Saring},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A new account comes with a link; a newer link ends the older; nobody switches himself off.
    async fn akun_baru(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let a = orang(s, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
        let b = AkunBaru { nama: "Eva", surel: "eva@kab.id", jabatan: "", sandi: None };
        let (id, satu) = kelola::buat(s, &a, b.clone(), Peran::Evaluator, &Lingkup::Instansi(d.kab)).await.unwrap();
        assert!(matches!(kelola::buat(s, &a, b, Peran::Evaluator, &Lingkup::Instansi(d.kab)).await, Err(StoreError::SudahAda("surel"))));
        let dua = kelola::tautan(s, &a, id).await.unwrap();
        assert!(akun::lihat_tautan(s, JenisTautan::SetelSandi, &satu).await.is_err(), "the older link ended");
        assert!(akun::lihat_tautan(s, JenisTautan::SetelSandi, &dua).await.is_ok());
        let (dapat, n) = kelola::cari(s, &a, "EVA", 0, 10).await.unwrap();
        assert_eq!((n, dapat[0].tanpa_sandi), (1, 1));
        let p = kelola::peran_dari(s, &a, &[id]).await.unwrap();
        assert_eq!((p[0].peran.as_str(), p[0].lingkup.as_str()), ("evaluator", "Kabupaten Kutai Timur"));
        kelola::cabut_peran(s, &a, id, p[0].id).await.unwrap();
        assert!(kelola::peran_dari(s, &a, &[id]).await.unwrap().is_empty());
        assert!(matches!(kelola::nonaktifkan(s, &a, a.pelaku().akun, "x").await, Err(StoreError::Keadaan("akun-sendiri"))));
        assert!(matches!(kelola::nonaktifkan(s, &a, id, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        kelola::nonaktifkan(s, &a, id, "pensiun").await.unwrap();
        assert!(kelola::satu(s, &a, id).await.unwrap().nonaktif.is_some());
        kelola::aktifkan(s, &a, id).await.unwrap();
        assert!(kelola::satu(s, &a, id).await.unwrap().nonaktif.is_none());
    }

    /// An auditor reads the chains of his scope, a page at a time and with names; others read nothing.
    async fn baca_audit(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        d.lokus(id, d.rsud).await;
        let auditor = orang(s, "auditor@kab.id", Peran::Auditor, Lingkup::Instansi(d.kab)).await.pembaca_audit().unwrap();
        let jauh = orang(s, "auditor@jauh.id", Peran::Auditor, Lingkup::Wilayah("35".into())).await.pembaca_audit().unwrap();
        let prov = orang(s, "auditor@prov.id", Peran::Auditor, Lingkup::Wilayah("64".into())).await.pembaca_audit().unwrap();
        assert!(d.biro.pembaca_audit().is_err());
        let semua = audit::daftar(s, &auditor, &Saring::default(), 100).await.unwrap();
        assert_eq!(semua.len(), 5, "instansi, two units, periode, lokus: {semua:?}");
        assert_eq!((semua[0].aksi.as_str(), semua[0].nama_objek.as_deref(), semua[0].oleh.as_deref()), ("lokus.tambah", Some("RSUD Kudungga"), Some("biro@kab.id")));
        assert_eq!(audit::daftar(s, &prov, &Saring::default(), 100).await.unwrap().len(), 5);
        assert!(audit::daftar(s, &jauh, &Saring::default(), 100).await.unwrap().is_empty());
        let dua = audit::daftar(s, &auditor, &Saring { sebelum: Some(semua[1].id), ..Saring::default() }, 2).await.unwrap();
        assert_eq!(dua.iter().map(|t| t.id).collect::<Vec<_>>(), semua[2..4].iter().map(|t| t.id).collect::<Vec<_>>());
        let saring = Saring { objek: "periode".into(), objek_id: id.to_string(), ..Saring::default() };
        assert_eq!(audit::daftar(s, &auditor, &saring, 10).await.unwrap().len(), 1);
        let nanti = Saring { dari: Some(s.sekarang().tambah_detik(1)), ..Saring::default() };
        assert!(audit::daftar(s, &auditor, &nanti, 10).await.unwrap().is_empty());
        assert_eq!(audit::jumlah(s, &auditor, &Saring::default(), 100).await.unwrap(), 5);
        assert_eq!(audit::jumlah(s, &auditor, &Saring { sebelum: Some(semua[4].id), ..Saring::default() }, 3).await.unwrap(), 3, "no further than asked");
        let k = audit::segel_rantai(s, &auditor, 10).await.unwrap();
        assert_eq!((k.len(), k[0].nama.as_deref(), k[0].mata, k[0].menunggu, k[0].sampai), (1, Some("Kabupaten Kutai Timur"), 0, 5, None));
        audit::segel(s).await.unwrap();
        let k = audit::segel_rantai(s, &auditor, 10).await.unwrap();
        assert!(k[0].mata == 5 && k[0].menunggu == 0 && k[0].sampai.is_some());
        assert!(audit::segel_rantai(s, &jauh, 10).await.unwrap().is_empty());
        let semua_rantai = orang(s, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.pembaca_audit().unwrap();
        let k = audit::segel_rantai(s, &semua_rantai, 10).await.unwrap();
        assert_eq!(k.iter().map(|k| (k.rantai == "-", k.nama.is_some())).collect::<Vec<_>>(), [(true, false), (false, true)], "the installation's own first");
        assert!(audit::daftar(s, &auditor, &Saring::default(), 1).await.unwrap()[0].nomor.is_some());
    }
}
