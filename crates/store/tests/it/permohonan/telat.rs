//! The applicant of an overdue case is told why and what day to expect; the promise stays.

use super::*;
use jiff::civil::date;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn the_applicant_of_a_late_case_is_told_why(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.dengan_surel("sari@contoh.id").await.unwrap();
        let (o, id) = (d.pengolah(p.id).await, Uuid::now_v7());
        assert_eq!(p.tenggat.as_deref(), Some("2026-03-05"));
        let kata = async |id, hari, alasan: &str| match permohonan::kabari_telat(s, &o, id, hari, alasan).await {
            Err(StoreError::Keadaan(k)) => k,
            h => panic!("{h:?}"),
        };
        assert_eq!(kata(id, date(2026, 3, 10), "Blangko habis.").await, "permohonan-belum-telat", "the promise is not broken yet");
        s.jam().maju(7 * 86_400);
        assert_eq!(kata(id, date(2026, 3, 9), "Blangko habis.").await, "permohonan-telat-hari", "today is the ninth");
        assert_eq!(kata(id, date(2027, 3, 10), "Blangko habis.").await, "permohonan-telat-hari");
        assert_eq!(kata(id, date(2026, 3, 12), "  ").await, "alasan-wajib");
        assert_eq!(kata(id, date(2026, 3, 12), &"x".repeat(2_001)).await, "permohonan-alasan-panjang");
        assert!(permohonan::telat(s, p.id).await.unwrap().is_empty());

        let o = d.pengolah(p.id).await;
        for kirim in [true, false] {
            let terkirim = permohonan::kabari_telat(s, &o, id, date(2026, 3, 12), "Blangko habis.").await.unwrap();
            assert_eq!(terkirim, kirim, "asked for once");
        }
        let t = permohonan::telat(s, p.id).await.unwrap();
        assert_eq!(t.iter().map(|t| (t.hari.as_str(), t.alasan.as_str(), t.terkirim)).collect::<Vec<_>>(), [("2026-03-12", "Blangko habis.", true)]);
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'permohonan.kabar-telat'").await, 1);
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM permohonan_telat WHERE alasan LIKE '%langko%'").await, 0, "sealed");
        assert_eq!(d.diminta(p.id).await, ["telat", "terima"], "one mail");
        assert_eq!(d.keluar(p.id, "telat/2026-03-12/x").await.as_deref(), Some("sari@contoh.id"));
        let kini = d.kini(p.id).await;
        assert_eq!((kini.tenggat.as_deref(), kini.versi), (Some("2026-03-05"), p.versi), "the promise and open pages stay");
        // Told again, the newest stands first; once it is done there is nothing to tell.
        permohonan::surel::hentikan(s, &p.kode).await.unwrap();
        // His address is gone: it stands on the page, and the officer is told that nothing leaves.
        assert!(!permohonan::kabari_telat(s, &o, Uuid::now_v7(), date(2026, 3, 20), "Menunggu kiriman pusat.").await.unwrap());
        let t = permohonan::telat(s, p.id).await.unwrap();
        assert_eq!(t.iter().map(|t| (t.hari.as_str(), t.terkirim)).collect::<Vec<_>>(), [("2026-03-20", false), ("2026-03-12", true)]);
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::tolak(s, &o, 2, "Ganda").await.unwrap();
        assert_eq!(kata(Uuid::now_v7(), date(2026, 3, 25), "x").await, "permohonan-belum-telat");
        assert_eq!(d.keluar(p.id, "telat/2026-03-20/x").await, None);
    }
}
