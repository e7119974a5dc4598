//! What freezing makes of the evaluators' words, and what the organiser may change until the delivery.

use super::bangun::{beku, tersampai};
use crate::f02::bangun::{keadaan, tulis};
use store::{
    StoreError, f02, hasil,
    id::RekomendasiId,
    rekomendasi::{self, Asal, daftar, hapus, riwayat, tambah, ubah},
    tindak_lanjut,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One row an indicator that somebody recommended for; the same sentence of two evaluators once.
    async fn dari_f02(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let semua = daftar(s.baca(), w.k.lokus).await.unwrap();
        let ringkas: Vec<(&str, &str, Asal)> = semua.iter().map(|r| (r.indikator.as_str(), r.isi.as_str(), r.asal())).collect();
        assert_eq!(ringkas, [
            ("1.a.Ak", "rekomendasi", Asal::F02), ("2.a.P", "rekomendasi", Asal::F02), ("3.b.K", "rekomendasi", Asal::F02),
        ]);
        // Pressed again with the same id: frozen once, recommended once.
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap().id;
        hasil::bekukan(s, &w.biro, h).await.unwrap();
        assert_eq!(daftar(s.baca(), w.k.lokus).await.unwrap().len(), 3);
    }

    /// Added, changed with a version, taken out with a reason; all of it in the log; closed once the report is delivered.
    async fn penyelenggara(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let id = RekomendasiId::baru();
        for _ in 0..2 {
            tambah(s, &w.biro, id, "1.a.Ak", "  Tetapkan SP. ").await.unwrap();
        }
        assert!(matches!(tambah(s, &w.biro, RekomendasiId::baru(), "99", "x").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(keadaan(tambah(s, &w.biro, RekomendasiId::baru(), "1.a.Ak", " ").await), "rekomendasi-kosong");
        ubah(s, &w.biro, id, 1, "Tetapkan SP tahun ini.").await.unwrap();
        assert!(matches!(ubah(s, &w.biro, id, 1, "lain").await, Err(StoreError::Bentrok { versi: 2, .. })));
        let lama = riwayat(s.baca(), id).await.unwrap();
        assert_eq!(lama.iter().map(|v| v.isi.as_str()).collect::<Vec<_>>(), ["Tetapkan SP tahun ini.", "Tetapkan SP."]);
        let f02 = w.rek("2.a.P").await;
        assert_eq!(keadaan(hapus(s, &w.biro, f02, " ").await), "alasan-wajib");
        hapus(s, &w.biro, f02, "sudah termuat").await.unwrap();
        assert_eq!(daftar(s.baca(), w.k.lokus).await.unwrap().len(), 3);
        let n = w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'rekomendasi.%'").await;
        assert_eq!(n, 3, "add, change, take out");
        w.kirim_lhe(&w.lhe().await).await;
        assert_eq!(keadaan(ubah(s, &w.biro, id, 2, "x").await), "rekomendasi-tersampaikan");
        assert_eq!(keadaan(hapus(s, &w.biro, id, "x").await), "rekomendasi-tersampaikan");
    }

    /// Annulled and frozen again: an untouched text follows F02, an edited one stays, one taken out does not come back.
    async fn dibekukan_lagi(basis: BasisUji) {
        let w = beku(basis).await;
        let s = &w.k.r.store;
        let (a, c) = (w.rek("1.a.Ak").await, w.rek("3.b.K").await);
        ubah(s, &w.biro, a, 1, "Kalimat penyelenggara.").await.unwrap();
        hapus(s, &w.biro, c, "tidak perlu").await.unwrap();
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap().id;
        hasil::batalkan(s, &w.biro, h, "salah hitung", false).await.unwrap();
        assert_eq!(keadaan(tambah(s, &w.biro, RekomendasiId::baru(), "1.a.Ak", "x").await), "rekomendasi-belum-beku");
        for e in [&w.a, &w.b] {
            f02::buka_kembali(s, e, "salah").await.unwrap();
            for kode in ["1.a.Ak", "2.a.P", "3.b.K"] {
                let t = f02::Tulis { rekomendasi: if kode == "3.b.K" { "rekomendasi".into() } else { "baru".into() }, ..tulis(kode, Some(3), 1) };
                f02::simpan(s, e, t).await.unwrap();
            }
            f02::tandai_selesai(s, e).await.unwrap();
        }
        w.bekukan().await;
        let semua = daftar(s.baca(), w.k.lokus).await.unwrap();
        let isi: Vec<(&str, &str)> = semua.iter().map(|r| (r.indikator.as_str(), r.isi.as_str())).collect();
        assert_eq!(isi, [("1.a.Ak", "Kalimat penyelenggara."), ("2.a.P", "baru")]);
        assert_eq!(semua[0].id, a, "the same row, with what hangs on it");
    }

    /// After the delivery a result may still be annulled: then the texts are open again, and nobody plans.
    async fn batal_setelah_disampaikan(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        assert!(rekomendasi::tersampaikan(s.baca(), w.k.lokus).await.unwrap());
        let o = w.operator().await;
        let id = w.rek("1.a.Ak").await;
        tindak_lanjut::simpan(s, &o, id, 0, &super::bangun::rencana("2026-12-31")).await.unwrap();
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap().id;
        hasil::batalkan(s, &w.biro, h, "salah", false).await.unwrap();
        assert!(!rekomendasi::tersampaikan(s.baca(), w.k.lokus).await.unwrap());
        assert_eq!(keadaan(w.lapor(&o, id, false, false).await), "tl-belum-disampaikan");
        w.bekukan().await;
        let b = tindak_lanjut::satu(s.baca(), w.k.lokus, id).await.unwrap();
        assert!(b.rencana.is_some(), "the plan survives");
    }
}
