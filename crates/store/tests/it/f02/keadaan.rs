//! When F02 is closed, and how a sheet is marked done and opened again.

use super::bangun::{SEMUA, berdua, kasus, keadaan};
use store::{
    StoreError,
    f02::{self, Keterbukaan},
    hak::EvaluatorLokus,
    nilai,
    persiapan::benturan::{self, Jawaban},
};
use testkit::basis::BasisUji;

use crate::peta::Peta;

/// What the list says, after comparing it with what a write would be told.
async fn siap(k: &Peta, e: &EvaluatorLokus) -> (Keterbukaan, Option<&'static str>) {
    let (s, akun) = (&k.r.store, e.pelaku().akun);
    let daftar = f02::kesiapan(s, akun, std::slice::from_ref(&e.lokus), s.sekarang()).await.unwrap();
    let satu = daftar[&k.lokus];
    assert_eq!(satu.buka, f02::keterbukaan(s.baca(), &e.lokus, s.sekarang()).await.unwrap());
    let tertahan = match benturan::harus_bebas(s.baca(), k.lokus, akun).await {
        Ok(()) => None,
        Err(StoreError::Keadaan(kunci)) => Some(kunci),
        Err(e) => panic!("{e}"),
    };
    assert_eq!(satu.tertahan, tertahan);
    (satu.buka, satu.tertahan)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The list of units says of each what a write would be told, through all that can happen to it.
    async fn sekaligus(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        let a = k.penilai("a@contoh.id").await;
        let s = &k.r.store;
        let awal = siap(&k, &a).await.1;
        assert_eq!(siap(&k, &a).await.0, Keterbukaan::BelumDikirim);
        let kirim = k.kirim(1).await;
        assert_eq!(siap(&k, &a).await, (Keterbukaan::Terbuka, awal));
        k.tarik(kirim).await;
        assert_eq!(siap(&k, &a).await.0, Keterbukaan::BelumDikirim);
        k.kirim(2).await;
        benturan::nyatakan(s, &a, "teks", &[Jawaban { lokus: k.lokus, ada: Some("saudara") }]).await.unwrap();
        assert_eq!(siap(&k, &a).await.1, Some("benturan-ada"));
        benturan::nyatakan(s, &a, "teks", &[Jawaban { lokus: k.lokus, ada: None }]).await.unwrap();
        assert_eq!(siap(&k, &a).await, (Keterbukaan::Terbuka, None));
        k.fase("tutup").await;
        assert_eq!(siap(&k, &a).await.0, Keterbukaan::FaseTertutup);
        for (sampai, buka) in [("2001-01-01", Keterbukaan::FaseTertutup), ("2999-01-01", Keterbukaan::Terbuka)] {
            let sql = "INSERT INTO perpanjangan (id, lokus_id, fase, sampai, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', $3, 'x', 1, $4)";
            k.sql(sql, nilai![store::id::baru(), k.lokus, sampai, k.oleh]).await;
            assert_eq!(siap(&k, &a).await.0, buka);
        }
        k.bekukan().await;
        assert_eq!(siap(&k, &a).await.0, Keterbukaan::Dibekukan);
        assert!(f02::kesiapan(s, a.pelaku().akun, &[], s.sekarang()).await.unwrap().is_empty());
    }

    /// Nothing is scored before the unit submitted, nor after it withdrew.
    async fn belum_dikirim(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        let a = k.penilai("a@contoh.id").await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 3, 0).await), "f02-tutup-belum-dikirim");
        let p = k.kirim(1).await;
        k.tarik(p).await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 3, 0).await), "f02-tutup-belum-dikirim");
        k.kirim(2).await;
        k.skor(&a, "1.a.Ak", 3, 0).await.unwrap();
    }

    /// A closed phase and a frozen result close every write; a reopened phase opens them.
    async fn tertutup(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.penuh(&b, [1, 2, 3]).await;
        k.fase("tutup").await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 3, 0).await), "fase-pelaksanaan-ditutup");
        assert_eq!(keadaan(f02::tandai_selesai(s, &a).await), "fase-pelaksanaan-ditutup");
        assert_eq!(keadaan(f02::buka_kembali(s, &b, "x").await), "fase-pelaksanaan-ditutup");
        assert_eq!(f02::keterbukaan(s.baca(), &a.lokus, s.sekarang()).await.unwrap(), Keterbukaan::FaseTertutup);
        k.fase("buka").await;
        k.skor(&a, "1.a.Ak", 3, 0).await.unwrap();
        k.bekukan().await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 4, 1).await), "f02-tutup-dibekukan");
        assert_eq!(keadaan(f02::buka_kembali(s, &b, "x").await), "f02-tutup-dibekukan");
        assert_eq!(f02::keterbukaan(s.baca(), &a.lokus, s.sekarang()).await.unwrap(), Keterbukaan::Dibekukan);
        let batal = "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) SELECT id, 'x', 1, oleh FROM hasil";
        k.sql(batal, vec![]).await;
        k.skor(&a, "1.a.Ak", 4, 1).await.unwrap();
    }

    /// Done needs every weighted indicator; the extra one may stay empty. Open again needs a reason.
    async fn selesai(basis: BasisUji) {
        let (k, a, _) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        assert_eq!(keadaan(f02::tandai_selesai(s, &a).await), "f02-belum-lengkap");
        for kode in &SEMUA[..2] {
            k.skor(&a, kode, 0, 0).await.unwrap();
        }
        k.skor(&a, "4.x", 5, 0).await.unwrap();
        assert_eq!(keadaan(f02::tandai_selesai(s, &a).await), "f02-belum-lengkap");
        k.skor(&a, SEMUA[2], 0, 0).await.unwrap();
        let pada = f02::tandai_selesai(s, &a).await.unwrap();
        s.jam().maju(5);
        assert_eq!(f02::tandai_selesai(s, &a).await.unwrap(), pada, "twice is once");
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM f02_selesai").await, 1);
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 3, 1).await), "f02-lembar-selesai");

        assert_eq!(keadaan(f02::buka_kembali(s, &a, "  ").await), "f02-alasan-wajib");
        f02::buka_kembali(s, &a, "salah baca").await.unwrap();
        f02::buka_kembali(s, &a, "salah baca").await.unwrap();
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM f02_selesai_batal").await, 1);
        k.skor(&a, "1.a.Ak", 3, 1).await.unwrap();
        f02::tandai_selesai(s, &a).await.unwrap();
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('f02.selesai', 'f02.buka-kembali')").await, 3);
    }
}
