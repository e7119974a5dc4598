//! The bundle proves itself, and every tampering shows.

use super::bangun::siap;
use store::hasil::{self, KunciTepercaya, baca_kunci, periksa_bundel};
use testkit::basis::BasisUji;

fn kode(bytes: &str, kunci: Option<&[KunciTepercaya]>) -> Vec<&'static str> {
    let mut k: Vec<_> = periksa_bundel(bytes.as_bytes(), kunci).unwrap().temuan.iter().map(|t| t.kode).collect();
    k.dedup();
    k
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn pemeriksaan(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(3).await;
        let h = w.bekukan().await;
        let teks = h.berkas(s).await.unwrap();
        assert_eq!(teks, h.berkas(s).await.unwrap(), "the same bytes each time");
        assert!(kode(&teks, None).is_empty());
        let rapi = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&teks).unwrap()).unwrap();
        assert!(kode(&rapi, None).is_empty(), "blanks and order do not count");
        let publik = s.kunci().publik();
        let daftar = baca_kunci(&format!("# kunci\n{} {} Kutai Timur\n", publik.id(), hex::encode(publik.bytes()))).unwrap();
        let l = periksa_bundel(teks.as_bytes(), Some(&daftar)).unwrap();
        assert!(l.sah() && l.pemilik.as_deref() == Some("Kutai Timur"));
        assert_eq!(l.ulang.unwrap(), h.bundel().unwrap().hasil);
        assert_eq!(kode(&teks, Some(&[])), ["kunci-tidak-dikenal"]);

        let skor = teks.replacen("\"1.a.Ak\":4", "\"1.a.Ak\":5", 1);
        assert!(skor != teks && kode(&skor, None) == ["sidik", "tanda", "angka"], "{:?}", kode(&skor, None));
        let edisi = teks.replacen("Hanya untuk uji", "Hanya untuk UJI", 1);
        assert!(edisi != teks && kode(&edisi, None) == ["edisi"]);
        let lain = teks.replacen("\"sidik\":\"", "\"sidik\":\"00", 1);
        assert!(!periksa_bundel(lain.as_bytes(), None).is_ok_and(|l| l.sah()));
        for potong in [0, 1, teks.len() / 2, teks.len() - 3] {
            assert!(periksa_bundel(&teks.as_bytes()[..potong], None).is_err(), "cut at {potong}");
        }
        // A later version is no damaged file, and one of another kind is neither.
        let salah = |lain: &str| periksa_bundel(teks.replacen("prima/hasil/1", lain, 1).as_bytes(), None).unwrap_err().0;
        for (lain, lebih_baru) in [("prima/hasil/2", true), ("prima/hasil/0", false), ("prima/lain/2", false), ("prima/hasil/x", false)] {
            let s = salah(lain);
            assert_eq!(s.contains("lebih baru"), lebih_baru, "{s}");
            assert!(s.contains(lain), "{s}");
        }
        let ganda = teks.replacen("\"isi\":", "\"format\":\"x\",\"isi\":", 1);
        assert!(periksa_bundel(ganda.as_bytes(), None).is_err(), "a doubled key");
    }

    /// A frozen row that somebody changed in the database is not shown.
    async fn baris_diubah(basis: BasisUji) {
        let w = siap(basis).await;
        w.sama().await;
        let h = w.bekukan().await;
        w.k.sql("UPDATE hasil SET isi = REPLACE(isi, '\"1.a.Ak\":4', '\"1.a.Ak\":5')", vec![]).await;
        let h = hasil::dari_id(w.k.r.store.baca(), h.id).await.unwrap();
        assert!(h.bundel().is_err() && !h.tanda_sah(&w.k.r.store));
    }
}
