//! Other ministries: named for one journey, they read it and comment, and nothing else.

use super::*;
use store::{Hasil, hak::PenanggapJalan, perjalanan::penanggap};

async fn tanpa_peran(s: &store::Store, surel: &str) -> Pelaku {
    let tx = s.mulai().await.unwrap();
    let baru = store::akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None };
    let id = store::akun::tambah(&tx, None, baru).await.unwrap();
    tx.commit().await.unwrap();
    let token = store::sesi::buka(s, id, "::1", "uji").await.unwrap();
    store::sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap()
}

impl Dua {
    async fn hak_tanggap(&self, p: &Pelaku) -> Hasil<PenanggapJalan> {
        hak::penanggap(&self.d.r.store, p, self.id).await
    }

    async fn kabar(&self, p: &Pelaku, jenis: &str) -> i64 {
        let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1 AND jenis = $2 AND tautan LIKE '/mpp/tanggapan/%'";
        self.d.r.store.baca().angka(sql, nilai![p.akun, jenis]).await.unwrap()
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn kementerian_lain_menanggapi(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        let (dagri, lain) = (tanpa_peran(s, "staf@dagri.id").await, tanpa_peran(s, "staf@lain.id").await);
        assert!(matches!(w.hak_tanggap(&dagri).await, Err(StoreError::TidakDitemukan)));
        let pusat = w.pusat().await;
        let salah = penanggap::tunjuk(s, &pusat, "siapa@luar.id", "Kemendagri").await;
        assert!(matches!(salah, Err(StoreError::Keadaan("mpp-penanggap-akun"))));
        assert!(matches!(penanggap::tunjuk(s, &pusat, "staf@dagri.id", " ").await, Err(StoreError::Keadaan("mpp-forum-isi"))));
        orang(s, "pengusul@kab.id", Peran::Penyelenggara, Lingkup::Instansi(w.d.kab)).await;
        let sendiri = penanggap::tunjuk(s, &pusat, "pengusul@kab.id", "Kemendagri").await;
        assert!(matches!(sendiri, Err(StoreError::Keadaan("mpp-penanggap-pengusul"))), "{sendiri:?}");
        penanggap::tunjuk(s, &pusat, " Staf@Dagri.id ", "Kemendagri").await.unwrap();
        penanggap::tunjuk(s, &pusat, "staf@dagri.id", "Kemendagri").await.unwrap();
        assert_eq!((penanggap::daftar(s.baca(), w.id).await.unwrap().len(), w.kabar(&dagri, "mpp-penanggap").await), (1, 1));
        // The proposal, and nothing else.
        let h = w.hak_tanggap(&dagri).await.unwrap();
        assert_eq!(penanggap::milik(s, &dagri).await.unwrap().len(), 1);
        assert!(penanggap::milik(s, &lain).await.unwrap().is_empty());
        assert!(matches!(hak::jalan(s, &dagri, w.id).await, Err(StoreError::TidakDitemukan)), "no right of the two governments");
        assert!(matches!(hak::instansi(s, &dagri, w.d.kab).await, Err(StoreError::TidakDitemukan)));
        // A rapat of the ministry; a forum of the local government is not theirs.
        let (rapat, forum_) = (ForumId::baru(), ForumId::baru());
        let b = forum::ForumBaru { judul: "Rapat koordinasi", tempat: "Jakarta", tanggal: w.hari() };
        forum::buat(s, Pihak::Kementerian(&pusat), rapat, &b).await.unwrap();
        forum::buat(s, Pihak::Pemda(&w.pemda().await), forum_, &b).await.unwrap();
        assert_eq!(w.kabar(&dagri, "mpp-penanggap-rapat").await, 1);
        assert_eq!(penanggap::rapat(s.baca(), &h).await.unwrap().len(), 1);
        assert!(matches!(penanggap::tanggapi(s, &h, forum_, MasukanId::baru(), "x").await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(penanggap::tanggapi(s, &h, rapat, MasukanId::baru(), " ").await, Err(StoreError::Keadaan("mpp-forum-isi"))));
        let id = MasukanId::baru();
        for _ in 0..2 {
            penanggap::tanggapi(s, &h, rapat, id, "Batas wilayah perlu diperiksa.").await.unwrap();
        }
        let r = forum::rinci(s.baca(), w.id, rapat).await.unwrap();
        assert_eq!((r.masukan.len(), r.masukan[0].dari.as_str(), r.masukan[0].kelompok.as_str()), (1, "Kemendagri", forum::KEMENTERIAN));
        forum::jawab(s, Pihak::Pemda(&w.pemda().await), rapat, id, "Sudah disepakati.").await.unwrap();
        assert_eq!(w.kabar(&dagri, "mpp-penanggap-jawab").await, 1);
        // Withdrawn: the way is closed, the comment stays.
        let satu = penanggap::daftar(s.baca(), w.id).await.unwrap()[0].id;
        penanggap::cabut(s, &pusat, satu).await.unwrap();
        penanggap::cabut(s, &pusat, satu).await.unwrap();
        assert!(matches!(w.hak_tanggap(&dagri).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(forum::rinci(s.baca(), w.id, rapat).await.unwrap().masukan.len(), 1);
        for aksi in ["mpp.penanggap", "mpp.penanggap-cabut", "mpp.masukan"] {
            let n = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = $1", nilai![aksi]).await.unwrap();
            assert_eq!(n, 1, "{aksi}");
        }
    }
}
