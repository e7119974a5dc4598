//! The same form sent again: the same thing is one report, another is not told as received.

use super::*;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The answer was lost, the complainant changed something and sent again.
    async fn a_repeat_with_something_else_in_it_is_told_apart(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let pdf = |n: u8| {
            let isi = format!("%PDF-1.4\n1 0 obj\n<</N {n}>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n");
            (format!("{n}.pdf"), store::berkas::periksa(isi.into_bytes()).unwrap())
        };
        let (satu, dua) = ([pdf(1)], [pdf(2)]);
        let b = Baru { lampiran: &satu, ..m.baru("rahasia-formulir-1") };
        let (id, kode) = m.kirim(&b).await;
        assert_eq!(m.kirim(&b).await, (id, kode.clone()), "sent twice is once");
        let samar = |anonim, rahasia| Baru { samaran: Samaran { anonim, rahasia }, ..b.clone() };
        let lain = [
            samar(true, false),
            samar(false, true),
            Baru { pelanggaran: true, ..b.clone() },
            Baru { judul: "Antrean", ..b.clone() },
            Baru { isi: "Saya menunggu lima jam.", ..b.clone() },
            Baru { kejadian: None, ..b.clone() },
            Baru { telepon: "0812", ..b.clone() },
            Baru { lampiran: &dua, ..b.clone() },
            Baru { lampiran: &[], ..b.clone() },
        ];
        for lain in lain {
            let h = pengaduan::kirim(s, &lain).await;
            assert!(matches!(h, Err(StoreError::OperasiLain)), "{h:?} {lain:?}");
        }
        assert_eq!(pengaduan::kode_kiriman(s, b.kiriman).await.unwrap(), kode);
        assert!(matches!(pengaduan::kode_kiriman(s, "rahasia-formulir-0").await, Err(StoreError::TidakDitemukan)));
        let (aduan, muat) = (pengaduan::dari_id(s.baca(), id).await.unwrap(), m.muat(id).await);
        assert_eq!((aduan.anonim, aduan.rahasia, muat.judul.as_str(), muat.lampiran.len()), (0, 0, "Antrean <b>lama</b>", 1));
        // Typed by the officer: also the way and the day on which it came.
        let instansi = hak::penghubung(s, &m.penghubung, m.d.kab).await.unwrap();
        let kertas = Baru { kejadian: None, ..m.baru("rahasia-formulir-2") };
        let catat = |kanal, hari| pengaduan::catat(s, &instansi, &kertas, kanal, date(2026, 2, hari), "");
        let pertama = catat(Kanal::Surat, 20).await.unwrap();
        assert_eq!(catat(Kanal::Surat, 20).await.unwrap(), pertama);
        for (kanal, hari) in [(Kanal::Loket, 20), (Kanal::Surat, 19)] {
            assert!(matches!(catat(kanal, hari).await, Err(StoreError::OperasiLain)));
        }
    }
}
