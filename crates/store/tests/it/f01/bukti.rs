use super::bangun::{Meja, meja, op};
use store::{
    StoreError,
    berkas::{self, Berkas},
    bukti::{self, Baru},
    f01::{self, Keadaan},
    id::BuktiId,
    kueri::Kueri,
    nilai, objek,
};
use testkit::basis::BasisUji;

pub fn pdf(isi: &str) -> Vec<u8> {
    format!("%PDF-1.4\n{isi}\nstartxref\n9\n%%EOF\n").into_bytes()
}

fn berkas(isi: &str) -> Berkas {
    berkas::periksa(pdf(isi)).unwrap()
}

fn baru(nama: &str) -> Baru<'_> {
    Baru { op: op(), indikator: "1.a.Ak", nama, keterangan: "SK" }
}

async fn jumlah_objek(p: &Meja) -> i64 {
    p.s().baca().angka("SELECT COUNT(*) AS n FROM objek", nilai![]).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One content, two references, one object; each is reached through its row.
    async fn sekali_disimpan(basis: BasisUji) {
        let p = meja(basis).await;
        let a = bukti::tambah_berkas(p.s(), &p.op, baru("a.pdf"), &berkas("x")).await.unwrap();
        let b = bukti::tambah_berkas(p.s(), &p.op, baru("b.pdf"), &berkas("x")).await.unwrap();
        assert_ne!(a.id, b.id);
        assert_eq!((a.objek.clone(), jumlah_objek(&p).await), (b.objek, 1));
        assert_eq!(objek::baca(p.s(), a.objek.as_deref().unwrap()).unwrap(), pdf("x"));
        assert_eq!((a.tipe().map(berkas::Tipe::mime), a.nama.as_str(), a.oleh_nama.as_str()), (Some("application/pdf"), "a.pdf", "operator@contoh.id"));
        assert_eq!(bukti::milik_indikator(p.s().baca(), p.lokus, "1.a.Ak").await.unwrap().len(), 2);
        assert!(bukti::milik_indikator(p.s().baca(), p.lokus, "2").await.unwrap().is_empty());
    }

    /// The same operation is one row; with another content it is refused.
    async fn idempoten(basis: BasisUji) {
        let p = meja(basis).await;
        let b = baru("a.pdf");
        let satu = bukti::tambah_berkas(p.s(), &p.op, b.clone(), &berkas("x")).await.unwrap();
        let dua = bukti::tambah_berkas(p.s(), &p.op, b.clone(), &berkas("x")).await.unwrap();
        assert_eq!(satu, dua);
        assert!(matches!(bukti::tambah_berkas(p.s(), &p.op, b, &berkas("y")).await, Err(StoreError::OperasiLain)));
        assert_eq!((bukti::daftar(p.s().baca(), p.lokus).await.unwrap().len(), p.audit("bukti.tambah").await), (1, 1));
    }

    /// Only plain https addresses are links.
    async fn tautan(basis: BasisUji) {
        let p = meja(basis).await;
        for buruk in ["http://a.id/x", "javascript:alert(1)", "https://", "https://a b.id", "https://x@jahat.id/", "https://lokal", "ftp://a.id"] {
            assert!(matches!(bukti::tambah_tautan(p.s(), &p.op, baru(""), buruk).await, Err(StoreError::Keadaan("bukti-salah-tautan"))), "{buruk}");
        }
        let t = bukti::tambah_tautan(p.s(), &p.op, baru("Video"), " https://video.id/watch?v=1 ").await.unwrap();
        assert_eq!((t.jenis.as_str(), t.tautan.as_deref(), t.objek), ("tautan", Some("https://video.id/watch?v=1"), None));
    }

    /// A deleted row is gone from every list, its tombstone says who; deleting twice is once.
    async fn hapus(basis: BasisUji) {
        let p = meja(basis).await;
        let a = bukti::tambah_berkas(p.s(), &p.op, baru("a.pdf"), &berkas("x")).await.unwrap();
        bukti::ubah_keterangan(p.s(), &p.op, a.id, "SK baru").await.unwrap();
        assert_eq!(bukti::dari_id(p.s().baca(), p.lokus, a.id).await.unwrap().keterangan, "SK baru");
        bukti::hapus(p.s(), &p.op, a.id).await.unwrap();
        bukti::hapus(p.s(), &p.op, a.id).await.unwrap();
        assert!(bukti::daftar(p.s().baca(), p.lokus).await.unwrap().is_empty());
        assert!(matches!(bukti::dari_id(p.s().baca(), p.lokus, a.id).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(bukti::hapus(p.s(), &p.op, BuktiId::baru()).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(p.audit("bukti.hapus").await, 1);
    }

    /// Evidence is frozen with the submission, and changes after a hand-over lead back to draft.
    async fn beku(basis: BasisUji) {
        let p = meja(basis).await;
        let a = bukti::tambah_berkas(p.s(), &p.op, baru("a.pdf"), &berkas("x")).await.unwrap();
        p.siapkan().await;
        p.maju();
        bukti::ubah_keterangan(p.s(), &p.op, a.id, "lain").await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf);
        p.siapkan().await;
        p.maju();
        let b = bukti::tambah_tautan(p.s(), &p.op, baru("v"), "https://video.id/1").await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf);
        p.siapkan().await;
        p.maju();
        bukti::hapus(p.s(), &p.op, b.id).await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf);
        p.siapkan().await;
        let k = p.ajukan().await.unwrap();
        let beku = f01::Beku::baca(&k.isi).unwrap();
        assert_eq!((beku.bukti.len(), beku.bukti[0].sidik.clone()), (1, a.objek));
        let terkirim = |h| assert!(matches!(h, Err(StoreError::Keadaan("f01-sudah-terkirim"))));
        terkirim(bukti::hapus(p.s(), &p.op, a.id).await);
        terkirim(bukti::ubah_keterangan(p.s(), &p.op, a.id, "z").await);
        terkirim(bukti::tambah_berkas(p.s(), &p.op, baru("c.pdf"), &berkas("z")).await.map(|_| ()));
    }

    /// One indicator takes a limited number.
    async fn batas(basis: BasisUji) {
        let p = meja(basis).await;
        for n in 0..bukti::MAKS_PER_INDIKATOR {
            bukti::tambah_tautan(p.s(), &p.op, baru("v"), &format!("https://video.id/{n}")).await.unwrap();
        }
        let lebih = bukti::tambah_tautan(p.s(), &p.op, baru("v"), "https://video.id/x").await;
        assert!(matches!(lebih, Err(StoreError::Keadaan("bukti-salah-terlalu-banyak"))));
    }
}
