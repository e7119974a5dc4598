use super::bangun::{jumlah, meja, op};
use store::{
    StoreError,
    f01::{self, Ajukan, Beku, Keadaan},
};
use testkit::basis::BasisUji;

fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>, kunci: &str) {
    match h {
        Err(StoreError::Keadaan(k)) => assert_eq!(k, kunci),
        lain => panic!("{lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Draft, handed over, submitted, opened; and a change after the hand-over leads back to draft.
    async fn rantai(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf);
        keadaan(p.ajukan().await, "f01-belum-siap");
        p.siapkan().await;
        f01::siapkan(p.s(), &p.op, "").await.unwrap();
        assert_eq!(p.audit("f01.siap").await, 1, "handing over twice is once");
        p.simpan("1.a.Ak", 1, 6).await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf);
        p.siapkan().await;
        assert!(matches!(p.keadaan().await, Keadaan::Siap(s) if s.nama == "operator@contoh.id"));
        keadaan(f01::buka(p.s(), &p.evaluator).await, "f01-belum-terkirim");
        let kirim = p.ajukan().await.unwrap();
        assert_eq!((kirim.nomor, kirim.nama.as_str()), (1, "kepala@contoh.id"));
        assert!(matches!(p.keadaan().await, Keadaan::Terkirim(_)));
        f01::buka(p.s(), &p.evaluator).await.unwrap();
        f01::buka(p.s(), &p.evaluator).await.unwrap();
        assert_eq!(p.audit("f01.buka").await, 1);
        assert!(matches!(p.keadaan().await, Keadaan::Dibuka(k, d) if k == kirim && d.nama == "evaluator@contoh.id"));
    }

    /// The clock is set back between the last answer and the hand-over: it counts all the same.
    async fn jam_mundur(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.s().jam().maju(-3_600);
        f01::siapkan(p.s(), &p.op, "").await.unwrap();
        assert!(matches!(p.keadaan().await, Keadaan::Siap(_)));
        p.ajukan().await.unwrap();
    }

    /// What was submitted is frozen: no write gets through, and the frozen text has the hash that the head saw.
    async fn beku(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.siapkan().await;
        let kirim = p.ajukan().await.unwrap();
        keadaan(p.simpan("1.a.Ak", 1, 9).await, "f01-sudah-terkirim");
        keadaan(f01::siapkan(p.s(), &p.op, "").await, "f01-sudah-terkirim");
        keadaan(p.ajukan().await, "f01-sudah-terkirim");
        assert_eq!(store::sidik_hex(kirim.isi.as_bytes()), kirim.sidik);
        assert_eq!(Beku::baca(&kirim.isi).unwrap().isian["1.a.Ak"].jawaban, jumlah(5));
    }

    /// The head submits what was shown, and pressing twice is one submission.
    async fn yang_ditampilkan(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        let lama = p.sidik().await;
        p.simpan("1.a.Ak", 1, 6).await.unwrap();
        p.siapkan().await;
        keadaan(f01::ajukan(p.s(), &p.kepala, Ajukan { op: op(), sidik: &lama }).await, "f01-isi-berubah");
        let sidik = p.sidik().await;
        let a = Ajukan { op: op(), sidik: &sidik };
        let satu = f01::ajukan(p.s(), &p.kepala, a.clone()).await.unwrap();
        let dua = f01::ajukan(p.s(), &p.kepala, a).await.unwrap();
        assert_eq!(satu, dua);
        assert_eq!(p.audit("f01.kirim").await, 1);
    }

    /// Withdrawal is possible until an evaluator opened it; the next submission has the next number.
    async fn tarik(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.siapkan().await;
        let satu = p.ajukan().await.unwrap();
        p.maju();
        f01::tarik(p.s(), &p.kepala, satu.id, "salah unggah").await.unwrap();
        f01::tarik(p.s(), &p.kepala, satu.id, "lagi").await.unwrap();
        assert_eq!(p.keadaan().await, Keadaan::Draf, "the head sees it again only after a new hand-over");
        assert_eq!(f01::penarikan(p.s().baca(), p.lokus).await.unwrap()[0].alasan, "salah unggah");
        p.simpan("1.a.Ak", 1, 6).await.unwrap();
        p.siapkan().await;
        let dua = p.ajukan().await.unwrap();
        assert_eq!(dua.nomor, 2);
        f01::buka(p.s(), &p.evaluator).await.unwrap();
        keadaan(f01::tarik(p.s(), &p.kepala, dua.id, "terlambat").await, "f01-sudah-dibuka");
        assert_eq!(p.audit("f01.tarik").await, 1);
    }

    /// A closed phase stops hand-over, submission and withdrawal.
    async fn fase_ditutup(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.fase("tutup").await;
        keadaan(f01::siapkan(p.s(), &p.op, "").await, "fase-pelaksanaan-ditutup");
        p.fase("buka").await;
        p.siapkan().await;
        p.fase("tutup").await;
        keadaan(p.ajukan().await, "fase-pelaksanaan-ditutup");
        p.fase("buka").await;
        let k = p.ajukan().await.unwrap();
        p.fase("tutup").await;
        keadaan(f01::tarik(p.s(), &p.kepala, k.id, "x").await, "fase-pelaksanaan-ditutup");
    }

    /// Withdrawal and opening at once: exactly one of them wins.
    async fn tarik_atau_buka(basis: BasisUji) {
        let p = meja(basis).await;
        p.simpan("1.a.Ak", 0, 5).await.unwrap();
        p.siapkan().await;
        let k = p.ajukan().await.unwrap();
        let (t, b) = tokio::join!(f01::tarik(p.s(), &p.kepala, k.id, "x"), f01::buka(p.s(), &p.evaluator));
        assert_ne!(t.is_ok(), b.is_ok(), "{t:?} {b:?}");
    }
}
